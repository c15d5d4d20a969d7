import type { CauseCategory } from '../src/domain/findings/discrepancy.js';
import type { BusinessDate, Instant } from '../src/domain/measures/instant.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import type { ContainerMark, ReportHead, Rows, WitnessMark } from './head.js';
import type { PrintedItem } from './words.js';

/**
 * The discrepancy report: where count and book differed beyond what the container explains, what people found, and who
 * closed it. Cases that are open come first; then in order of the line that opened them.
 */
export interface DiscrepancyReport {
  readonly head: ReportHead;
  /** In any order: the report puts open ones first. At most `CASES_PER_REPORT`, for they are sorted in memory. */
  readonly cases: Rows<DiscrepancyCase>;
}

export const CASES_PER_REPORT = 10_000;

export interface DiscrepancyCase {
  /** "1099-1". */
  readonly id: string;
  readonly status: 'open' | 'explained' | 'could-not-be-reconciled';
  readonly foundBy: 'count' | 'close-out' | 'draw' | 'assay';
  readonly item: PrintedItem;
  /** Null for a difference in sealed stock. */
  readonly container: ContainerMark | null;
  /** Storage location. */
  readonly location: string;
  /** Line that opened it, and when that happened. */
  readonly openedLine: number;
  readonly openedAt: Instant;
  /** Printed name; null while nobody owns it. */
  readonly owner: string | null;
  readonly due: BusinessDate | null;
  readonly counts: CaseCounts;
  /** Every entry about the case, in order of `sequence`, the opening one first. */
  readonly timeline: readonly CaseEvent[];
  /** Null while open. */
  readonly closing: CaseClosing | null;
}

/** Figures in the item's unit, or in whole containers. */
export interface CaseCounts {
  readonly unit: 'item' | 'containers';
  readonly first: Quantity;
  /** Null where nobody counted again. */
  readonly recount: Quantity | null;
  readonly book: Quantity;
  /** Effective count minus book: negative is short, positive is over. */
  readonly difference: Quantity;
  /** What the container itself explains; null for sealed stock, where any difference is one. */
  readonly envelope: { readonly low: Quantity; readonly high: Quantity } | null;
}

export interface CaseEvent {
  readonly sequence: number;
  readonly occurredAt: Instant;
  /** "First count", "Recount", "Assigned", "Noted", "Line 1073 corrected", "Closed". */
  readonly act: string;
  /** Initials. */
  readonly performedBy: string;
  readonly witness: WitnessMark;
  /** What was found, said or done. Line ends make paragraphs. */
  readonly text: string;
}

export interface CaseClosing {
  readonly sequence: number;
  readonly at: Instant;
  readonly cause: CauseCategory;
  /** In people's words. */
  readonly explanation: string;
  /** Lines that explain it. */
  readonly explainedBy: readonly number[];
  /** What the book took over from the count: negative leaves the container. Null where nothing was settled. */
  readonly settled: Quantity | null;
  readonly closers: readonly CaseCloser[];
  /** The entry states that nobody exists who has not drawn from the container since the last agreed count. */
  readonly nobodyUninvolved: boolean;
}

export interface CaseCloser {
  readonly initials: string;
  readonly printedName: string;
  /** Has not drawn from the container since the last agreed count. */
  readonly isUninvolved: boolean;
}
