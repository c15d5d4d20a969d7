/** The whole service over HTTP, inside the test's own process, on a database of its own and a clock that the test moves. */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { instant } from '../../src/domain/measures/instant.js';
import { startService } from '../../src/main.js';
import type { RunningService } from '../../src/main.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import type { HashCost } from '../../src/platform/identity/secrets.js';
import { createProcessLog } from '../../src/platform/process-log.js';
import { freshDatabase, newFolder } from './database.js';
import type { TestDatabase } from './database.js';

/** A running service and what stands behind it. */
export interface HttpService {
  readonly url: string;
  readonly app: RunningService['app'];
  readonly database: TestDatabase;
  readonly dataFolder: string;
  readonly clock: SimulatedClock;
  /** Everything that the process log says. */
  logged(): string;
  /** Another instance on the same database and keys. */
  another(): Promise<{ readonly url: string; close(): Promise<void> }>;
  close(): Promise<void>;
}

export const START = instant('2026-03-02T14:00:00Z');

/** What hashing costs in tests that are not about secrets: next to nothing. It is the same code and the same argon2id. */
const CHEAP: HashCost = { memoryKibibytes: 8, passes: 1 };

/** Starts a service with nothing in it. Close it in `afterAll`. */
export function startHttpService(settings: Partial<Config> = {}): Promise<HttpService> {
  return startWith({ hashing: CHEAP }, settings);
}

/** Starts one that hashes as in life, for tests of signing in, guessing and many who ask at once. */
export function startGuardedService(settings: Partial<Config> = {}): Promise<HttpService> {
  return startWith({}, settings);
}

async function startWith(
  parts: { readonly hashing?: HashCost },
  settings: Partial<Config>,
): Promise<HttpService> {
  const database = await freshDatabase();
  const dataFolder = await newFolder(0o700);
  const clock = new SimulatedClock(START);
  const lines: string[] = [];
  const log = createProcessLog({
    level: 'debug',
    destination: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString('utf8'));
        done();
      },
    }),
  });
  const start = (own: Clock): Promise<RunningService> =>
    startService({ ...configOf(dataFolder), ...settings }, database, { clock: own, log, ...parts });
  const running = await start(clock);
  const others: RunningService[] = [];
  return {
    url: running.url,
    app: running.app,
    database,
    dataFolder,
    clock,
    logged: () => lines.join(''),
    another: async () => {
      const other = await start(clock);
      others.push(other);
      return other;
    },
    close: async () => {
      for (const each of [...others, running]) await each.close();
      await database.drop();
    },
  };
}

function configOf(dataFolder: string): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    database: { kind: 'embedded' },
    origin: 'clinic.example',
    tls: undefined,
    trustedProxies: [],
    idleMinutes: 15,
    printEntries: 50_000,
    mail: undefined,
    localWebhooks: false,
    publicUrl: undefined,
    printCertificate: undefined,
  };
}

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An answer of the service. */
export class Answer {
  readonly body: unknown;

  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {
    const isJson = /json/.test(headers.get('content-type') ?? '');
    this.body = isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined;
  }

  /** What stands at a path of the body: `items.0.id`. */
  at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>((value, name) => Reflect.get(Object(value), name), this.body);
  }

  /** The text or number at a path, as text. */
  textAt(path: string): string {
    const value = this.at(path);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new Error(`expected text at ${path}, found ${this.text}`);
  }

  /** The code of a refusal, with its status: "409 setup.finished". */
  get refusal(): string {
    return `${this.status} ${String(this.at('code'))}`;
  }
}

/** A device with a browser: keeps cookies, and sends what it is told. */
export class Device {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  /** Sends JSON under a new key, or the one that is given. */
  post(path: string, body: Json, key: string = randomUUID()): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), jsonHeaders(key));
  }

  put(path: string, body: Json): Promise<Answer> {
    return this.send('PUT', path, JSON.stringify(body), jsonHeaders(randomUUID()));
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, undefined, {});
  }

  async send(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | FormData | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    return new Answer(response.status, response.headers, await response.text());
  }

  /** Another window of the same browser. */
  copy(): Device {
    const other = new Device(this.url);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  #keep(set: string): void {
    const [pair = ''] = set.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

const jsonHeaders = (key: string): Record<string, string> => ({
  'content-type': 'application/json',
  'idempotency-key': key,
});
