/**
 * Reads the register, for screens, prints, exports and proofs. It sees what is committed, and no rule decides from it.
 */
import type pg from 'pg';
import type { BalanceAfter } from '../domain/apply.js';
import type { Gathering, Gatherings } from '../domain/book.js';
import type { Account } from '../domain/custody.js';
import type { CellOf, Entry, Noun } from '../domain/entry.js';
import type { AuditItem, EntryId, LeafHash, LedgerId } from '../domain/ids.js';
import type { BusinessDate } from '../domain/measures/instant.js';
import type { SubtreeReader } from '../evidence/tree-prover.js';
import { readConditions, readEntriesNamed } from './containers.sql.js';
import type { ContainerFilter } from './containers.sql.js';
import { readOrders } from './orders.sql.js';
import type { OrderFilter } from './orders.sql.js';
import { openField } from './confidential.js';
import type { SaltedField, Sealer } from './confidential.js';
import { decodeLeaf } from './leaf/leaf.js';
import { readEntries } from './entries.sql.js';
import type { EntryFilter } from './entries.sql.js';
import { gatherCells } from './gathering.sql.js';
import type { Head } from './ledger.sql.js';
import {
  readCells,
  readConfidential,
  readEntryById,
  readHashes,
  readHeads,
  readLeaves,
  readMovements,
  readMovementsOfLines,
  readNamedCells,
} from './reader.sql.js';
import type { EntryRow, LeafRow, MovementRow } from './reader.sql.js';
import { decodeCell } from './stored-cell.js';
import { isUuid } from './submission.js';

export type { ContainerFilter } from './containers.sql.js';
export type { SaltedField } from './confidential.js';
export type { Head } from './ledger.sql.js';
export type { EntryFilter } from './entries.sql.js';
export type { LeafRow, MovementRow } from './reader.sql.js';

/** An entry with its hash, and the balances after each of its movements. */
export interface RecordedEntry {
  readonly entry: Entry;
  readonly leafHash: LeafHash;
  readonly balances: readonly BalanceAfter[];
}

/** Most lines that one page holds. */
export const LARGEST_PAGE = 1_000;
/** Leaves that are read at once while streaming. */
const LEAVES_AT_ONCE = 500;

/** An order with the business date of its line. */
export interface OrderedOn {
  readonly order: CellOf<'order'>;
  readonly orderedOn: BusinessDate;
}

export class LedgerReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly sealer: Sealer,
  ) {}

  async head(ledger: LedgerId): Promise<Head | undefined> {
    return (await readHeads(this.pool, ledger))[0];
  }

  /** Heads of all ledgers, in the order of their ids. */
  heads(): Promise<readonly Head[]> {
    return readHeads(this.pool);
  }

  async entry(ledger: LedgerId, seq: number): Promise<RecordedEntry | undefined> {
    const filter = { from: seq, to: seq + 1, limit: 1, order: 'ASC' as const };
    return (await this.#whole(ledger, await readEntries(this.pool, ledger, filter)))[0];
  }

  async entryById(ledger: LedgerId, id: EntryId): Promise<RecordedEntry | undefined> {
    const row = isUuid(id) ? await readEntryById(this.pool, ledger, id) : undefined;
    return (await this.#whole(ledger, row === undefined ? [] : [row]))[0];
  }

  /**
   * A page of entries, oldest first, or newest first with `order: 'newest'`. The next page begins after (or, newest
   * first, ends before) the last line of this one.
   */
  async entries(
    ledger: LedgerId,
    filter: EntryFilter & { readonly limit: number; readonly order?: 'oldest' | 'newest' },
  ): Promise<readonly RecordedEntry[]> {
    const order = filter.order === 'newest' ? 'DESC' : 'ASC';
    const limit = Math.min(filter.limit, LARGEST_PAGE);
    return this.#whole(ledger, await readEntries(this.pool, ledger, { ...filter, limit, order }));
  }

  /** Lines by their numbers, in their order. */
  async entriesNamed(
    ledger: LedgerId,
    lines: readonly number[],
  ): Promise<readonly RecordedEntry[]> {
    return this.#whole(ledger, await readEntriesNamed(this.pool, ledger, lines));
  }

  /** A page of the containers that fulfil a filter, in the order of their ids, after an id. */
  async conditions(
    ledger: LedgerId,
    filter: ContainerFilter,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly CellOf<'condition'>[]> {
    const { after = '' } = page;
    const limit = Math.min(page.limit, LARGEST_PAGE);
    const rows = await readConditions(this.pool, ledger, filter, { after, limit });
    return rows.map(({ version, state }) => nounOf('condition', decodeCell(version, state)));
  }

  /** A page of the infusion orders that fulfil a filter, oldest first, after an order; with the day of each order. */
  async orders(
    ledger: LedgerId,
    filter: OrderFilter,
    page: { readonly after?: number; readonly limit: number },
  ): Promise<readonly OrderedOn[]> {
    const { after = -1 } = page;
    const limit = Math.min(page.limit, LARGEST_PAGE);
    const rows = await readOrders(this.pool, ledger, filter, { after, limit });
    return rows.map(({ version, state, orderedOn }) => ({
      order: nounOf('order', decodeCell(version, state)),
      orderedOn,
    }));
  }

  /** The hashed bytes of one line. */
  async leaf(ledger: LedgerId, seq: number): Promise<LeafRow | undefined> {
    const range = { from: seq, to: seq + 1, limit: 1 };
    return (await readLeaves(this.pool, ledger, range))[0];
  }

  /** Every leaf from a line on, up to a size that was read before: lines never change, so the pages fit together. */
  async *leaves(
    ledger: LedgerId,
    range: { readonly from: number; readonly to: number },
  ): AsyncGenerator<LeafRow> {
    for (let from = range.from; from < range.to;) {
      const page = await readLeaves(this.pool, ledger, {
        from,
        to: range.to,
        limit: LEAVES_AT_ONCE,
      });
      if (page.length === 0) throw new Error(`line ${from} of ledger ${ledger} is missing`);
      yield* page;
      from += page.length;
    }
  }

  /** Movements of an audit item or of a custody account, in the order they were recorded, from a line on. */
  movements(
    ledger: LedgerId,
    of: { readonly item: AuditItem } | { readonly account: Account },
    page: { readonly from?: number; readonly to?: number; readonly limit: number },
  ): Promise<readonly MovementRow[]> {
    const { from = 0, to = Number.MAX_SAFE_INTEGER } = page;
    const limit = Math.min(page.limit, LARGEST_PAGE);
    return readMovements(this.pool, ledger, of, { from, to, limit });
  }

  async cell<N extends Noun>(
    ledger: LedgerId,
    noun: N,
    id: string,
  ): Promise<CellOf<N> | undefined> {
    return (await this.cellsNamed(ledger, noun, [id])).get(id);
  }

  /** Those of the named cells that the book has. */
  async cellsNamed<N extends Noun>(
    ledger: LedgerId,
    noun: N,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CellOf<N>>> {
    const rows = await readNamedCells(this.pool, ledger, { noun, ids });
    return new Map(
      rows.map(({ id, version, state }) => [id, nounOf(noun, decodeCell(version, state))] as const),
    );
  }

  /** A page of the cells of one noun, in the order of their ids, after an id. */
  async cells<N extends Noun>(
    ledger: LedgerId,
    noun: N,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly CellOf<N>[]> {
    const { after = '' } = page;
    const limit = Math.min(page.limit, LARGEST_PAGE);
    const rows = await readCells(this.pool, ledger, { noun, after, limit });
    return rows.map(({ version, state }) => nounOf(noun, decodeCell(version, state)));
  }

  /** Every cell of a set, in the order of their ids. */
  async gather<G extends Gathering>(
    ledger: LedgerId,
    gathering: G,
  ): Promise<readonly Gatherings[G][]> {
    // The statement of a gathering finds its cells and no others.
    return (await gatherCells(this.pool, ledger, gathering)) as unknown as readonly Gatherings[G][];
  }

  /** Personal fields of entries, or those that are named, with the salts that open their commitments. Erased ones are not there. */
  async personal(
    ledger: LedgerId,
    entries: readonly EntryId[],
    only?: readonly string[],
  ): Promise<ReadonlyMap<EntryId, readonly SaltedField[]>> {
    const found = new Map<EntryId, SaltedField[]>();
    for (const row of await readConfidential(this.pool, ledger, entries, only)) {
      const fields = found.get(row.entry) ?? [];
      found.set(row.entry, [...fields, openField(this.sealer, row)]);
    }
    return found;
  }

  /** Hashes of a ledger's tree, for proofs and tiles. */
  subtrees(ledger: LedgerId): SubtreeReader {
    return { hashes: (range) => readHashes(this.pool, ledger, range) };
  }

  async #whole(ledger: LedgerId, rows: readonly EntryRow[]): Promise<readonly RecordedEntry[]> {
    const moving = rows.filter(({ movements }) => movements > 0).map(({ seq }) => seq);
    const balances = new Map<number, BalanceAfter[]>();
    for (const { seq, after } of await readMovementsOfLines(this.pool, ledger, moving))
      balances.set(seq, [...(balances.get(seq) ?? []), after]);
    return rows.map(({ seq, leaf, leafHash }) => ({
      entry: decodeLeaf(leaf),
      leafHash: leafHash.toString('base64') as LeafHash,
      balances: balances.get(seq) ?? [],
    }));
  }
}

function nounOf<N extends Noun>(noun: N, cell: { readonly noun: Noun }): CellOf<N> {
  if (cell.noun !== noun) throw new Error(`expected a ${noun} in the book, found a ${cell.noun}`);
  return cell as CellOf<N>;
}
