/** The statement that trends are read by: movements of their figures, since a day and below a size of the ledger. */
import type pg from 'pg';
import type { Account, Movement } from '../../domain/custody.js';
import type { AuditItem, LedgerId, PersonId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { quantity } from '../../domain/measures/quantity.js';

const MOVEMENTS = `
SELECT movement.seq::text, movement.from_account, movement.to_account, movement.quantity::text, movement.item,
       entry.performer, to_char(entry.business_date, 'YYYY-MM') AS month
  FROM ledger.entry
  JOIN ledger.movement ON movement.ledger_id = entry.ledger_id AND movement.seq = entry.seq
 WHERE entry.ledger_id = $1 AND entry.business_date >= $2 AND entry.seq >= $3 AND entry.seq < $4
   AND ((movement.from_account LIKE 'container:%' AND movement.to_account LIKE 'in-process:%')
     OR (movement.from_account LIKE 'in-process:%' AND movement.to_account LIKE 'container:%')
     OR movement.from_account = ANY ($5) OR movement.to_account = ANY ($5))
 ORDER BY movement.seq, movement.part`;

/** Outside accounts that figures are about. */
const ACCOUNTS: readonly Account[] = ['waste', 'overfill', 'hub-loss', 'unexplained'];

/** A movement as it is stored, with its own month and performer. */
export interface TrendRow {
  readonly line: number;
  readonly performer: PersonId | 'system';
  readonly month: string;
  readonly movement: Movement;
}

/** Lines of one stretch of the ledger. */
export interface TrendRange {
  readonly site: LedgerId;
  readonly firstDate: BusinessDate;
  readonly from: number;
  readonly to: number;
}

export async function readTrendRows(
  db: pg.Pool,
  { site, firstDate, from, to }: TrendRange,
): Promise<readonly TrendRow[]> {
  const { rows } = await db.query<{
    seq: string;
    from_account: Account;
    to_account: Account;
    quantity: string;
    item: AuditItem;
    performer: PersonId | 'system';
    month: string;
  }>(MOVEMENTS, [site, firstDate, from, to, ACCOUNTS]);
  return rows.map((row) => ({
    line: Number(row.seq),
    performer: row.performer,
    month: row.month,
    movement: {
      from: row.from_account,
      to: row.to_account,
      quantity: quantity(BigInt(row.quantity)),
      item: row.item,
    },
  }));
}
