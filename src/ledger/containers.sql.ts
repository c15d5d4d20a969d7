/** The SQL that looks for containers, and for the lines of one. */
import type { Condition } from '../domain/stock/container.js';
import type { AuditItem, LedgerId, LocationId, ProductId } from '../domain/ids.js';
import type { BusinessDate, Instant } from '../domain/measures/instant.js';
import { cellRow, ENTRY_COLUMNS, entryRow } from './reader.sql.js';
import type { CellRow, Connection, EntryRow, RawCell, RawEntry } from './reader.sql.js';

/** Which containers: those that fulfil everything that is given. */
export interface ContainerFilter {
  readonly status?: Condition['status'];
  /** Sealed or open: whatever is on hand. */
  readonly standing?: true;
  readonly quarantined?: boolean;
  readonly item?: AuditItem;
  readonly product?: ProductId;
  readonly location?: LocationId;
  readonly lot?: string;
  /** Labelled expiry on this day or earlier. */
  readonly expiresUntil?: BusinessDate;
  /** Opened, with a beyond-use time not after this. */
  readonly beyondUseUntil?: Instant;
}

// No index serves the members of a state: one that did would cost every draw, whose update of a cell could then no longer
// stay on its page. A site's conditions are few enough to be looked through.
const CONTAINERS = `
SELECT condition.id, condition.version, condition.state, condition.line::text
  FROM ledger.book AS condition
  JOIN ledger.book AS container
    ON container.ledger_id = condition.ledger_id AND container.noun = 'container' AND container.id = condition.id
  JOIN ledger.book AS stock
    ON stock.ledger_id = condition.ledger_id AND stock.noun = 'stock' AND stock.id = container.state ->> 'stock'
 WHERE condition.ledger_id = $1 AND condition.noun = 'condition' AND condition.id > $2
   AND ($4::text IS NULL OR condition.state ->> 'status' = $4)
   AND ($5::boolean IS NULL OR condition.state ->> 'status' <> 'closed')
   AND ($6::boolean IS NULL OR condition.state ? 'quarantine' = $6)
   AND ($7::text IS NULL OR condition.state ->> 'item' = $7)
   AND ($8::text IS NULL OR condition.state ->> 'location' = $8)
   AND ($9::text IS NULL OR condition.state ->> 'beyond_use_at' <= $9)
   AND ($10::text IS NULL OR stock.state ->> 'lot' = $10)
   AND ($11::text IS NULL OR stock.state ->> 'expires' <= $11)
   AND ($12::text IS NULL OR stock.state ->> 'product' = $12)
 ORDER BY condition.id LIMIT $3`;

export async function readConditions(
  db: Connection,
  ledger: LedgerId,
  filter: ContainerFilter,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly CellRow[]> {
  const { rows } = await db.query<RawCell>(CONTAINERS, [
    ledger,
    page.after,
    page.limit,
    filter.status ?? null,
    filter.standing ?? null,
    filter.quarantined ?? null,
    filter.item ?? null,
    filter.location ?? null,
    filter.beyondUseUntil ?? null,
    filter.lot ?? null,
    filter.expiresUntil ?? null,
    filter.product ?? null,
  ]);
  return rows.map(cellRow);
}

const ENTRIES_NAMED = `
SELECT ${ENTRY_COLUMNS} FROM ledger.entry WHERE ledger_id = $1 AND seq = ANY ($2::bigint[]) ORDER BY entry.seq`;

export async function readEntriesNamed(
  db: Connection,
  ledger: LedgerId,
  lines: readonly number[],
): Promise<readonly EntryRow[]> {
  if (lines.length === 0) return [];
  const { rows } = await db.query<RawEntry>(ENTRIES_NAMED, [ledger, lines]);
  return rows.map(entryRow);
}
