import type { AuditItem, CaseId, ContainerId, LocationId, PersonId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';

/** Counts that the house makes by its own schedule. */
export const SCHEDULED_COUNT_TYPES = ['shift', 'day', 'cycle'] as const;
export type ScheduledCountType = (typeof SCHEDULED_COUNT_TYPES)[number];
/** An inspection count is made before investigators, and states their figures beside ours. */
export const COUNT_TYPES = [...SCHEDULED_COUNT_TYPES, 'inspection'] as const;
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

/** What was found at one storage location. */
export interface PlaceResult {
  readonly location: LocationId;
  readonly sealed: readonly SealedResult[];
  readonly open: readonly OpenResult[];
}

/** A finished count. It is never corrected, only recounted. */
export interface Count extends PlaceResult {
  readonly noun: 'count';
  readonly id: string;
  readonly type: CountType;
  readonly recounts: number | null;
}

/** A line that counted something. */
export interface CountingLine {
  readonly line: number;
  readonly kind: 'count' | 'recount' | 'inventory';
  readonly counter: PersonId | 'system';
  /** When it was counted. */
  readonly takenAt: Instant;
  /** The moment that it states; for a count, when it was taken. */
  readonly at: Instant;
}
export interface PlaceCount extends CountingLine {
  readonly location: LocationId;
}

/** The newest inventory and the newest count of each storage location. */
export interface LastCounts {
  readonly noun: 'last-counts';
  readonly id: 'last-counts';
  readonly inventory: CountingLine | null;
  readonly places: readonly PlaceCount[];
}
