import { inProcessAccount, isInside } from '../custody.js';
import type { Movement } from '../custody.js';
import type { Context } from '../decision.js';
import type { Flag } from '../entry.js';
import type { DrawId } from '../ids.js';
import type { InfusionOrder } from '../bedside/infusion.js';
import { add, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** An order that is closed adds up. One that a correction unbalances is open again, and the line says so. */
export function reopenedBy(
  order: InfusionOrder | undefined,
  {
    draws,
    movements,
  }: { readonly draws: readonly DrawId[]; readonly movements: readonly Movement[] },
  context: Context,
): { readonly orders: readonly InfusionOrder[]; readonly flags: readonly Flag[] } {
  const isOpen = draws.some((draw) => inProcessAfter(draw, movements, context) !== 0n);
  if (order?.status !== 'closed' || !isOpen) return { orders: [], flags: [] };
  return {
    orders: [{ ...order, status: 'given' }],
    flags: [{ code: 'order.reopened', about: order.id }],
  };
}

function inProcessAfter(draw: DrawId, movements: readonly Movement[], { book }: Context): Quantity {
  const account = inProcessAccount(draw);
  const sumOf = (end: 'from' | 'to'): Quantity =>
    movements
      .filter((movement) => isInside(movement[end]) && movement[end] === account)
      .reduce<Quantity>((total, { quantity }) => add(total, quantity), ZERO);
  return subtract(add(book.balance(account), sumOf('to')), sumOf('from'));
}
