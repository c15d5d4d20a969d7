import { businessDaysBetween } from '../measures/business-day.js';
import {
  addDays,
  businessDateOf,
  daysBetween,
  fromWallTime,
  instantOfMicroseconds,
  isAfter,
  microsecondsOf,
} from '../measures/instant.js';
import type { BusinessDate, Instant, LocalTime, Zone } from '../measures/instant.js';

/**
 * How pressing a piece of work is, as a word: its instant has passed, comes within this business day, comes within the
 * notice that its kind gives, or it stands open without being pressed.
 */
export const URGENCIES = ['overdue', 'today', 'soon', 'open'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The present at one site, from which every clock of its work is read. */
export interface WorkCalendar {
  readonly now: Instant;
  readonly zone: Zone;
  /** Wall time at which a business day begins: "05:00". */
  readonly dayStartsAt: string;
}

/** What is left of the time for a piece of work. */
export interface WorkClock {
  readonly due: Instant | null;
  /** Calendar days to the day on which it is due; negative once that day has gone by. */
  readonly daysLeft: number | null;
  /** Business days of the United States government, the day on which it is due counted; negative likewise. */
  readonly businessDaysLeft: number | null;
  readonly urgency: Urgency;
}

export const NO_DEADLINE: WorkClock = {
  due: null,
  daysLeft: null,
  businessDaysLeft: null,
  urgency: 'open',
};

/** The clock of what is due at an instant and is announced so many days before. */
export function clockOf(due: Instant, noticeDays: number, calendar: WorkCalendar): WorkClock {
  const { now } = calendar;
  const [today, day] = [dateAt(now, calendar), dateAt(due, calendar)];
  const daysLeft = daysBetween(today, day);
  return {
    due,
    daysLeft,
    businessDaysLeft: businessDaysBetween(today, day),
    urgency: isAfter(now, due)
      ? 'overdue'
      : daysLeft <= 0
        ? 'today'
        : daysLeft <= noticeDays
          ? 'soon'
          : 'open',
  };
}

/** The business date of an instant at the site. */
export const dateAt = (at: Instant, { zone, dayStartsAt }: WorkCalendar): BusinessDate =>
  businessDateOf(at, zone, dayStartsAt);

/** The last instant of what ends where another begins. */
export const lastOf = (end: Instant): Instant => instantOfMicroseconds(microsecondsOf(end) - 1n);

/** The last instant of a business day of the site. */
export function endOfBusinessDay(date: BusinessDate, calendar: WorkCalendar): Instant {
  const { zone, dayStartsAt } = calendar;
  // The form of both parts was checked where they were written.
  const local = `${addDays(date, 1)}T${dayStartsAt}:00.000000` as LocalTime;
  const reading = fromWallTime(local, zone);
  if (reading.kind === 'one') return lastOf(reading.instant);
  return lastOf(reading.kind === 'fold' ? reading.earlier : reading.jump);
}
