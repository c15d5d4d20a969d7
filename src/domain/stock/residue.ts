import type { Condition, Stock } from './container.js';
import { containerAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import type { ContainerId } from '../ids.js';
import { overfillAllowance } from '../policy.js';
import type { PolicySettings } from '../policy.js';
import { add, max, min, multiply, negate, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What is left of a container's book once it is physically empty, named part by part. */
export interface Residue {
  /** Came out beyond the label, within what a filled container may hold. */
  readonly overfill: Quantity;
  /** Stayed in needle hubs: at most draws x dead space. */
  readonly hubLoss: Quantity;
  /** Positive: missing beyond hub loss. Negative: more than label and overfill explain. */
  readonly unexplained: Quantity;
  readonly deadSpaceMaximum: Quantity;
  readonly overfillAllowance: Quantity;
}

/** What a container of this stock may explain by itself. */
export interface ResidueLimits {
  readonly deadSpacePerDraw: Quantity;
  readonly overfillAllowance: Quantity;
}

export function limitsOf(stock: Stock, settings: PolicySettings): ResidueLimits {
  const { deadSpacePerDraw } = settings;
  return { deadSpacePerDraw, overfillAllowance: overfillAllowance(stock.size, settings) };
}

/**
 * Names the residue of an emptied container. A positive book is drug that never reached a patient: hub loss up to what
 * the number of draws explains, the rest unexplained. A negative one is overfill up to the allowance.
 */
export function residueOf(book: Quantity, draws: number, limits: ResidueLimits): Residue {
  const { overfillAllowance: allowance } = limits;
  const deadSpaceMaximum = multiply(limits.deadSpacePerDraw, draws);
  const kept = { deadSpaceMaximum, overfillAllowance: allowance };
  if (book >= 0n) {
    const hubLoss = min(book, deadSpaceMaximum);
    return { overfill: ZERO, hubLoss, unexplained: subtract(book, hubLoss), ...kept };
  }
  const overfill = min(negate(book), allowance);
  return { overfill, hubLoss: ZERO, unexplained: subtract(overfill, negate(book)), ...kept };
}

/** The movements that bring an emptied container's book to zero. */
export function settlingMovements(
  id: ContainerId,
  residue: Residue,
  item: Condition['item'],
): readonly Movement[] {
  const account = containerAccount(id);
  const legs: readonly Movement[] = [
    { from: 'overfill', to: account, quantity: residue.overfill, item },
    { from: account, to: 'hub-loss', quantity: residue.hubLoss, item },
    { from: account, to: 'unexplained', quantity: max(residue.unexplained, ZERO), item },
    { from: 'unexplained', to: account, quantity: max(negate(residue.unexplained), ZERO), item },
  ];
  return legs.filter(({ quantity }) => quantity > 0n);
}

/**
 * What may be left in a container whose book says so much: hubs kept up to draws x dead space of it, and it may hold its
 * overfill besides. Closing outside this range opens a discrepancy.
 */
export function closingRange(
  book: Quantity,
  draws: number,
  limits: ResidueLimits,
): { readonly low: Quantity; readonly high: Quantity } {
  return {
    low: max(subtract(book, multiply(limits.deadSpacePerDraw, draws)), ZERO),
    high: max(add(book, limits.overfillAllowance), ZERO),
  };
}
