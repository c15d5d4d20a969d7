/**
 * The roles and the database of an embedded server, and what only its superuser can set up. Every statement may run
 * again: a first start may have ended anywhere between two of them.
 */
import type pg from 'pg';
import { DATABASE, OWNER_ROLE, SERVICE_ROLE } from '../database/names.js';
import type { Passwords } from './cluster.js';

/** Makes sure that roles, database and guards exist. `client` is a superuser's, in the database `postgres`. */
export async function prepareServer(
  client: pg.Client,
  connect: (database: string) => pg.Client,
  passwords: Passwords,
): Promise<void> {
  await prepareRoles(client, passwords);
  await withClient(connect(DATABASE), prepareDatabase);
}

async function prepareRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  await makeRole(client, OWNER_ROLE, passwords.owner);
  await makeRole(client, SERVICE_ROLE, passwords.service);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
  }
  await client.query(`REVOKE ALL ON DATABASE ${DATABASE}, postgres, template1 FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${SERVICE_ROLE}`);
}

async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount !== 0) return;
  await client.query(
    `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS ` +
      `PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function prepareDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "SELECT FROM pg_event_trigger WHERE evtname = 'countersign_refuse_ddl' AND evtenabled = 'A'",
  );
  if (rowCount === 0) await client.query(PREPARE_DATABASE);
}

/**
 * The service gets nothing by being there, and the schema changes by migrations only. The guard stops accidents and
 * injected statements: an owner who knows the setting passes it, and a superuser can drop it. Both are detected by
 * verifying the ledger, not prevented here.
 */
const PREPARE_DATABASE = `
BEGIN;
SET LOCAL countersign.migration = 'on';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${SERVICE_ROLE};
ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER_ROLE} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS countersign_guard;
CREATE OR REPLACE FUNCTION countersign_guard.refuse_ddl() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('countersign.migration', true), '') <> 'on' THEN
    RAISE EXCEPTION '% is refused: the schema changes by migrations only', tg_tag
      USING ERRCODE = 'insufficient_privilege', HINT = 'Run "countersign migrate".';
  END IF;
END
$$;
DROP EVENT TRIGGER IF EXISTS countersign_refuse_ddl;
CREATE EVENT TRIGGER countersign_refuse_ddl ON ddl_command_start EXECUTE FUNCTION countersign_guard.refuse_ddl();
ALTER EVENT TRIGGER countersign_refuse_ddl ENABLE ALWAYS;
COMMIT;
`;

async function withClient(
  client: pg.Client,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
