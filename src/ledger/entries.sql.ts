/**
 * The SQL that reads pages of entries. Each statement says by itself which part of an index it needs: a planner that has
 * not yet counted a new table would read a whole ledger for one page of it.
 */
import type { AuditItem, LedgerId } from '../domain/ids.js';
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
  /** Who did it. */
  readonly performer?: string;
  /** What it moved some of. */
  readonly item?: AuditItem;
}

type Order = 'ASC' | 'DESC';

/** What every entry of a page must fulfil, whatever finds it; `$1` to `$7` are `valuesOf` a filter. */
const fulfils = (entry: string): string => `
   ${entry}.ledger_id = $1
   AND ${entry}.seq >= $2 AND ($3::bigint IS NULL OR ${entry}.seq < $3)
   AND ($4::date IS NULL OR ${entry}.business_date >= $4)
   AND ($5::date IS NULL OR ${entry}.business_date <= $5)
   AND ($6::text IS NULL OR ${entry}.performer = $6)
   AND ($7::text IS NULL OR EXISTS (
         SELECT FROM ledger.movement
          WHERE movement.ledger_id = $1 AND movement.seq = ${entry}.seq AND movement.item = $7))`;

const filtered = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM ledger.entry
 WHERE ${fulfils('entry')}
   AND ($8::text[] IS NULL OR kind = ANY ($8))
 ORDER BY entry.seq ${order}
 LIMIT $9`;

/** A page of each kind from its own part of the index, and of those the page. */
const ofKinds = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM (SELECT line.found
          FROM unnest($8::text[]) AS wanted
         CROSS JOIN LATERAL (
           SELECT each.seq AS found FROM ledger.entry AS each
            WHERE ${fulfils('each')}
              AND each.kind = wanted
            ORDER BY each.seq ${order}
            LIMIT $9) AS line
         ORDER BY line.found ${order}
         LIMIT $9) AS page
  JOIN ledger.entry ON ledger_id = $1 AND seq = page.found
 ORDER BY entry.seq ${order}`;

/** What one person did, along the index of persons. */
const ofPerformer = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM ledger.entry
 WHERE ${fulfils('entry')}
   AND performer = $6
   AND ($8::text[] IS NULL OR kind = ANY ($8))
 ORDER BY entry.seq ${order}
 LIMIT $9`;

/** What moved some of one item, along the index of movements. */
const ofItem = (order: Order): string => `
SELECT ${ENTRY_COLUMNS}
  FROM (SELECT DISTINCT movement.seq AS found
          FROM ledger.movement
         WHERE movement.ledger_id = $1 AND movement.item = $7
           AND movement.seq >= $2 AND ($3::bigint IS NULL OR movement.seq < $3)
         ORDER BY found ${order}) AS moved
 CROSS JOIN LATERAL (
   SELECT * FROM ledger.entry AS each
    WHERE ${fulfils('each')} AND each.seq = moved.found
      AND ($8::text[] IS NULL OR each.kind = ANY ($8))
   OFFSET 0) AS entry
 ORDER BY moved.found ${order}
 LIMIT $9`;

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
  const { to = null, limit, order } = filter;
  if (order === 'DESC' && isOfAll(filter)) {
    const newest = await readNewest(db, ledger, { to, limit });
    if (isWhole(newest, limit)) return newest;
  }
  const { rows } = await db.query<RawEntry>(wayTo(filter)(order), [
    ledger,
    filter.from ?? 0,
    to,
    filter.firstDate ?? null,
    filter.lastDate ?? null,
    filter.performer ?? null,
    filter.item ?? null,
    filter.kinds ?? null,
    limit,
  ]);
  return rows.map(entryRow);
}

/** Along which index the page is found. */
function wayTo({ kinds, lastDate, performer, item }: EntryFilter): (order: Order) => string {
  if (kinds !== undefined && lastDate === undefined) return ofKinds;
  if (performer !== undefined) return ofPerformer;
  return item === undefined ? filtered : ofItem;
}

const isOfAll = ({ from = 0, ...filter }: EntryFilter): boolean =>
  from === 0 &&
  [filter.kinds, filter.firstDate, filter.lastDate, filter.performer, filter.item].every(
    (wanted) => wanted === undefined,
  );

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
