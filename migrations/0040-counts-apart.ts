import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who count the same place, each blind to the other: what each has handed in, until both have found the same. */
export class CountsApart1764000000040 implements MigrationInterface {
  readonly name = 'CountsApart1764000000040';

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
  ADD COLUMN own jsonb,
  ADD COLUMN rounds integer NOT NULL DEFAULT 0 CHECK (rounds >= 0),
  ADD COLUMN differs boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN beside.count_draft.own IS 'Figures of who began a count by two people, as they were handed in.';
COMMENT ON COLUMN beside.count_draft.rounds IS 'How often both had handed in and were compared.';
COMMENT ON COLUMN beside.count_draft.differs IS 'They differed when they were last compared.';
`;

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT UPDATE (own, rounds, differs, size) ON beside.count_draft TO %I', service);
END
$$`;
