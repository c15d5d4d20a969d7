import { isInside, isOnHand } from '../custody.js';
import type { Account, Movement, OutsideAccount } from '../custody.js';
import { add, negate, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** Where a movement stands in the perpetual register: what it put into containers and what it took out of them. */
export interface RegisterColumns {
  readonly in: Quantity;
  readonly out: Quantity;
}
export const NO_COLUMNS: RegisterColumns = { in: ZERO, out: ZERO };

/** Accounts that stock comes from. All others take; what comes back from one of those was taken before. */
const GIVING: readonly OutsideAccount[] = [
  'opening',
  'supplier',
  'other-registrant',
  'overfill',
  'found',
];

/**
 * A correction takes back in the column of what it corrects, with a minus; anything else stands in the column of its
 * direction. From container to container, and between accounts that are not containers, nothing changes on hand.
 */
export function registerColumns(movement: Movement, corrects: boolean): RegisterColumns {
  const { from, to, quantity } = movement;
  if (isOnHand(from) === isOnHand(to)) return NO_COLUMNS;
  if (isOnHand(to)) {
    return corrects && !gives(from)
      ? { in: ZERO, out: negate(quantity) }
      : { in: quantity, out: ZERO };
  }
  return corrects && gives(to) ? { in: negate(quantity), out: ZERO } : { in: ZERO, out: quantity };
}

export function addColumns(a: RegisterColumns, b: RegisterColumns): RegisterColumns {
  return { in: add(a.in, b.in), out: add(a.out, b.out) };
}

const gives = (account: Account): boolean =>
  !isInside(account) && GIVING.some((each) => each === account);
