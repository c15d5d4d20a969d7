/** Brings a database to the schema of this release. Forward only. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { silentLog, type ProcessLog } from '../process-log.js';
import { codeOf, messageOf, StartError } from '../start-error.js';
import { Connection, connectionOptions } from './connection.js';
import { typeormLog } from './data-source.js';
import { describeDatabaseUrl, readDatabaseUrl } from './database-url.js';
import { MIGRATION_SETTING, MIGRATION_TABLE, SERVICE_ROLE, SERVICE_ROLE_SETTING } from './names.js';

/** A migration of the list in `migrations/index.ts`. Its class name ends in a timestamp of 13 digits. */
export type MigrationClass = new () => MigrationInterface;

/** What to migrate, and with what. */
export interface MigrateOptions {
  /** Of the role that owns the tables. */
  readonly ownerUrl: string;
  /** Of the role that runs the service; migrations grant to it. */
  readonly serviceUrl?: string;
  readonly migrations: readonly MigrationClass[];
  readonly log?: ProcessLog;
}

/** The oldest server that the tests run on. */
const OLDEST_SERVER = 180_000;
/** Any number that nobody else takes as an advisory lock in this database. */
const MIGRATION_LOCK = 7_216_001;
const LOCK_LIMIT_MS = 120_000;
const LOCK_POLL_MS = 100;

/**
 * Runs all migrations that the database has not seen, each in its own transaction, and names those that ran. Instances
 * that start at once wait for each other. A database that a newer release migrated is refused.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const lock = await connectAsOwner(options.ownerUrl);
  try {
    await refuseOldServer(lock);
    await takeLock(lock);
    const done = await readHistory(lock);
    refuseNewerDatabase(done, options);
    const isComplete = options.migrations.every((migration) => done.includes(migration.name));
    return isComplete ? [] : await runMigrations(options);
  } finally {
    // The end of the session frees the lock.
    await lock.end().catch(() => undefined);
  }
}

async function runMigrations(options: MigrateOptions): Promise<readonly string[]> {
  const log = options.log ?? silentLog;
  const source = new DataSource({
    type: 'postgres',
    poolSize: 2,
    migrations: [...options.migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logger: typeormLog(log),
    extra: connectionOptions(options.ownerUrl, {
      [MIGRATION_SETTING]: 'on',
      [SERVICE_ROLE_SETTING]: serviceRoleOf(options.serviceUrl),
    }),
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    const names = ran.map((migration) => migration.name);
    if (names.length > 0) log.info('schema migrated', { size: names.length });
    return names;
  } finally {
    await source.destroy();
  }
}

/** The name that migrations grant to: `current_setting('countersign.service_role')`. */
export function serviceRoleOf(serviceUrl: string | undefined): string {
  if (serviceUrl === undefined) return SERVICE_ROLE;
  const reading = readDatabaseUrl(serviceUrl);
  return reading.kind === 'database' ? reading.user : SERVICE_ROLE;
}

async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new Connection(connectionOptions(ownerUrl));
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explainConnect(error, ownerUrl, 'DATABASE_OWNER_URL');
  }
}

/** A sentence for a connection that failed; `setting` names where its address comes from. */
export function explainConnect(error: unknown, url: string, setting: string): unknown {
  const where = describeDatabaseUrl(url);
  const sentence = connectProblem(codeOf(error), where, setting);
  if (sentence !== undefined)
    return new StartError('database-unreachable', sentence, { cause: error });
  if (/timeout/i.test(messageOf(error))) {
    return new StartError(
      'database-unreachable',
      `The server of ${where} does not answer: check the address in ${setting} and the network between.`,
      { cause: error },
    );
  }
  return error;
}

function connectProblem(
  code: string | undefined,
  where: string,
  setting: string,
): string | undefined {
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `No PostgreSQL server listens at ${where}: start it, or correct ${setting}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${where} is unknown to this machine: correct ${setting}.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return `The server of ${where} does not answer: check the address in ${setting} and the network between.`;
    case '28P01':
    case '28000':
      return `The server refuses the role or password for ${where}: correct ${setting}, or the server’s access rules.`;
    case '3D000':
      return `There is no ${where}: create it as the README says, or correct ${setting}.`;
    case '42501':
      return `The role in ${setting} may not connect to ${where}: grant it CONNECT.`;
    case '53300':
      return `The server of ${where} has no connection left: raise its max_connections.`;
    case '57P03':
      return `The server of ${where} is starting or stopping: start Countersign again in a moment.`;
    default:
      return undefined;
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version",
  );
  const server = rows[0];
  if (server === undefined || server.number >= OLDEST_SERVER) return;
  throw new StartError(
    'database-settings',
    `The server runs PostgreSQL ${server.version}, and Countersign needs PostgreSQL ${OLDEST_SERVER / 10_000} or later: ` +
      'upgrade it, or use the embedded database by setting neither DATABASE_URL nor DATABASE_OWNER_URL.',
  );
}

async function takeLock(client: pg.Client): Promise<void> {
  const deadlineMs = performance.now() + LOCK_LIMIT_MS;
  while (performance.now() < deadlineMs) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS taken',
      [MIGRATION_LOCK],
    );
    if (rows[0]?.taken === true) return;
    await delay(LOCK_POLL_MS);
  }
  throw new StartError(
    'database-busy',
    `Another instance has been migrating this database for more than ${LOCK_LIMIT_MS / 60_000} minutes: let it finish, ` +
      'or find out why it hangs, and start again.',
  );
}

/** Names of the migrations that ran here. */
async function readHistory(client: pg.Client): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [MIGRATION_TABLE],
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM ${MIGRATION_TABLE} ORDER BY id`,
  );
  return rows.map((row) => row.name);
}

function refuseNewerDatabase(done: readonly string[], options: MigrateOptions): void {
  const known = options.migrations.map((migration) => migration.name);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartError(
    'database-newer',
    `The ${describeDatabaseUrl(options.ownerUrl)} was migrated by a newer release of Countersign (this one does not know ` +
      `${unknown.join(', ')}): start that release or a later one.`,
  );
}
