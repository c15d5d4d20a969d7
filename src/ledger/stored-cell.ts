import type { Cell } from '../domain/entry.js';
import type { Canonical } from '../evidence/canonical.js';
import { LeafError } from './leaf/codec.js';
import { cellV1 } from './leaf/states/folded.v1.js';

/** The version that cells are stored in. */
export const CELL_VERSION = 1;

/** A cell as `ledger.book` stores it. */
export const encodeCell = (cell: Cell): Canonical => cellV1.encode(cell);

export function decodeCell(version: number, state: Canonical): Cell {
  if (version !== CELL_VERSION)
    throw new LeafError('', `cells of version ${version} are not known here`);
  return cellV1.decode(state);
}
