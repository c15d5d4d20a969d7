import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { assertServiceRole } from '../../src/platform/database/service-role.js';
import { ownServer, type OwnServer } from '../support/database.js';
import { problemOf } from '../support/problems.js';

const PASSWORDS = { owner_password: "it's an owner", service_password: 'a service' };

let server: OwnServer;
beforeAll(async () => {
  server = await ownServer();
  // As a server is before anybody prepared it.
  await run('postgres', [
    'DROP DATABASE countersign',
    'DROP ROLE countersign_service',
    'DROP ROLE countersign_owner',
  ]);
});
afterAll(async () => {
  await server.stop();
});

async function run(database: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({
    connectionString: server.superuserUrl.replace('@/countersign?', `@/${database}?`),
  });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The script as psql would run it: its own commands read here, its variables put in. */
async function runScript(): Promise<void> {
  const text = await readFile('scripts/existing-server.sql', 'utf8');
  const [before = '', after = ''] = text.split('\\connect countersign\n');
  const statements = (part: string): readonly string[] => {
    const plain = part
      .split('\n')
      .filter((line) => !line.startsWith('\\') && !line.startsWith('--'))
      .join('\n')
      .replace(/:'(\w+)'/g, (_, name: string) =>
        pg.escapeLiteral(PASSWORDS[name as keyof typeof PASSWORDS]),
      );
    // The body of the function holds semicolons of its own.
    return plain.split(/;\n(?=(?:[^$]|\$\$[^]*?\$\$)*$)/).filter((each) => each.trim() !== '');
  };
  await run('postgres', statements(before));
  await run('countersign', statements(after));
}

test('an existing server is prepared by the script that the README names', async () => {
  await runScript();
  const url = (role: string, password: string): string =>
    server.serviceUrl.replace(/\/\/[^@]+@/, `//${role}:${encodeURIComponent(password)}@`);
  const ownerUrl = url('countersign_owner', PASSWORDS.owner_password);
  const serviceUrl = url('countersign_service', PASSWORDS.service_password);
  await migrate({ ownerUrl, serviceUrl, migrations });

  const source = createDataSource({ url: serviceUrl, poolSize: 1 });
  await source.initialize();
  const ledgerTables = ['ledger.entry'];
  expect(await problemOf(assertServiceRole(source, { ledgerTables }))).toBe('none');
  await expect(source.query('CREATE TABLE x ()')).rejects.toThrow(
    /by migrations only|permission denied/,
  );
  await source.destroy();

  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await expect(owner.query('DROP TABLE ledger.entry')).rejects.toThrow(/by migrations only/);
  await owner.end();
});
