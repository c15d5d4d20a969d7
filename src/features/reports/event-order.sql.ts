import type pg from 'pg';
import type { AuditItem } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { Kind } from '../../domain/request.js';
import type { Leaf } from './lines.sql.js';
import type { Below, Days } from './register.sql.js';

const FIRST_LINES = `
SELECT business_date::text AS date, min(seq) FILTER (WHERE kind <> 'correction')::text AS first
  FROM ledger.entry
 WHERE ledger_id = $1 AND seq < $2 AND business_date >= $3::date AND business_date <= $4::date
 GROUP BY business_date
 ORDER BY business_date`;

const LINES_OF_ITEM = `
SELECT entry.seq::text, entry.leaf
  FROM ledger.entry
 WHERE ledger_id = $1 AND seq < $2 AND business_date = $3::date
   AND (kind = ANY ($5::text[]) OR EXISTS (
     SELECT 1 FROM ledger.movement
      WHERE movement.ledger_id = $1 AND movement.seq = entry.seq AND movement.item = $4
        AND starts_with(from_account, 'container:') <> starts_with(to_account, 'container:')))
 ORDER BY entry.seq`;

const CORRECTIONS = `
SELECT seq::text, leaf
  FROM ledger.entry
 WHERE ledger_id = $1 AND seq < $2 AND kind = 'correction' AND seq > $3
 ORDER BY seq
 LIMIT $4`;

/**
 * The days of a period that have entries, each with the first line of the register whose event lies on it: Infinity where it
 * has corrections alone, whose events lie elsewhere.
 */
export async function readFirstLines(
  db: pg.Pool,
  { ledger, size }: Below,
  { from, to }: Days,
): Promise<readonly { readonly date: BusinessDate; readonly first: number }[]> {
  const values = [ledger, size, from, to];
  const { rows } = await db.query<{ date: BusinessDate; first: string | null }>(
    FIRST_LINES,
    values,
  );
  return rows.map(({ date, first }) => ({ date, first: Number(first ?? Infinity) }));
}

/** Lines of one day that moved an item on or off hand, and those of some kinds whatever they are about. */
export async function readLinesOfItem(
  db: pg.Pool,
  { ledger, size }: Below,
  day: BusinessDate,
  of: { readonly item: AuditItem; readonly kinds: readonly Kind[] },
): Promise<readonly Leaf[]> {
  const values = [ledger, size, day, of.item, of.kinds];
  const { rows } = await db.query<{ seq: string; leaf: Buffer }>(LINES_OF_ITEM, values);
  return rows.map(({ seq, leaf }) => ({ seq: Number(seq), leaf }));
}

/** The next corrections after a line, in register order. */
export async function readCorrections(
  db: pg.Pool,
  { ledger, size }: Below,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Leaf[]> {
  const values = [ledger, size, after, limit];
  const { rows } = await db.query<{ seq: string; leaf: Buffer }>(CORRECTIONS, values);
  return rows.map(({ seq, leaf }) => ({ seq: Number(seq), leaf }));
}
