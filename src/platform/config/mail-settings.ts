import { isLoopback } from './loopback.js';

/** The mail server that reminders leave by. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** Nothing leaves this machine in the clear. */
  readonly encryption: 'from-the-start' | 'before-anything-is-said' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** "Harrow Bay register <register@example.com>" */
  readonly from: string;
}

/** An address, alone or behind a name; nothing in it can begin another header. */
const FROM =
  /^(?:[^<>@\r\n]{1,100}<[^\s<>@,;:"()]+@[^\s<>@,;:"()]+>|[^\s<>@,;:"()]+@[^\s<>@,;:"()]+)$/;
const FORM = 'smtps://user:password@mail.example.com or smtp://user:password@mail.example.com:587';
const SMTP_PORT = 587;
const SMTPS_PORT = 465;

/** Reads both settings of mail; what is wrong with them is added to the problems, without repeating a password. */
export function readMail(
  { url, from }: { readonly url: string | undefined; readonly from: string | undefined },
  problems: string[],
): MailSettings | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined) {
    problems.push(
      'COUNTERSIGN_SMTP_URL and COUNTERSIGN_MAIL_FROM belong together: set both, or neither to send no mail.',
    );
    return undefined;
  }
  if (!FROM.test(from)) {
    problems.push(
      'COUNTERSIGN_MAIL_FROM is not an address: set one such as "Register <register@example.com>".',
    );
  }
  const server = URL.canParse(url) ? new URL(url) : undefined;
  if (server === undefined || !isServer(server)) {
    problems.push(
      `COUNTERSIGN_SMTP_URL does not name a mail server: write it as ${FORM}, without a path or a query, and with ` +
        'special characters percent-encoded.',
    );
    return undefined;
  }
  return settingsOf(server, from);
}

function isServer({
  protocol,
  hostname,
  pathname,
  search,
  hash,
  username,
  password,
}: URL): boolean {
  return (
    (protocol === 'smtp:' || protocol === 'smtps:') &&
    hostname !== '' &&
    (pathname === '' || pathname === '/') &&
    search === '' &&
    hash === '' &&
    isDecodable(username) &&
    isDecodable(password)
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function settingsOf(server: URL, from: string): MailSettings {
  const host = server.hostname.replace(/^\[(.*)\]$/, '$1');
  const isEncrypted = server.protocol === 'smtps:';
  const user = decodeURIComponent(server.username);
  return {
    host,
    port: server.port === '' ? (isEncrypted ? SMTPS_PORT : SMTP_PORT) : Number(server.port),
    encryption: isEncrypted
      ? 'from-the-start'
      : isLoopback(host)
        ? 'none'
        : 'before-anything-is-said',
    user: user === '' ? undefined : user,
    password: user === '' ? undefined : decodeURIComponent(server.password),
    from,
  };
}
