/** The triggers of migration 0001: SQL that guards the register's tables, and part of that migration. */

/** What is there stays as it is, for the owner too. */
export const IMMUTABILITY = `
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
export const GROWTH = `
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
    SELECT line.seq, line.leaf_hash, line.recorded_at, line.json #> '{body,effects,movements}' AS movements,
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
      FROM (
        SELECT e.seq, e.entry_id, e.kind, e.version, e.recorded_at, e.occurred_at, e.business_date, e.performer,
               e.movements, e.leaf_hash, convert_from(e.leaf, 'UTF8')::jsonb AS json,
               coalesce(lag(e.leaf_hash) OVER (ORDER BY e.seq), OLD.last_hash) AS hash_before
          FROM ledger.entry AS e
         WHERE e.ledger_id = NEW.ledger_id AND e.seq >= OLD.size AND e.seq < NEW.size
      ) AS line
  ),
  moved AS (
    SELECT m.seq, m.part, m.from_account, m.to_account, m.item, m.quantity
      FROM ledger.movement AS m
     WHERE m.ledger_id = NEW.ledger_id AND m.seq >= OLD.size AND m.seq < NEW.size
  ),
  leg AS (
    SELECT line.seq, leg.number - 1 AS part, leg.json
      FROM line, jsonb_array_elements(line.movements) WITH ORDINALITY AS leg(json, number)
  ),
  problem AS (
    SELECT line.seq, line.what
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
export const COMPANIONS = `
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
