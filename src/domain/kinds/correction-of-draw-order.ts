import { inProcessAccount } from '../custody.js';
import { present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Condition } from '../stock/container.js';
import type { Flag } from '../entry.js';
import type { Draw, InfusionOrder } from '../bedside/infusion.js';
import type { CorrectionChange } from '../request.js';

/**
 * A draw was entered under the wrong order. No drug moves: whatever was given and wasted of it was the other patient's, and
 * the dispensing record names that patient from this line on. What was made into a bag stays with the bag's order.
 */
export function correctDrawOrder(
  change: Extract<CorrectionChange, { readonly type: 'draw-order' }>,
  original: number,
  context: Context,
): Draft {
  const draw = present(context.book.find('draw', change.draw), 'draw.unknown', {
    draw: change.draw,
  });
  if (draw.line !== original) refuse('correction.wrong-kind', { line: original, draw: draw.id });
  if (draw.order === change.order) refuse('correction.changes-nothing', { draw: draw.id });
  if (draw.preparation !== null)
    refuse('correction.used-up', { draw: draw.id, preparation: draw.preparation });
  const [from, to] = [orderOf(draw.order, context), orderOf(change.order, context)];
  const belongs = belonging(draw, from, to, context);
  return {
    states: [
      { ...draw, order: to.id },
      withoutDraw(from, draw),
      withDraw(to, draw, context),
      ...belongs.states,
    ],
    flags: [{ code: 'draw.order-corrected', about: draw.id }, ...belongs.flags],
  };
}

const orderOf = (order: InfusionOrder['id'], { book }: Context): InfusionOrder =>
  present(book.find('order', order), 'order.unknown', { order });

/** An order that nothing was drawn for after all is ordered still. */
function withoutDraw(order: InfusionOrder, { id }: Draw): InfusionOrder {
  const draws = order.draws.filter((each) => each !== id);
  const isUntouched = draws.length === 0 && order.status !== 'cancelled';
  return { ...order, draws, status: isUntouched ? 'ordered' : order.status };
}

/** The order that it was for is as far as its drug is: given once some of it is used, and not closed over what is not. */
function withDraw(order: InfusionOrder, draw: Draw, { book }: Context): InfusionOrder {
  const inProcess = book.balance(inProcessAccount(draw.id));
  const isUsed = inProcess < draw.quantity;
  const isAsItWas = order.status === 'given' || (order.status === 'closed' && inProcess === 0n);
  const reached = isUsed ? ('given' as const) : ('ordered' as const);
  return {
    ...order,
    draws: [...order.draws, draw.id],
    status: isAsItWas ? order.status : reached,
  };
}

/** A container that serves one patient serves the right one, if this draw is all that was taken from it. */
export function belonging(
  draw: Draw,
  from: Pick<InfusionOrder, 'patient'>,
  to: Pick<InfusionOrder, 'patient'>,
  { book }: Context,
): { readonly states: readonly Condition[]; readonly flags: readonly Flag[] } {
  const condition = book.find('condition', draw.container);
  const isForAnother =
    condition !== undefined && condition.patient !== null && condition.patient !== to.patient;
  if (!isForAnother) return { states: [], flags: [] };
  const isOnlyOne = condition.draws === 1 && condition.patient === from.patient;
  return isOnlyOne
    ? { states: [{ ...condition, patient: to.patient }], flags: [] }
    : { states: [], flags: [{ code: 'draw.second-patient', about: condition.id }] };
}
