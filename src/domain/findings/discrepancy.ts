import type { AuditItem, CaseId, ContainerId, LocationId, PersonId } from '../ids.js';
import type { BusinessDate } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';

export const CAUSE_CATEGORIES = [
  'counting-mistake',
  'entry-missing',
  'entry-wrong-amount',
  'entry-wrong-container',
  'entered-twice',
  'waste-not-recorded',
  'receipt-not-recorded',
  'container-characteristic',
  'breakage',
  'unknown',
] as const;
export type CauseCategory = (typeof CAUSE_CATEGORIES)[number];

/** Count and book differ beyond what the container explains, or a fact went past what the book allows. */
export interface Discrepancy {
  readonly noun: 'case';
  readonly id: CaseId;
  readonly status: 'open' | 'explained' | 'could-not-be-reconciled';
  readonly foundBy: 'count' | 'close-out' | 'draw' | 'assay';
  readonly item: AuditItem;
  readonly container: ContainerId | null;
  readonly location: LocationId;
  /** Counted minus book: negative is short, positive is over. Whole containers for sealed stock. */
  readonly difference: Quantity;
  readonly inContainers: boolean;
  readonly book: Quantity;
  readonly counted: Quantity;
  readonly owner: PersonId | null;
  readonly due: BusinessDate | null;
  readonly cause: CauseCategory | null;
  /** Lines of its timeline: the one that opened it, links, notes, the one that closed it. */
  readonly lines: readonly number[];
}

/** The open case of a container or shelf, so that an equal difference links to it instead of opening another. */
export interface OpenCase {
  readonly noun: 'open-case';
  /** `container:<id>` or `shelf:<location>|<item>`. */
  readonly id: string;
  readonly case: CaseId;
  readonly difference: Quantity;
}
