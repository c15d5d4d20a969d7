/** The statement that a chart is drawn from. It reads lines below a size: asked again, it finds the same. */
import type pg from 'pg';
import type { Account } from '../domain/custody.js';
import type { AuditItem, LedgerId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import { quantity } from '../domain/measures/quantity.js';
import type { Movement } from '../domain/custody.js';

const HISTORY = `
SELECT movement.seq::text, movement.from_account, movement.to_account, movement.quantity::text,
       entry.kind, ledger.instant(entry.occurred_at) AS occurred_at
  FROM ledger.movement
  JOIN ledger.entry ON entry.ledger_id = movement.ledger_id AND entry.seq = movement.seq
 WHERE movement.ledger_id = $1 AND movement.item = $2 AND movement.seq < $3
 ORDER BY movement.seq, movement.part`;

/** A movement with the kind and the time of its line. */
export interface MovedRow {
  readonly line: number;
  readonly kind: string;
  readonly occurredAt: Instant;
  readonly movement: Movement;
}

/** Everything that ever moved of an item, below a size of the ledger. */
export async function readHistory(
  db: pg.Pool,
  {
    site,
    item,
    size,
  }: { readonly site: LedgerId; readonly item: AuditItem; readonly size: number },
): Promise<readonly MovedRow[]> {
  const { rows } = await db.query<{
    seq: string;
    from_account: Account;
    to_account: Account;
    quantity: string;
    kind: string;
    occurred_at: Instant;
  }>(HISTORY, [site, item, size]);
  return rows.map((row) => ({
    line: Number(row.seq),
    kind: row.kind,
    occurredAt: row.occurred_at,
    movement: {
      from: row.from_account,
      to: row.to_account,
      quantity: quantity(BigInt(row.quantity)),
      item,
    },
  }));
}
