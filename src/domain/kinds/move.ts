import { cellKey } from '../book.js';
import { awaiting, refuse, secondSignature, settle } from '../decision.js';
import { refuseTwice } from '../stock/departing.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { objection } from '../rejection.js';
import { locationOf, wholeContainer } from '../stock/stock.js';

/**
 * Containers change their storage location: who issues them performs it, who receives them signs. No quantity moves, and
 * a quarantined container stays quarantined where it goes.
 */
export const move: KindRules<'move'> = {
  right: 'move',
  reads: ({ containers }) =>
    cells(
      REGISTER,
      POLICIES,
      ...containers.flatMap((id) => [cellKey('container', id), cellKey('condition', id)]),
    ),
  readsFurther: ({ containers }, book) =>
    cells(
      ...containers.flatMap((id) => {
        const found = book.find('container', id);
        return found === undefined ? [] : [cellKey('stock', found.stock)];
      }),
    ),
  decide: (request, context) => {
    const to = locationOf(context, request.to);
    refuseTwice(request.containers.map((container) => ({ container })));
    const states = request.containers.map((container) => {
      const { condition } = wholeContainer(context.book, container);
      if (condition.status === 'closed') refuse('container.closed', { container });
      if (condition.location === to) refuse('move.already-there', { container, location: to });
      return { ...condition, location: to };
    });
    const receiver = secondSignature(context, ['verified']);
    const owed = receiver === undefined ? [awaiting(context, request, 'verification')] : [];
    return settle(request, context, {
      states: [...states, ...owed],
      objections: receiver === undefined ? [objection('move.needs-receiver')] : [],
    });
  },
};
