import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts that are running. They stand beside the register: a count becomes an entry once it is complete, and until then
 * its first figures and what differs are in no answer that its counter could test.
 */
export class Counts1764000000003 implements MigrationInterface {
  readonly name = 'Counts1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const TABLE = `
CREATE TABLE beside.count_draft (
  site text NOT NULL,
  id uuid NOT NULL,
  location text NOT NULL,
  type text NOT NULL,
  counter text NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  first jsonb,
  first_key uuid,
  again jsonb NOT NULL DEFAULT '{}',
  line bigint,
  PRIMARY KEY (site, id)
);
COMMENT ON COLUMN beside.count_draft.first IS 'Figures as they were first handed in; only lines in "again" may change.';
CREATE UNIQUE INDEX count_draft_running ON beside.count_draft (site, location) WHERE line IS NULL;
`;

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.count_draft TO %I', service);
  EXECUTE format('GRANT UPDATE (first, first_key, again, line) ON beside.count_draft TO %I', service);
END
$$`;
