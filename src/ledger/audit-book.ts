import type pg from 'pg';
import type { CellKey } from '../domain/book.js';
import { cellKey, keyOf } from '../domain/book.js';
import type { Cell, Noun } from '../domain/entry.js';
import type { LedgerId } from '../domain/ids.js';
import { equalBytes } from '../evidence/bytes.js';
import { encode } from '../evidence/canonical.js';
import type { Canonical } from '../evidence/canonical.js';
import { Wrong } from './audit-finding.js';
import type { Replay } from './audit-replay.js';
import { CELL_VERSION, encodeCell } from './stored-cell.js';

interface BookRow {
  readonly noun: Noun;
  readonly id: string;
  readonly version: number;
  readonly state: Canonical;
  readonly line: string;
}

const CELLS_AT_ONCE = 1_000;

const BOOK = `
SELECT noun, id, version, state, line::text FROM ledger.book
 WHERE ledger_id = $1 AND (noun, id) > ($2, $3) ORDER BY noun, id LIMIT $4`;

/** Compares the stored book with the replayed one, cell by cell, both ways. */
export async function compareBook(
  client: pg.ClientBase,
  ledger: LedgerId,
  replay: Replay,
): Promise<void> {
  const expected = new Map<CellKey, Cell>();
  for (const cell of replay.book.all()) expected.set(keyOf(cell), cell);
  const wrong: Wrong[] = [];
  for (let after: readonly [string, string] = ['', '']; ;) {
    const { rows } = await client.query<BookRow>(BOOK, [ledger, ...after, CELLS_AT_ONCE]);
    for (const row of rows) {
      const key = cellKey(row.noun, row.id);
      const problem = compareCell(row, expected.get(key), replay.touched.get(key));
      if (problem !== undefined) wrong.push(problem);
      expected.delete(key);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = [last.noun, last.id];
  }
  for (const key of expected.keys())
    wrong.push(new Wrong(replay.touched.get(key) ?? null, `the stored book lacks ${key}`));
  const [first] = wrong.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  if (first !== undefined) throw first;
}

function compareCell(
  { noun, id, version, state, line }: BookRow,
  cell: Cell | undefined,
  touched: number | undefined,
): Wrong | undefined {
  const what = `${noun} ${id} in the stored book is not what the lines add up to`;
  if (cell === undefined)
    return state === null ? undefined : new Wrong(touched ?? Number(line), what);
  const isSame =
    version === CELL_VERSION &&
    state !== null &&
    Number(line) === touched &&
    equalBytes(encode(encodeCell(cell)), encode(state));
  return isSame ? undefined : new Wrong(touched ?? null, what);
}
