import { minutesBetween } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';

/** The three times of a waste: when the drug was drawn, when it was made unusable, and when somebody attested that. */
export interface WasteTimes {
  /** The earliest of its draws; null where it was never drawn: the remainder of a single-dose container. */
  readonly drawnAt: Instant | null;
  readonly wastedAt: Instant;
  /** Null while nobody has. */
  readonly attestedAt: Instant | null;
}

/** What lies between them, in minutes: the same on screen and on paper. */
export interface WasteGaps {
  readonly sinceDraw: number | null;
  readonly toWitness: number | null;
}

export const wasteGaps = ({ drawnAt, wastedAt, attestedAt }: WasteTimes): WasteGaps => ({
  sinceDraw: drawnAt === null ? null : minutesBetween(drawnAt, wastedAt),
  toWitness: attestedAt === null ? null : minutesBetween(wastedAt, attestedAt),
});

/** Whether a witness came later than the policy allows, or has not come until then. */
export const isWitnessLate = (
  { wastedAt, attestedAt }: WasteTimes,
  by: { readonly allowedMinutes: number; readonly now: Instant },
): boolean => minutesBetween(wastedAt, attestedAt ?? by.now) > by.allowedMinutes;
