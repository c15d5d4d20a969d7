import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Running counts of a whole site, and counts by two people who are blind to each other. What either has found stands here
 * alone until both have finished.
 */
export class Inventories1764000000011 implements MigrationInterface {
  readonly name = 'Inventories1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const COLUMNS = `
ALTER TABLE beside.count_draft
  ALTER COLUMN location DROP NOT NULL,
  ADD COLUMN plan jsonb,
  ADD COLUMN recounts bigint,
  ADD COLUMN apart boolean NOT NULL DEFAULT false,
  ADD COLUMN second_counter text,
  ADD COLUMN second jsonb,
  ADD CONSTRAINT count_draft_of_place_or_site CHECK ((location IS NULL) <> (plan IS NULL));
COMMENT ON COLUMN beside.count_draft.plan IS 'What an inventory of the whole site is to state; a count of one location has none.';
COMMENT ON COLUMN beside.count_draft.apart IS 'Two people count, each blind to the other.';
COMMENT ON COLUMN beside.count_draft.second IS 'Figures of the second counter, as they were handed in.';
CREATE UNIQUE INDEX inventory_draft_running ON beside.count_draft (site) WHERE line IS NULL AND location IS NULL;
`;

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT UPDATE (second_counter, second) ON beside.count_draft TO %I', service);
END
$$`;
