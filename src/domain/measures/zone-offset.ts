/**
 * What `Intl` knows about a zone's offset from UTC. Each UTC day of a zone is asked once and kept,
 * because asking costs microseconds and replaying a ledger asks millions of times. All times here
 * are whole seconds since 1970-01-01T00:00:00Z; the caller has checked that the zone exists.
 */

import { SECONDS_PER_DAY, dayNumber } from './calendar.js';

/**
 * The offsets of one UTC day in one zone. `changesAt` is the first second of `after`; most days
 * have no change.
 */
interface ZoneDay {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

interface ZoneData {
  readonly clock: Intl.DateTimeFormat;
  readonly days: Map<number, ZoneDay>;
  readonly names: readonly Intl.DateTimeFormat[];
  readonly abbreviations: Map<string, string>;
}

/**
 * Some 130 years of one zone. When it is full, what was kept of that zone is dropped and asked
 * again.
 */
const KEPT_DAYS = 50_000;

/**
 * The first locale that has a proper abbreviation is used: "BST" is known in Britain, "AEST" in
 * Australia.
 */
const ABBREVIATION_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'] as const;

const zones = new Map<string, ZoneData>();

/** The wall clock, as seconds since 1970-01-01T00:00:00 local. */
export function localSeconds(seconds: number, where: string): number {
  return seconds + offsetAt(seconds, where);
}

/** Seconds that local time is ahead of UTC. */
export function offsetAt(seconds: number, where: string): number {
  const day = zoneDay(Math.floor(seconds / SECONDS_PER_DAY), where);
  return seconds < day.changesAt ? day.before : day.after;
}

function zoneDay(day: number, where: string): ZoneDay {
  const { days, clock } = zoneData(where);
  let known = days.get(day);
  if (known === undefined) {
    known = askZoneDay(day, clock);
    if (days.size >= KEPT_DAYS) days.clear();
    days.set(day, known);
  }
  return known;
}

function zoneData(where: string): ZoneData {
  let data = zones.get(where);
  if (data === undefined) {
    data = {
      clock: wallClock(where),
      days: new Map(),
      names: ABBREVIATION_LOCALES.map(
        (locale) => new Intl.DateTimeFormat(locale, { timeZone: where, timeZoneName: 'short' }),
      ),
      abbreviations: new Map(),
    };
    zones.set(where, data);
  }
  return data;
}

/** A zone changes its offset at most once in a UTC day; halving the day finds the second. */
function askZoneDay(day: number, clock: Intl.DateTimeFormat): ZoneDay {
  let low = day * SECONDS_PER_DAY;
  let high = low + SECONDS_PER_DAY - 1;
  const before = askOffset(low, clock);
  const after = askOffset(high, clock);
  if (before === after) return { before, changesAt: Infinity, after };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askOffset(middle, clock) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: high, after };
}

function wallClock(where: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: where,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

function askOffset(seconds: number, clock: Intl.DateTimeFormat): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(seconds * 1000)) parts[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = parts;
  const local = dayNumber(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
  return local - seconds;
}

/** "EST"; "GMT+3" where English has none. */
export function abbreviationAt(seconds: number, offset: number, where: string): string {
  const { names, abbreviations } = zoneData(where);
  const key = `${Math.floor(seconds / SECONDS_PER_DAY)} ${offset}`;
  let known = abbreviations.get(key);
  if (known === undefined) {
    known = askAbbreviation(seconds, names);
    if (abbreviations.size >= KEPT_DAYS) abbreviations.clear();
    abbreviations.set(key, known);
  }
  return known;
}

function askAbbreviation(seconds: number, names: readonly Intl.DateTimeFormat[]): string {
  let fallback = '';
  for (const format of names) {
    const parts = format.formatToParts(seconds * 1000);
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (name !== '' && !/^(?:GMT|UTC)[+-]/.test(name)) return name;
    fallback ||= name;
  }
  return fallback;
}

/**
 * The offsets in force from a day before to a day after: whatever a local reading can mean is among
 * them.
 */
export function offsetsAround(seconds: number, where: string): readonly number[] {
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const found = new Set<number>();
  for (const near of [day - 1, day, day + 1]) {
    const { before, after } = zoneDay(near, where);
    found.add(before).add(after);
  }
  return [...found];
}

/** The second of the first change in (from, to]. */
export function changeBetween(from: number, to: number, where: string): number {
  const last = Math.floor(to / SECONDS_PER_DAY);
  for (let day = Math.floor(from / SECONDS_PER_DAY); day <= last; day += 1) {
    const midnight = day * SECONDS_PER_DAY;
    const previous = zoneDay(day - 1, where).after;
    const { before, changesAt, after } = zoneDay(day, where);
    if (midnight > from && previous !== before) return midnight;
    if (changesAt > from && changesAt <= to && before !== after) return changesAt;
  }
  throw new RangeError(`expected a change of offset in ${where} between ${from} and ${to}`);
}
