import type { LocationId } from '../ids.js';
import type { ScheduledCountType } from './count.js';

/** How often a storage location is counted. A period is of business days of the site, in its zone. */
export const COUNT_PERIODS = ['shift', 'day', 'week', 'month'] as const;
export type CountPeriod = (typeof COUNT_PERIODS)[number];

/** One rule of the site: this location is counted so once in each period. */
export interface CountSchedule {
  readonly location: LocationId;
  readonly type: ScheduledCountType;
  readonly every: CountPeriod;
  /** Wall times at which shifts begin, the first of the day first; empty unless a period is a shift. */
  readonly shifts: readonly string[];
  /** Days of the week on which the site works, 1 for Monday; shifts and days of others are not counted. */
  readonly weekdays: readonly number[];
}
