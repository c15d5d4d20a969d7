import type { SealedResult } from '../../domain/counting/count.js';
import { containerAccount } from '../../domain/custody.js';
import type { AuditItem, ContainerId, LocationId, StockId } from '../../domain/ids.js';
import type { Kind } from '../../domain/request.js';
import type { Condition, QuarantineReason, Stock } from '../../domain/stock/container.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import { lineOf } from './reading.js';
import type { Reading } from './reading.js';
import { readLastLeft } from './sealed-then.sql.js';

/**
 * Kinds that bring in, move, hold apart or put right containers that stay sealed. A line of any other kind that takes
 * something out of a container leaves it sealed no longer.
 */
const KINDS_OF_SEALED: readonly Kind[] = [
  'inventory',
  'receipt',
  'return-to-stock',
  'breakage',
  'close-out',
  'quarantine',
  'release',
  'move',
  'disposal',
  'disposal-returned',
  'return-to-supplier',
  'sample',
  'loss',
  'discrepancy',
  'correction',
];

/** Sealed containers of one lot that stood together: counted by nobody, said by the book. */
export interface SealedLot {
  readonly stock: Stock;
  readonly quarantine: QuarantineReason | null;
  readonly containers: number;
}

interface Sealed {
  readonly condition: Condition;
  /** The line that said so. */
  readonly line: number;
}

/** Which sealed containers the book had where, when a line was recorded. Lines are asked for in their order. */
export class SealedThen {
  readonly #sealed = new Map<ContainerId, Sealed>();
  readonly #stocks = new Map<ContainerId, StockId>();
  #read = 0;

  constructor(private readonly reading: Reading) {}

  /** By lot, in the order in which they came in. */
  async lots(
    line: number,
    place: LocationId,
    { item, block }: Pick<SealedResult, 'item' | 'block'>,
  ): Promise<readonly SealedLot[]> {
    await this.#readUntil(line);
    const found = [...this.#sealed.values()].filter(({ condition }) =>
      isThere(condition, { place, item, block }),
    );
    const named = found.map(({ condition }) => ({ condition, stock: this.#stockOf(condition.id) }));
    const stocks = await this.reading.stocks(named.map(({ stock }) => stock));
    const lots = new Map<string, SealedLot>();
    for (const { condition, stock: id } of named) {
      const { quarantine } = condition;
      const key = `${id} ${quarantine}`;
      const stock = stocks.get(id);
      if (stock === undefined) throw new Error(`expected stock ${id} in the book, found none`);
      const containers = (lots.get(key)?.containers ?? 0) + 1;
      lots.set(key, { stock, quarantine, containers });
    }
    return [...lots.values()].sort((a, b) => lineOf(a.stock.id) - lineOf(b.stock.id));
  }

  #stockOf(container: ContainerId): StockId {
    const stock = this.#stocks.get(container);
    if (stock === undefined) throw new Error(`expected the stock of ${container}, found none`);
    return stock;
  }

  async #readUntil(line: number): Promise<void> {
    if (line === this.#read) return;
    if (line < this.#read) throw new Error(`expected a line from ${this.#read} on, found ${line}`);
    const { reader, ledger, below, pool } = this.reading;
    for (let from = this.#read; from < line;) {
      const filter = { from, to: line, kinds: KINDS_OF_SEALED, limit: LARGEST_PAGE };
      const page = await reader.entries(ledger, filter);
      for (const { entry } of page) {
        for (const state of entry.effects.states) {
          if (state.noun === 'container') this.#stocks.set(state.id, state.stock);
          if (state.noun !== 'condition') continue;
          this.#sealed.delete(state.id);
          if (state.status === 'sealed')
            this.#sealed.set(state.id, { condition: state, line: entry.seq });
        }
      }
      const last = page.at(-1)?.entry.seq;
      from = last === undefined || page.length < LARGEST_PAGE ? line : last + 1;
    }
    this.#read = line;
    const accounts = [...this.#sealed.keys()].map(containerAccount);
    const left = await readLastLeft(pool, { ...below, size: line }, accounts);
    for (const [id, sealed] of this.#sealed) {
      if ((left.get(containerAccount(id)) ?? -1) > sealed.line) this.#sealed.delete(id);
    }
  }
}

function isThere(
  { location, item, quarantine }: Condition,
  at: { readonly place: LocationId; readonly item: AuditItem; readonly block: string },
): boolean {
  const block = quarantine === null ? 'sealed' : 'quarantined';
  return location === at.place && item === at.item && block === at.block;
}
