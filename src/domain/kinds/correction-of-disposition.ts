import { inProcessAccount } from '../custody.js';
import type { Movement, OutsideAccount } from '../custody.js';
import { present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { DrawId } from '../ids.js';
import { add, formatMeasured, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { CorrectionChange } from '../request.js';
import { orderAfter, refuseContradiction } from './administration.js';
import { refuseNamedTwice } from './drawn-parts.js';
import { reopenedBy } from './reopening.js';

interface Disposed {
  readonly draw: DrawId;
  readonly quantity: Quantity;
}

/** Another quantity reached the patient than was written. */
export function correctAdministration(
  change: Extract<CorrectionChange, { readonly type: 'administration' }>,
  original: number,
  context: Context,
): Draft {
  const before = present(
    context.book.find('administration', String(original)),
    'correction.wrong-kind',
    { line: original },
  );
  const { lines, outcome } = change;
  refuseContradiction(outcome, lines);
  for (const { draw } of lines) {
    const source = present(context.book.find('draw', draw), 'draw.unknown', { draw });
    const isNamedBefore = before.lines.some((line) => line.draw === draw);
    if (source.order !== before.order && !isNamedBefore)
      refuse('draw.other-order', { draw, order: source.order });
  }
  const movements = replaced(before.lines, lines, 'patient', context);
  if (movements.length === 0 && before.outcome === outcome)
    refuse('correction.changes-nothing', { line: original });
  const order = present(context.book.find('order', before.order), 'order.unknown', {
    order: before.order,
  });
  const reopened = reopenedBy(order, { draws: drawsOf(before.lines, lines), movements }, context);
  // An order that was drawn for again since, or cancelled, stands as it is; a closed one that still adds up likewise.
  const isSettled = order.status === 'given' || order.status === 'ended';
  const ordered = isSettled ? [orderAfter(order, outcome)] : reopened.orders;
  return {
    movements,
    states: [{ ...before, outcome, lines }, ...ordered],
    flags: reopened.flags,
  };
}

const drawsOf = (before: readonly Disposed[], after: readonly Disposed[]): readonly DrawId[] => [
  ...new Set([...before, ...after].map(({ draw }) => draw)),
];

/** Another quantity was wasted than was written. */
export function correctWaste(
  change: Extract<CorrectionChange, { readonly type: 'waste' }>,
  original: number,
  context: Context,
): Draft {
  const before = present(context.book.find('waste', String(original)), 'correction.wrong-kind', {
    line: original,
  });
  const lines = before.lines.map(({ draw, quantity }) => ({
    draw: draw ?? refuse('correction.wrong-kind', { line: original }),
    quantity,
  }));
  const movements = replaced(lines, change.lines, 'waste', context);
  if (movements.length === 0) refuse('correction.changes-nothing', { line: original });
  const draws = drawsOf(lines, change.lines);
  const reopened = [...new Set(draws.map((draw) => context.book.find('draw', draw)?.order))]
    .map((order) => (order === undefined ? undefined : context.book.find('order', order)))
    .map((order) => reopenedBy(order, { draws, movements }, context));
  const after = change.lines.map((line) => ({ ...line, container: null }));
  return {
    movements,
    states: [{ ...before, lines: after }, ...reopened.flatMap(({ orders }) => orders)],
    flags: reopened.flatMap(({ flags }) => flags),
  };
}

/** Takes back what changed and states it anew; lines that stay as they were do not move. */
function replaced(
  before: readonly Disposed[],
  after: readonly Disposed[],
  to: OutsideAccount,
  context: Context,
): readonly Movement[] {
  refuseNamedTwice(after);
  return drawsOf(before, after).flatMap((draw) => {
    const { item, unit } = present(context.book.find('draw', draw), 'draw.unknown', { draw });
    const old = before.find((line) => line.draw === draw)?.quantity ?? ZERO;
    const now = after.find((line) => line.draw === draw)?.quantity ?? ZERO;
    if (old === now) return [];
    const account = inProcessAccount(draw);
    const available = add(context.book.balance(account), old);
    if (now > available) {
      refuse('correction.would-overdraw', {
        draw,
        available: formatMeasured(available, unit),
        corrected: formatMeasured(now, unit),
      });
    }
    const legs: readonly Movement[] = [
      { from: to, to: account, quantity: old, item },
      { from: account, to, quantity: now, item },
    ];
    return legs.filter(({ quantity }) => quantity > 0n);
  });
}
