import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { chooseAccount, type Account } from '../../src/platform/embedded/account.js';
import { findBinaries } from '../../src/platform/embedded/binaries.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../src/platform/embedded/embedded-database.js';
import { isRunning } from '../../src/platform/running-process.js';
import { copyOfData, newFolder } from '../support/database.js';
import { problemOf } from '../support/problems.js';

/** A data folder with a database that was made, and stopped; tests of what comes later begin with a copy. */
let stopped: string;
beforeAll(async () => {
  stopped = await newFolder();
  await (await startEmbeddedDatabase({ dataFolder: stopped })).stop();
});

const started: EmbeddedDatabase[] = [];

async function start(dataFolder: string, options = {}): Promise<EmbeddedDatabase> {
  const server = await startEmbeddedDatabase({ dataFolder, ...options });
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await delay(20);
}

/** Every process that works in the folder of a cluster, which all of PostgreSQL's do. */
async function processesIn(cluster: string): Promise<readonly number[]> {
  const { readlink } = await import('node:fs/promises');
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const folders = await Promise.all(
    numbers.map((number) => readlink(`/proc/${number}/cwd`).catch(() => '')),
  );
  return numbers.filter((_, index) => folders[index] === cluster);
}

describe('an embedded database', () => {
  test('is made, stops without a trace, and is found again with what was written', async () => {
    const folder = await newFolder();
    const made = await start(folder);
    expect(made.how).toBe('made');
    await ask(
      made.ownerUrl,
      "SET countersign.migration = 'on'; CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)",
    );
    const cluster = join(folder, 'postgres', 'cluster');
    expect((await processesIn(cluster)).length).toBeGreaterThan(1);
    await made.stop();
    expect(await processesIn(cluster)).toEqual([]);
    expect(await readdir(join(folder, 'postgres', 'run'))).toEqual([]);

    const again = await start(folder);
    expect(again.how).toBe('started');
    expect(await ask(again.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('keeps what it acknowledges, lets nobody in without a password, and listens to no network', async () => {
    const folder = await newFolder();
    const server = await start(folder);
    const settings = await ask(
      server.superuserUrl,
      `SELECT name, setting FROM pg_settings
        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses',
                       'server_encoding', 'password_encryption', 'log_statement', 'log_min_messages')
        ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      log_min_messages: 'log',
      log_statement: 'none',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    });
    for (const url of [server.serviceUrl, server.ownerUrl, server.superuserUrl]) {
      await expect(ask(url.replace(/:[^:@/]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
        /password/,
      );
    }
    await expect(
      ask(server.serviceUrl.replace('/countersign?', '/postgres?'), 'SELECT 1'),
    ).rejects.toThrow(/permission denied/);
    const modes = [
      'secrets',
      'secrets/postgres-superuser',
      'secrets/postgres-owner',
      'secrets/postgres-service',
    ]
      .concat(['postgres', 'postgres/cluster', 'postgres/run', 'postgres/log'])
      .map(async (name) => (await stat(join(folder, name))).mode & 0o077);
    expect(await Promise.all(modes)).toEqual(modes.map(() => 0));
  });

  test('writes no value of a row into its log', async () => {
    const folder = await copyOfData(stopped);
    const server = await start(folder);
    await ask(
      server.ownerUrl,
      "SET countersign.migration = 'on'; CREATE TABLE person (name text PRIMARY KEY CHECK (name <> 'Ottilie Refused'))",
    );
    await ask(server.ownerUrl, "INSERT INTO person VALUES ('Ottilie Example')");
    for (const statement of [
      "INSERT INTO person VALUES ('Ottilie Example')",
      "INSERT INTO person VALUES ('Ottilie Refused')",
      "SELECT 'Ottilie Example'::integer",
      "SELECT * FROM person WHERE name = 'Ottilie Example' AND nonsense",
    ]) {
      await expect(ask(server.ownerUrl, statement)).rejects.toThrow();
    }
    await server.stop();
    const log = join(folder, 'postgres', 'log');
    for (const name of await readdir(log)) {
      expect(await readFile(join(log, name), 'utf8')).not.toContain('Ottilie');
    }
  });

  test('is started again when it is killed, at the same address', async () => {
    const folder = await copyOfData(stopped);
    let deaths = 0;
    const server = await start(folder, { onDeath: () => (deaths += 1) });
    await ask(
      server.ownerUrl,
      "SET countersign.migration = 'on'; CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)",
    );
    const killed = server.processId();
    process.kill(killed, 'SIGKILL');
    await until(() => server.processId() !== killed);
    expect(deaths).toBe(1);
    expect(await ask(server.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('is given up when it dies again and again', async () => {
    const folder = await copyOfData(stopped);
    const lost: Error[] = [];
    const server = await start(folder, { onLost: (error: Error) => lost.push(error) });
    const dead = new Set<number>();
    while (lost.length === 0) {
      const processId = server.processId();
      if (!dead.has(processId)) process.kill(processId, 'SIGKILL');
      dead.add(processId);
      await delay(10);
    }
    expect(lost[0]?.message).toMatch(
      /^PostgreSQL ended 4 times within 10 minutes: see the newest log/,
    );
  });

  test('survives the crash of one of its own processes', async () => {
    const server = await start(await copyOfData(stopped));
    const client = new pg.Client({ connectionString: server.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const before = server.processId();
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    const answers = (): Promise<boolean> =>
      ask(server.ownerUrl, 'SELECT 1').then(
        () => true,
        () => false,
      );
    await until(answers);
    expect(server.processId()).toBe(before);
    await client.end().catch(() => undefined);
  });

  test('with a path too long for a socket listens in a short private folder', async () => {
    const folder = join(await newFolder(), 'x'.repeat(90));
    await mkdir(folder, { mode: 0o711 });
    const server = await start(folder);
    expect(await ask(server.serviceUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const place = (await readFile(join(folder, 'postgres', 'run.place'), 'utf8')).trim();
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    await server.stop();
    const again = await start(folder);
    expect(again.serviceUrl).toBe(server.serviceUrl);
    await again.stop();
    await rm(place, { recursive: true });
  });
});

describe('a server that outlived its service', () => {
  test('is taken over as it is', async () => {
    const folder = await copyOfData(stopped);
    const orphan = await startElsewhere(folder);
    const server = await start(folder);
    expect(server.how).toBe('adopted');
    expect(server.processId()).toBe(orphan);
    await server.stop();
    expect(await isRunning(orphan)).toBe(false);
  });

  test('is watched like one of our own', async () => {
    const folder = await copyOfData(stopped);
    const orphan = await startElsewhere(folder);
    const server = await start(folder);
    process.kill(orphan, 'SIGKILL');
    await until(() => server.processId() !== orphan);
    expect(await ask(server.serviceUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is stopped and started if its settings are not ours', async () => {
    const folder = await copyOfData(stopped);
    const orphan = await startElsewhere(folder);
    await writeFile(join(folder, 'postgres', 'cluster', 'postgresql.conf'), 'fsync = off\n');
    const server = await start(folder);
    expect(server.how).toBe('started');
    expect(server.processId()).not.toBe(orphan);
    expect(await ask(server.serviceUrl, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  test('is not taken from a service that uses it', async () => {
    const folder = await copyOfData(stopped);
    const server = await start(folder);
    expect(await problemOf(startEmbeddedDatabase({ dataFolder: folder }))).toMatch(
      /^data-folder-busy: Another Countersign service is using the database in/,
    );
    expect(await ask(server.serviceUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a cluster', () => {
  test('whose server was killed and whose process number was given away is started', async () => {
    const folder = await copyOfData(stopped);
    const account = await chooseAccount(join(folder, 'postgres', 'cluster'));
    const bystander = spawn('sleep', ['600'], runAs(account));
    const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    const left = `${bystander.pid ?? 0}\n${dirname(pidFile)}\n1\n5432\n\n\n\n ready\n`;
    await writeFile(pidFile, left);
    await writeFile(join(folder, 'postgres', 'run', '.s.PGSQL.5432.lock'), left);
    try {
      const again = await start(folder);
      expect(again.how).toBe('started');
      expect(bystander.exitCode).toBeNull();
    } finally {
      bystander.kill();
    }
  });

  test('of another PostgreSQL is refused', async () => {
    const folder = await copyOfData(stopped);
    await writeFile(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    expect(await problemOf(startEmbeddedDatabase({ dataFolder: folder }))).toMatch(
      /^cluster-version: The database in .* was made by PostgreSQL 17 .* runs PostgreSQL 18: start the release/,
    );
  });

  test('that was lost is not replaced by an empty one', async () => {
    const folder = await copyOfData(stopped);
    await rm(join(folder, 'postgres', 'cluster'), { recursive: true });
    expect(await problemOf(startEmbeddedDatabase({ dataFolder: folder }))).toMatch(
      /^cluster-missing: The database that belongs to the passwords in .* is not in/,
    );
  });

  test('without its passwords is refused', async () => {
    const folder = await copyOfData(stopped);
    await rm(join(folder, 'secrets', 'postgres-owner'));
    expect(await problemOf(startEmbeddedDatabase({ dataFolder: folder }))).toMatch(
      /^cluster-missing: The passwords/,
    );
  });

  test('that was half made is made anew', async () => {
    const folder = await copyOfData(stopped);
    // As a first start leaves it that ended just before its last step.
    await rename(join(folder, 'postgres', 'cluster'), join(folder, 'postgres', 'new-0123'));
    const server = await start(folder);
    expect(server.how).toBe('made');
    expect((await readdir(join(folder, 'postgres'))).sort()).toEqual(['cluster', 'log', 'run']);
  });

  test('that is damaged is told as such', async () => {
    const folder = await copyOfData(stopped);
    await writeFile(
      join(folder, 'postgres', 'cluster', 'global', 'pg_control'),
      Buffer.alloc(8192, 7),
    );
    expect(await problemOf(startEmbeddedDatabase({ dataFolder: folder }))).toMatch(
      /^cluster-damaged: The database in .* is damaged \(.*\): keep a copy of it, restore the data folder/,
    );
  });
});

const runAs = ({ isAnother, uid, gid }: Account): { uid?: number; gid?: number } =>
  isAnother ? { uid, gid } : {};

/** A server left behind by a service that was killed: started by another process, which then ends at once. */
async function startElsewhere(dataFolder: string): Promise<number> {
  const made = await startEmbeddedDatabase({ dataFolder });
  await made.stop();
  const cluster = join(dataFolder, 'postgres', 'cluster');
  const account = await chooseAccount(cluster);
  const { postgres } = await findBinaries(account, join(dataFolder, 'postgres'));
  const child = spawn(postgres, ['-D', cluster], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
    ...runAs(account),
  });
  const pidFile = join(cluster, 'postmaster.pid');
  await until(async () => / ?ready/.test(await readFile(pidFile, 'utf8').catch(() => '')));
  return child.pid ?? 0;
}
