import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is not settled is found by a column of its own, in place of four indexes whose conditions looked into the state. A
 * cell whose state is looked into by any index leaves its page with every update: each draw then paid for all of them. The
 * column hardly ever changes, so a draw's cells stay where they are.
 */
export class Unsettled1764000000080 implements MigrationInterface {
  readonly name = 'Unsettled1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NO_INDEX_LOOKS_INTO_A_STATE);
    await runner.query(UNSETTLED);
    await runner.query(MEANING);
    await runner.query(FOUND_BY_IT);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const NO_INDEX_LOOKS_INTO_A_STATE = `
DROP INDEX ledger.book_unfinished, ledger.book_awaiting, ledger.book_standing, ledger.book_matters`;

/** Generated from the state, so that it cannot say anything else. */
const UNSETTLED = `
ALTER TABLE ledger.book ADD COLUMN unsettled text GENERATED ALWAYS AS (
  CASE noun
    WHEN 'account' THEN CASE WHEN NOT starts_with(id, 'container:') AND state ->> 'quantity' <> '0.000' THEN 'in-process' END
    WHEN 'line' THEN CASE WHEN state ? 'awaiting' THEN 'unsigned' END
    WHEN 'condition' THEN
      CASE WHEN state ->> 'status' = 'closed' THEN NULL
           WHEN state ->> 'status' = 'open' OR state ? 'quarantine' THEN 'open'
           ELSE state ->> 'status' END
    WHEN 'order' THEN CASE WHEN state ->> 'status' = 'ordered' THEN 'ordered' END
    WHEN 'case' THEN CASE WHEN state ->> 'status' = 'open' THEN 'open' END
    WHEN 'day' THEN CASE WHEN state IS NOT NULL AND state ->> 'review' IS NULL THEN 'unreviewed' END
    WHEN 'receipt' THEN
      CASE WHEN state IS NOT NULL AND (state ->> 'invoice_number' IS NULL OR state ->> 'invoice_file' IS NULL)
           THEN 'paper-missing' END
  END) STORED`;

const MEANING = `
COMMENT ON COLUMN ledger.book.unsettled IS 'Why somebody still has to do with the cell, or may: what lists of work are found by. Null where it is settled.'`;

const FOUND_BY_IT = `
CREATE INDEX book_unsettled ON ledger.book (ledger_id, noun, unsettled, id) WHERE unsettled IS NOT NULL`;
