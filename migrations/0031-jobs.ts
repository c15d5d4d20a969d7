import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work that is done apart from the request that asked for it. It stands beside the register: what a job is about is in
 * the ledger already, and a job that is lost with a database is asked for again.
 */
export class Jobs1764000000031 implements MigrationInterface {
  readonly name = 'Jobs1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, ...MEANINGS, ...INDEXES, GRANTS]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const TABLE = `
CREATE TABLE beside.job (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  site text,
  person text,
  content jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  lease uuid,
  leased_until timestamptz,
  is_cancelling boolean NOT NULL DEFAULT false,
  progress_done bigint NOT NULL DEFAULT 0 CHECK (progress_done >= 0),
  progress_total bigint CHECK (progress_total >= progress_done),
  result jsonb,
  failure text CHECK (failure ~ '^[a-z0-9.-]{1,80}$'),
  ended_at timestamptz,
  UNIQUE (kind, key),
  CHECK ((state = 'running') = (lease IS NOT NULL) AND (lease IS NULL) = (leased_until IS NULL)),
  CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK (state <> 'failed' OR failure IS NOT NULL)
)`;

const MEANINGS = [
  `COMMENT ON COLUMN beside.job.key IS 'The same for the same work: asked for twice, it is done once.'`,
  `COMMENT ON COLUMN beside.job.lease IS 'Who runs it: whoever does not know this any more changes nothing.'`,
  `COMMENT ON COLUMN beside.job.leased_until IS 'By the clock of the database, which all instances share. Past it, another instance may take the job.'`,
  `COMMENT ON COLUMN beside.job.due_at IS 'Not before this, by the clock of the register.'`,
];

const INDEXES = [
  `CREATE INDEX job_to_do ON beside.job (kind, due_at) WHERE state IN ('waiting', 'running')`,
  `CREATE INDEX job_ended ON beside.job (state, ended_at, id) WHERE ended_at IS NOT NULL`,
];

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.job TO %I', service);
  EXECUTE format('GRANT UPDATE (state, due_at, attempts, lease, leased_until, is_cancelling, progress_done,
    progress_total, result, failure, ended_at) ON beside.job TO %I', service);
END
$$`;
