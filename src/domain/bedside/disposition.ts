import { isOnHand } from '../custody.js';
import type { Account, InsideAccount, Movement } from '../custody.js';
import { add, negate, subtract, sum, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What became of drawn drug. `drawn = given + wasted + held + handedOver + inProcess`, to the microlitre. */
export interface Dispositions {
  readonly drawn: Quantity;
  readonly given: Quantity;
  readonly wasted: Quantity;
  readonly held: Quantity;
  readonly handedOver: Quantity;
}
export const NO_DISPOSITIONS: Dispositions = {
  drawn: ZERO,
  given: ZERO,
  wasted: ZERO,
  held: ZERO,
  handedOver: ZERO,
};

/** What one movement did to one draw: negative where it takes back what a corrected line said. */
export function dispositionOf(movement: Movement, draw: InsideAccount): Dispositions {
  const { from, to, quantity } = movement;
  if (from === draw) return placed(to, quantity);
  if (to === draw) return placed(from, negate(quantity));
  return NO_DISPOSITIONS;
}

export function addDispositions(a: Dispositions, b: Dispositions): Dispositions {
  if (a === NO_DISPOSITIONS) return b;
  if (b === NO_DISPOSITIONS) return a;
  return {
    drawn: add(a.drawn, b.drawn),
    given: add(a.given, b.given),
    wasted: add(a.wasted, b.wasted),
    held: add(a.held, b.held),
    handedOver: add(a.handedOver, b.handedOver),
  };
}

/** What nobody has accounted for. */
export function inProcessOf({ drawn, given, wasted, held, handedOver }: Dispositions): Quantity {
  return subtract(drawn, sum([given, wasted, held, handedOver]));
}

function placed(other: Account, quantity: Quantity): Dispositions {
  // What comes from a container was drawn; what goes back to one was drawn by a line that is corrected.
  if (isOnHand(other)) return { ...NO_DISPOSITIONS, drawn: negate(quantity) };
  if (other === 'patient') return { ...NO_DISPOSITIONS, given: quantity };
  if (other === 'waste') return { ...NO_DISPOSITIONS, wasted: quantity };
  if (other === 'handed-over') return { ...NO_DISPOSITIONS, handedOver: quantity };
  if (other.startsWith('held:')) return { ...NO_DISPOSITIONS, held: quantity };
  throw new Error(`expected a disposition of a draw, found a movement with ${other}`);
}
