/**
 * What the environment says, checked as a whole before anything starts: every problem is told at once, each in one
 * sentence with the way out. Values that may hold a password are never repeated in a message.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { readDatabaseUrl } from '../database/database-url.js';
import { messageOf, StartError } from '../start-error.js';
import { isLoopback } from './loopback.js';
import { readMail, type MailSettings } from './mail-settings.js';
import { readPrintCertificate, type PrintCertificateFile } from './print-certificate-settings.js';
import { readNamedFile } from './named-file.js';
import { SETTINGS, type SettingName } from './settings.js';

/** Where the register is kept: on a server that we run ourselves, or on one that others run. */
export type DatabaseChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly serviceUrl: string; readonly ownerUrl: string };

/** The certificate chain and key that the service answers with, in PEM. */
export interface TlsFiles {
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** The settings of a run. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  readonly database: DatabaseChoice;
  /** As set by COUNTERSIGN_ORIGIN; see `deploymentOrigin` for the name in force. */
  readonly origin: string | undefined;
  readonly tls: TlsFiles | undefined;
  /** Addresses and CIDR ranges. */
  readonly trustedProxies: readonly string[];
  /** A session that nobody uses for so long locks. */
  readonly idleMinutes: number;
  /** Entries of a period up to which a document is printed while it is sent. */
  readonly printEntries: number;
  /** Undefined where no mail is sent. */
  readonly mail: MailSettings | undefined;
  /** Whether webhooks may go to programs on this machine. */
  readonly localWebhooks: boolean;
  /** Where people open the application: "https://register.example.com". */
  readonly publicUrl: string | undefined;
  /** Undefined where prints are not signed. */
  readonly printCertificate: PrintCertificateFile | undefined;
}

const LARGEST_PORT = 65_535;
const LONGEST_ORIGIN = 200;
const LONGEST_IDLE_MINUTES = 120;
const PRINT_ENTRIES = 50_000;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const ORIGIN =
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(\/[a-z0-9][a-z0-9._-]*)*$/;
const OUR_PREFIX = 'COUNTERSIGN_';

type Problems = string[];

/** Reads and checks all settings. Throws one `StartError` that names every problem found. */
export function readConfig(environment: NodeJS.ProcessEnv, folder: string): Config {
  const problems: Problems = [];
  // An empty value is one that a compose file or a shell passed on without having it: not set.
  const get = (name: SettingName): string | undefined => environment[name]?.trim() || undefined;

  refuseUnknownNames(environment, problems);
  const tls = readTls(
    { cert: get('COUNTERSIGN_TLS_CERT'), key: get('COUNTERSIGN_TLS_KEY') },
    problems,
  );
  const trustedProxies = readProxies(get('COUNTERSIGN_TRUSTED_PROXY'), problems);
  const config: Config = {
    host: readHost(get('HOST'), problems),
    port: readPort(get('PORT'), problems),
    dataFolder: resolve(folder, get('COUNTERSIGN_DATA') ?? 'data'),
    database: readDatabase(
      { service: get('DATABASE_URL'), owner: get('DATABASE_OWNER_URL') },
      problems,
    ),
    origin: readOrigin(get('COUNTERSIGN_ORIGIN'), problems),
    tls,
    trustedProxies,
    idleMinutes: readIdleMinutes(get('COUNTERSIGN_IDLE_MINUTES'), problems),
    printEntries: readPrintEntries(get('COUNTERSIGN_PRINT_ENTRIES'), problems),
    mail: readMail(
      { url: get('COUNTERSIGN_SMTP_URL'), from: get('COUNTERSIGN_MAIL_FROM') },
      problems,
    ),
    localWebhooks: readYesNo('COUNTERSIGN_LOCAL_WEBHOOKS', get, problems),
    publicUrl: readPublicUrl(get('COUNTERSIGN_PUBLIC_URL'), problems),
    printCertificate: readPrintCertificate(
      {
        file: get('COUNTERSIGN_PRINT_CERT'),
        passphrase: get('COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE'),
      },
      problems,
    ),
  };

  const triedToProtect =
    get('COUNTERSIGN_TLS_CERT') ?? get('COUNTERSIGN_TLS_KEY') ?? get('COUNTERSIGN_TRUSTED_PROXY');
  if (!isLoopback(config.host) && triedToProtect === undefined) {
    problems.push(
      `HOST is ${config.host}, which other machines can reach, but nothing protects passwords on their way: ` +
        'set COUNTERSIGN_TLS_CERT and COUNTERSIGN_TLS_KEY, or name the proxy that ends TLS in ' +
        'COUNTERSIGN_TRUSTED_PROXY, or leave HOST at 127.0.0.1.',
    );
  }
  if (problems.length > 0) throw new StartError('settings', problems.join('\n'));
  return config;
}

function refuseUnknownNames(environment: NodeJS.ProcessEnv, problems: Problems): void {
  const known: readonly string[] = SETTINGS.map((setting) => setting.name);
  const unknown = Object.keys(environment)
    .filter((name) => name.toUpperCase().startsWith(OUR_PREFIX) && !known.includes(name))
    .sort();
  if (unknown.length === 0) return;
  problems.push(
    `${unknown.join(', ')} ${unknown.length === 1 ? 'is not a setting' : 'are not settings'} of Countersign; ` +
      `the settings are ${known.join(', ')}.`,
  );
}

function readPort(text: string | undefined, problems: Problems): number {
  if (text === undefined) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : LARGEST_PORT + 1;
  // 0 lets the operating system choose, which tests use.
  if (port > LARGEST_PORT) {
    problems.push(
      `PORT is "${text}", which is not a port: set a whole number from 0 to ${LARGEST_PORT}.`,
    );
  }
  return port;
}

function readIdleMinutes(text: string | undefined, problems: Problems): number {
  if (text === undefined) return 15;
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (minutes < 1 || minutes > LONGEST_IDLE_MINUTES) {
    problems.push(
      `COUNTERSIGN_IDLE_MINUTES is "${text}": set a whole number of minutes from 1 to ${LONGEST_IDLE_MINUTES}.`,
    );
  }
  return minutes;
}

function readPrintEntries(text: string | undefined, problems: Problems): number {
  if (text === undefined) return PRINT_ENTRIES;
  const isNumber = /^[1-9]\d{0,8}$/.test(text);
  if (!isNumber) {
    problems.push(
      `COUNTERSIGN_PRINT_ENTRIES is "${text}": set a whole number of entries, such as ${PRINT_ENTRIES}.`,
    );
  }
  return isNumber ? Number(text) : PRINT_ENTRIES;
}

function readYesNo(
  name: SettingName,
  get: (name: SettingName) => string | undefined,
  problems: Problems,
): boolean {
  const text = get(name) ?? 'no';
  if (text !== 'yes' && text !== 'no') problems.push(`${name} is "${text}": set yes or no.`);
  return text === 'yes';
}

function readPublicUrl(text: string | undefined, problems: Problems): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    problems.push(
      'COUNTERSIGN_PUBLIC_URL is not the address of a site: set one such as https://register.example.com, without a ' +
        'path, a query or a password.',
    );
    return undefined;
  }
  return url.origin;
}

function readHost(text: string | undefined, problems: Problems): string {
  if (text === undefined) return '127.0.0.1';
  const host = text.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 && !HOST_NAME.test(host)) {
    problems.push(
      `HOST is "${text}", which is neither an address nor a host name: set one such as 127.0.0.1.`,
    );
  }
  return host;
}

function readDatabase(
  urls: { readonly service: string | undefined; readonly owner: string | undefined },
  problems: Problems,
): DatabaseChoice {
  const { service, owner } = urls;
  if (service === undefined && owner === undefined) return { kind: 'embedded' };
  if (service === undefined || owner === undefined) {
    const [set, missing] =
      service === undefined
        ? ['DATABASE_OWNER_URL', 'DATABASE_URL']
        : ['DATABASE_URL', 'DATABASE_OWNER_URL'];
    problems.push(
      `${set} is set but ${missing} is not: an existing server is used with two roles, DATABASE_URL for the role ` +
        'that runs the service and DATABASE_OWNER_URL for the role that owns the tables; set both, or neither to ' +
        'use the embedded database.',
    );
    return { kind: 'embedded' };
  }
  const serviceRole = readUrl('DATABASE_URL', service, problems);
  const ownerRole = readUrl('DATABASE_OWNER_URL', owner, problems);
  if (serviceRole !== undefined && serviceRole === ownerRole) {
    problems.push(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role "${serviceRole}": the service must not run as the ` +
        'owner of the tables; create a second role and name it in DATABASE_URL.',
    );
  }
  return { kind: 'external', serviceUrl: service, ownerUrl: owner };
}

function readUrl(name: SettingName, url: string, problems: Problems): string | undefined {
  const reading = readDatabaseUrl(url);
  if (reading.kind === 'database') return reading.user;
  problems.push(
    `${name} ${reading.why}: write it as postgresql://role:password@host:5432/database, with special characters in ` +
      'the password percent-encoded.',
  );
  return undefined;
}

function readOrigin(text: string | undefined, problems: Problems): string | undefined {
  if (text === undefined) return undefined;
  if (text.length > LONGEST_ORIGIN || !ORIGIN.test(text)) {
    problems.push(
      `COUNTERSIGN_ORIGIN is "${text}", which cannot name a ledger: set a host name in lower case, such as ` +
        'ledger.example.com, without a scheme, port or spaces.',
    );
  }
  return text;
}

function readTls(
  names: { readonly cert: string | undefined; readonly key: string | undefined },
  problems: Problems,
): TlsFiles | undefined {
  if (names.cert === undefined && names.key === undefined) return undefined;
  if (names.cert === undefined || names.key === undefined) {
    problems.push(
      'COUNTERSIGN_TLS_CERT and COUNTERSIGN_TLS_KEY belong together: set both files, or neither.',
    );
    return undefined;
  }
  const certificate = readNamedFile('COUNTERSIGN_TLS_CERT', names.cert, problems);
  const key = readNamedFile('COUNTERSIGN_TLS_KEY', names.key, problems);
  if (certificate === undefined || key === undefined) return undefined;
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    problems.push(
      `${names.cert} and ${names.key} cannot be used for TLS (${messageOf(error)}): give a certificate chain and ` +
        'its own key, both in PEM and without a passphrase.',
    );
    return undefined;
  }
  return { certificate, key };
}

function readProxies(text: string | undefined, problems: Problems): readonly string[] {
  if (text === undefined) return [];
  const entries = text.split(',').map((entry) => entry.trim());
  const wrong = entries.filter((entry) => !isAddressOrRange(entry));
  if (wrong.length > 0) {
    problems.push(
      `COUNTERSIGN_TRUSTED_PROXY holds "${wrong.join('", "')}": list IP addresses or CIDR ranges with a prefix ` +
        'longer than 0, separated by commas.',
    );
  }
  return entries;
}

function isAddressOrRange(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  // A prefix of 0 would trust everybody.
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}
