import type { Reconciliation } from './audit-period.js';
import { subtract, sum } from '../measures/quantity.js';
import type { ReconciledFigures, ReconciliationRequest } from './reconciled-period.js';
import { totalOf } from './reconciliation.js';

/** The figures that people sign, out of a chart. */
export function figuresOf({ chart }: Reconciliation): ReconciledFigures {
  const { memo } = chart;
  return {
    receipts: chart.receipts.quantity,
    transfersIn: chart.transfersIn.quantity,
    accountableFor: chart.accountableFor,
    administered: chart.administered.quantity,
    handedOver: chart.handedOver.quantity,
    wasted: chart.wasted.quantity,
    transferredOut: chart.transferredOut.quantity,
    destroyed: chart.destroyed.quantity,
    lost: chart.lost.quantity,
    accountedFor: chart.accountedFor,
    difference: chart.difference,
    overfill: memo.overfill.quantity,
    hubLoss: memo.hubLoss.quantity,
    unexplained: memo.unexplained.quantity,
  };
}

/** Whether the totals of a chart are those of its columns. */
export function addsUp(
  request: Pick<ReconciliationRequest, 'beginning' | 'closing' | 'figures'>,
): boolean {
  const { beginning, closing, figures } = request;
  const { receipts, transfersIn, administered, handedOver, wasted } = figures;
  const { transferredOut, destroyed, lost, accountableFor, accountedFor, difference } = figures;
  const exits = [administered, handedOver, wasted, transferredOut, destroyed, lost];
  return (
    accountableFor === sum([totalOf(beginning), receipts, transfersIn]) &&
    accountedFor === sum([totalOf(closing), ...exits]) &&
    difference === subtract(accountedFor, accountableFor)
  );
}
