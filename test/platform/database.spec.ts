import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { instantOfTimestamp, createPool } from '../../src/platform/database/connection.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { migrate, type MigrationClass } from '../../src/platform/database/migrate.js';
import { assertServiceRole } from '../../src/platform/database/service-role.js';
import { Readiness } from '../../src/platform/readiness.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { problemOf } from '../support/problems.js';
import { migrations } from '../../migrations/index.js';

class FirstTable1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE log_line (number bigint PRIMARY KEY, words text NOT NULL)');
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('GRANT SELECT, INSERT ON log_line TO %I', current_setting('countersign.service_role'));
      END $$`);
  }
  async down(): Promise<void> {
    await Promise.reject(new Error('forward only'));
  }
}

class SecondTable1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE second (number bigint PRIMARY KEY)');
  }
  async down(): Promise<void> {
    await Promise.reject(new Error('forward only'));
  }
}

class Broken1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_made (number bigint)');
    await runner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {
    await Promise.reject(new Error('forward only'));
  }
}

const OURS: readonly MigrationClass[] = [...migrations, FirstTable1700000000001];

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await database.drop();
});

async function ask(url: string, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements)
      ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

async function asOwner(...statements: readonly string[]): Promise<readonly unknown[]> {
  return ask(database.ownerUrl, "SET countersign.migration = 'on'", ...statements);
}

describe('migrations', () => {
  test('run once, in order, and grant to the role that runs the service', async () => {
    expect(await migrate({ ...database, migrations: OURS })).toEqual(['FirstTable1700000000001']);
    expect(await migrate({ ...database, migrations: [...OURS, SecondTable1700000000002] })).toEqual(
      ['SecondTable1700000000002'],
    );
    expect(await migrate({ ...database, migrations: [...OURS, SecondTable1700000000002] })).toEqual(
      [],
    );
    await ask(database.serviceUrl, "INSERT INTO log_line VALUES (1, 'one')");
    await expect(ask(database.serviceUrl, 'DELETE FROM log_line')).rejects.toThrow(
      /permission denied/,
    );
    await expect(ask(database.serviceUrl, 'SELECT FROM second')).rejects.toThrow(
      /permission denied/,
    );
  });

  test('run once when several instances start together', async () => {
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => migrate({ ...database, migrations: OURS })),
    );
    expect(runs.filter((names) => names.length === 1)).toHaveLength(1);
  });

  test('that fail leave nothing behind', async () => {
    const broken = [...OURS, Broken1700000000003];
    await expect(migrate({ ...database, migrations: broken })).rejects.toThrow(/division by zero/);
    expect(await ask(database.ownerUrl, "SELECT to_regclass('half_made')::text AS half")).toEqual([
      { half: null },
    ]);
    expect(await migrate({ ...database, migrations: OURS })).toEqual([]);
  });

  test('of a newer release are refused', async () => {
    await migrate({ ...database, migrations: [...OURS, SecondTable1700000000002] });
    expect(await problemOf(migrate({ ...database, migrations: OURS }))).toMatch(
      /^database-newer: The database test_\w+ on .* does not know SecondTable1700000000002\): start that release or a later one\.$/,
    );
  });

  test('need a server that answers, and say so', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [
        'postgresql://a:b@127.0.0.1:1/c',
        /^database-unreachable: No PostgreSQL server listens at database c on 127\.0\.0\.1:1/,
      ],
      [
        'postgresql://a:b@no-such-host.invalid/c',
        /^database-unreachable: The host of database c .* is unknown/,
      ],
      [
        database.ownerUrl.replace(/:[^:@/]+@/, ':wrong@'),
        /^database-unreachable: The server refuses the role or password/,
      ],
      [
        database.ownerUrl.replace(database.name, 'nothing_here'),
        /^database-unreachable: There is no database nothing_here/,
      ],
    ];
    for (const [ownerUrl, expected] of cases) {
      expect(await problemOf(migrate({ ownerUrl, migrations: OURS }))).toMatch(expected);
    }
  });
});

describe('outside of migrations', () => {
  test.each([
    'CREATE TABLE x ()',
    'DROP TABLE log_line',
    'ALTER TABLE log_line DISABLE TRIGGER ALL',
  ])('not even the owner changes the schema: %s', async (statement) => {
    await migrate({ ...database, migrations: OURS });
    await expect(ask(database.ownerUrl, statement)).rejects.toThrow(/by migrations only/);
    await expect(
      ask(database.superuserUrl, "SET session_replication_role = 'replica'", statement),
    ).rejects.toThrow(/by migrations only/);
  });

  test('the service makes no table, schema or temporary table', async () => {
    for (const statement of ['CREATE TABLE x ()', 'CREATE SCHEMA x', 'CREATE TEMP TABLE x ()']) {
      await expect(ask(database.serviceUrl, statement)).rejects.toThrow();
    }
  });
});

describe('the role that runs the service', () => {
  const ledgerTables = ['log_line'];

  async function checked(url = database.serviceUrl): Promise<string> {
    const source = createDataSource({ url, poolSize: 1 });
    await source.initialize();
    try {
      return await problemOf(assertServiceRole(source, { ledgerTables }));
    } finally {
      await source.destroy();
    }
  }

  test('is accepted with what migrations grant', async () => {
    await migrate({ ...database, migrations: OURS });
    expect(await checked()).toBe('none');
  });

  test('is refused before the schema is there', async () => {
    expect(await checked()).toMatch(
      /^database-role: The database lacks log_line: run "countersign migrate"/,
    );
  });

  test('is refused as superuser', async () => {
    await migrate({ ...database, migrations: OURS });
    expect(await checked(database.superuserUrl)).toMatch(/runs the service is a superuser: /);
  });

  test('is refused as owner of tables', async () => {
    await migrate({ ...database, migrations: OURS });
    const problem = await checked(database.ownerUrl);
    expect(problem).toMatch(/owns \w+\.\w+, /);
    expect(problem).toMatch(/schema public/);
    expect(problem).toMatch(/may DELETE and TRIGGER and TRUNCATE and UPDATE log_line/);
  });

  test.each([
    ['GRANT UPDATE ON log_line TO countersign_service', 'may UPDATE log_line'],
    ['GRANT UPDATE (words) ON log_line TO countersign_service', 'may UPDATE log_line'],
    ['GRANT DELETE ON log_line TO countersign_service', 'may DELETE log_line'],
    ['GRANT TRUNCATE ON log_line TO PUBLIC', 'may TRUNCATE log_line'],
    ['GRANT TRIGGER ON log_line TO countersign_service', 'may TRIGGER log_line'],
  ])('is refused after %s', async (grant, expected) => {
    await migrate({ ...database, migrations: OURS });
    await asOwner(grant);
    expect(await checked()).toContain(expected);
  });

  test('is refused when it can become somebody who may', async () => {
    await migrate({ ...database, migrations: OURS });
    const helper = `helper_${database.name}`;
    await ask(
      database.superuserUrl,
      "SET countersign.migration = 'on'",
      `CREATE ROLE ${helper}`,
      `GRANT UPDATE ON log_line TO ${helper}`,
      `CREATE ROLE ${helper}_user LOGIN PASSWORD 'x' IN ROLE ${helper} NOINHERIT`,
      `GRANT CONNECT ON DATABASE ${database.name} TO ${helper}_user`,
      `GRANT USAGE ON SCHEMA public TO ${helper}_user`,
    );
    try {
      const url = database.serviceUrl.replace(/\/\/[^@]+@/, `//${helper}_user:x@`);
      expect(await checked(url)).toContain('may UPDATE log_line');
    } finally {
      await ask(
        database.superuserUrl,
        "SET countersign.migration = 'on'",
        `DROP OWNED BY ${helper}, ${helper}_user`,
        `DROP ROLE ${helper}_user`,
        `DROP ROLE ${helper}`,
      );
    }
  });

  test('is refused where a power cut could lose what it acknowledged', async () => {
    await migrate({ ...database, migrations: OURS });
    await ask(
      database.superuserUrl,
      `ALTER ROLE countersign_service IN DATABASE ${database.name} SET synchronous_commit = off`,
    );
    expect(await checked()).toMatch(
      /^database-settings: The server has synchronous_commit switched off/,
    );
  });
});

describe('connections', () => {
  test('tell times as instants with microseconds, and dates as text', async () => {
    const pool = createPool(database.serviceUrl, { max: 1 });
    const source = createDataSource({ url: database.serviceUrl, poolSize: 1 });
    await source.initialize();
    const sql = `
      SELECT timestamptz '2026-11-01 01:30:00.37-05' AS at, timestamptz '2026-11-01 00:00+00' AS whole,
             date '2026-11-01' AS day, 9007199254740993 AS large, current_setting('timezone') AS zone,
             numeric '0.10' AS exact, '\\x00ff'::bytea AS bytes`;
    const expected = {
      at: '2026-11-01T06:30:00.370000Z',
      whole: '2026-11-01T00:00:00.000000Z',
      day: '2026-11-01',
      large: '9007199254740993',
      zone: 'UTC',
      exact: '0.10',
      bytes: Buffer.from([0, 255]),
    };
    expect((await pool.query(sql)).rows).toEqual([expected]);
    expect(await source.query(sql)).toEqual([expected]);
    await pool.end();
    await source.destroy();
  });

  test('refuse a time that is not in UTC', () => {
    expect(() => instantOfTimestamp('2026-11-01 01:30:00-05')).toThrow(/in UTC/);
    expect(() => instantOfTimestamp('infinity')).toThrow(/in UTC/);
  });

  test('that the server cuts do not end the process, and are made anew', async () => {
    const pool = createPool(database.serviceUrl, { max: 2 });
    await pool.query('SELECT 1');
    const lent = await pool.connect();
    const broken = new Promise((resolve) => lent.once('end', resolve));
    await ask(
      database.superuserUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}' AND usename = 'countersign_service'`,
    );
    await broken;
    await expect(lent.query('SELECT 1')).rejects.toThrow();
    lent.release(true);
    const again = async (): Promise<unknown> => pool.query('SELECT 1').catch(again);
    await again();
    await pool.end();
  });

  test('make the service ready, until it stops', async () => {
    const source = createDataSource({ url: database.serviceUrl, poolSize: 1 });
    await source.initialize();
    const readiness = new Readiness(source);
    expect(await readiness.check()).toBe('ready');
    readiness.stop();
    expect(await readiness.check()).toBe('stopping');
    await source.destroy();
    expect(await new Readiness(source).check()).toBe('database-unavailable');
  });
});

test('a server that dies while it welcomes a connection is an error of whoever asked, and ends no process', async () => {
  const message = (kind: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + length.length);
    return Buffer.concat([Buffer.from(kind), length, body]);
  };
  const welcome = message('R', Buffer.alloc(4));
  const ready = message('Z', Buffer.from('I'));
  const dying = message('E', Buffer.from('SFATAL\0C57P01\0Munexpected postmaster exit\0\0'));
  const server = createServer((visitor) => {
    visitor.on('error', () => undefined);
    // Its welcome and its last words come in one piece.
    visitor.once('data', () => visitor.end(Buffer.concat([welcome, ready, dying])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `postgresql://countersign:x@127.0.0.1:${port}/countersign`;
  await expect(createDataSource({ url, poolSize: 1 }).initialize()).rejects.toThrow();
  const pool = createPool(url, { max: 1 });
  await expect(pool.query('SELECT 1')).rejects.toThrow();
  await pool.end();
  await new Promise((resolve) => server.close(resolve));
});
