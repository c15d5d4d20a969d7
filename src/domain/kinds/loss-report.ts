import { requireSite, settle } from '../decision.js';
import type { Decision } from '../decision.js';
import { addMonths, businessDateOf, isAfter } from '../measures/instant.js';
import { HISTORY_MONTHS } from '../losses/loss-clocks.js';
import type { Loss, LossHistory, LossReport } from '../losses/loss.js';
import { add, ZERO } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import { historyOf } from './loss-step.js';
import type { StepOf } from './loss-step.js';

/**
 * The data of DEA Form 106. They are typed into the agency's own application, which gives a reference; the entry keeps
 * both, with the products and quantities that the book says and the number of losses of the last 24 months. Whatever is
 * submitted after a first submission amends it.
 */
export function report({ request, step, context, before }: StepOf<'form-106'>): Decision {
  const earlier = context.book.find('loss-report', before.id);
  const submitted = earlier?.submission == null ? (earlier?.amends ?? null) : earlier.line;
  const { submission } = step;
  const after: LossReport = {
    noun: 'loss-report',
    id: before.id,
    line: context.seq,
    form: step.form,
    products: productsOf(before, (container) => context.book.find('lost-share', container)),
    earlierLosses: lossesBefore(before, historyOf(context), requireSite(context).zone),
    submission: submission === null ? null : { ...submission, at: request.occurredAt },
    amends: submitted,
  };
  const isSubmitted = submission !== null;
  const loss: Loss = {
    ...before,
    reportedAt: before.reportedAt ?? (isSubmitted ? request.occurredAt : null),
    amendmentDue: isSubmitted ? false : before.amendmentDue,
  };
  return settle(request, context, {
    states: [loss, after],
    objections: isSubmitted ? objectionsOf(before, request.occurredAt) : [],
  });
}

function objectionsOf(before: Loss, at: Loss['suspectedAt']): readonly Objection[] {
  const { id, deadlines, reportedAt, status } = before;
  const due = deadlines?.form106;
  const isLate = due !== undefined && reportedAt === null && isAfter(at, due);
  // The form is not for minor shortages, and not for what is not determined yet.
  const isReportable = status === 'theft' || status === 'significant-loss';
  return [
    ...(isReportable ? [] : [objection('loss.not-reportable', id, { status })]),
    ...(isLate ? [objection('loss.form-late', id, { due })] : []),
  ];
}

function productsOf(
  { id, taken }: Loss,
  shareOf: (
    container: Loss['taken'][number]['container'],
  ) => { readonly ndc: string; readonly item: LossReport['products'][number]['item'] } | undefined,
): LossReport['products'] {
  const products = new Map<string, LossReport['products'][number]>();
  for (const { container, quantity } of taken) {
    const share = shareOf(container);
    if (share === undefined) throw new Error(`loss ${id} took from ${container} and left no share`);
    const { ndc, item } = share;
    const known = products.get(ndc)?.quantity ?? ZERO;
    products.set(ndc, { ndc, item, quantity: add(known, quantity) });
  }
  return [...products.values()];
}

/** Thefts and significant losses that were discovered in the 24 months before this one; found again or not. */
export function lossesBefore(
  { id, discoveredAt }: Loss,
  { losses }: LossHistory,
  zone: Parameters<typeof businessDateOf>[1],
): number {
  if (discoveredAt === null) return 0;
  const day = businessDateOf(discoveredAt, zone);
  const since = addMonths(day, -HISTORY_MONTHS);
  return losses.filter((each) => {
    const on = businessDateOf(each.discoveredAt, zone);
    const isLoss = each.determination === 'theft' || each.determination === 'significant-loss';
    return each.loss !== id && isLoss && on >= since && on <= day;
  }).length;
}
