/**
 * Business days of the United States government: what "within one business day" is counted in.
 *
 * The eleven legal public holidays of 5 U.S.C. 6103(a). One that falls on a Saturday is observed on the Friday before
 * (6103(b)), one that falls on a Sunday on the Monday after (Executive Order 11582).
 *
 * Not handled: Inauguration Day, which is a holiday around Washington only; days that a president declares; holidays of
 * states; years before 2021, when Juneteenth became the eleventh.
 */
import { dateText, daysInMonth, yearOf } from './calendar.js';
import { addDays, businessDate, daysBetween, weekday } from './instant.js';
import type { BusinessDate } from './instant.js';

export interface Holiday {
  readonly name: string;
  /** The day that offices are closed. */
  readonly observed: BusinessDate;
}

const [MONDAY, THURSDAY, SATURDAY, SUNDAY] = [1, 4, 6, 7] as const;

/** Every legal public holiday of one year. The one of 1 January may be observed in the year before. */
export function federalHolidays(year: number): readonly Holiday[] {
  const on = (name: string, month: number, day: number): Holiday => ({
    name,
    observed: observed(businessDate(dateText(year, month, day))),
  });
  const nth = (name: string, which: readonly [number, number, number]): Holiday => ({
    name,
    observed: nthWeekday(year, which),
  });
  return [
    on('New Year’s Day', 1, 1),
    nth('Birthday of Martin Luther King, Jr.', [3, MONDAY, 1]),
    nth('Washington’s Birthday', [3, MONDAY, 2]),
    { name: 'Memorial Day', observed: lastMonday(year, 5) },
    on('Juneteenth National Independence Day', 6, 19),
    on('Independence Day', 7, 4),
    nth('Labor Day', [1, MONDAY, 9]),
    nth('Columbus Day', [2, MONDAY, 10]),
    on('Veterans Day', 11, 11),
    nth('Thanksgiving Day', [4, THURSDAY, 11]),
    on('Christmas Day', 12, 25),
  ];
}

/** Why a day is no business day: the name of its holiday, or of its weekday; null for a business day. */
export function closedFor(date: BusinessDate): string | null {
  const year = yearOf(date);
  // New Year's Day may be observed on the last day of the year before.
  const holiday = [...federalHolidays(year), ...federalHolidays(year + 1)].find(
    ({ observed: day }) => day === date,
  );
  if (holiday !== undefined) return holiday.name;
  const day = weekday(date);
  return day === SATURDAY ? 'Saturday' : day === SUNDAY ? 'Sunday' : null;
}

/** A day that was passed over, and why. */
export interface PassedOver {
  readonly date: BusinessDate;
  readonly because: string;
}

/** No run of closed days is as long as this. */
const LONGEST_CLOSURE = 10;

/** The first business day after a day, with the days between them that are none. */
export function businessDayAfter(date: BusinessDate): {
  readonly date: BusinessDate;
  readonly passedOver: readonly PassedOver[];
} {
  const passedOver: PassedOver[] = [];
  for (let days = 1; days <= LONGEST_CLOSURE; days += 1) {
    const next = addDays(date, days);
    const because = closedFor(next);
    if (because === null) return { date: next, passedOver };
    passedOver.push({ date: next, because });
  }
  throw new Error(`no business day within ${LONGEST_CLOSURE} days after ${date}`);
}

/** Longest stretch of days that business days are counted in: what is due later is counted in years. */
const LONGEST_COUNT_DAYS = 800;

/**
 * Business days from one day to another: the first not counted, the last counted. Negative where the other lies before;
 * null where they lie too far apart to be counted one by one.
 */
export function businessDaysBetween(from: BusinessDate, to: BusinessDate): number | null {
  if (to < from) {
    const back = businessDaysBetween(to, from);
    return back === null ? null : 0 - back;
  }
  if (daysBetween(from, to) > LONGEST_COUNT_DAYS) return null;
  const closed = closedDays(yearOf(from), yearOf(to));
  let days = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (weekday(date) < SATURDAY && !closed.has(date)) days += 1;
  }
  return days;
}

/** Every day of some years on which offices are closed for a holiday. */
function closedDays(first: number, last: number): ReadonlySet<BusinessDate> {
  const years = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  return new Set(years.flatMap((year) => federalHolidays(year).map((each) => each.observed)));
}

function observed(date: BusinessDate): BusinessDate {
  const day = weekday(date);
  if (day === SATURDAY) return addDays(date, -1);
  return day === SUNDAY ? addDays(date, 1) : date;
}

function nthWeekday(
  year: number,
  [which, day, month]: readonly [number, number, number],
): BusinessDate {
  const first = businessDate(dateText(year, month, 1));
  return addDays(first, ((day - weekday(first) + 7) % 7) + (which - 1) * 7);
}

function lastMonday(year: number, month: number): BusinessDate {
  const last = businessDate(dateText(year, month, daysInMonth(year, month)));
  return addDays(last, -((weekday(last) - MONDAY + 7) % 7));
}
