/** The SQL that looks for infusion orders. */
import type { LedgerId, PatientId } from '../domain/ids.js';
import type { BusinessDate } from '../domain/measures/instant.js';
import { cellRow } from './reader.sql.js';
import type { CellRow, Connection, RawCell } from './reader.sql.js';

/** Which orders: those that fulfil everything that is given. */
export interface OrderFilter {
  /** Planned for this day; ordered on it, where no day was planned. */
  readonly date?: BusinessDate;
  readonly patient?: PatientId;
}

// The order's line is its id. No index serves the members of a state, as for containers.
const ORDERS = `
SELECT o.id, o.version, o.state, o.line::text, entry.business_date::text AS ordered_on
  FROM ledger.book AS o
  JOIN ledger.entry ON entry.ledger_id = o.ledger_id AND entry.seq = o.id::bigint
 WHERE o.ledger_id = $1 AND o.noun = 'order' AND o.state IS NOT NULL AND entry.seq > $2
   AND ($4::text IS NULL OR o.state ->> 'patient' = $4)
   AND ($5::date IS NULL OR coalesce((o.state ->> 'planned_for')::date, entry.business_date) = $5)
 ORDER BY entry.seq LIMIT $3`;

export type OrderRow = CellRow & { readonly orderedOn: BusinessDate };

export async function readOrders(
  db: Connection,
  ledger: LedgerId,
  { patient, date }: OrderFilter,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly OrderRow[]> {
  const { rows } = await db.query<RawCell & { ordered_on: BusinessDate }>(ORDERS, [
    ledger,
    page.after,
    page.limit,
    patient ?? null,
    date ?? null,
  ]);
  return rows.map((row) => ({ ...cellRow(row), orderedOn: row.ordered_on }));
}
