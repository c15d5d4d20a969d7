import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents that were printed apart from the request that asked for them, encrypted, until they are fetched or a day is over. */
export class Prints1764000000060 implements MigrationInterface {
  readonly name = 'Prints1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, MEANING, GRANTS]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const TABLE = `
CREATE TABLE beside.print_part (
  job uuid NOT NULL REFERENCES beside.job ON DELETE CASCADE,
  attempt integer NOT NULL CHECK (attempt > 0),
  part integer NOT NULL CHECK (part >= 0),
  key text NOT NULL,
  sealed bytea NOT NULL CHECK (length(sealed) <= 2097152),
  PRIMARY KEY (job, attempt, part)
)`;

const MEANING = `COMMENT ON COLUMN beside.print_part.attempt IS 'Of the job: another attempt writes beside what an earlier one left.'`;

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.print_part TO %I', service);
END
$$`;
