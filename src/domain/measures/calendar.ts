/**
 * The Gregorian calendar in integers: days and seconds since 1970-01-01T00:00:00, and the text of
 * dates and times.
 *
 * Every number here is a whole number far below 2^53, so plain arithmetic is exact. The functions
 * that take text trust its form; `isCalendarDate` and `isTimeOfDay` are where it is checked.
 */

export const SECONDS_PER_DAY = 86_400;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2999;

/** Days from civil, after Howard Hinnant's public-domain algorithm; the year begins in March. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** "2026-11-22" from the number of its day. @throws RangeError outside the years 1 to 9999. */
export function dateTextOfDay(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateText(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  );
}

/** @throws RangeError outside the years 1 to 9999. */
export function dateText(year: number, month: number, day: number): string {
  if (!(year >= 1 && year <= 9999))
    throw new RangeError(`expected a year of 1 to 9999, found ${year}`);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Seconds since 1970-01-01T00:00:00 of any text that begins with a date. */
export function secondsOfDate(text: string): number {
  return dayOfDate(text) * SECONDS_PER_DAY;
}

/** Seconds since midnight of the "HH:MM:SS" that begins at `at`. */
export function secondsOfTime(text: string, at: number): number {
  return twoDigits(text, at) * 3600 + twoDigits(text, at + 3) * 60 + twoDigits(text, at + 6);
}

/** Days since 1970-01-01 of any text that begins with a date. */
export function dayOfDate(text: string): number {
  return dayNumber(yearOf(text), monthOf(text), dayOfMonth(text));
}

export function yearOf(text: string): number {
  return twoDigits(text, 0) * 100 + twoDigits(text, 2);
}

export function monthOf(text: string): number {
  return twoDigits(text, 5);
}

export function dayOfMonth(text: string): number {
  return twoDigits(text, 8);
}

/** The number that two digits of the text make. The caller has checked that they are digits. */
export function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a day that exists, as "2026-11-22", within the years that are read. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = yearOf(text);
  const month = monthOf(text);
  const day = dayOfMonth(text);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is "HH:MM:SS" from 00:00:00 to 23:59:59; a leap second is not. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text);
}

/** "HH:MM:SS" from the seconds since midnight. */
export function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
