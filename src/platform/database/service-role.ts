/** What must be true of the server and of the service's role before the service may record anything. */
import { StartError } from '../start-error.js';

/** Runs a statement: a TypeORM data source, or a pool through a lambda. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** What is checked. */
export interface ServiceRoleChecks {
  /** Append-only tables, as `table` or `schema.table`. Each must exist. */
  readonly ledgerTables: readonly string[];
}

interface RoleRow {
  readonly role: string;
  readonly is_superuser: boolean;
  readonly bypasses: boolean;
  readonly creates_roles: boolean;
  readonly replicates: boolean;
  readonly owned: readonly string[];
}

interface TableRow {
  readonly name: string;
  readonly is_there: boolean;
  readonly may: readonly string[];
}

interface SettingsRow {
  readonly off: readonly string[];
  readonly is_standby: boolean;
}

const ROLE_SQL = `
SELECT r.rolname AS role,
       r.rolsuper AS is_superuser,
       r.rolbypassrls AS bypasses,
       r.rolcreaterole AS creates_roles,
       r.rolreplication AS replicates,
       ARRAY(
         SELECT format('%I.%I', n.nspname, c.relname)
           FROM pg_class c
           JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
            AND NOT pg_is_other_temp_schema(n.oid)
            AND pg_has_role(r.oid, c.relowner, 'MEMBER')
          ORDER BY 1
          LIMIT 5
       ) || ARRAY(
         -- The owner of a schema may drop what is in it; the owner of the database owns its schema public.
         SELECT format('schema %I', n.nspname)
           FROM pg_namespace n
          WHERE n.nspname !~ '^pg_'
            AND n.nspname <> 'information_schema'
            AND pg_has_role(r.oid, n.nspowner, 'MEMBER')
          ORDER BY 1
          LIMIT 5
       ) AS owned
  FROM pg_roles r
 WHERE r.rolname = current_user`;

// A role that may take on another's rights with SET ROLE has them: hence the check of membership above, and here of
// every role it is a member of.
const TABLES_SQL = `
SELECT t.name,
       to_regclass(t.name) IS NOT NULL AS is_there,
       ARRAY(
         SELECT p.privilege
           FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS p(privilege)
          WHERE to_regclass(t.name) IS NOT NULL
            AND EXISTS (
              SELECT
                FROM pg_roles r
               WHERE pg_has_role(current_user, r.oid, 'MEMBER')
                 AND (has_table_privilege(r.oid, to_regclass(t.name), p.privilege)
                      OR (p.privilege = 'UPDATE'
                          AND has_any_column_privilege(r.oid, to_regclass(t.name), 'UPDATE')))
            )
          ORDER BY 1
       ) AS may
  FROM unnest($1::text[]) AS t(name)
 ORDER BY t.name`;

const SETTINGS_SQL = `
SELECT ARRAY(
         SELECT s.name
           FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS s(name)
          WHERE current_setting(s.name) = 'off'
          ORDER BY 1
       ) AS off,
       pg_is_in_recovery() AS is_standby`;

/**
 * Refuses to start on a server that may lose what it acknowledged, or with a role that could change the past. Every
 * problem is named at once.
 */
export async function assertServiceRole(
  source: Queryable,
  checks: ServiceRoleChecks,
): Promise<void> {
  const role = await one<RoleRow>(source, ROLE_SQL);
  const tables = (await source.query(TABLES_SQL, [
    [...checks.ledgerTables],
  ])) as readonly TableRow[];
  const settings = await one<SettingsRow>(source, SETTINGS_SQL);

  const missing = tables.filter((table) => !table.is_there).map((table) => table.name);
  if (missing.length > 0) {
    throw new StartError(
      'database-role',
      `The database lacks ${missing.join(', ')}: run "countersign migrate" with DATABASE_OWNER_URL of the same database.`,
    );
  }
  // A superuser may do everything; one sentence is enough.
  const roleProblems = role.is_superuser
    ? ['is a superuser']
    : [...describeRole(role), ...describeTables(tables)];
  if (roleProblems.length > 0) {
    throw new StartError(
      'database-role',
      `The role "${role.role}" that runs the service ${joined(roleProblems)}: give DATABASE_URL a role of its own that ` +
        'has only what the migrations grant, as the README shows.',
    );
  }
  const settingProblems = describeSettings(settings);
  if (settingProblems.length > 0) {
    throw new StartError('database-settings', settingProblems.join('\n'));
  }
}

function describeRole(role: RoleRow): readonly string[] {
  return [
    ...(role.bypasses ? ['bypasses row security'] : []),
    ...(role.creates_roles ? ['may create roles'] : []),
    ...(role.replicates ? ['may replicate the server'] : []),
    ...(role.owned.length > 0 ? [`owns ${role.owned.join(', ')}`] : []),
  ];
}

function describeTables(tables: readonly TableRow[]): readonly string[] {
  return tables
    .filter((table) => table.may.length > 0)
    .map((table) => `may ${table.may.join(' and ')} ${table.name}`);
}

function describeSettings(settings: SettingsRow): readonly string[] {
  const off =
    settings.off.length === 0
      ? []
      : [
          `The server has ${settings.off.join(', ')} switched off, so a power cut could lose entries that were ` +
            'acknowledged: switch on what is off in its configuration, for this role and database too.',
        ];
  const standby = settings.is_standby
    ? ['The server is a standby, which takes no entries: point DATABASE_URL at the primary.']
    : [];
  return [...off, ...standby];
}

function joined(problems: readonly string[]): string {
  return problems.join(', and ');
}

async function one<Row>(source: Queryable, sql: string): Promise<Row> {
  const rows = (await source.query(sql)) as readonly Row[];
  const row = rows[0];
  if (row === undefined) throw new Error('expected one row about the service role, found none');
  return row;
}
