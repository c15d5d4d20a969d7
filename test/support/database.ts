/** Databases for tests: real ones, empty but for the schema. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { DATABASE, OWNER_ROLE, SERVICE_ROLE } from '../../src/platform/database/names.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedOptions,
} from '../../src/platform/embedded/embedded-database.js';
import { codeOf } from '../../src/platform/start-error.js';

/** A database of a server that all tests of a run share. */
export interface TestDatabase {
  readonly name: string;
  /** Owns the tables. */
  readonly ownerUrl: string;
  /** Runs the service. */
  readonly serviceUrl: string;
  /** For tests that tamper. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

interface SharedServer {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly superuserUrl: string;
}

const CLONE_ATTEMPTS = 20;
const OBJECT_IN_USE = '55006';

let shared: Promise<SharedServer> | undefined;

/** A new database with the schema and nothing in it: one for each test file, dropped in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  shared ??= askKeeper();
  const server = await shared;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, async (client) => {
    await cloneTemplate(client, name);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${SERVICE_ROLE}`);
  });
  return {
    name,
    ownerUrl: inDatabase(server.ownerUrl, name),
    serviceUrl: inDatabase(server.serviceUrl, name),
    superuserUrl: inDatabase(server.superuserUrl, name),
    drop: () =>
      asSuperuser(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** A server of one's own, for tests that kill it. */
export interface OwnServer extends EmbeddedDatabase {
  readonly dataFolder: string;
}

/** A new server on a new data folder, migrated, with fsync on. Stop it in `afterAll`; the end of the run does so too. */
export async function ownServer(options: Partial<EmbeddedOptions> = {}): Promise<OwnServer> {
  const dataFolder = options.dataFolder ?? (await newFolder());
  const server = await startEmbeddedDatabase({ ...options, dataFolder });
  await migrate({ ownerUrl: server.ownerUrl, serviceUrl: server.serviceUrl, migrations });
  return { ...server, dataFolder };
}

/** The folder of this test run; all that lies in it is removed at its end, and servers in it are stopped. */
export function runFolder(): string {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) throw new Error('there is no test run: start tests with "npm test"');
  return folder;
}

/** A new empty folder that also the account can enter that runs PostgreSQL for root. */
export async function newFolder(mode = 0o711): Promise<string> {
  const path = join(runFolder(), randomBytes(4).toString('hex'));
  await mkdir(path, { mode });
  return path;
}

/** A copy of the data folder of a stopped service, under another name: much sooner there than a new database. */
export async function copyOfData(dataFolder: string): Promise<string> {
  const copy = join(await newFolder(), 'data');
  await promisify(execFile)('cp', ['-a', dataFolder, copy]);
  return copy;
}

async function askKeeper(): Promise<SharedServer> {
  const answer = await new Promise<string>((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = createConnection(join(runFolder(), 'keeper.sock'));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => {
      resolve(Buffer.concat(parts).toString('utf8'));
    });
    socket.on('error', reject);
  });
  const parsed: unknown = JSON.parse(answer);
  const told: unknown = Reflect.get(Object(parsed), 'error');
  if (typeof told === 'string') {
    throw new Error(`the shared database server did not start: ${told}`);
  }
  return parsed as SharedServer;
}

async function cloneTemplate(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${DATABASE} OWNER ${OWNER_ROLE}`);
      return;
    } catch (error) {
      // Autovacuum may be looking at the template.
      if (codeOf(error) !== OBJECT_IN_USE || attempt === CLONE_ATTEMPTS) throw error;
    }
  }
}

async function asSuperuser(
  server: SharedServer,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(server.superuserUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same address with another database: `postgresql://role:password@/database?host=…`. */
function inDatabase(url: string, name: string): string {
  return url.replace(`@/${DATABASE}?`, `@/${name}?`);
}
