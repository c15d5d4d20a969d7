import type { AuditItem } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';
import type { Stocktake } from './reconciliation.js';
import type { RequestHead } from '../requests/head.js';

/** Which movements belong to a period: those that happened in it, or those that were recorded in it. */
export const PERIOD_VIEWS = ['event', 'recorded'] as const;
export type PeriodView = (typeof PERIOD_VIEWS)[number];

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
