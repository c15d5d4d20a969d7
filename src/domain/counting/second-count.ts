import { policyForPeople, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { Signature } from '../person.js';
import { absolute, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { CountedPlace, CountFacts, SecondCount } from '../request.js';

/*
 * Two people who count the same place apart: neither sees the figures of the other, or those of the book, before both have
 * found the same.
 */

/** A volume as somebody measured it. */
interface MeasuredVolume {
  readonly quantity: Quantity;
  readonly resolution: Quantity;
}

/** Two measures of one container agree where they differ by no more than the coarser of them can tell. */
export const sameVolume = (one: MeasuredVolume, other: MeasuredVolume): boolean =>
  absolute(subtract(one.quantity, other.quantity)) <=
  (one.resolution > other.resolution ? one.resolution : other.resolution);

/** Refuses a second count that does not bear out the first; objects where the policy asks for one and there is none. */
export function countedAlone(
  { second, ...place }: CountFacts,
  signature: Signature | undefined,
  context: Context,
): readonly Objection[] {
  if (second === null) {
    const { countsBy } = policyForPeople(context).settings;
    return countsBy === 'two-people' ? [objection('count.needs-second-counter')] : [];
  }
  // What somebody found is theirs by their own signature alone.
  if (signature?.meaning !== 'counted' || signature.person !== second.counter)
    refuse('count.needs-second-counter', { counter: second.counter });
  if (!foundTheSame(place, second)) refuse('count.counters-differ');
  return [];
}

function foundTheSame(place: CountedPlace, second: SecondCount): boolean {
  const numbers = (block: 'sealed' | 'quarantined'): boolean =>
    second[block].length === place[block].length &&
    place[block].every(({ item, containers }) =>
      second[block].some((line) => line.item === item && line.containers === containers),
    );
  const volumes =
    second.open.length === place.open.length &&
    place.open.every((line) =>
      second.open.some((each) => each.container === line.container && sameVolume(line, each)),
    );
  return numbers('sealed') && numbers('quarantined') && volumes;
}
