import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands open at a site (drug in process or held, lines that owe a signature) is found without reading everything
 * that is settled, however long the ledger is. The statements that use these indexes repeat their conditions.
 */
export class Gatherings1764000000010 implements MigrationInterface {
  readonly name = 'Gatherings1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNFINISHED);
    await runner.query(AWAITING);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const UNFINISHED = `
CREATE INDEX book_unfinished ON ledger.book (ledger_id, id)
 WHERE state IS NOT NULL AND noun = 'account' AND NOT starts_with(id, 'container:') AND state ->> 'quantity' <> '0.000'`;

const AWAITING = `
CREATE INDEX book_awaiting ON ledger.book (ledger_id, id)
 WHERE state IS NOT NULL AND noun = 'line' AND state ? 'awaiting'`;
