import type { PeriodView, Reconciliation } from './audit-period.js';
import type { AuditItem } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import { subtract, sum } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import { totalOf } from './reconciliation.js';
import type { Stocktake } from './reconciliation.js';
import type { RequestHead } from '../request.js';

/** One end of a reconciled period: the lines that counted, and what they and the book say of custody. */
export interface ReconciledPoint extends Stocktake {
  readonly lines: readonly number[];
}

/** Every figure of the chart between its two ends, as it was signed. */
export interface ReconciledFigures {
  readonly receipts: Quantity;
  readonly transfersIn: Quantity;
  readonly accountableFor: Quantity;
  readonly administered: Quantity;
  readonly handedOver: Quantity;
  readonly wasted: Quantity;
  readonly transferredOut: Quantity;
  readonly destroyed: Quantity;
  readonly lost: Quantity;
  readonly accountedFor: Quantity;
  readonly difference: Quantity;
  readonly overfill: Quantity;
  readonly hubLoss: Quantity;
  readonly unexplained: Quantity;
}

/** A period of one audit item is closed: who signed which counts and figures. It moves nothing. */
export interface ReconciliationRequest extends RequestHead {
  readonly kind: 'reconciliation';
  readonly item: AuditItem;
  readonly by: PeriodView;
  /** Size of the ledger that the figures were drawn from: asked again with it, they are the same. */
  readonly knownAt: number;
  readonly beginning: ReconciledPoint;
  readonly closing: ReconciledPoint;
  readonly figures: ReconciledFigures;
}

/** A signed chart, for lists. */
export interface ReconciledPeriod {
  readonly noun: 'reconciliation';
  readonly id: string;
  readonly item: AuditItem;
  readonly from: Instant;
  readonly to: Instant;
  readonly beginning: readonly number[];
  readonly closing: readonly number[];
  readonly difference: Quantity;
}

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
