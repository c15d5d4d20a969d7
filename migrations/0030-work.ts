import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a site's work is read from is found without reading everything that is settled: containers that are not closed,
 * orders that nobody has begun, open discrepancies, deliveries without an invoice, days without a review, and counts by
 * their day. The statements that use these indexes repeat their conditions.
 */
export class Work1764000000030 implements MigrationInterface {
  readonly name = 'Work1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDING);
    await runner.query(MATTERS);
    await runner.query(COUNTS);
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const STANDING = `
CREATE INDEX book_standing ON ledger.book (ledger_id, id)
 WHERE state IS NOT NULL AND noun = 'condition' AND state ->> 'status' <> 'closed'`;

const MATTERS = `
CREATE INDEX book_matters ON ledger.book (ledger_id, noun, id)
 WHERE state IS NOT NULL AND (
   (noun = 'order' AND state ->> 'status' = 'ordered')
   OR (noun = 'case' AND state ->> 'status' = 'open')
   OR (noun = 'day' AND state ->> 'review' IS NULL)
   OR (noun = 'receipt' AND (state ->> 'invoice_number' IS NULL OR state ->> 'invoice_file' IS NULL)))`;

const COUNTS = `
CREATE INDEX entry_counts ON ledger.entry (ledger_id, business_date, seq)
 WHERE kind IN ('count', 'recount')`;
