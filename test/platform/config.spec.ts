import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import { isLoopback } from '../../src/platform/config/loopback.js';
import { PrintAuthority } from '../support/print-certificates.js';
import { SETTINGS } from '../../src/platform/config/settings.js';
import { StartError } from '../../src/platform/start-error.js';

const FOLDER = '/srv/countersign';
const SERVICE_URL = 'postgresql://cs_service:s3cret-word@db.example:5433/clinic';
const OWNER_URL = 'postgresql://cs_owner:other-word@db.example:5433/clinic';

function read(environment: Record<string, string>): Config {
  return readConfig(environment, FOLDER);
}

/** The sentences with which settings are refused. */
function problems(environment: Record<string, string>): readonly string[] {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof StartError && error.problem === 'settings')
      return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('are what the documentation says when nothing is set', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '/srv/countersign/data',
      database: { kind: 'embedded' },
      origin: undefined,
      tls: undefined,
      trustedProxies: [],
      idleMinutes: 15,
      printEntries: 50_000,
      mail: undefined,
      localWebhooks: false,
      publicUrl: undefined,
      printCertificate: undefined,
    });
  });

  test('are read from the environment', () => {
    expect(
      read({
        PORT: '8443',
        HOST: '::1',
        COUNTERSIGN_DATA: '/var/cs',
        DATABASE_URL: SERVICE_URL,
        DATABASE_OWNER_URL: OWNER_URL,
        COUNTERSIGN_ORIGIN: 'ledger.example.com',
        COUNTERSIGN_TRUSTED_PROXY: '10.0.0.1, 172.16.0.0/12,fd00::/8',
      }),
    ).toEqual({
      host: '::1',
      port: 8443,
      dataFolder: '/var/cs',
      database: { kind: 'external', serviceUrl: SERVICE_URL, ownerUrl: OWNER_URL },
      origin: 'ledger.example.com',
      tls: undefined,
      trustedProxies: ['10.0.0.1', '172.16.0.0/12', 'fd00::/8'],
      idleMinutes: 15,
      printEntries: 50_000,
      mail: undefined,
      localWebhooks: false,
      publicUrl: undefined,
      printCertificate: undefined,
    });
  });

  test('that are empty are not set', () => {
    const empty = Object.fromEntries(SETTINGS.map((setting) => [setting.name, '']));
    expect(read(empty)).toEqual(read({}));
  });

  test('that are unknown are refused with the list of known ones', () => {
    const [problem, ...rest] = problems({
      COUNTERSIGN_DATE: './data',
      Countersign_x: '',
      PATH: '/bin',
    });
    expect(rest).toEqual([]);
    expect(problem).toMatch(/^COUNTERSIGN_DATE, Countersign_x are not settings of Countersign/);
    for (const { name } of SETTINGS) expect(problem).toContain(name);
  });

  test('are all checked, each problem in one sentence with the way out', () => {
    const found = problems({
      PORT: '70000',
      HOST: 'not a host',
      DATABASE_URL: SERVICE_URL,
      COUNTERSIGN_ORIGIN: 'https://ledger.example.com',
      COUNTERSIGN_TLS_CERT: '/no/such/file',
      COUNTERSIGN_TRUSTED_PROXY: '10.0.0.0/0, proxy.example',
    });
    expect(found).toHaveLength(6);
    for (const sentence of found) expect(sentence).toMatch(/: .*\.$/);
  });

  test.each(['-1', '65536', '3000.5', '0x10', 'http', '3e3'])('refuse %j as a port', (PORT) => {
    expect(problems({ PORT })).toEqual([expect.stringMatching(/^PORT is "/)]);
  });

  test.each(['0', '1', '65535'])('take %j as a port', (PORT) => {
    expect(read({ PORT }).port).toBe(Number(PORT));
  });
});

describe('database addresses', () => {
  test.each([
    [
      { DATABASE_URL: SERVICE_URL },
      /^DATABASE_URL is set but DATABASE_OWNER_URL is not: .*set both, or neither/,
    ],
    [
      { DATABASE_OWNER_URL: OWNER_URL },
      /^DATABASE_OWNER_URL is set but DATABASE_URL is not: .*set both, or neither/,
    ],
  ])('come in pairs: %#', (environment, expected) => {
    expect(problems(environment)).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ['mysql://a:s3cret-word@h/d', 'does not begin with postgresql://'],
    ['postgresql://db.example/clinic', 'names no role'],
    ['postgresql://cs_service:s3cret-word@db.example', 'names no database'],
    ['postgresql://cs_service:s3cret-word@db.example:port/clinic', 'is not a database address'],
  ])('that cannot be read are refused without showing them: %#', (url, why) => {
    const found = problems({ DATABASE_URL: url, DATABASE_OWNER_URL: OWNER_URL });
    expect(found).toEqual([expect.stringContaining(`DATABASE_URL ${why}: `)]);
    expect(found.join()).not.toContain('s3cret-word');
  });

  test('with one role for both are refused', () => {
    expect(problems({ DATABASE_URL: OWNER_URL, DATABASE_OWNER_URL: OWNER_URL })).toEqual([
      expect.stringMatching(/both name the role "cs_owner"/),
    ]);
  });

  test('may name a socket', () => {
    const service = 'postgresql://cs_service:x@/clinic?host=%2Frun%2Fpg&port=5433';
    const owner = 'postgresql://cs_owner:x@/clinic?host=%2Frun%2Fpg&port=5433';
    expect(read({ DATABASE_URL: service, DATABASE_OWNER_URL: owner }).database.kind).toBe(
      'external',
    );
  });
});

describe('an address that others can reach', () => {
  test.each(['0.0.0.0', '::', '10.1.2.3', 'ledger.example.com'])(
    'is refused without TLS: %s',
    (HOST) => {
      expect(problems({ HOST })).toEqual([expect.stringMatching(/leave HOST at 127\.0\.0\.1\.$/)]);
    },
  );

  test('is taken with a trusted proxy', () => {
    expect(read({ HOST: '0.0.0.0', COUNTERSIGN_TRUSTED_PROXY: '10.0.0.1' }).host).toBe('0.0.0.0');
  });

  test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost'])('is not %s', (HOST) => {
    expect(problems({ HOST })).toEqual([]);
    expect(isLoopback(read({ HOST }).host)).toBe(true);
  });
});

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-tls-'));
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  const otherKey = join(folder, 'other.pem');

  beforeAll(() => {
    const make = (out: string, certificate: string): void => {
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:P-256',
          '-nodes',
          '-days',
          '2',
        ].concat(['-subj', '/CN=ledger.example.com', '-keyout', out, '-out', certificate]),
        { stdio: 'ignore' },
      );
    };
    make(key, cert);
    make(otherKey, join(folder, 'other-cert.pem'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is read from two files', () => {
    const config = read({ HOST: '0.0.0.0', COUNTERSIGN_TLS_CERT: cert, COUNTERSIGN_TLS_KEY: key });
    expect(config.tls?.certificate.toString()).toContain('BEGIN CERTIFICATE');
  });

  test('needs both files', () => {
    expect(problems({ COUNTERSIGN_TLS_CERT: cert })).toEqual([
      expect.stringMatching(/belong together/),
    ]);
  });

  test('refuses a key of another certificate', () => {
    const found = problems({ COUNTERSIGN_TLS_CERT: cert, COUNTERSIGN_TLS_KEY: otherKey });
    expect(found).toEqual([expect.stringMatching(/cannot be used for TLS/)]);
  });

  test('refuses a file that is not there, or is no certificate', () => {
    const garbage = join(folder, 'garbage.pem');
    writeFileSync(garbage, 'not PEM');
    expect(problems({ COUNTERSIGN_TLS_CERT: '/no/such', COUNTERSIGN_TLS_KEY: key })).toEqual([
      expect.stringMatching(/^COUNTERSIGN_TLS_CERT names a file that cannot be read/),
    ]);
    expect(problems({ COUNTERSIGN_TLS_CERT: garbage, COUNTERSIGN_TLS_KEY: key })).toEqual([
      expect.stringMatching(/cannot be used for TLS/),
    ]);
  });
});

describe('the name of the deployment', () => {
  test.each(['ledger.example.com', 'a', 'ledger.example.com/pain-clinic', 'x-1.invalid'])(
    'may be %s',
    (name) => {
      expect(read({ COUNTERSIGN_ORIGIN: name }).origin).toBe(name);
    },
  );

  test.each([
    'Ledger.example.com',
    'a b',
    'https://x',
    'x:443',
    'x+y',
    '-x',
    'x/',
    '/x',
    'x\ny',
    'ü.example',
  ])('may not be %j', (name) => {
    expect(problems({ COUNTERSIGN_ORIGIN: name })[0]).toMatch(/^COUNTERSIGN_ORIGIN is/);
  });
});

describe('mail and webhooks', () => {
  const FROM = 'Register <register@example.com>';

  test.each([
    [
      'smtps://post:s3cret%40word@mail.example',
      { host: 'mail.example', port: 465, encryption: 'from-the-start', password: 's3cret@word' },
    ],
    [
      'smtp://post:s3cret-word@mail.example:2587',
      { host: 'mail.example', port: 2587, encryption: 'before-anything-is-said', user: 'post' },
    ],
    [
      'smtp://127.0.0.1:2525',
      { host: '127.0.0.1', port: 2525, encryption: 'none', user: undefined, password: undefined },
    ],
    ['smtp://[::1]', { host: '::1', port: 587, encryption: 'none' }],
  ])('reads %s', (COUNTERSIGN_SMTP_URL, expected) => {
    const { mail } = read({ COUNTERSIGN_SMTP_URL, COUNTERSIGN_MAIL_FROM: FROM });
    expect(mail).toMatchObject({ ...expected, from: FROM });
  });

  test('refuses what names no mail server or sender, without repeating a password', () => {
    for (const url of [
      'mail.example',
      'https://mail.example',
      'smtp://post:s3cret-word@mail.example/path',
      'smtp://post:s3cret-word@mail.example?pool=true',
      'smtp://post:s3cret%ZZword@mail.example',
    ]) {
      const found = problems({ COUNTERSIGN_SMTP_URL: url, COUNTERSIGN_MAIL_FROM: FROM });
      expect(found).toEqual([
        expect.stringMatching(/^COUNTERSIGN_SMTP_URL does not name a mail server: .*\.$/),
      ]);
      expect(found.join()).not.toContain('s3cret');
    }
    for (const from of ['register', 'a@b@c', 'Register <register>', 'x@y.z,other@y.z']) {
      expect(
        problems({ COUNTERSIGN_SMTP_URL: 'smtps://mail.example', COUNTERSIGN_MAIL_FROM: from }),
      ).toEqual([expect.stringMatching(/^COUNTERSIGN_MAIL_FROM is not an address: /)]);
    }
  });

  test('refuses half of a pair', () => {
    const halves = { COUNTERSIGN_SMTP_URL: 'smtps://mail.example', COUNTERSIGN_MAIL_FROM: FROM };
    for (const [name, value] of Object.entries(halves)) {
      expect(problems({ [name]: value })).toEqual([
        expect.stringMatching(/ belong together: set both, or/),
      ]);
    }
  });

  test('reads where people open the application, and whether this machine is reached', () => {
    expect(
      read({
        COUNTERSIGN_PUBLIC_URL: 'https://register.example.com/',
        COUNTERSIGN_LOCAL_WEBHOOKS: 'yes',
      }),
    ).toMatchObject({ publicUrl: 'https://register.example.com', localWebhooks: true });
    expect(problems({ COUNTERSIGN_LOCAL_WEBHOOKS: 'true' })).toEqual([
      'COUNTERSIGN_LOCAL_WEBHOOKS is "true": set yes or no.',
    ]);
    for (const url of ['register.example.com', 'https://a:b@c.example', 'https://c.example/x']) {
      expect(problems({ COUNTERSIGN_PUBLIC_URL: url })).toEqual([
        expect.stringMatching(/^COUNTERSIGN_PUBLIC_URL is not the address of a site: /),
      ]);
    }
  });
});

describe('the certificate that prints are signed with', () => {
  const authority = new PrintAuthority();
  const { folder, passphraseFile } = authority;
  const site = authority.issue('site', 'rsa');
  const settings = (file: string, passphrase = passphraseFile) => ({
    COUNTERSIGN_PRINT_CERT: file,
    COUNTERSIGN_PRINT_CERT_PASSPHRASE_FILE: passphrase,
  });
  afterAll(() => {
    authority.remove();
  });

  test('is read with its passphrase, without the end of the line', () => {
    const { printCertificate } = read(settings(site));
    expect(printCertificate?.path).toBe(site);
    expect(printCertificate?.passphrase).toMatch(/guesses$/);
  });

  test('is refused with what is wrong with it, and without its passphrase', () => {
    const legacy = authority.pack('site', ['-in', 'site.pem', '-legacy'], 'legacy');
    const keyless = authority.pack('site', ['-nokeys', '-in', 'site.pem'], 'keyless');
    const alone = authority.pack('site', ['-nocerts'], 'alone');
    const other = join(folder, 'other');
    writeFileSync(other, 's3cret-word');
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [settings(site, other), /the passphrase in the file .* does not open it: correct/],
      [settings(legacy), /encrypted as it was usual before 2022: export .* with AES/],
      [settings(keyless), /no private key: export/],
      [settings(alone), /no certificate of its key: export/],
      [settings(authority.root), /no PKCS#12 file that can be used \(.*\): name one/],
      [settings(join(folder, 'nowhere')), /^COUNTERSIGN_PRINT_CERT names a file that cannot be/],
      [{ COUNTERSIGN_PRINT_CERT: site }, /belong together: set both files, or neither/],
    ];
    for (const [environment, says] of cases) {
      const found = problems(environment);
      expect(found).toEqual([expect.stringMatching(says)]);
      expect(found.join()).not.toContain('s3cret');
    }
  });
});
