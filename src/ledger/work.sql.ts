/** The SQL that finds what is open at a site, whatever its ledger has grown to. Migrations 0030, 0080 and 0090 have the indexes. */
import type { CountTaken } from '../domain/counting/counts-due.js';
import type { CountType } from '../domain/counting/count.js';
import type { LedgerId, LocationId, StockId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/measures/instant.js';
import type { Kind } from '../domain/request.js';
import { cellRow } from './reader.sql.js';
import type { CellRow, Connection, RawCell } from './reader.sql.js';

/** Open or set apart: what sealed stock that may be used is not. */
const CONDITIONS = `
SELECT id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND noun = 'condition' AND unsettled = 'open'
 ORDER BY id`;

/** Sealed containers that may be used, by lot and place, where the lot is labelled to expire on a day or before it. */
const EXPIRING = `
SELECT container.state ->> 'stock' AS stock, condition.state ->> 'location' AS location, COUNT(*)::integer AS containers
  FROM ledger.book AS condition
  JOIN ledger.book AS container
    ON container.ledger_id = condition.ledger_id AND container.noun = 'container' AND container.id = condition.id
  JOIN ledger.book AS stock
    ON stock.ledger_id = condition.ledger_id AND stock.noun = 'stock' AND stock.id = container.state ->> 'stock'
 WHERE condition.ledger_id = $1 AND condition.noun = 'condition' AND condition.unsettled = 'sealed'
   AND stock.state ->> 'expires' <= $2
 GROUP BY 1, 2
 ORDER BY 1, 2`;

const MATTERS = `
SELECT id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND noun = ANY ($2::text[]) AND unsettled IS NOT NULL
 ORDER BY noun, id
 LIMIT $3`;

const COUNTS_TAKEN = `
SELECT entry.seq::text, count.state ->> 'location' AS location, count.state ->> 'type' AS type,
       ledger.instant(entry.occurred_at) AS occurred_at
  FROM ledger.entry
  JOIN ledger.book AS count
    ON count.ledger_id = entry.ledger_id AND count.noun = 'count' AND count.id = entry.seq::text
 WHERE entry.ledger_id = $1 AND entry.kind IN ('count', 'recount') AND entry.business_date >= $2
 ORDER BY entry.seq`;

/** One look into the index for each day. Asked as EXISTS, a planner may read every line of the ledger instead. */
const DAYS_WITH_LINES = `
SELECT day::date::text AS date
  FROM generate_series($2::date, $3::date, interval '1 day') AS day
 CROSS JOIN LATERAL (
   SELECT FROM ledger.entry
    WHERE ledger_id = $1 AND business_date = day::date AND kind <> ALL ($4::text[])
    LIMIT 1) AS line
 ORDER BY day`;

const TIMES = `
SELECT seq::text, kind, ledger.instant(occurred_at) AS occurred_at FROM ledger.entry
 WHERE ledger_id = $1 AND seq = ANY ($2::bigint[]) ORDER BY entry.seq`;

export async function readOpenConditions(
  db: Connection,
  ledger: LedgerId,
): Promise<readonly CellRow[]> {
  const { rows } = await db.query<RawCell>(CONDITIONS, [ledger]);
  return rows.map(cellRow);
}

/** How many sealed containers of one lot stand at one place. */
export interface StockAt {
  readonly stock: StockId;
  readonly location: LocationId;
  readonly containers: number;
}

export async function readExpiring(
  db: Connection,
  ledger: LedgerId,
  until: BusinessDate,
): Promise<readonly StockAt[]> {
  const { rows } = await db.query<StockAt>(EXPIRING, [ledger, until]);
  return rows;
}

/** Cells that wait for somebody, of the nouns that are asked for. */
export async function readMatters(
  db: Connection,
  ledger: LedgerId,
  of: { readonly nouns: readonly string[]; readonly limit: number },
): Promise<readonly CellRow[]> {
  const { rows } = await db.query<RawCell>(MATTERS, [ledger, of.nouns, of.limit]);
  return rows.map(cellRow);
}

export async function readCountsTaken(
  db: Connection,
  ledger: LedgerId,
  since: BusinessDate,
): Promise<readonly CountTaken[]> {
  const { rows } = await db.query<{
    seq: string;
    location: LocationId;
    type: CountType;
    occurred_at: Instant;
  }>(COUNTS_TAKEN, [ledger, since]);
  return rows.map(({ seq, location, type, occurred_at }) => ({
    line: Number(seq),
    location,
    type,
    at: occurred_at,
  }));
}

/** Business days from one to another that have a line which is not of certain kinds. */
export async function readDaysWithLines(
  db: Connection,
  ledger: LedgerId,
  range: {
    readonly from: BusinessDate;
    readonly to: BusinessDate;
    readonly except: readonly Kind[];
  },
): Promise<readonly BusinessDate[]> {
  const values = [ledger, range.from, range.to, range.except];
  const { rows } = await db.query<{ date: BusinessDate }>(DAYS_WITH_LINES, values);
  return rows.map(({ date }) => date);
}

/** What a line is and when it happened, without its leaf. */
export interface LineTime {
  readonly line: number;
  readonly kind: Kind;
  readonly occurredAt: Instant;
}

export async function readTimes(
  db: Connection,
  ledger: LedgerId,
  lines: readonly number[],
): Promise<readonly LineTime[]> {
  if (lines.length === 0) return [];
  const { rows } = await db.query<{ seq: string; kind: Kind; occurred_at: Instant }>(TIMES, [
    ledger,
    lines,
  ]);
  return rows.map(({ seq, kind, occurred_at }) => ({
    line: Number(seq),
    kind,
    occurredAt: occurred_at,
  }));
}
