import type { LeafHash, PersonId } from '../ids.js';
import type { BusinessDate } from '../measures/instant.js';
import type { RequestHead } from '../requests/head.js';

/** Why a day was closed although something stood in the way. */
export const EXCUSES = [
  'infusion-running',
  'witness-not-here-today',
  'patient-transferred',
  'under-investigation',
  'system-unavailable',
  'other',
] as const;
export type Excuse = (typeof EXCUSES)[number];

/** One thing that stands in the way of closing a day, and why the day is closed all the same. */
export interface Excused {
  /** `in-process:12-1`, `held:40` or `line:41`. */
  readonly what: string;
  readonly why: Excuse;
}

/** Ends a business day: nothing in process, nothing held, nothing unwitnessed, or each of them excused. */
export interface DayCloseRequest extends RequestHead {
  readonly kind: 'day-close';
  readonly date: BusinessDate;
  readonly excused: readonly Excused[];
}

/** A custodian or registrant signs a range of lines, and with it the closed days that it holds. */
export interface ReviewRequest extends RequestHead {
  readonly kind: 'review';
  readonly from: number;
  /** Last line of the range, and its leaf hash: nobody signs what they have not read. */
  readonly to: number;
  readonly leaf: LeafHash;
  readonly days: readonly BusinessDate[];
}

/** A closed business day. It is closed once; a later line of the day reopens its review. */
export interface Day {
  readonly noun: 'day';
  readonly id: BusinessDate;
  /** The line that closed it. */
  readonly line: number;
  readonly closedBy: PersonId;
  readonly excused: readonly Excused[];
  /** Lines with an event time of the day that came after its close. */
  readonly late: readonly number[];
  /** The review that covers everything so far; null while one is due. */
  readonly review: number | null;
  /** Last line that a review has covered. */
  readonly reviewedTo: number | null;
}

/** A signed range of lines. */
export interface Review {
  readonly noun: 'review';
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly days: readonly BusinessDate[];
  readonly reviewer: PersonId;
}

/** Lines of a closed day that no review has covered yet. */
export function unreviewed({ line, late, reviewedTo }: Day): readonly number[] {
  return [line, ...late].filter((each) => reviewedTo === null || each > reviewedTo);
}
