import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BusinessDate } from '../../src/domain/measures/instant.js';
import {
  addDays,
  addMonths,
  businessDate,
  businessDateOf,
  compare,
  daysBetween,
  earliest,
  endOfDay,
  instant,
  instantOfMicroseconds,
  isAfter,
  isBefore,
  lastDayOfMonth,
  latest,
  microsecondsBetween,
  microsecondsOf,
  minus,
  minutesBetween,
  parseBusinessDate,
  parseInstant,
  plus,
  startOfDay,
  weekday,
  zone,
} from '../../src/domain/measures/instant.js';

const SEED = { seed: 20261122 };
const newYork = zone('America/New_York');

/** Instants of 1950 to 2100, to the microsecond. */
const microseconds = fc.bigInt(-631_152_000_000_000n, 4_102_444_799_999_999n);

describe('an instant', () => {
  it.each([
    ['2026-11-22T16:13:19.375832Z', '2026-11-22T16:13:19.375832Z'],
    ['2026-11-22T16:13:19Z', '2026-11-22T16:13:19.000000Z'],
    ['2026-11-22T11:13:19.5-05:00', '2026-11-22T16:13:19.500000Z'],
    ['2026-11-22t16:13:19.37z', '2026-11-22T16:13:19.370000Z'],
    ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00.000000Z'],
    ['2026-01-01T00:15:00+05:45', '2025-12-31T18:30:00.000000Z'],
    ['2024-02-29T00:00:00.000001Z', '2024-02-29T00:00:00.000001Z'],
    ['2000-02-29T12:00:00+00:00', '2000-02-29T12:00:00.000000Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000000Z'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    ['2026-11-22T16:13:19', 'a local time'],
    ['2026-11-22', 'a date'],
    ['2026-11-22 16:13:19Z', 'a space'],
    ['2026-11-22T16:13Z', 'no seconds'],
    ['2026-11-22T16:13:19.1234567Z', 'seven fractional digits'],
    ['2026-11-22T16:13:19.Z', 'a bare point'],
    ['2026-02-29T00:00:00Z', '29 February of a common year'],
    ['1900-02-29T00:00:00Z', '29 February 1900'],
    ['2026-04-31T00:00:00Z', '31 April'],
    ['2026-13-01T00:00:00Z', 'month 13'],
    ['2026-00-01T00:00:00Z', 'month 0'],
    ['2026-11-00T00:00:00Z', 'day 0'],
    ['2026-11-22T24:00:00Z', '24:00'],
    ['2026-11-22T23:60:00Z', 'minute 60'],
    ['2016-12-31T23:59:60Z', 'a leap second'],
    ['2026-11-22T16:13:19+24:00', 'an offset of a day'],
    ['2026-11-22T16:13:19+05:60', 'an offset with 60 minutes'],
    ['2026-11-22T16:13:19+0500', 'an offset without a colon'],
    ['2026-11-22T16:13:19Z\n', 'a line feed'],
    ['0026-11-22T16:13:19Z', 'year 26'],
    ['3000-01-01T00:00:00Z', 'year 3000'],
    ['\u0662026-11-22T16:13:19Z', 'Arabic digits'],
    ['', 'nothing'],
  ])('does not read %j: %s', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('has a string order that is the order of time', () => {
    fc.assert(
      fc.property(microseconds, microseconds, (a, b) => {
        const [x, y] = [instantOfMicroseconds(a), instantOfMicroseconds(b)];
        expect(x < y).toBe(a < b);
        expect(compare(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(isBefore(x, y)).toBe(a < b);
        expect(isAfter(x, y)).toBe(a > b);
        expect(microsecondsBetween(x, y)).toBe(b - a);
        expect(earliest(x, y)).toBe(a < b ? x : y);
        expect(latest(x, y)).toBe(a < b ? y : x);
      }),
      SEED,
    );
  });

  it('keeps every microsecond, and agrees with the calendar of the language', () => {
    fc.assert(
      fc.property(microseconds, (a) => {
        const at = instantOfMicroseconds(a);
        expect(microsecondsOf(at)).toBe(a);
        expect(parseInstant(at)).toBe(at);
        const floorMs = (a - (((a % 1000n) + 1000n) % 1000n)) / 1000n;
        const iso = new Date(Number(floorMs)).toISOString();
        expect(`${at.slice(0, 23)}Z`).toBe(iso);
      }),
      { ...SEED, numRuns: 200 },
    );
    expect(instantOfMicroseconds(-1n)).toBe('1969-12-31T23:59:59.999999Z');
    expect(instantOfMicroseconds(0n)).toBe('1970-01-01T00:00:00.000000Z');
  });

  it('refuses to leave the years that four digits can write', () => {
    expect(() => instantOfMicroseconds(10n ** 18n)).toThrow(RangeError);
    expect(() => instantOfMicroseconds(-(10n ** 18n))).toThrow(RangeError);
  });

  it('moves by whole units and keeps the fraction', () => {
    const at = instant('2026-12-31T23:59:59.999999Z');
    expect(plus(at, { seconds: 1 })).toBe('2027-01-01T00:00:00.999999Z');
    expect(plus(at, { days: 28, hours: 1, minutes: 30 })).toBe('2027-01-29T01:29:59.999999Z');
    expect(minus(at, { hours: 24 })).toBe('2026-12-30T23:59:59.999999Z');
    expect(minus(plus(at, { minutes: 15 }), { minutes: 15 })).toBe(at);
    expect(() => plus(at, { seconds: 0.5 })).toThrow(RangeError);
    expect(() => plus(at, { minutes: NaN })).toThrow(RangeError);
  });

  it('counts whole minutes towards zero', () => {
    const at = instant('2026-11-22T16:00:00Z');
    expect(minutesBetween(at, instant('2026-11-22T16:59:59.999999Z'))).toBe(59);
    expect(minutesBetween(at, instant('2026-11-22T17:00:00Z'))).toBe(60);
    expect(minutesBetween(instant('2026-11-22T16:00:59.999999Z'), at)).toBe(0);
    expect(minutesBetween(instant('2026-11-22T16:01:00Z'), at)).toBe(-1);
  });
});

describe('a business date', () => {
  it('is the date on the wall, not the date in London', () => {
    expect(businessDateOf(instant('2026-11-22T04:59:59.999999Z'), newYork)).toBe('2026-11-21');
    expect(businessDateOf(instant('2026-11-22T05:00:00Z'), newYork)).toBe('2026-11-22');
    expect(businessDateOf(instant('2027-01-01T04:59:59.999999Z'), newYork)).toBe('2026-12-31');
  });

  it('keeps a night shift together when the day starts at 05:00', () => {
    const of = (at: string) => businessDateOf(instant(at), newYork, '05:00');
    expect(of('2026-11-22T03:00:00Z')).toBe('2026-11-21');
    expect(of('2026-11-22T09:59:59.999999Z')).toBe('2026-11-21');
    expect(of('2026-11-22T10:00:00Z')).toBe('2026-11-22');
    // On the day the clocks change it still starts when the wall clock reads 05:00.
    expect(of('2026-11-01T09:59:59Z')).toBe('2026-10-31');
    expect(of('2026-11-01T10:00:00Z')).toBe('2026-11-01');
    expect(of('2026-03-08T08:59:59Z')).toBe('2026-03-07');
    expect(of('2026-03-08T09:00:00Z')).toBe('2026-03-08');
  });

  it('refuses a start of the day that is no time', () => {
    const at = instant('2026-11-22T03:00:00Z');
    for (const start of ['5:00', '24:00', '05:00:00', '', 'noon']) {
      expect(() => businessDateOf(at, newYork, start)).toThrow(RangeError);
    }
  });

  it.each(['2026-02-29', '2026-2-3', '2026-11-31', '20261122', '2026-11-22T00:00', ''])(
    'is not %j',
    (text) => {
      expect(parseBusinessDate(text)).toBeUndefined();
      expect(() => businessDate(text)).toThrow(RangeError);
    },
  );

  it('begins and ends where the wall clock does', () => {
    const begin = (date: string, where: string) => startOfDay(businessDate(date), zone(where));
    const end = (date: string, where: string) => endOfDay(businessDate(date), zone(where));
    expect(begin('2026-11-22', 'America/New_York')).toBe('2026-11-22T05:00:00.000000Z');
    expect(end('2026-11-22', 'America/New_York')).toBe('2026-11-23T04:59:59.999999Z');
    expect(end('2026-10-31', 'America/New_York')).toBe('2026-11-01T03:59:59.999999Z');
    expect(end('2026-11-01', 'America/New_York')).toBe('2026-11-02T04:59:59.999999Z');
    // 23:00 to midnight twice, midnight skipped, midnight twice, the whole day skipped.
    expect(end('2018-02-17', 'America/Sao_Paulo')).toBe('2018-02-18T02:59:59.999999Z');
    expect(begin('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000000Z');
    expect(begin('2025-11-02', 'America/Havana')).toBe('2025-11-02T04:00:00.000000Z');
    expect(end('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T09:59:59.999999Z');
    expect(begin('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000000Z');
  });

  it('leaves no microsecond between one day and the next in a zone of the United States', () => {
    let date: BusinessDate = businessDate('2025-12-01');
    for (let day = 0; day < 400; day += 1) {
      const next = addDays(date, 1);
      const gap = microsecondsBetween(endOfDay(date, newYork), startOfDay(next, newYork));
      expect(gap).toBe(1n);
      date = next;
    }
  });

  it('moves by days and months of the calendar', () => {
    expect(addDays(businessDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(businessDate('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(businessDate('2026-11-22'), 28)).toBe('2026-12-20');
    expect(addMonths(businessDate('2024-02-29'), 24)).toBe('2026-02-28');
    expect(addMonths(businessDate('2024-02-29'), 48)).toBe('2028-02-29');
    expect(addMonths(businessDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(businessDate('2026-11-30'), 3)).toBe('2027-02-28');
    expect(addMonths(businessDate('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(businessDate('2026-03-31'), -13)).toBe('2025-02-28');
    expect(() => addDays(businessDate('2026-01-15'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(businessDate('2026-01-15'), NaN)).toThrow(RangeError);
  });

  it('agrees with the calendar of the language over four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 120_529 }), (day) => {
        const start = businessDate('1970-01-01');
        const date = addDays(start, day);
        const oracle = new Date(day * 86_400_000);
        expect(date).toBe(oracle.toISOString().slice(0, 10));
        expect(daysBetween(start, date)).toBe(day);
        expect(weekday(date) % 7).toBe(oracle.getUTCDay());
        const last = new Date(Date.UTC(oracle.getUTCFullYear(), oracle.getUTCMonth() + 1, 0));
        expect(lastDayOfMonth(date)).toBe(last.toISOString().slice(0, 10));
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});
