/** Real receivers of what leaves the service: a mail server and an HTTP server that keep what they were sent. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';

export interface Mailed {
  readonly to: readonly string[];
  /** Headers and text as they arrived. */
  readonly text: string;
  readonly isEncrypted: boolean;
}
export interface Hooked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A key and its certificate, and whether encryption begins with the connection or is asked for on it. */
export interface Encrypted {
  readonly key: string;
  readonly cert: string;
  readonly from: 'the-start' | 'STARTTLS';
}

/** A mail server without sign-in, on this machine only. */
export interface MailReceiver {
  readonly port: number;
  readonly received: Mailed[];
  /** What it answers to a message: 250 takes it. */
  status: number;
  close(): Promise<void>;
}

/** An HTTP server on this machine only. */
export interface HookReceiver {
  readonly url: string;
  readonly received: Hooked[];
  /** What it answers; it holds its answers back while this is undefined. */
  status: number | undefined;
  close(): void;
}

export async function receiveMail(encrypted?: Encrypted): Promise<MailReceiver> {
  const received: Mailed[] = [];
  const server = new SMTPServer({
    disabledCommands: encrypted === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...(encrypted === undefined
      ? {}
      : { key: encrypted.key, cert: encrypted.cert, secure: encrypted.from === 'the-start' }),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (receiver.status !== 250) {
          done(Object.assign(new Error('not taken'), { responseCode: receiver.status }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const text = Buffer.concat(parts).toString('utf8');
        received.push({ to, text, isEncrypted: session.secure });
        done();
      });
    },
  });
  // Whoever does not believe the certificate breaks off.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: MailReceiver = {
    port: (server.server.address() as AddressInfo).port,
    received,
    status: 250,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return receiver;
}

export async function receiveHooks(): Promise<HookReceiver> {
  const received: Hooked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      received.push({ headers: request.headers as Record<string, string>, body });
      if (receiver.status !== undefined) response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: HookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    status: 200,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}

/** Those of some secrets with which a message is signed. */
export function signersOf(
  { headers, body }: Hooked,
  secrets: readonly string[],
): readonly string[] {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signatures = headers['webhook-signature']?.split(' ') ?? [];
  return secrets.filter((secret) =>
    signatures.includes(new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body)),
  );
}

/** Waits for something that happens on its own; the test's own limit ends it. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until so many messages have arrived. */
export const arrived = <T>(messages: readonly T[], size: number): Promise<readonly T[]> =>
  until(() => (messages.length >= size ? messages : undefined));
