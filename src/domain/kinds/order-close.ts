import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { inProcessAccount } from '../custody.js';
import { present, refuse, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { InfusionOrder } from '../bedside/infusion.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { addMass, massOf, statedMass } from '../measures/quantity.js';
import type { Mass } from '../measures/quantity.js';
import type { OrderCloseRequest } from '../request.js';
import { drawKeys, drawOf } from './drawn-parts.js';

/**
 * The infusion is over and adds up: drawn = given + wasted + held + handed over. Nobody can close one that does not, now or
 * afterwards: the person who still remembers is asked today.
 */
export const orderClose: KindRules<'order-close'> = {
  right: 'order',
  reads: ({ order }) => cells(REGISTER, POLICIES, cellKey('order', order)),
  readsFurther: (request, book) => cells(...drawsOf(request, book)),
  decide: (request, context) => {
    const order = present(context.book.find('order', request.order), 'order.unknown', {
      order: request.order,
    });
    if (order.status === 'cancelled' || order.status === 'closed')
      refuse('order.not-open', { order: order.id, status: order.status });
    if (order.draws.length === 0) refuse('order.nothing-drawn', { order: order.id });
    refuseUnbalanced(order, context);
    return settle(request, context, { states: [{ ...order, status: 'closed' }] });
  },
};

const drawsOf = ({ order }: OrderCloseRequest, book: Slice): readonly CellKey[] =>
  (book.find('order', order)?.draws ?? []).flatMap(drawKeys);

/** Names the draws that do not add up, and how much is missing in all. */
function refuseUnbalanced(order: InfusionOrder, context: Context): void {
  const open = order.draws.filter((draw) => context.book.balance(inProcessAccount(draw)) !== 0n);
  if (open.length === 0) return;
  const mass = (of: (draw: InfusionOrder['draws'][number]) => Mass): string =>
    statedMass(order.draws.reduce<Mass>((total, draw) => addMass(total, of(draw)), 0n as Mass));
  refuse('order.unbalanced', {
    order: order.id,
    draws: open,
    drawn: mass((id) => {
      const draw = drawOf(id, context);
      return massOf(draw.quantity, draw.strength);
    }),
    missing: mass((id) =>
      massOf(context.book.balance(inProcessAccount(id)), drawOf(id, context).strength),
    ),
  });
}
