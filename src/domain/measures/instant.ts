/**
 * Points in time, zones and business dates.
 *
 * An instant is a UTC string of fixed form, so that the order of strings is the order of time.
 * Microseconds are never held in a floating point number. Nothing here asks what time it is.
 *
 * Local time follows the zone data of the JavaScript engine (`Intl`): a zone whose rules change by
 * law after that data was made is wrong until the runtime is updated, which is why the offset in
 * force is stored with each entry.
 *
 * Not handled: leap seconds (refused when read), years outside 1900 to 2999 (refused when read).
 */

import {
  SECONDS_PER_DAY,
  dateText,
  dateTextOfDay,
  dayOfDate,
  dayOfMonth,
  daysInMonth,
  isCalendarDate,
  isTimeOfDay,
  monthOf,
  secondsOfDate,
  secondsOfTime,
  timeText,
  twoDigits,
  yearOf,
} from './calendar.js';
import {
  abbreviationAt,
  changeBetween,
  localSeconds,
  offsetAt,
  offsetsAround,
} from './zone-offset.js';

/** UTC, RFC 3339, always six fractional digits: "2026-11-22T16:13:19.375832Z". */
export type Instant = string & { readonly __instant: unique symbol };

/** An IANA zone identifier that this runtime knows: "America/New_York", "UTC". */
export type Zone = string & { readonly __zone: unique symbol };

/** A day of the calendar: "2026-11-22". */
export type BusinessDate = string & { readonly __businessDate: unique symbol };

/** A reading of a clock on the wall, without a zone: "2026-11-01T01:30:00.000000". */
export type LocalTime = string & { readonly __localTime: unique symbol };

/** An instant as the people at a site would say it. */
export interface WallTime {
  readonly date: BusinessDate;
  /** Whole seconds: "11:13:19". */
  readonly time: string;
  /** Microseconds within the second, six digits: "375832". */
  readonly fraction: string;
  /** "-05:00"; with seconds only where the zone has them ("-04:56:02"). */
  readonly offset: string;
  /**
   * "EST"; "GMT+3" where English has no abbreviation. For print only: abbreviations are not unique.
   */
  readonly zoneAbbreviation: string;
}

/**
 * What a wall-clock reading means. In a fold the clock showed it twice. In a gap it never did:
 * `before` and `after` read it with the offset after and before the jump (so 02:30 means 01:30 or
 * 03:30), `jump` is the first instant after it.
 */
export type WallTimeReading =
  | { readonly kind: 'one'; readonly instant: Instant }
  | { readonly kind: 'fold'; readonly earlier: Instant; readonly later: Instant }
  | {
      readonly kind: 'gap';
      readonly before: Instant;
      readonly after: Instant;
      readonly jump: Instant;
    };

/** A length of time in whole units. A day is 24 hours here; calendar days are `addDays`. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const MICROSECONDS_PER_SECOND = 1_000_000n;
const INSTANT_SIZE = 27;

const INSTANT_TEXT =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an RFC 3339 time with an offset or Z and up to six fractional digits.
 * @returns undefined for a local time without offset, a date or time that does not exist (30
 * February, 24:00, a leap second), more than six fractional digits, or a year outside 1900 to 2999.
 */
export function parseInstant(text: string): Instant | undefined {
  const found = INSTANT_TEXT.exec(text);
  if (found === null) return undefined;
  const [, date = '', time = '', fraction = '', sign, hours = '', minutes = ''] = found;
  if (!isCalendarDate(date) || !isTimeOfDay(time)) return undefined;
  const local = secondsOfDate(date) + secondsOfTime(time, 0);
  if (sign === undefined) return toInstant(local, fraction.padEnd(6, '0'));
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
  return toInstant(local - offset, fraction.padEnd(6, '0'));
}

/** An instant known to be one. @throws RangeError otherwise: a bug. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(`expected an RFC 3339 instant, found ${text}`);
  return parsed;
}

/** Microseconds since 1970-01-01T00:00:00Z. */
export function microsecondsOf(at: Instant): bigint {
  return BigInt(secondsOf(at)) * MICROSECONDS_PER_SECOND + BigInt(at.slice(20, 26));
}

/**
 * The instant so many microseconds after 1970-01-01T00:00:00Z.
 * @throws RangeError outside the years 1 to 9999.
 */
export function instantOfMicroseconds(microseconds: bigint): Instant {
  const rest = microseconds % MICROSECONDS_PER_SECOND;
  const fraction = rest < 0n ? rest + MICROSECONDS_PER_SECOND : rest;
  const seconds = (microseconds - fraction) / MICROSECONDS_PER_SECOND;
  return toInstant(Number(seconds), fraction.toString().padStart(6, '0'));
}

/** @throws RangeError for a length that is not whole. Negative lengths go back. */
export function plus(at: Instant, length: Duration): Instant {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = length;
  const total = days * SECONDS_PER_DAY + hours * 3600 + minutes * 60 + seconds;
  if (!Number.isSafeInteger(total)) {
    throw new RangeError(`expected a whole number of seconds, found ${total}`);
  }
  return toInstant(secondsOf(at) + total, at.slice(20, 26));
}

/** @throws RangeError for a length that is not whole. */
export function minus(at: Instant, length: Duration): Instant {
  const { days = 0, hours = 0, minutes = 0, seconds = 0 } = length;
  return plus(at, { days: -days, hours: -hours, minutes: -minutes, seconds: -seconds });
}

export function compare(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a < b;
}

export function isAfter(a: Instant, b: Instant): boolean {
  return a > b;
}

export function earliest(first: Instant, ...rest: readonly Instant[]): Instant {
  return rest.reduce((best, each) => (each < best ? each : best), first);
}

export function latest(first: Instant, ...rest: readonly Instant[]): Instant {
  return rest.reduce((best, each) => (each > best ? each : best), first);
}

/** Exact; negative when `to` is before `from`. */
export function microsecondsBetween(from: Instant, to: Instant): bigint {
  return microsecondsOf(to) - microsecondsOf(from);
}

/** Whole minutes, towards zero: 59.9 seconds are 0 minutes. Negative when `to` is before `from`. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Number(microsecondsBetween(from, to) / (60n * MICROSECONDS_PER_SECOND));
}

/** Reads "2026-11-22"; undefined for a day that does not exist or a year outside 1900 to 2999. */
export function parseBusinessDate(text: string): BusinessDate | undefined {
  return isCalendarDate(text) ? (text as BusinessDate) : undefined;
}

/** A date known to be one. @throws RangeError otherwise: a bug. */
export function businessDate(text: string): BusinessDate {
  const parsed = parseBusinessDate(text);
  if (parsed === undefined) throw new RangeError(`expected a calendar date, found ${text}`);
  return parsed;
}

/** `days` later on the calendar; negative goes back. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  assertWhole(days);
  return dateOfDay(dayOfDate(date) + days);
}

/**
 * The same day `months` later, or the last day of that month: 31 January to 28 February, 29
 * February to 28 February.
 */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  assertWhole(months);
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(dayOfMonth(date), daysInMonth(year, month));
  return dateText(year, month, day) as BusinessDate;
}

/** Calendar days; negative when `to` is before `from`. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayOfDate(to) - dayOfDate(from);
}

/** 1 = Monday to 7 = Sunday, as ISO 8601 counts. */
export function weekday(date: BusinessDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayOfDate(date) + 3) % 7) + 7) % 7) + 1;
}

export function lastDayOfMonth(date: BusinessDate): BusinessDate {
  const [year, month] = [yearOf(date), monthOf(date)];
  return dateText(year, month, daysInMonth(year, month)) as BusinessDate;
}

// "EST" and "EST5EDT" are identifiers too, but fixed or frozen ones that a clinic never means.
// "UTC" is meant.
const ZONE_TEXT = /^(?:UTC|[A-Z][A-Za-z_]*(?:\/[A-Z][A-Za-z0-9_+-]*)+)$/;

/**
 * An IANA identifier that this runtime knows; undefined for abbreviations, offsets and names it
 * does not know.
 */
export function parseZone(text: string): Zone | undefined {
  if (!ZONE_TEXT.test(text)) return undefined;
  try {
    const known = new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
    // An alias stays as it was written (Asia/Kolkata must not turn into Asia/Calcutta); only
    // capitals are mended.
    return (known.toLowerCase() === text.toLowerCase() ? known : text) as Zone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A zone known to be one. @throws RangeError otherwise: a bug. */
export function zone(text: string): Zone {
  const parsed = parseZone(text);
  if (parsed === undefined) throw new RangeError(`expected an IANA time zone, found ${text}`);
  return parsed;
}

const TIME_OF_DAY_START = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * The business date of an instant: the date on the wall, or the day before while the wall clock
 * reads less than `dayStartsAt` ("HH:MM", midnight by default). A night shift that ends at 05:00
 * keeps one date with `'05:00'`. Where clocks are set back across `dayStartsAt` itself, the date
 * goes back with them; order is never by date.
 * @throws RangeError when `dayStartsAt` is malformed: policy is checked where it is written.
 */
export function businessDateOf(at: Instant, where: Zone, dayStartsAt = '00:00'): BusinessDate {
  const local = localSeconds(secondsOf(at), where);
  if (dayStartsAt === '00:00') return dateOfDay(Math.floor(local / SECONDS_PER_DAY));
  if (!TIME_OF_DAY_START.test(dayStartsAt)) {
    throw new RangeError(`expected the start of the day as HH:MM, found ${dayStartsAt}`);
  }
  const shift = twoDigits(dayStartsAt, 0) * 3600 + twoDigits(dayStartsAt, 3) * 60;
  return dateOfDay(Math.floor((local - shift) / SECONDS_PER_DAY));
}

/** The local date, time, offset and abbreviation of an instant. */
export function wallTime(at: Instant, where: Zone): WallTime {
  const seconds = secondsOf(at);
  const offset = offsetAt(seconds, where);
  const local = seconds + offset;
  const day = Math.floor(local / SECONDS_PER_DAY);
  return {
    date: dateOfDay(day),
    time: timeText(local - day * SECONDS_PER_DAY),
    fraction: at.slice(20, 26),
    offset: formatOffset(offset),
    zoneAbbreviation: abbreviationAt(seconds, offset, where),
  };
}

const LOCAL_TEXT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?:(:\d{2})(?:\.(\d{1,6}))?)?$/;

/**
 * Reads "2026-11-01T01:30", with or without seconds and up to six fractional digits; undefined if
 * it carries an offset.
 */
export function parseLocalTime(text: string): LocalTime | undefined {
  const found = LOCAL_TEXT.exec(text);
  if (found === null) return undefined;
  const [, date = '', minutes = '', seconds = ':00', fraction = ''] = found;
  if (!isCalendarDate(date) || !isTimeOfDay(minutes + seconds)) return undefined;
  return `${date}T${minutes}${seconds}.${fraction.padEnd(6, '0')}` as LocalTime;
}

/** What a wall-clock reading in a zone means: one instant, two, or none. It never guesses. */
export function fromWallTime(local: LocalTime, where: Zone): WallTimeReading {
  const seconds = secondsOfDate(local) + secondsOfTime(local, 11);
  const fraction = local.slice(20, 26);
  const offsets = offsetsAround(seconds, where);
  const readings = offsets.map((offset) => seconds - offset).sort((a, b) => a - b);
  const valid = readings.filter((each) => localSeconds(each, where) === seconds);
  const [earlier = NaN, later] = valid;
  if (valid.length === 1) return { kind: 'one', instant: toInstant(earlier, fraction) };
  if (later !== undefined) {
    return {
      kind: 'fold',
      earlier: toInstant(earlier, fraction),
      later: toInstant(later, fraction),
    };
  }
  const before = readings[0] ?? NaN;
  const after = readings[readings.length - 1] ?? NaN;
  return {
    kind: 'gap',
    before: toInstant(before, fraction),
    after: toInstant(after, fraction),
    jump: toInstant(changeBetween(before, after, where), '000000'),
  };
}

/**
 * The first instant of a local day. Where midnight was skipped, the first instant after the jump.
 */
export function startOfDay(date: BusinessDate, where: Zone): Instant {
  const reading = fromWallTime(`${date}T00:00:00.000000` as LocalTime, where);
  if (reading.kind === 'one') return reading.instant;
  return reading.kind === 'fold' ? reading.earlier : reading.jump;
}

/** A reading HH:MM of the site's clock; the earlier where it comes twice, the jump where it never comes. */
export function wallInstant(
  { date, time }: { readonly date: BusinessDate; readonly time: string },
  where: Zone,
): Instant {
  const local = parseLocalTime(`${date}T${time}`);
  if (local === undefined) throw new RangeError(`expected a time of day, found ${time}`);
  const reading = fromWallTime(local, where);
  if (reading.kind === 'one') return reading.instant;
  return reading.kind === 'fold' ? reading.earlier : reading.jump;
}

/**
 * The last instant of a local day, 23:59:59.999999; the later one where the clock shows it twice.
 * Where the zone skipped that time, the last instant before the jump.
 */
export function endOfDay(date: BusinessDate, where: Zone): Instant {
  const reading = fromWallTime(`${date}T23:59:59.999999` as LocalTime, where);
  if (reading.kind === 'one') return reading.instant;
  if (reading.kind === 'fold') return reading.later;
  return instantOfMicroseconds(microsecondsOf(reading.jump) - 1n);
}

function toInstant(seconds: number, fraction: string): Instant {
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const text = `${dateTextOfDay(day)}T${timeText(seconds - day * SECONDS_PER_DAY)}.${fraction}Z`;
  if (text.length !== INSTANT_SIZE) throw new RangeError(`expected an instant, found ${text}`);
  return text as Instant;
}

function dateOfDay(day: number): BusinessDate {
  return dateTextOfDay(day) as BusinessDate;
}

/** Whole seconds since 1970-01-01T00:00:00Z. */
function secondsOf(at: Instant): number {
  return secondsOfDate(at) + secondsOfTime(at, 11);
}

function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  const time = timeText(size);
  return `${offset < 0 ? '-' : '+'}${size % 60 === 0 ? time.slice(0, 5) : time}`;
}

function assertWhole(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`expected a whole number, found ${value}`);
}
