/** Sets of cells that rules about the whole site read complete. Migration 0080 has the index of what is unsettled. */
import type pg from 'pg';
import type { Gathering } from '../domain/book.js';
import type { Cell } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import type { Canonical } from '../evidence/canonical.js';
import { decodeCell } from './stored-cell.js';

const cellsWhere = (condition: string): string => `
SELECT version, state FROM ledger.book
 WHERE ledger_id = $1 AND ${condition} AND state IS NOT NULL
 ORDER BY id`;

const GATHERED: Readonly<Record<Gathering, string>> = {
  unfinished: cellsWhere(`noun = 'account' AND unsettled = 'in-process'`),
  awaiting: cellsWhere(`noun = 'line' AND unsettled = 'unsigned'`),
  places: cellsWhere(`noun = 'place'`),
  items: cellsWhere(`noun = 'item'`),
};

/** Every stored cell of a set. */
export async function gatherCells(
  db: pg.Pool | pg.ClientBase,
  ledger: LedgerId,
  gathering: Gathering,
): Promise<readonly Cell[]> {
  const { rows } = await db.query<{ version: number; state: Canonical }>(GATHERED[gathering], [
    ledger,
  ]);
  return rows.map(({ version, state }) => decodeCell(version, state));
}
