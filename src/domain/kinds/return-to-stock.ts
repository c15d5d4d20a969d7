import { awaiting, lateWitness, refuse, secondSignature, settle, unseen } from '../decision.js';
import { cells } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { objection } from '../rejection.js';
import { locationOf, wholeContainer } from '../stock/stock.js';
import { readsContainers, stocksOf } from './quarantine.js';

/**
 * A container that was taken out and not used comes back, still sealed, before a witness. Drawn drug never goes back into
 * a container: there is no act for it.
 */
export const returnToStock: KindRules<'return-to-stock'> = {
  right: 'return-to-stock',
  reads: ({ containers }) => cells(...readsContainers(containers).cells),
  readsFurther: ({ containers }, book) => stocksOf(containers, book),
  decide: (request, context) => {
    const { containers } = request;
    if (new Set(containers).size !== containers.length) refuse('return-to-stock.named-twice');
    const location = locationOf(context, request.location);
    const wholes = containers.map((id) => wholeContainer(context.book, id));
    for (const { condition } of wholes) {
      const { id, status } = condition;
      if (status === 'closed') refuse('container.closed', { container: id });
      if (status === 'open') refuse('return-to-stock.not-sealed', { container: id });
    }
    const witness = secondSignature(context, ['witnessed']);
    const apart = wholes.filter(({ condition }) => condition.quarantine !== null);
    return settle(request, context, {
      states: [
        ...wholes.map(({ condition }) => ({ ...condition, location })),
        ...(witness === undefined ? [awaiting(context, request, 'witness')] : []),
      ],
      objections: [
        ...apart.map(({ condition: { id } }) =>
          objection('return-to-stock.quarantined', id, { container: id }),
        ),
        ...(witness === undefined ? [objection('return-to-stock.needs-witness')] : []),
        ...unseen(witness, ['act', 'container']),
        ...lateWitness(request, witness, context),
      ],
    });
  },
};
