import { ZERO } from './measures/quantity.js';
import type { Quantity } from './measures/quantity.js';
import type { Account } from './custody.js';
import type { AccountBalance, Cell, CellOf, Entry, LineStanding, Noun } from './entry.js';

/** Key of a cell of the book: `container:41-3`. */
export type CellKey = `${Noun}/${string}`;
export const cellKey = (noun: Noun, id: string): CellKey => `${noun}/${id}`;
export const keyOf = (cell: Cell): CellKey => cellKey(cell.noun, cell.id);

/** Sets of cells that rules about the whole site need complete: none of them ever grows large. */
export interface Gatherings {
  /** Accounts of what is in process or held. */
  readonly unfinished: AccountBalance;
  /** Lines that still owe a signature. */
  readonly awaiting: LineStanding;
  /** Storage locations that ever held anything. */
  readonly places: CellOf<'place'>;
  /** Balances of every audit item that the site ever had. */
  readonly items: CellOf<'item'>;
}
export type Gathering = keyof Gatherings;
const BELONGS: Readonly<Record<Gathering, (cell: Cell) => boolean>> = {
  unfinished: (cell) =>
    cell.noun === 'account' && !cell.id.startsWith('container:') && cell.quantity !== 0n,
  awaiting: (cell) => cell.noun === 'line' && cell.awaiting !== null,
  places: ({ noun }) => noun === 'place',
  items: ({ noun }) => noun === 'item',
};

/** What a request wants to know before it is decided. */
export interface Reads {
  readonly cells: readonly CellKey[];
  /** Lines whose whole entry is needed. */
  readonly lines: readonly number[];
  /** Sets of cells that are needed complete. */
  readonly all?: readonly Gathering[];
}

/**
 * The part of the book that one batch works on. A cell that was loaded and is not there reads as undefined; one that
 * was never loaded is a bug, because "not loaded" must never pass for "not there".
 */
export class Slice {
  private readonly cells = new Map<CellKey, Cell | undefined>();
  private readonly entries = new Map<number, Entry | undefined>();
  private readonly changed = new Set<CellKey>();
  private readonly gathered = new Set<Gathering>();

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

  hasAll(gathering: Gathering): boolean {
    return this.extent === 'whole' || this.gathered.has(gathering);
  }
  /** Takes every stored cell of a set. What is here already is as new or newer. */
  loadAll(gathering: Gathering, cells: readonly Cell[]): void {
    for (const cell of cells) if (!this.cells.has(keyOf(cell))) this.cells.set(keyOf(cell), cell);
    this.gathered.add(gathering);
  }
  /** Every cell of a set, in the order of their ids. */
  gather<G extends Gathering>(gathering: G): readonly Gatherings[G][] {
    if (!this.hasAll(gathering)) throw new Error(`all of ${gathering} was read but not loaded`);
    const found = [...this.all()].filter(BELONGS[gathering]) as unknown as Gatherings[G][];
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
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
