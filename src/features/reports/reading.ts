import type pg from 'pg';
import type { Stock } from '../../domain/stock/container.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { CellOf, Entry } from '../../domain/entry.js';
import type {
  ContainerId,
  LedgerId,
  LossId,
  OrderId,
  PatientId,
  StockId,
} from '../../domain/ids.js';
import type { InfusionOrder } from '../../domain/bedside/infusion.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { readEntryIds, readLeaves, readStandings } from './lines.sql.js';
import { readAccountMovements, readHasPatient } from './register.sql.js';
import type { Below, PlacedMovement } from './register.sql.js';
import type { Staff } from './staff.js';

/** What later lines said of a line. */
export interface Standing {
  /** Line that gave the second signature that this one lacked. */
  readonly settledBy: number | null;
  /** Newest correction of the line. */
  readonly correctedBy: number | null;
}
export const AS_WRITTEN: Standing = { settledBy: null, correctedBy: null };

/** Whom an order is for, as its personal fields and their corrections have it. */
export interface OrderOfPatient {
  readonly order: InfusionOrder;
  readonly sequence: number;
  readonly name: string;
  /** Null where it is not known. */
  readonly address: string | null;
}

export interface ReadingParts {
  readonly pool: pg.Pool;
  readonly reader: LedgerReader;
  readonly ledger: LedgerId;
  /** Lines below it are there; what later lines say is not. */
  readonly size: number;
  readonly staff: Staff;
}

const ERASED = '(erased)';
const PARTICULARS = ['patient.name', 'patient.address'] as const;
const MOST_CHAINED = 1_000;
const MOST_STOCKS = 20_000;

/**
 * One ledger as it was at one size. Lines are immutable; what the stored book says of them today is cut back to what it
 * said then, so that the same document can be printed again whatever was recorded since.
 */
export class Reading {
  readonly below: Below;
  readonly pool: pg.Pool;
  readonly reader: LedgerReader;
  readonly ledger: LedgerId;
  readonly staff: Staff;
  readonly #stocks = new Map<StockId, Stock>();

  constructor({ pool, reader, ledger, size, staff }: ReadingParts) {
    this.below = { ledger, size };
    this.pool = pool;
    this.reader = reader;
    this.ledger = ledger;
    this.staff = staff;
  }

  get size(): number {
    return this.below.size;
  }

  /** Entries by line. A line that is not there is a mistake of the caller. */
  async entries(lines: Iterable<number>): Promise<ReadonlyMap<number, Entry>> {
    const wanted = [...new Set(lines)];
    const rows = await readLeaves(this.pool, this.below, wanted);
    if (rows.length !== wanted.length) {
      throw new Error(
        `expected ${wanted.length} lines of ledger ${this.ledger}, found ${rows.length}`,
      );
    }
    return new Map(rows.map(({ seq, leaf }) => [seq, decodeLeaf(leaf)] as const));
  }

  movements(accounts: readonly InsideAccount[]): Promise<readonly PlacedMovement[]> {
    return readAccountMovements(this.pool, this.below, accounts);
  }

  /** Values of personal fields by line and name: `note`, `patient.name`; of all fields, unless some are named. */
  async personal(
    entries: readonly Pick<Entry, 'id' | 'seq'>[],
    only?: readonly string[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, string>>> {
    const opened = await this.reader.personal(
      this.ledger,
      entries.map(({ id }) => id),
      only,
    );
    return new Map(
      entries.map(({ id, seq }) => {
        const fields = opened.get(id) ?? [];
        return [seq, new Map(fields.map(({ field, value }) => [field, value] as const))] as const;
      }),
    );
  }

  /** What was said of lines later, below the size; nothing for those that stand as they were written. */
  async standings(lines: readonly number[]): Promise<ReadonlyMap<number, Standing>> {
    const standings = new Map<number, Standing>();
    for (const stored of await readStandings(this.pool, this.ledger, lines)) {
      const { line, settledBy, correctedBy } = stored;
      standings.set(line, {
        settledBy: settledBy === null || settledBy >= this.size ? null : settledBy,
        correctedBy: await this.#correction(line, correctedBy),
      });
    }
    return standings;
  }

  /**
   * The newest correction of a line below the size. The book names the newest of all for the first line of a chain; from
   * there each correction names the one before it.
   */
  async #correction(line: number, newest: number | null): Promise<number | null> {
    let found = newest;
    for (let steps = 0; found !== null && found >= this.size; steps += 1) {
      if (steps === MOST_CHAINED)
        throw new Error(`line ${line} has too long a chain of corrections`);
      const recorded = await this.reader.entry(this.ledger, found);
      const request = recorded?.entry.request;
      if (request?.kind !== 'correction') throw new Error(`line ${found} is not a correction`);
      found = request.line === line || request.line === request.original ? null : request.line;
    }
    return found;
  }

  /** All corrections of a line below the size, newest first. */
  async corrections(line: number): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    let next = (await this.standings([line])).get(line)?.correctedBy ?? null;
    while (next !== null && found.length < MOST_CHAINED) {
      const entry = (await this.entries([next])).get(next);
      if (entry?.request.kind !== 'correction') throw new Error(`line ${next} is not a correction`);
      found.push(entry);
      const { line: corrected } = entry.request;
      next = corrected === line || corrected === entry.request.original ? null : corrected;
    }
    return found;
  }

  async stocks(ids: readonly StockId[]): Promise<ReadonlyMap<StockId, Stock>> {
    if (this.#stocks.size > MOST_STOCKS) this.#stocks.clear();
    const unknown = ids.filter((id) => !this.#stocks.has(id));
    for (const [, stock] of await this.#cellsOf('stock', unknown))
      this.#stocks.set(stock.id, stock);
    return this.#stocks;
  }

  /** Whether a container had come in below the size. */
  async hasContainer(id: ContainerId): Promise<boolean> {
    const cells = await this.reader.cellsNamed(this.ledger, 'container', [id]);
    return cells.has(id) && lineOf(id) < this.size;
  }

  async hasLoss(id: LossId): Promise<boolean> {
    const cells = await this.reader.cellsNamed(this.ledger, 'loss', [id]);
    return cells.has(id) && lineOf(id) < this.size;
  }

  /** Whether anything was ever ordered for a patient below the size. */
  hasPatient(id: PatientId): Promise<boolean> {
    return readHasPatient(this.pool, this.below, id);
  }

  /** Containers with the stock that they were of, at the size. */
  async containers(ids: readonly ContainerId[]): Promise<ReadonlyMap<ContainerId, Stock>> {
    const cells = await this.#cellsOf('container', ids);
    const stockIds = new Map<ContainerId, StockId>();
    for (const [, { id, stock }] of cells) {
      stockIds.set(id, lineOf(stock) < this.size ? stock : await this.#stockThen(id));
    }
    const stocks = await this.stocks([...stockIds.values()]);
    return new Map(
      [...stockIds].map(
        ([id, stock]) => [id, stocks.get(stock) ?? absent(`stock ${stock}`)] as const,
      ),
    );
  }

  /** The stock of a container whose lot was corrected since. */
  async #stockThen(id: ContainerId): Promise<StockId> {
    const minted = lineOf(id);
    const first = (await this.entries([minted])).get(minted);
    const chain = [...(await this.corrections(minted)), ...(first === undefined ? [] : [first])];
    for (const { effects } of chain) {
      const state = effects.states.find((each) => each.noun === 'container' && each.id === id);
      if (state?.noun === 'container') return state.stock;
    }
    return absent(`container ${id}`);
  }

  /** Orders with the patient's particulars: those of the order, or of their newest correction below the size. */
  async orders(ids: Iterable<OrderId>): Promise<ReadonlyMap<OrderId, OrderOfPatient>> {
    const cells = await this.#cellsOf('order', [...new Set(ids)]);
    const lines = [...cells.values()].map(({ id }) => Number(id));
    const entryIds = await readEntryIds(this.pool, this.below, lines);
    const personal = await this.personal(
      [...entryIds].map(([seq, id]) => ({ seq, id })),
      PARTICULARS,
    );
    const found = new Map<OrderId, OrderOfPatient>();
    for (const order of cells.values()) {
      const sequence = Number(order.id);
      const fields = personal.get(sequence) ?? new Map<string, string>();
      const own = { order, sequence, ...particularsOf(fields) };
      found.set(order.id, order.particulars === sequence ? own : await this.#mended(own));
    }
    return found;
  }

  async #mended(own: OrderOfPatient): Promise<OrderOfPatient> {
    // Oldest first: what a correction does not say stays as it was.
    const chain = (await this.corrections(own.sequence)).toReversed();
    const personal = await this.personal(chain, PARTICULARS);
    const first = (await this.entries([own.sequence])).get(own.sequence);
    let now = { ...own, order: orderOf(first) ?? own.order };
    for (const entry of chain) {
      const fields = personal.get(entry.seq) ?? new Map<string, string>();
      const order = orderOf(entry) ?? now.order;
      // Of another patient nothing stays as it was: a missing address is no reason to print somebody else's.
      const isOther = order.patient !== now.order.patient;
      now = {
        ...now,
        order,
        ...(isOther
          ? particularsOf(fields)
          : {
              name: fields.get('patient.name') ?? now.name,
              address: fields.get('patient.address') ?? now.address,
            }),
      };
    }
    return now;
  }

  async #cellsOf<N extends 'stock' | 'container' | 'order'>(
    noun: N,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CellOf<N>>> {
    if (ids.length === 0) return new Map();
    const cells = await this.reader.cellsNamed(this.ledger, noun, ids);
    const missing = ids.find((id) => !cells.has(id));
    return missing === undefined ? cells : absent(`${noun} ${missing}`);
  }
}

function particularsOf(
  fields: ReadonlyMap<string, string>,
): Pick<OrderOfPatient, 'name' | 'address'> {
  return {
    name: fields.get('patient.name') ?? ERASED,
    address: fields.get('patient.address') ?? null,
  };
}

function orderOf(entry: Entry | undefined): InfusionOrder | undefined {
  const state = entry?.effects.states.find(({ noun }) => noun === 'order');
  return state?.noun === 'order' ? state : undefined;
}

/** The line that minted an id: `41` of `41-3`. */
export const lineOf = (id: ContainerId | LossId | StockId | OrderId): number =>
  Number(id.split('-', 1)[0]);

function absent(what: string): never {
  throw new Error(`expected ${what} in the book, found none`);
}
