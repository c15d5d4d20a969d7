import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the service keeps beside the ledger: credentials, sessions, tries at guessing them, the access journal, patients
 * and files. The journal is append-only for everybody who does not take its triggers away; the rest may change.
 */
export class Identity1764000000002 implements MigrationInterface {
  name = 'Identity1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS, GRANTS]) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations are forward only'));
  }
}

const TABLES = [
  `CREATE SCHEMA beside`,
  `REVOKE ALL ON SCHEMA beside FROM PUBLIC`,
  `CREATE TABLE beside.credential (
     -- The entry that adds the person: known before the person has an id.
     entry          uuid PRIMARY KEY,
     person         text UNIQUE,
     sign_in_name   text NOT NULL,
     -- Compared in this form; never given to a second person.
     sign_in_key    text NOT NULL UNIQUE,
     password_hash  text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
     pin_hash       text CHECK (pin_hash LIKE '$argon2id$%'),
     -- Set by somebody else: good for choosing new ones only.
     is_temporary   boolean NOT NULL,
     changed_at     timestamptz NOT NULL
   )`,
  `CREATE TABLE beside.session (
     hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
     person     text NOT NULL REFERENCES beside.credential (person),
     opened_at  timestamptz NOT NULL,
     proved_at  timestamptz NOT NULL,
     seen_at    timestamptz NOT NULL,
     ended_at   timestamptz
   )`,
  `CREATE INDEX session_of_person ON beside.session (person) WHERE ended_at IS NULL`,
  `CREATE INDEX session_by_age ON beside.session (opened_at)`,
  `CREATE TABLE beside.known_device (
     hash     bytea NOT NULL CHECK (octet_length(hash) = 32),
     person   text NOT NULL REFERENCES beside.credential (person),
     seen_at  timestamptz NOT NULL,
     PRIMARY KEY (hash, person)
   )`,
  `CREATE TABLE beside.attempt (
     subject   text PRIMARY KEY,
     failures  integer NOT NULL CHECK (failures >= 0),
     last_at   timestamptz NOT NULL
   )`,
  `CREATE INDEX attempt_by_age ON beside.attempt (last_at)`,
  `CREATE TABLE beside.setup (
     is_only      boolean PRIMARY KEY DEFAULT true CHECK (is_only),
     -- Ids of what the set-up makes come from this, so that a second try after a crash makes the same.
     seed         uuid NOT NULL,
     finished_at  timestamptz
   )`,
  `CREATE TABLE beside.journal (
     line    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at      timestamptz NOT NULL,
     kind    text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
     person  text,
     site    text,
     code    text CHECK (code ~ '^[a-z0-9.-]{1,80}$'),
     act     text CHECK (act ~ '^[a-z-]{1,40}$'),
     about   text[] NOT NULL DEFAULT '{}' CHECK (cardinality(about) <= 500),
     source  inet
   )`,
  `CREATE INDEX journal_of_site ON beside.journal (site, line)`,
  `CREATE TABLE beside.patient (
     site         text NOT NULL,
     id           text NOT NULL,
     -- Idempotency key of the request that added the patient.
     added_by_key uuid NOT NULL,
     version      integer NOT NULL CHECK (version > 0),
     key          text NOT NULL,
     sealed       bytea NOT NULL,
     added_at     timestamptz NOT NULL,
     changed_at   timestamptz NOT NULL,
     PRIMARY KEY (site, id),
     UNIQUE (site, added_by_key)
   )`,
  `CREATE TABLE beside.file (
     site         text NOT NULL,
     hash         text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
     media_type   text NOT NULL,
     size         integer NOT NULL CHECK (size > 0),
     key          text NOT NULL,
     sealed       bytea NOT NULL,
     uploaded_at  timestamptz NOT NULL,
     uploaded_by  text NOT NULL,
     -- When an entry first asked for it; a file that none asks for within a day is removed.
     claimed_at   timestamptz,
     PRIMARY KEY (site, hash)
   )`,
  `CREATE INDEX file_unclaimed ON beside.file (uploaded_at) WHERE claimed_at IS NULL`,
];

// ALWAYS: an ordinary trigger does not fire under session_replication_role = replica.
const TRIGGERS = [
  `CREATE FUNCTION beside.refuse_change_of_journal() RETURNS trigger LANGUAGE plpgsql
   SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     RAISE EXCEPTION 'the access journal is only added to' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER journal_rows_stay BEFORE UPDATE OR DELETE ON beside.journal
     FOR EACH ROW EXECUTE FUNCTION beside.refuse_change_of_journal()`,
  `CREATE TRIGGER journal_stays BEFORE TRUNCATE ON beside.journal
     FOR EACH STATEMENT EXECUTE FUNCTION beside.refuse_change_of_journal()`,
  `ALTER TABLE beside.journal ENABLE ALWAYS TRIGGER journal_rows_stay`,
  `ALTER TABLE beside.journal ENABLE ALWAYS TRIGGER journal_stays`,
  `CREATE FUNCTION beside.keep_credential() RETURNS trigger LANGUAGE plpgsql
   SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND OLD.person IS NOT NULL THEN
       RAISE EXCEPTION 'the sign-in name of a person stays' USING ERRCODE = 'integrity_constraint_violation';
     END IF;
     IF TG_OP = 'UPDATE' AND OLD.person IS DISTINCT FROM NEW.person AND OLD.person IS NOT NULL THEN
       RAISE EXCEPTION 'a sign-in name stays with its person' USING ERRCODE = 'integrity_constraint_violation';
     END IF;
     RETURN COALESCE(NEW, OLD);
   END $$`,
  `CREATE TRIGGER credential_stays BEFORE UPDATE OR DELETE ON beside.credential
     FOR EACH ROW EXECUTE FUNCTION beside.keep_credential()`,
  `ALTER TABLE beside.credential ENABLE ALWAYS TRIGGER credential_stays`,
  `CREATE FUNCTION beside.keep_claimed_file() RETURNS trigger LANGUAGE plpgsql
   SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     IF OLD.claimed_at IS NOT NULL THEN
       RAISE EXCEPTION 'a file that an entry asked for stays' USING ERRCODE = 'integrity_constraint_violation';
     END IF;
     RETURN COALESCE(NEW, OLD);
   END $$`,
  `CREATE TRIGGER claimed_file_stays BEFORE UPDATE OR DELETE ON beside.file
     FOR EACH ROW EXECUTE FUNCTION beside.keep_claimed_file()`,
  `ALTER TABLE beside.file ENABLE ALWAYS TRIGGER claimed_file_stays`,
];

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA beside TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.credential TO %I', service);
  EXECUTE format('GRANT UPDATE (person, password_hash, pin_hash, is_temporary, changed_at) ON beside.credential TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.session TO %I', service);
  EXECUTE format('GRANT UPDATE (seen_at, ended_at) ON beside.session TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON beside.known_device, beside.attempt TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (finished_at) ON beside.setup TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT ON beside.journal TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT ON beside.patient TO %I', service);
  EXECUTE format('GRANT UPDATE (version, key, sealed, changed_at) ON beside.patient TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.file TO %I', service);
  EXECUTE format('GRANT UPDATE (claimed_at) ON beside.file TO %I', service);
END $$`;
