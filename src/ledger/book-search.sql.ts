import type { LedgerId } from '../domain/ids.js';
import { cellRow } from './reader.sql.js';
import type { CellRow, Connection, RawCell } from './reader.sql.js';

/** Cells of the stored book that are found by a member of their state. No index knows it: all cells of the noun are read. */

/** What a member of the state must be, or must not be; the name is as the codec of the noun writes it. */
export interface CellSearch {
  readonly noun: string;
  readonly member: string;
  readonly is: string | null;
  readonly isNot: string | null;
  /** What the id begins with. */
  readonly prefix: string;
}

const SEARCH = `
SELECT id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND noun = $2 AND state IS NOT NULL
   AND starts_with(id, $3)
   AND ($5::text IS NULL OR state ->> $4 = $5)
   AND ($6::text IS NULL OR state ->> $4 <> $6)
 ORDER BY line DESC, id LIMIT $7`;

/** The newest first. */
export async function searchCells(
  db: Connection,
  ledger: LedgerId,
  { noun, prefix, member, is, isNot }: CellSearch,
  limit: number,
): Promise<readonly CellRow[]> {
  const values = [ledger, noun, prefix, member, is, isNot, limit];
  const { rows } = await db.query<RawCell>(SEARCH, values);
  return rows.map(cellRow);
}
