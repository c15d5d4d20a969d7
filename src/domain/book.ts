import { ZERO } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { Account } from './custody.js';
import type { Cell, CellOf, Entry, Noun } from './entry.js';

/** Key of a cell of the book: `container:41-3`. */
export type CellKey = `${Noun}/${string}`;
export const cellKey = (noun: Noun, id: string): CellKey => `${noun}/${id}`;
export const keyOf = (cell: Cell): CellKey => cellKey(cell.noun, cell.id);

/** What a request wants to know before it is decided. */
export interface Reads {
  readonly cells: readonly CellKey[];
  /** Lines whose whole entry is needed. */
  readonly lines: readonly number[];
}

/**
 * The part of the book that one batch works on. A cell that was loaded and is not there reads as undefined; one that
 * was never loaded is a bug, because "not loaded" must never pass for "not there".
 */
export class Slice {
  private readonly cells = new Map<CellKey, Cell | undefined>();
  private readonly entries = new Map<number, Entry | undefined>();
  private readonly changed = new Set<CellKey>();

  /** A slice that holds the whole book knows that what it does not have is not there. */
  constructor(private readonly extent: 'part' | 'whole' = 'part') {}

  has(key: CellKey): boolean {
    return this.cells.has(key);
  }
  hasLine(line: number): boolean {
    return this.entries.has(line);
  }
  load(key: CellKey, cell: Cell | undefined): void {
    this.cells.set(key, cell);
  }
  loadLine(line: number, entry: Entry | undefined): void {
    this.entries.set(line, entry);
  }

  find<N extends Noun>(noun: N, id: string): CellOf<N> | undefined {
    const key = cellKey(noun, id);
    if (this.extent === 'part' && !this.cells.has(key))
      throw new Error(`cell ${key} was read but not loaded`);
    return this.cells.get(key) as CellOf<N> | undefined;
  }
  line(line: number): Entry | undefined {
    if (this.extent === 'part' && !this.entries.has(line))
      throw new Error(`line ${line} was read but not loaded`);
    return this.entries.get(line);
  }
  balance(account: Account): Quantity {
    return this.find('account', account)?.quantity ?? ZERO;
  }

  put(cell: Cell): void {
    const key = keyOf(cell);
    this.cells.set(key, cell);
    this.changed.add(key);
  }
  remove(noun: Noun, id: string): void {
    const key = cellKey(noun, id);
    this.cells.set(key, undefined);
    this.changed.add(key);
  }

  /** Takes the list of changed cells, undefined for removed ones, and forgets that they changed. */
  takeChanges(): readonly { readonly key: CellKey; readonly cell: Cell | undefined }[] {
    const changes = [...this.changed].map((key) => ({ key, cell: this.cells.get(key) }));
    this.changed.clear();
    return changes;
  }

  get size(): number {
    return this.cells.size;
  }
  /** Every cell there is, in no order that means anything. */
  *all(): Generator<Cell> {
    for (const cell of this.cells.values()) if (cell !== undefined) yield cell;
  }
}
