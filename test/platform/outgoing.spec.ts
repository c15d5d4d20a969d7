/** What leaves the service for strangers: where it may go, and what they can do to us. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { SystemClock } from '../../src/platform/clock.js';
import { Mail, MailFailed } from '../../src/platform/outgoing/mail.js';
import { isPublic } from '../../src/platform/outgoing/public-address.js';
import { WebhookFailed, Webhooks } from '../../src/platform/outgoing/webhook.js';
import { newFolder } from '../support/database.js';
import { receiveMail } from '../support/receivers.js';
import type { MailReceiver } from '../support/receivers.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"type":"reminder.trial"}';

const toStrangers = new Webhooks({ clock: new SystemClock(), reachesThisMachine: false });

test.each([
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.32.0.0', true],
  ['2606:4700::6810:85e5', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['fc00::1', false],
  ['fd00:ec2::254', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['localhost', false],
  ['', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

test.each([
  ['https://hooks.example.com/countersign?team=safe', undefined],
  ['https://hooks.example.com:8443/', undefined],
  ['https://8.8.8.8/', undefined],
  ['http://hooks.example.com/', 'not HTTPS'],
  ['ftp://hooks.example.com/', 'not HTTPS'],
  ['file:///etc/passwd', 'not HTTPS'],
  ['hooks.example.com', 'not an address'],
  [`https://hooks.example.com/${'x'.repeat(500)}`, 'not an address'],
  ['https://name:word@hooks.example.com/', 'holds a name or a password'],
  ['https://hooks.example.com/#part', 'holds a fragment'],
  ['https://localhost/', 'not a public host'],
  ['https://127.1/', 'not a public host'],
  ['https://2130706433/', 'not a public host'],
  ['https://0x7f000001/', 'not a public host'],
  ['https://[::1]/', 'not a public host'],
  ['https://[::ffff:127.0.0.1]/', 'not a public host'],
  ['https://169.254.169.254/latest/meta-data', 'not a public host'],
])('%s as a webhook: %s', (address, expected) => {
  expect(toStrangers.problemOf(address)).toBe(expected);
});

test('this machine is reached only where the operator has said so', () => {
  const here = new Webhooks({ clock: new SystemClock(), reachesThisMachine: true });
  expect(here.problemOf('http://127.0.0.1:8080/hook')).toBeUndefined();
  expect(here.problemOf('http://localhost:8080/hook')).toBeUndefined();
  expect(here.problemOf('ftp://127.0.0.1/')).toBe('neither HTTPS nor HTTP');
  expect(here.problemOf('http://hooks.example.com/')).toBe('not HTTPS');
  expect(here.problemOf('https://10.0.0.1/')).toBe('not a public host');
});

describe('a webhook', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const received: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        received.push({ headers: request.headers, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => {
    received.length = 0;
    asked.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Webhooks for which a name has certain addresses. */
  const where = (...addresses: readonly string[]): Webhooks =>
    new Webhooks({
      clock: new SystemClock(),
      reachesThisMachine: true,
      resolve: (host) => {
        asked.push(host);
        return Promise.resolve(
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
    });
  const send = (webhooks: Webhooks, url: string): Promise<string> =>
    webhooks
      .send({ id: 'msg_1', url, secrets: [SECRET], body: BODY })
      .then(String, (error: unknown) => {
        if (error instanceof WebhookFailed) return error.code;
        throw error;
      });

  test('is signed so that its receiver can verify it, and goes to the address that was looked up', async () => {
    answer = (_, response) => response.writeHead(204).end();
    const here = `http://localhost:${port}/hook`;
    expect(await send(where('127.0.0.1'), here)).toBe('204');
    expect(asked).toEqual(['localhost']);
    const [{ headers, body }] = received as [(typeof received)[number]];
    const signed = headers as Record<string, string>;
    expect(new Webhook(SECRET).verify(body, signed)).toEqual({ type: 'reminder.trial' });
    expect(() => new Webhook(SECRET).verify(`${body} `, signed)).toThrow('No matching signature');
    expect(headers).toMatchObject({ 'webhook-id': 'msg_1', host: `localhost:${port}` });
  });

  test.each([
    [['10.0.0.7']],
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['8.8.8.8', '10.0.0.7']],
    [['::ffff:127.0.0.1']],
    [['fd00::7']],
    [[]],
  ])('of a name that means %j goes nowhere', async (addresses) => {
    const url = `https://hooks.example.com:${port}/`;
    expect(await send(where(...addresses), url)).toBe('webhook.address-refused');
    expect(received).toEqual([]);
  });

  test('follows no redirect, and gives up on whoever is gone', async () => {
    const here = `http://localhost:${port}/hook`;
    answer = (_, response) => response.writeHead(307, { location: here }).end();
    expect(await send(where('127.0.0.1'), here)).toBe('webhook.status-307');
    expect(received).toHaveLength(1);
    answer = (_, response) => response.writeHead(410).end();
    expect(await send(where('127.0.0.1'), here)).toBe('webhook.gone');
    answer = (request) => request.socket.destroy();
    expect(await send(where('127.0.0.1'), here)).toBe('webhook.unreachable');
  });

  test('reads no more of an answer than its status', async () => {
    const here = `http://localhost:${port}/hook`;
    const cut = new Promise<void>((resolve) => {
      answer = (_, response) => {
        response.writeHead(200);
        const more = (): void => {
          if (response.write('x'.repeat(65_536))) setImmediate(more);
        };
        response.on('close', resolve);
        response.on('drain', more);
        more();
      };
    });
    expect(await send(where('127.0.0.1'), here)).toBe('200');
    await cut;
  });

  test('is not sent in the clear where HTTPS was asked for', async () => {
    answer = (_, response) => response.writeHead(200).end();
    // The receiver speaks plain HTTP: to a TLS client that is no handshake at all.
    expect(await send(where('127.0.0.1'), `https://localhost:${port}/`)).toMatch(
      /^webhook[.](certificate|unreachable)$/,
    );
    expect(received).toEqual([]);
  });
});

describe('a mail', () => {
  let receiver: MailReceiver;
  beforeAll(async () => {
    receiver = await receiveMail();
  });
  afterEach(() => {
    receiver.status = 250;
    receiver.received.length = 0;
  });
  afterAll(() => receiver.close());

  const by = (encryption: 'none' | 'before-anything-is-said', port = receiver.port): Mail =>
    new Mail({
      host: '127.0.0.1',
      port,
      encryption,
      user: undefined,
      password: undefined,
      from: 'Register <register@clinic.example>',
    });
  const send = (mail: Mail): Promise<string> =>
    mail
      .send({ id: 'a1', to: 'safe@clinic.example', subject: 'Due', text: 'A count is due.\n' })
      .then(
        () => 'sent',
        (error: unknown) => {
          if (error instanceof MailFailed) return `${error.code} ${error.next}`;
          throw error;
        },
      );

  test('keeps its id however often it is sent', async () => {
    expect([await send(by('none')), await send(by('none'))]).toEqual(['sent', 'sent']);
    for (const { text } of receiver.received) {
      expect(text).toMatch(/^Message-ID: <a1@clinic[.]example>$/im);
    }
    expect(receiver.received).toHaveLength(2);
  });

  test('does not leave in the clear where it must be encrypted', async () => {
    expect(await send(by('before-anything-is-said'))).toBe('mail.not-encrypted try-again');
    expect(receiver.received).toEqual([]);
  });

  test('is tried again where the server may take it later, and not where it never will', async () => {
    receiver.status = 451;
    expect(await send(by('none'))).toBe('mail.refused-451 try-again');
    receiver.status = 550;
    expect(await send(by('none'))).toBe('mail.refused-550 give-up');
    // Nobody listens at the port that is reserved for nothing.
    expect(await send(by('none', 1))).toBe('mail.unreachable try-again');
    expect(await send(new Mail(undefined))).toBe('mail.not-set-up try-again');
  });
});

describe('an encrypted connection', () => {
  let key: string;
  let cert: string;
  beforeAll(async () => {
    const folder = await newFolder();
    const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const [curve, name] = [['-pkeyopt', 'ec_paramgen_curve:P-256'], 'subjectAltName=DNS:localhost'];
    const made = ['req', '-x509', '-newkey', 'ec', ...curve, '-nodes', '-days', '2'];
    const where = ['-keyout', keyPath, '-out', certPath, '-subj', '/CN=localhost', '-addext', name];
    await promisify(execFile)('openssl', [...made, ...where]);
    [key, cert] = await Promise.all([readFile(keyPath, 'utf8'), readFile(certPath, 'utf8')]);
  });

  test('takes a webhook to a server with a good certificate, and to no other', async () => {
    const received: string[] = [];
    const server = createTlsServer({ key, cert }, (request, response) => {
      received.push(String(request.headers['webhook-id']));
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const parts = {
      clock: new SystemClock(),
      reachesThisMachine: true,
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    };
    const sent = (webhooks: Webhooks, host: string): Promise<unknown> =>
      webhooks
        .send({ id: 'msg_2', url: `https://${host}:${port}/`, secrets: [SECRET], body: BODY })
        .catch((error: unknown) => (error instanceof WebhookFailed ? error.code : error));
    const believing = new Webhooks({ ...parts, authorities: cert });
    expect(await sent(believing, 'localhost')).toBe(204);
    expect(await sent(believing, '127.0.0.1')).toBe('webhook.certificate');
    expect(await sent(new Webhooks(parts), 'localhost')).toBe('webhook.certificate');
    expect(received).toEqual(['msg_2']);
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['from-the-start', 'the-start'],
    ['before-anything-is-said', 'STARTTLS'],
  ] as const)('takes a mail %s', async (encryption, from) => {
    const receiver = await receiveMail({ key, cert, from });
    const settings = {
      host: 'localhost',
      port: receiver.port,
      encryption,
      user: undefined,
      password: undefined,
      from: 'register@clinic.example',
    };
    const message = { id: 'a2', to: 'safe@clinic.example', subject: 'Due', text: 'A count.\n' };
    await new Mail(settings, cert).send(message);
    expect(receiver.received).toMatchObject([{ isEncrypted: true, to: ['safe@clinic.example'] }]);
    await expect(new Mail(settings).send(message)).rejects.toThrow(MailFailed);
    expect(receiver.received).toHaveLength(1);
    await receiver.close();
  });
});
