/**
 * The SQL that reads pages of entries. Each statement says by itself which part of an index it needs: a planner that has
 * not yet counted a new table would read a whole ledger for one page of it.
 */
import type { LedgerId } from '../domain/ids.js';
import type { BusinessDate } from '../domain/measures/instant.js';
import type { Kind } from '../domain/request.js';
import { ENTRY_COLUMNS, entryRow } from './reader.sql.js';
import type { Connection, EntryRow, RawEntry } from './reader.sql.js';

/** Which entries: those that fulfil everything that is given. */
export interface EntryFilter {
  /** First line to look at. */
  readonly from?: number;
  /** Line to stop before. */
  readonly to?: number;
  readonly kinds?: readonly Kind[];
  readonly firstDate?: BusinessDate;
  readonly lastDate?: BusinessDate;
}

type Order = 'ASC' | 'DESC';

const filtered = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM ledger.entry
 WHERE ledger_id = $1
   AND seq >= $2 AND ($3::bigint IS NULL OR seq < $3)
   AND ($4::text[] IS NULL OR kind = ANY ($4))
   AND ($5::date IS NULL OR business_date >= $5)
   AND ($6::date IS NULL OR business_date <= $6)
 ORDER BY entry.seq ${order}
 LIMIT $7`;

/** A page of each kind from its own part of the index, and of those the page. */
const ofKinds = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM (SELECT line.found
          FROM unnest($4::text[]) AS wanted
         CROSS JOIN LATERAL (
           SELECT each.seq AS found FROM ledger.entry AS each
            WHERE each.ledger_id = $1 AND each.kind = wanted
              AND each.seq >= $2 AND ($3::bigint IS NULL OR each.seq < $3)
              AND ($5::date IS NULL OR each.business_date >= $5)
            ORDER BY each.seq ${order}
            LIMIT $6) AS line
         ORDER BY line.found ${order}
         LIMIT $6) AS page
  JOIN ledger.entry ON ledger_id = $1 AND seq = page.found
 ORDER BY entry.seq ${order}`;

/** Lines are numbered without a gap, so the newest ones are known by their numbers. */
const NEWEST = `
SELECT ${ENTRY_COLUMNS}
  FROM ledger.entry
 WHERE ledger_id = $1
   AND seq >= (SELECT coalesce($2::bigint, size) - $3 FROM ledger.head WHERE ledger_id = $1)
   AND ($2::bigint IS NULL OR seq < $2)
 ORDER BY entry.seq DESC
 LIMIT $3`;

/** A page of entries that fulfil a filter. */
export async function readEntries(
  db: Connection,
  ledger: LedgerId,
  filter: EntryFilter & { readonly limit: number; readonly order: Order },
): Promise<readonly EntryRow[]> {
  const { from = 0, to = null, kinds, firstDate = null, lastDate, limit, order } = filter;
  if (kinds !== undefined && lastDate === undefined) {
    const values = [ledger, from, to, kinds, firstDate, limit];
    const { rows } = await db.query<RawEntry>(ofKinds(order), values);
    return rows.map(entryRow);
  }
  if (order === 'DESC' && from === 0 && firstDate === null && lastDate === undefined) {
    const newest = await readNewest(db, ledger, { to, limit });
    if (isWhole(newest, limit)) return newest;
  }
  const values = [ledger, from, to, kinds ?? null, firstDate, lastDate ?? null, limit];
  const { rows } = await db.query<RawEntry>(filtered(order), values);
  return rows.map(entryRow);
}

async function readNewest(
  db: Connection,
  ledger: LedgerId,
  page: { readonly to: number | null; readonly limit: number },
): Promise<readonly EntryRow[]> {
  const { rows } = await db.query<RawEntry>(NEWEST, [ledger, page.to, page.limit]);
  return rows.map(entryRow);
}

/** Whether a page is full or reaches the first line. Where somebody has removed lines it is not, and all are looked through. */
const isWhole = (rows: readonly EntryRow[], limit: number): boolean =>
  rows.length === limit || rows.at(-1)?.seq === 0;
