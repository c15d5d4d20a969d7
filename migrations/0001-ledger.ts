import type { MigrationInterface, QueryRunner } from 'typeorm';

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

const IMMUTABILITY = `
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the register only grows', tg_op, tg_table_schema, tg_table_name
    USING ERRCODE = 'insufficient_privilege', HINT = 'A mistake is corrected by a new entry that names it.';
END
$$;

CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON ledger.entry
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER entry_kept BEFORE TRUNCATE ON ledger.entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER movement_stays BEFORE UPDATE OR DELETE ON ledger.movement
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER movement_kept BEFORE TRUNCATE ON ledger.movement
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE ON ledger.checkpoint
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER checkpoint_kept BEFORE TRUNCATE ON ledger.checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER subtree_stays BEFORE UPDATE OR DELETE ON ledger.subtree
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER subtree_kept BEFORE TRUNCATE ON ledger.subtree
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER confidential_stays BEFORE UPDATE ON ledger.confidential
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER confidential_kept BEFORE TRUNCATE ON ledger.confidential
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER head_stays BEFORE DELETE ON ledger.head
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER head_kept BEFORE TRUNCATE ON ledger.head
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER book_stays BEFORE DELETE ON ledger.book
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER book_kept BEFORE TRUNCATE ON ledger.book
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_stays;
ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_kept;
ALTER TABLE ledger.movement ENABLE ALWAYS TRIGGER movement_stays;
ALTER TABLE ledger.movement ENABLE ALWAYS TRIGGER movement_kept;
ALTER TABLE ledger.checkpoint ENABLE ALWAYS TRIGGER checkpoint_stays;
ALTER TABLE ledger.checkpoint ENABLE ALWAYS TRIGGER checkpoint_kept;
ALTER TABLE ledger.subtree ENABLE ALWAYS TRIGGER subtree_stays;
ALTER TABLE ledger.subtree ENABLE ALWAYS TRIGGER subtree_kept;
ALTER TABLE ledger.confidential ENABLE ALWAYS TRIGGER confidential_stays;
ALTER TABLE ledger.confidential ENABLE ALWAYS TRIGGER confidential_kept;
ALTER TABLE ledger.head ENABLE ALWAYS TRIGGER head_stays;
ALTER TABLE ledger.head ENABLE ALWAYS TRIGGER head_kept;
ALTER TABLE ledger.book ENABLE ALWAYS TRIGGER book_stays;
ALTER TABLE ledger.book ENABLE ALWAYS TRIGGER book_kept;
`;

/**
 * A head moves first, then its lines come in, then the commit compares the two. Neither is possible without the other:
 * lines need a head that ends with them, and a head that moved needs every line up to it.
 */
const GROWTH = `
CREATE FUNCTION ledger.check_head() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    IF NEW.size <> 0 THEN
      RAISE EXCEPTION 'ledger % cannot begin with % lines', NEW.ledger_id, NEW.size
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.size <= OLD.size THEN
    RAISE EXCEPTION 'ledger % cannot go from % lines to %', NEW.ledger_id, OLD.size, NEW.size
      USING ERRCODE = 'integrity_constraint_violation';
  ELSIF (NEW.ledger_id, NEW.scope, NEW.origin, NEW.clock) IS DISTINCT FROM
        (OLD.ledger_id, OLD.scope, OLD.origin, OLD.clock) THEN
    RAISE EXCEPTION 'ledger % keeps its id, scope, origin and clock', OLD.ledger_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER head_grows BEFORE INSERT OR UPDATE ON ledger.head
  FOR EACH ROW EXECUTE FUNCTION ledger.check_head();
ALTER TABLE ledger.head ENABLE ALWAYS TRIGGER head_grows;

CREATE FUNCTION ledger.check_place() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wrong text;
BEGIN
  SELECT CASE
           WHEN head.size IS NULL THEN format('ledger %s is not open', batch.ledger_id)
           WHEN head.size <> batch.last + 1
             THEN format('line %s of ledger %s does not end at its head, which is %s', batch.last, batch.ledger_id, head.size)
           WHEN batch.first <> coalesce(before.seq + 1, 0) OR batch.total <> batch.last - batch.first + 1
             THEN format('the lines from %s of ledger %s leave a gap', batch.first, batch.ledger_id)
           WHEN head.clock = 'real' AND batch.is_elsewhen AND NOT pg_has_role(owner.relowner, 'MEMBER')
             THEN format('line %s of ledger %s is not recorded now', batch.first, batch.ledger_id)
         END
    INTO wrong
    FROM (
      SELECT ledger_id, min(seq) AS first, max(seq) AS last, count(*) AS total,
             bool_or(abs(extract(epoch FROM recorded_at - clock_timestamp())) > 60) AS is_elsewhen
        FROM added
       GROUP BY ledger_id
    ) AS batch
    LEFT JOIN ledger.head ON head.ledger_id = batch.ledger_id
    LEFT JOIN LATERAL (
      SELECT max(entry.seq) AS seq
        FROM ledger.entry
       WHERE entry.ledger_id = batch.ledger_id AND entry.seq < batch.first
    ) AS before ON true
    JOIN pg_class AS owner ON owner.oid = tg_relid
   ORDER BY 1 NULLS LAST
   LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION '%', wrong USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER entry_follows AFTER INSERT ON ledger.entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_place();
ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_follows;

CREATE FUNCTION ledger.instant(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

CREATE FUNCTION ledger.check_growth() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found record;
BEGIN
  WITH line AS MATERIALIZED (
    SELECT e.*, convert_from(e.leaf, 'UTF8')::jsonb AS json,
           coalesce(lag(e.leaf_hash) OVER (ORDER BY e.seq), OLD.last_hash) AS hash_before
      FROM ledger.entry AS e
     WHERE e.ledger_id = NEW.ledger_id AND e.seq >= OLD.size AND e.seq < NEW.size
  ),
  moved AS (
    SELECT m.*
      FROM ledger.movement AS m
     WHERE m.ledger_id = NEW.ledger_id AND m.seq >= OLD.size AND m.seq < NEW.size
  ),
  leg AS (
    SELECT line.seq, leg.number - 1 AS part, leg.json
      FROM line,
           jsonb_array_elements(line.json #> '{body,effects,movements}') WITH ORDINALITY AS leg(json, number)
  ),
  problem AS (
    SELECT line.seq,
           CASE
             WHEN line.json -> 'seq' IS DISTINCT FROM to_jsonb(line.seq) THEN 'its leaf has another number'
             WHEN line.json ->> 'log' IS DISTINCT FROM NEW.origin THEN 'its leaf belongs to another ledger'
             WHEN line.json ->> 'prev' IS DISTINCT FROM encode(line.hash_before, 'base64') THEN 'its leaf follows another one'
             WHEN line.json ->> 'id' IS DISTINCT FROM line.entry_id::text THEN 'its leaf has another id'
             WHEN line.json ->> 'kind' IS DISTINCT FROM line.kind OR line.json -> 'v' IS DISTINCT FROM to_jsonb(line.version)
               THEN 'its leaf is of another kind'
             WHEN line.json ->> 'at' IS DISTINCT FROM ledger.instant(line.recorded_at) THEN 'its leaf was recorded at another time'
             WHEN line.json ->> 'occ' IS DISTINCT FROM ledger.instant(line.occurred_at)
                  OR line.json ->> 'biz' IS DISTINCT FROM line.business_date::text THEN 'its leaf tells of another time'
             WHEN (line.json ->> 'clk' = 'simulated') IS DISTINCT FROM (NEW.clock = 'simulated') THEN 'its leaf is of another clock'
             WHEN line.json #>> '{by,person}' IS DISTINCT FROM line.performer THEN 'its leaf names another performer'
             WHEN coalesce(jsonb_array_length(line.json #> '{body,effects,movements}'), 0) IS DISTINCT FROM line.movements
               THEN 'its leaf has another number of movements'
             WHEN EXISTS (
               SELECT FROM jsonb_array_elements(line.json -> 'sig') AS signature(json)
                WHERE (signature.json ->> 'meaning' = 'performed') IS DISTINCT FROM (signature.json ->> 'person' = line.performer)
             ) THEN 'nobody witnesses their own act'
             WHEN NOT line.json ?& ARRAY['at', 'biz', 'body', 'by', 'clk', 'id', 'kind', 'log', 'occ', 'org', 'phi',
                                         'prev', 'seq', 'sig', 'src', 'tz', 'v'] THEN 'its leaf lacks a key'
           END AS what
      FROM line
    UNION ALL
    SELECT coalesce(leg.seq, moved.seq), 'its movements are not those of its leaf'
      FROM leg
      FULL JOIN moved ON moved.seq = leg.seq AND moved.part = leg.part
     WHERE moved.seq IS NULL OR leg.seq IS NULL
        OR moved.from_account IS DISTINCT FROM leg.json ->> 'from'
        OR moved.to_account IS DISTINCT FROM leg.json ->> 'to'
        OR moved.item IS DISTINCT FROM leg.json ->> 'item'
        OR moved.quantity IS DISTINCT FROM (leg.json ->> 'quantity')::numeric * 1000
  ),
  edge AS (
    SELECT count(*) AS total, max(line.seq) AS seq FROM line
  )
  SELECT edge.total = NEW.size - OLD.size AND last.leaf_hash = NEW.last_hash AND last.recorded_at = NEW.last_at AS ends_well,
         (SELECT format('line %s of ledger %s: %s', problem.seq, NEW.ledger_id, problem.what)
            FROM problem WHERE problem.what IS NOT NULL ORDER BY problem.seq LIMIT 1) AS problem
    INTO found
    FROM edge
    LEFT JOIN line AS last ON last.seq = edge.seq;
  IF found.problem IS NOT NULL THEN
    RAISE EXCEPTION '%', found.problem USING ERRCODE = 'integrity_constraint_violation';
  ELSIF found.ends_well IS NOT TRUE THEN
    RAISE EXCEPTION 'the head of ledger % is not its last line', NEW.ledger_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER head_grew AFTER UPDATE ON ledger.head DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger.check_growth();
ALTER TABLE ledger.head ENABLE ALWAYS TRIGGER head_grew;
`;

/** Rows beside an entry come with it and belong to it. */
const COMPANIONS = `
CREATE FUNCTION ledger.check_movements() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stray record;
BEGIN
  -- All lines from the first one on were written by this transaction, if that one was; its commit compares each of them
  -- with its movements.
  SELECT batch.ledger_id, batch.first INTO stray
    FROM (SELECT ledger_id, min(seq) AS first, max(seq) AS last FROM added GROUP BY ledger_id) AS batch
    LEFT JOIN ledger.head ON head.ledger_id = batch.ledger_id
    LEFT JOIN ledger.entry ON entry.ledger_id = batch.ledger_id AND entry.seq = batch.first
   WHERE batch.last >= head.size OR entry.xmin IS DISTINCT FROM pg_current_xact_id()::xid
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'line % of ledger % is not being written', stray.first, stray.ledger_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER movement_follows AFTER INSERT ON ledger.movement
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_movements();
ALTER TABLE ledger.movement ENABLE ALWAYS TRIGGER movement_follows;

CREATE FUNCTION ledger.check_confidential() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
      LEFT JOIN ledger.entry ON entry.ledger_id = added.ledger_id AND entry.entry_id = added.entry_id
     WHERE entry.seq IS NULL
  ) THEN
    RAISE EXCEPTION 'personal data belong to an entry' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER confidential_follows AFTER INSERT ON ledger.confidential
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_confidential();
ALTER TABLE ledger.confidential ENABLE ALWAYS TRIGGER confidential_follows;

CREATE FUNCTION ledger.check_challenge() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    IF NEW.signed_at IS NOT NULL OR NEW.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a challenge begins unsigned' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF (OLD.signed_at IS NOT NULL AND (NEW.signed_at, NEW.method) IS DISTINCT FROM (OLD.signed_at, OLD.method))
        OR (OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at) THEN
    RAISE EXCEPTION 'a challenge is signed once and used once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER challenge_once BEFORE INSERT OR UPDATE ON ledger.challenge
  FOR EACH ROW EXECUTE FUNCTION ledger.check_challenge();
ALTER TABLE ledger.challenge ENABLE ALWAYS TRIGGER challenge_once;
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
