import type pg from 'pg';
import type { InsideAccount } from '../../domain/custody.js';
import type { Below } from './register.sql.js';

const LAST_LEFT = `
SELECT from_account AS account, max(seq)::text AS line
  FROM ledger.movement
 WHERE ledger_id = $1 AND from_account = ANY ($3::text[]) AND from_after IS NOT NULL AND seq < $2
 GROUP BY from_account`;

/** The last line by which something left each account; those that nothing left are not there. */
export async function readLastLeft(
  db: pg.Pool,
  { ledger, size }: Below,
  accounts: readonly InsideAccount[],
): Promise<ReadonlyMap<InsideAccount, number>> {
  if (accounts.length === 0) return new Map();
  const values = [ledger, size, accounts];
  const { rows } = await db.query<{ account: InsideAccount; line: string }>(LAST_LEFT, values);
  return new Map(rows.map(({ account, line }) => [account, Number(line)] as const));
}
