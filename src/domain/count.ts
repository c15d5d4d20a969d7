import type { AuditItem, CaseId, ContainerId, LocationId } from './ids.js';
import type { Quantity } from './quantity.js';

export const COUNT_TYPES = ['shift', 'day', 'cycle'] as const;
export type CountType = (typeof COUNT_TYPES)[number];
export const COUNT_METHODS = ['measured', 'weighed', 'estimated'] as const;
export type CountMethod = (typeof COUNT_METHODS)[number];

/** What people counted beside what the book said, per line. Sealed numbers are containers; open ones are quantities. */
export interface SealedResult {
  readonly item: AuditItem;
  readonly block: 'sealed' | 'quarantined';
  readonly first: number;
  readonly counted: number;
  readonly book: number;
  readonly discrepancy: CaseId | null;
}
export interface OpenResult {
  readonly container: ContainerId;
  readonly item: AuditItem;
  readonly first: Quantity;
  readonly counted: Quantity;
  readonly book: Quantity;
  /** What the container itself explains: book + overfill allowance - draws x dead space, each way with the resolution. */
  readonly low: Quantity;
  readonly high: Quantity;
  readonly discrepancy: CaseId | null;
}

/** A finished count. It is never corrected, only recounted. */
export interface Count {
  readonly noun: 'count';
  readonly id: string;
  readonly location: LocationId;
  readonly type: CountType;
  readonly recounts: number | null;
  readonly sealed: readonly SealedResult[];
  readonly open: readonly OpenResult[];
}
