/** The clocks of a theft or loss: what is due when, and how that was computed. */
import { businessDayAfter, closedFor } from './business-day.js';
import type { PassedOver } from './business-day.js';
import { addDays, businessDateOf, endOfDay, weekday } from './instant.js';
import type { BusinessDate, Instant, Zone } from './instant.js';
import { noticesOf } from './state-notices.js';

export const FORM_106_DAYS = 45;
export const HISTORY_MONTHS = 24;

/** A deadline with how it was computed, in words that an inspector can check on a calendar. */
export interface Deadline {
  readonly due: Instant;
  readonly lastDay: BusinessDate;
  readonly computed: string;
}

/**
 * The federal clocks of 21 CFR 1301.76(b), from the day of discovery in the site's zone: written notice within one
 * business day, Form 106 within 45 days (calendar days: 88 FR 40707). The last day counts to its end.
 */
export function federalDeadlines(
  discoveredAt: Instant,
  where: Zone,
): { readonly notice: Deadline; readonly form106: Deadline } {
  const day = businessDateOf(discoveredAt, where);
  const { date, passedOver } = businessDayAfter(day);
  const form = addDays(day, FORM_106_DAYS);
  return {
    notice: {
      due: endOfDay(date, where),
      lastDay: date,
      computed: `Discovered on ${dayWords(day)}; the next business day is ${dayWords(date)}${overWords(passedOver)}.`,
    },
    form106: {
      due: endOfDay(form, where),
      lastDay: form,
      computed: `Discovered on ${dayWords(day)}; ${FORM_106_DAYS} calendar days later is ${dayWords(form)}${
        closedFor(form) === null ? '' : ', which is no business day and does not move the deadline'
      }.`,
    },
  };
}

/** The clocks of the state's boards, beside the federal ones. */
export function stateDeadlines(
  discoveredAt: Instant,
  where: Zone,
  state: string | null,
): readonly (Deadline & { readonly state: string; readonly to: string })[] {
  const day = businessDateOf(discoveredAt, where);
  return noticesOf(state).map((notice) => {
    const lastDay = addDays(day, notice.days);
    return {
      state: notice.state,
      to: notice.to,
      due: endOfDay(lastDay, where),
      lastDay,
      computed: `Discovered on ${dayWords(day)}; ${notice.days} calendar days later is ${dayWords(lastDay)}.`,
    };
  });
}

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const dayWords = (date: BusinessDate): string => `${WEEKDAYS[weekday(date) - 1] ?? ''} ${date}`;

const overWords = (days: readonly PassedOver[]): string =>
  days.length === 0
    ? ''
    : `, passing over ${days
        .map(({ date, because }) =>
          WEEKDAYS.some((name) => name === because) ? dayWords(date) : `${date} (${because})`,
        )
        .join(', ')}`;
