import { cellKey } from '../book.js';
import type { Slice } from '../book.js';
import { refuse, requireSite, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { ContainerId } from '../ids.js';
import { businessDateOf, isAfter } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { isPast } from '../policy.js';
import { objection } from '../rejection.js';
import type { QuarantineRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';

export const readsContainers = (containers: readonly ContainerId[]) =>
  cells(
    REGISTER,
    POLICIES,
    ...containers.flatMap((id) => [cellKey('container', id), cellKey('condition', id)]),
  );

export const stocksOf = (containers: readonly ContainerId[], book: Slice) =>
  cells(
    ...containers.flatMap((id) => {
      const found = book.find('container', id);
      return found === undefined ? [] : [cellKey('stock', found.stock)];
    }),
  );

/** Expired, past its beyond-use time, recalled, damaged or suspect: set apart, and still on hand until it leaves. */
export const quarantine: KindRules<'quarantine'> = {
  right: 'quarantine',
  bySystem: refuseEarly,
  reads: ({ containers }) => readsContainers(containers),
  readsFurther: ({ containers }, book) => stocksOf(containers, book),
  decide: (request, context) => {
    const states = request.containers.map((id) => {
      const { condition } = wholeContainer(context.book, id);
      if (condition.status === 'closed') refuse('container.closed', { container: id });
      if (condition.quarantine !== null)
        refuse('quarantine.already', { container: id, why: condition.quarantine });
      return { ...condition, quarantine: request.why };
    });
    return settle(request, context, { states });
  },
};

/**
 * A container whose beyond-use time has come goes into quarantine by itself: the service records it, and nothing else.
 * Whether the time has come is decided here, under the lock, so that a draw in the same instant is before or after it.
 */
function refuseEarly(request: QuarantineRequest, context: Context): void {
  const isDue = request.containers.every((id) => {
    const end = context.book.find('condition', id)?.beyondUseAt ?? null;
    return end !== null && !isAfter(end, context.recordedAt);
  });
  if (request.why !== 'past-beyond-use' || !isDue)
    refuse('entry.not-permitted', { right: 'quarantine' });
}

/** Back to use, by the custodian or the registrant. What is past its use stays where it is. */
export const release: KindRules<'release'> = {
  right: 'release',
  reads: ({ containers }) => readsContainers(containers),
  readsFurther: ({ containers }, book) => stocksOf(containers, book),
  decide: (request, context) => {
    const today = businessDateOf(request.occurredAt, requireSite(context).zone);
    const wholes = request.containers.map((id) => wholeContainer(context.book, id));
    for (const { condition } of wholes) {
      if (condition.quarantine === null)
        refuse('release.not-quarantined', { container: condition.id });
    }
    const past = wholes.filter(
      ({ stock, condition }) =>
        isPast(stock.expires, today) ||
        (condition.beyondUseAt !== null && isAfter(request.occurredAt, condition.beyondUseAt)),
    );
    return settle(request, context, {
      states: wholes.map(({ condition }) => ({ ...condition, quarantine: null })),
      objections: past.map(({ condition }) =>
        objection('release.past-use', condition.id, { container: condition.id }),
      ),
    });
  },
};
