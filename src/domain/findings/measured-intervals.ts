/** Intervals between two measures of a container, out of the lines of a ledger: what monitoring adds up. */
import { countedIn } from '../counting/counted.js';
import type { Entry } from '../entry.js';
import { containerOf } from '../custody.js';
import type { ContainerId, PersonId } from '../ids.js';
import type { Interval } from './interval.js';
import type { PolicySettings } from '../policy.js';
import { quantity, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What is known of a container since it was last measured. */
interface Since {
  /** Counted minus book at the last measure; null before the first. */
  readonly difference: Quantity | null;
  readonly draws: Map<PersonId, number>;
  /** Net of what cases moved to `unexplained` since: it is missing all the same. */
  unexplained: bigint;
}

/** Something that people measured, or knew to be empty. */
interface Measure {
  readonly container: ContainerId;
  readonly difference: Quantity;
  readonly overfillAllowance: Quantity;
  /** Whether a case is about it: then it is no longer a difference inside the tolerance. */
  readonly isBeyond: boolean;
}

/**
 * Reads lines in their order and gives an interval for each measure that the container explains. A measure that opened a
 * discrepancy ends its interval without one: the case is looked into by people, and the next interval begins at it.
 */
export class MeasuredIntervals {
  readonly intervals: Interval[] = [];
  readonly #since = new Map<ContainerId, Since>();

  constructor(private readonly settingsAt: (at: Entry['occurredAt']) => PolicySettings) {}

  take(entry: Entry): void {
    if (entry.kind === 'draw') this.#draw(entry);
    for (const measure of measuresOf(entry)) this.#measure(entry, measure);
    if (entry.kind === 'discrepancy' || entry.kind === 'loss') this.#settled(entry);
  }

  #draw({ performer, effects }: Entry): void {
    if (performer === 'system') return;
    for (const state of effects.states) {
      if (state.noun !== 'draw') continue;
      const { draws } = this.#of(state.container);
      draws.set(performer, (draws.get(performer) ?? 0) + 1);
    }
  }

  /** What a case moves to `unexplained` is missing; what a loss takes over from there is a loss, and no small difference. */
  #settled({ effects }: Entry): void {
    for (const { from, to, quantity: moved } of effects.movements) {
      if (from !== 'unexplained' && to !== 'unexplained') continue;
      const account = to === 'unexplained' ? from : to;
      const container = containerOf(account);
      if (container === undefined) continue;
      this.#of(container).unexplained += to === 'unexplained' ? moved : 0n - moved;
    }
  }

  #measure(entry: Entry, { container, difference, overfillAllowance, isBeyond }: Measure): void {
    const since = this.#of(container);
    this.#since.set(container, { difference, draws: new Map(), unexplained: 0n });
    if (isBeyond || since.draws.size === 0) return;
    const before = since.difference ?? quantity(0);
    this.intervals.push({
      container,
      line: entry.seq,
      month: entry.businessDate.slice(0, 7),
      short: quantity(subtract(before, difference) + since.unexplained),
      isFirst: since.difference === null,
      draws: since.draws,
      deadSpace: this.settingsAt(entry.occurredAt).deadSpacePerDraw,
      overfillAllowance,
    });
  }

  #of(container: ContainerId): Since {
    const known = this.#since.get(container);
    if (known !== undefined) return known;
    const since: Since = { difference: null, draws: new Map(), unexplained: 0n };
    this.#since.set(container, since);
    return since;
  }
}

function measuresOf(entry: Entry): readonly Measure[] {
  const { kind, effects } = entry;
  const counted = countedIn(entry).flatMap(({ asked, found }) =>
    found.open.map((line): Measure => {
      const measured = asked.open.find(({ container }) => container === line.container);
      const resolution = measured?.resolution ?? quantity(0);
      return {
        container: line.container,
        difference: subtract(line.counted, line.book),
        overfillAllowance: subtract(subtract(line.high, line.book), resolution),
        isBeyond: line.discrepancy !== null,
      };
    }),
  );
  const closed = effects.states.flatMap((state): readonly Measure[] => {
    if (state.noun !== 'close-out' || kind !== 'close-out') return [];
    const { id, book, overfillAllowance, discrepancy } = state;
    // The container is empty: counted is nothing.
    const difference = subtract(quantity(0), book);
    return [{ container: id, difference, overfillAllowance, isBeyond: discrepancy !== null }];
  });
  return [...counted, ...closed];
}
