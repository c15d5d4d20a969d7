import type { Clinic } from './clinic.js';
import type { LooseEnds } from './loose-ends.js';

/** The story of a quarter repeats itself; a clinic that lives longer lives through it again. */
export const DAYS_OF_A_QUARTER = 60;

/** Business day of the quarter, from 1. */
export const dayOfQuarter = ({ day }: Pick<Clinic, 'day'>): number =>
  ((day - 1) % DAYS_OF_A_QUARTER) + 1;

/** A small piece of the clinic's story: it happens on some days of each quarter and on no other. */
export interface Episode {
  readonly days: readonly number[];
  /** Before the first infusion, after the last one, or after the day's counts. */
  readonly when: 'morning' | 'afternoon' | 'evening';
  readonly isOnce?: true;
  readonly happens: (clinic: Clinic, ends: LooseEnds) => Promise<void>;
}

/** Tells what happens at this time of today. */
export async function tell(
  story: readonly Episode[],
  when: Episode['when'],
  { clinic, ends }: { readonly clinic: Clinic; readonly ends: LooseEnds },
): Promise<void> {
  const today = dayOfQuarter(clinic);
  const isFirstQuarter = clinic.day <= DAYS_OF_A_QUARTER;
  for (const episode of story) {
    const isToday = episode.when === when && episode.days.includes(today);
    if (isToday && (isFirstQuarter || episode.isOnce !== true)) await episode.happens(clinic, ends);
  }
}
