import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes that somebody writes to themselves beside a ledger, and the way to what one person was shown. */
export class Notes1764000000100 implements MigrationInterface {
  readonly name = 'Notes1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [NOTE, ...MEANINGS, ...INDEXES, GRANTS]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const NOTE = `
CREATE TABLE beside.note (
  number bigint GENERATED ALWAYS AS IDENTITY,
  site text NOT NULL,
  person text NOT NULL,
  id uuid NOT NULL,
  line bigint CHECK (line >= 0),
  at timestamptz NOT NULL,
  key text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (site, person, number),
  UNIQUE (site, person, id)
)`;

const MEANINGS = [
  `COMMENT ON TABLE beside.note IS 'What somebody noted for themselves. Only they read it, and nobody changes it.'`,
  `COMMENT ON COLUMN beside.note.id IS 'Key of the request, so that a repeated one adds nothing.'`,
  `COMMENT ON COLUMN beside.note.line IS 'Line of the ledger that it is about.'`,
  `COMMENT ON COLUMN beside.note.sealed IS 'Text, encrypted under the named key of the data folder.'`,
];

const INDEXES = [`CREATE INDEX journal_of_person ON beside.journal (site, person, line)`];

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON beside.note TO %I', service);
END
$$`;
