import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import type { Account } from '../../domain/custody.js';
import { negate, subtract, sum } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { Event } from '../../domain/reconciliation/event-order.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import { readCorrections } from './event-order.sql.js';
import type { Reading } from './reading.js';

const CORRECTIONS_AT_ONCE = 500;

/** Where a correction stands by event time: with the first line of the chain that it corrects. */
interface Moment {
  readonly seq: number;
  /** The day on which it was made. */
  readonly madeOn: BusinessDate;
  readonly event: Event;
  /** The day of that event. */
  readonly day: BusinessDate;
}

/** What moved into accounts of some sort; negative where it moved out of them. */
export type Moved = (into: (account: Account) => boolean) => Quantity;

/** The moments of all corrections of a ledger: some in a hundred lines of it, of which only numbers and times are kept. */
export class CorrectedMoments {
  readonly #moments = new Map<number, Moment>();

  private constructor(private readonly reading: Reading) {}

  static async load(reading: Reading): Promise<CorrectedMoments> {
    const found = new CorrectedMoments(reading);
    for (let after = -1; ;) {
      const page = { after, limit: CORRECTIONS_AT_ONCE };
      const leaves = await readCorrections(reading.pool, reading.below, page);
      await found.#add(leaves.map(({ leaf }) => decodeLeaf(leaf)));
      const last = leaves.at(-1)?.seq;
      if (last === undefined || leaves.length < CORRECTIONS_AT_ONCE) return found;
      after = last;
    }
  }

  async #add(corrections: readonly Entry[]): Promise<void> {
    const originals = await this.reading.entries(corrections.flatMap(originalOf));
    for (const entry of corrections) {
      const [line] = originalOf(entry);
      const original = line === undefined ? undefined : originals.get(line);
      if (original === undefined) throw new Error(`expected what line ${entry.seq} corrects`);
      const { seq, occurredAt, businessDate: day } = original;
      const event = { seq, occurredAt };
      this.#moments.set(entry.seq, { seq: entry.seq, madeOn: entry.businessDate, event, day });
    }
  }

  /** The event of a line: its own, unless it corrects. */
  eventOf({ seq, occurredAt }: Event): Event {
    return this.#moments.get(seq)?.event ?? { seq, occurredAt };
  }

  /** The day of that event. */
  dayOf({ seq, businessDate }: Pick<Entry, 'seq' | 'businessDate'>): BusinessDate {
    return this.#moments.get(seq)?.day ?? businessDate;
  }

  /** Corrections of a day's lines that were made on another one. */
  async madeElsewhere(day: BusinessDate): Promise<readonly Entry[]> {
    return this.#read((each) => each.day === day && each.madeOn !== day);
  }

  /**
   * By how much balances by event time at the end of a day differ from those of the register: what later corrections of lines
   * up to that day moved of an item.
   */
  async movedBackInto(day: BusinessDate, item: AuditItem): Promise<Moved> {
    const made = await this.#read((each) => each.day <= day && each.madeOn > day);
    // Nobody corrects what has not happened yet; a time may still be stated so.
    const unmade = await this.#read((each) => each.day > day && each.madeOn <= day);
    return (into) => subtract(movedInto(made, item, into), movedInto(unmade, item, into));
  }

  async #read(isWanted: (each: Moment) => boolean): Promise<readonly Entry[]> {
    const lines = [...this.#moments.values()].filter(isWanted).map(({ seq }) => seq);
    if (lines.length === 0) return [];
    return [...(await this.reading.entries(lines)).values()];
  }
}

const originalOf = ({ request }: Entry): readonly number[] =>
  request.kind === 'correction' ? [request.original] : [];

function movedInto(
  entries: readonly Entry[],
  item: AuditItem,
  into: (account: Account) => boolean,
): Quantity {
  return sum(
    entries
      .flatMap(({ effects }) => effects.movements)
      .filter((movement) => movement.item === item && into(movement.from) !== into(movement.to))
      .map(({ to, quantity }) => (into(to) ? quantity : negate(quantity))),
  );
}
