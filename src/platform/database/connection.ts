/** How every connection to PostgreSQL is made, so that the same statement gives the same answer on each of them. */
import pg from 'pg';
import type { Instant } from '../../domain/measures/instant.js';
import { silentLog, type ProcessLog } from '../process-log.js';
import { codeOf } from '../start-error.js';

/** Settings of a session, by name. */
export type SessionSettings = Readonly<Record<string, string>>;

const CONNECT_LIMIT_MS = 10_000;
const APPLICATION_NAME = 'countersign';

/** Options for a driver's client. */
export function connectionOptions(url: string, settings: SessionSettings = {}): pg.ClientConfig {
  const session = { timezone: 'UTC', datestyle: 'ISO', ...settings };
  return {
    connectionString: url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    options: Object.entries(session)
      .map(([name, value]) => `-c ${name}=${escapeOption(value)}`)
      .join(' '),
    types: typeParsers(),
  };
}

/**
 * A connection that may break at any moment. It tells whoever waits for a statement, or the next one who asks; it tells it as an
 * event as well, also in the moment between a pool's hand and its borrower's, and without a listener the process would end.
 */
export class Connection extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    this.on('error', () => undefined);
  }
}

/** Options for a pool, whoever makes it. */
export const poolOptions = (url: string): pg.PoolConfig => ({
  ...connectionOptions(url),
  Client: Connection,
});

/** A pool of plain connections, for hand-written SQL. `max` is the number of connections it may open. */
export function createPool(
  url: string,
  { max, log = silentLog }: { readonly max: number; readonly log?: ProcessLog },
): pg.Pool {
  const pool = new pg.Pool({ ...poolOptions(url), max });
  // A connection that breaks while nobody uses it. The pool drops it; without a listener the process would end.
  pool.on('error', (error) => {
    logIdleLoss(log, error);
  });
  return pool;
}

/** Server shut down by its operator. */
const ADMIN_SHUTDOWN = '57P01';

/** Tells that a connection broke while nobody used it; that the server was stopped on purpose is no news. */
export function logIdleLoss(log: ProcessLog, error: unknown): void {
  const code = codeOf(error) ?? 'unknown';
  if (code === ADMIN_SHUTDOWN) log.debug('idle database connection closed by the server');
  else log.warn('idle database connection lost', { code });
}

/**
 * As the driver does, but for times: a JavaScript Date has no microseconds and reads a date in the machine's zone, so
 * `timestamptz` becomes an `Instant`, and `date` and `timestamp` stay text. `bigint` and `numeric` are text anyway.
 */
function typeParsers(): pg.TypeOverrides {
  const parsers = new pg.TypeOverrides();
  parsers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantOfTimestamp);
  parsers.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text);
  parsers.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return parsers;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/;

/** "2026-11-22 16:13:19.37+00" as an `Instant`. Throws for anything but UTC, which the session was set to. */
export function instantOfTimestamp(text: string): Instant {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) throw new Error('expected a timestamp in UTC from the database');
  const [, date = '', time = '', fraction = ''] = parts;
  return `${date}T${time}.${fraction.padEnd(6, '0')}Z` as Instant;
}

/** Spaces and backslashes separate and escape in the `options` of a connection. */
function escapeOption(value: string): string {
  return value.replace(/[\\ ]/g, '\\$&');
}
