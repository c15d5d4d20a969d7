import { countedBy, eventTimeOf, pointOf } from '../reconciliation/audit-period.js';
import type { CountedPoint } from '../reconciliation/audit-period.js';
import type { PeriodView } from '../reconciliation/reconciled-period.js';
import { awaiting, hasRight, present, refuse, secondSignature, settle } from '../decision.js';
import type { Context } from '../decision.js';
import type { AuditItem } from '../ids.js';
import type { KindRules } from '../kind-rules.js';
import { auditItemOf } from '../product.js';
import { formatQuantity } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { addsUp } from '../reconciliation/signed-chart.js';
import type { ReconciledPeriod, ReconciledPoint } from '../reconciliation/reconciled-period.js';

/**
 * A reconciliation of one audit item over a period, signed by whoever drew it up and by the registrant: which counts,
 * which figures. The door draws the figures from the ledger; here they are held against the counts and add up.
 */
export const reconciliation: KindRules<'reconciliation'> = {
  right: 'reconcile',
  reads: ({ beginning, closing }) => ({ cells: [], lines: [...beginning.lines, ...closing.lines] }),
  decide: (request, context) => {
    const { item, knownAt } = request;
    const size = sizeOf(item, context);
    const counted = { id: item, size };
    const beginning = countedPoint(request.beginning, counted, request.by, context);
    const closing = countedPoint(request.closing, counted, request.by, context);
    if (closing.line <= beginning.line || closing.at < beginning.at)
      refuse('reconciliation.ends-before-start', { from: beginning.line, to: closing.line });
    if (knownAt <= closing.line || knownAt > context.seq || !addsUp(request))
      refuse('reconciliation.figures-disagree', { from: beginning.line, to: closing.line });
    const second = secondSignature(context, ['approved']);
    if (second !== undefined && !isRegistrant(context, [context.performer, second.person]))
      refuse('reconciliation.needs-registrant');
    const period: ReconciledPeriod = {
      noun: 'reconciliation',
      id: String(context.seq),
      item,
      from: beginning.at,
      to: closing.at,
      beginning: request.beginning.lines,
      closing: request.closing.lines,
      difference: request.figures.difference,
    };
    const owed = second === undefined ? [awaiting(context, request, 'approval')] : [];
    return settle(request, context, { states: [period, ...owed] });
  },
};

const isRegistrant = (context: Context, people: readonly Context['performer'][]): boolean =>
  people.some((person) => person !== 'system' && hasRight(context, person, 'sign-reconciliation'));

function sizeOf(item: AuditItem, { organisation }: Context): Quantity {
  const product = [...organisation.products.values()].find((each) => auditItemOf(each) === item);
  return present(product, 'reconciliation.item-unknown', { item }).size;
}

/** What the named lines counted, which must be what is signed. */
function countedPoint(
  signed: ReconciledPoint,
  item: { readonly id: AuditItem; readonly size: Quantity },
  by: PeriodView,
  { book }: Context,
): CountedPoint {
  const lines = [...new Set(signed.lines)];
  const parts = lines.map((line) => {
    const entry = present(book.line(line), 'reconciliation.not-a-count', { line });
    const part = present(countedBy(entry, item, by), 'reconciliation.not-a-count', { line });
    return { ...part, at: eventTimeOf(entry) };
  });
  const point = present(pointOf(parts), 'reconciliation.not-a-count', {});
  if (point.counted !== signed.onHand) {
    refuse('reconciliation.figures-disagree', {
      lines,
      counted: formatQuantity(point.counted),
      signed: formatQuantity(signed.onHand),
    });
  }
  return point;
}
