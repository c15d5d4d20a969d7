import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An order is unsettled until it is closed or cancelled: one of which everything was given, or which was broken off, still
 * waits for its end.
 */
export class UnclosedOrders1764000000090 implements MigrationInterface {
  readonly name = 'UnclosedOrders1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNSETTLED);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const UNSETTLED = `
ALTER TABLE ledger.book ALTER COLUMN unsettled SET EXPRESSION AS (
  CASE noun
    WHEN 'account' THEN CASE WHEN NOT starts_with(id, 'container:') AND state ->> 'quantity' <> '0.000' THEN 'in-process' END
    WHEN 'line' THEN CASE WHEN state ? 'awaiting' THEN 'unsigned' END
    WHEN 'condition' THEN
      CASE WHEN state ->> 'status' = 'closed' THEN NULL
           WHEN state ->> 'status' = 'open' OR state ? 'quarantine' THEN 'open'
           ELSE state ->> 'status' END
    WHEN 'order' THEN CASE WHEN state ->> 'status' IN ('ordered', 'given', 'ended') THEN state ->> 'status' END
    WHEN 'case' THEN CASE WHEN state ->> 'status' = 'open' THEN 'open' END
    WHEN 'day' THEN CASE WHEN state IS NOT NULL AND state ->> 'review' IS NULL THEN 'unreviewed' END
    WHEN 'receipt' THEN
      CASE WHEN state IS NOT NULL AND (state ->> 'invoice_number' IS NULL OR state ->> 'invoice_file' IS NULL)
           THEN 'paper-missing' END
  END)`;
