import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COMPANIONS, GROWTH, IMMUTABILITY } from './0001-ledger-guards.js';

/**
 * The register: heads, entries, movements, the stored book, and what guards them.
 *
 * Everything that must be true of a new entry is checked here a second time, by code that shares nothing with the one
 * that wrote it: at the end of a transaction that moved a head, each new line is compared with its leaf, its neighbours
 * and its movements. Entries are for ever: the service has no right to change them, and the triggers refuse even the
 * owner's plain statements, also under `session_replication_role = replica`.
 *
 * Not prevented: an owner or superuser who first removes the triggers. That is found by verifying the ledger.
 */
export class Ledger1764000000001 implements MigrationInterface {
  readonly name = 'Ledger1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(IMMUTABILITY);
    await runner.query(GROWTH);
    await runner.query(COMPANIONS);
    await runner.query(PRIVILEGES);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const TABLES = `
CREATE SCHEMA ledger;
REVOKE ALL ON SCHEMA ledger FROM PUBLIC;

CREATE TABLE ledger.head (
  ledger_id text NOT NULL CHECK (ledger_id ~ '^[a-z0-9]{12}$'),
  scope text NOT NULL CHECK (scope IN ('site', 'organisation')),
  origin text NOT NULL CHECK (length(origin) BETWEEN 1 AND 250),
  clock text NOT NULL CHECK (clock IN ('real', 'simulated')),
  size bigint NOT NULL CHECK (size BETWEEN 0 AND 9007199254740991),
  edge bytea NOT NULL CHECK (length(edge) = 32 * bit_count(size::bit(64))),
  last_hash bytea NOT NULL CHECK (length(last_hash) = CASE WHEN size = 0 THEN 0 ELSE 32 END),
  last_at timestamptz CHECK ((last_at IS NULL) = (size = 0)),
  PRIMARY KEY (ledger_id),
  UNIQUE (origin)
) WITH (fillfactor = 50);
COMMENT ON TABLE ledger.head IS 'How far each ledger has grown. Whoever writes to a ledger locks its row first.';
CREATE UNIQUE INDEX head_one_organisation ON ledger.head (scope) WHERE scope = 'organisation';

CREATE TABLE ledger.entry (
  ledger_id text NOT NULL,
  seq bigint NOT NULL CHECK (seq >= 0),
  entry_id uuid NOT NULL,
  kind text NOT NULL,
  version smallint NOT NULL,
  recorded_at timestamptz NOT NULL,
  occurred_at timestamptz NOT NULL,
  business_date date NOT NULL,
  performer text NOT NULL,
  movements smallint NOT NULL CHECK (movements >= 0),
  leaf bytea NOT NULL CHECK (length(leaf) BETWEEN 2 AND 65535),
  leaf_hash bytea NOT NULL,
  request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
  PRIMARY KEY (ledger_id, seq),
  UNIQUE (ledger_id, entry_id),
  CONSTRAINT entry_leaf_hash CHECK (leaf_hash = sha256('\\x00'::bytea || leaf))
) WITH (toast_tuple_target = 8160);
COMMENT ON COLUMN ledger.entry.leaf IS 'The hashed bytes. The other columns repeat parts of it, for finding.';
COMMENT ON COLUMN ledger.entry.request_hash IS 'SHA-256 of the content that the performer signed; tells a repeated request from another one.';
ALTER TABLE ledger.entry ALTER COLUMN leaf SET STORAGE EXTERNAL;
CREATE INDEX entry_business_date ON ledger.entry (ledger_id, business_date, seq);
CREATE INDEX entry_kind ON ledger.entry (ledger_id, kind, seq);

CREATE TABLE ledger.movement (
  ledger_id text NOT NULL,
  seq bigint NOT NULL,
  part smallint NOT NULL CHECK (part >= 0),
  from_account text NOT NULL,
  to_account text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  item text NOT NULL,
  from_after bigint,
  to_after bigint,
  on_hand_after bigint NOT NULL,
  PRIMARY KEY (ledger_id, seq, part),
  CHECK (from_account <> to_account),
  CHECK ((from_after IS NOT NULL) = (position(':' IN from_account) > 0)),
  CHECK ((to_after IS NOT NULL) = (position(':' IN to_account) > 0)),
  CHECK (from_after IS NOT NULL OR to_after IS NOT NULL)
);
COMMENT ON TABLE ledger.movement IS 'Drug that went from one custody account to another, in thousandths, with the balances after it.';
CREATE INDEX movement_item ON ledger.movement (ledger_id, item, seq, part);
CREATE INDEX movement_from ON ledger.movement (ledger_id, from_account, seq) WHERE from_after IS NOT NULL;
CREATE INDEX movement_to ON ledger.movement (ledger_id, to_account, seq) WHERE to_after IS NOT NULL;

CREATE TABLE ledger.book (
  ledger_id text NOT NULL,
  noun text NOT NULL,
  id text NOT NULL,
  version smallint NOT NULL,
  state jsonb CHECK (jsonb_typeof(state) = 'object'),
  line bigint NOT NULL,
  PRIMARY KEY (ledger_id, noun, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE ledger.book IS 'What the entries add up to, kept for speed; a state of null is a cell that is no longer there.';

CREATE TABLE ledger.confidential (
  ledger_id text NOT NULL,
  entry_id uuid NOT NULL,
  field text NOT NULL,
  retention text NOT NULL CHECK (retention IN ('patient', 'staff', 'case')),
  key_id text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (ledger_id, entry_id, field)
);
COMMENT ON TABLE ledger.confidential IS 'Salt and value of personal fields, encrypted. The only rows of the register that may ever go, after retention.';

CREATE TABLE ledger.checkpoint (
  ledger_id text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  note text NOT NULL,
  PRIMARY KEY (ledger_id, size)
);
COMMENT ON TABLE ledger.checkpoint IS 'Signed heads (C2SP tlog-checkpoint).';

CREATE TABLE ledger.subtree (
  ledger_id text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 6),
  index bigint NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (ledger_id, level, index)
);
COMMENT ON TABLE ledger.subtree IS 'Roots of the complete subtrees of 256^level leaves, for proofs.';

CREATE TABLE ledger.challenge (
  ledger_id text NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  signer text NOT NULL,
  meaning text NOT NULL,
  seen text[] NOT NULL,
  words text NOT NULL,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  key_id text NOT NULL,
  salts bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  signed_at timestamptz,
  method text,
  used_at timestamptz,
  PRIMARY KEY (ledger_id, id),
  CHECK ((signed_at IS NULL) = (method IS NULL)),
  CHECK (used_at IS NULL OR signed_at IS NOT NULL)
);
COMMENT ON TABLE ledger.challenge IS 'What a person was asked to sign, until the entry that carries the signature is recorded.';
CREATE INDEX challenge_entry ON ledger.challenge (ledger_id, entry_id);
`;

/** The service's role has the name that the runner of migrations gives. */
const PRIVILEGES = `
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;

DO $$
DECLARE
  service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA ledger TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ledger TO %I', service);
  EXECUTE format('GRANT EXECUTE ON FUNCTION ledger.instant(timestamptz) TO %I', service);
  EXECUTE format('GRANT UPDATE (size, edge, last_hash, last_at) ON ledger.head TO %I', service);
  EXECUTE format('GRANT UPDATE (version, state, line) ON ledger.book TO %I', service);
  EXECUTE format('GRANT UPDATE (signed_at, method, used_at) ON ledger.challenge TO %I', service);
END
$$;
`;
