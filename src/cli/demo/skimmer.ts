import type { Colleague } from './cast.js';
import type { Chance } from './random.js';
import type { Vial } from './vials.js';

/**
 * Somebody at the clinic takes a little of each of their own draws. No single count shows it: needles and overfill explain as
 * much. What adds up over weeks does, and that is what monitoring is for.
 */
export const SKIMMER: {
  readonly who: Colleague['key'];
  /** Microlitres of each draw, from and to. */
  readonly takes: readonly [number, number];
} = { who: 'omar', takes: [20, 60] };

/** What is missing of a vial after somebody has drawn from it, if that was who takes a little. */
export function skim(vial: Vial, by: Colleague['key'], chance: Chance): void {
  if (by !== SKIMMER.who) return;
  vial.left = Math.max(0, vial.left - chance.between(...SKIMMER.takes));
}
