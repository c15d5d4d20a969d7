import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant, LocalTime, WallTimeReading } from '../../src/domain/measures/instant.js';
import {
  businessDateOf,
  fromWallTime,
  instant,
  instantOfMicroseconds,
  parseLocalTime,
  parseZone,
  wallTime,
  zone,
} from '../../src/domain/measures/instant.js';

const SEED = { seed: 20261122 };
const newYork = zone('America/New_York');

/** Instants of 1950 to 2100, to the microsecond. */
const microseconds = fc.bigInt(-631_152_000_000_000n, 4_102_444_799_999_999n);

function local(text: string): LocalTime {
  const parsed = parseLocalTime(text);
  if (parsed === undefined) throw new Error(`not a local time: ${text}`);
  return parsed;
}

function candidates(reading: WallTimeReading): readonly Instant[] {
  if (reading.kind === 'one') return [reading.instant];
  return reading.kind === 'fold' ? [reading.earlier, reading.later] : [];
}

describe('a zone', () => {
  it.each(['America/New_York', 'Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'])(
    'knows %s',
    (text) => {
      expect(parseZone(text)).toBe(text);
    },
  );

  it('keeps an alias as it was written and mends capitals', () => {
    expect(parseZone('Asia/Kolkata')).toBe('Asia/Kolkata');
    expect(parseZone('US/Eastern')).toBe('US/Eastern');
    expect(parseZone('America/New_York')).toBe(parseZone('AMERICA/NEW_YORK'));
  });

  it.each([
    '',
    'EST',
    'EST5EDT',
    'Mars/Olympus',
    '+05:00',
    'local',
    'America/',
    'America/New York',
  ])('does not know %j', (text) => {
    expect(parseZone(text)).toBeUndefined();
    expect(() => zone(text)).toThrow(RangeError);
  });
});

/**
 * Made with Python's zoneinfo on IANA data 2025b, the seconds on both sides of transitions:
 * zone, instant, local date, local time, offset.
 */
const ZONEINFO: readonly (readonly [string, string, string, string, string])[] = [
  ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08', '01:59:59', '-05:00'],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08', '03:00:00', '-04:00'],
  ['America/New_York', '2026-11-01T05:59:59Z', '2026-11-01', '01:59:59', '-04:00'],
  ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01', '01:00:00', '-05:00'],
  ['America/New_York', '2007-03-11T07:00:00Z', '2007-03-11', '03:00:00', '-04:00'],
  ['America/New_York', '2006-04-02T07:00:00Z', '2006-04-02', '03:00:00', '-04:00'],
  ['America/New_York', '1974-01-06T07:00:00Z', '1974-01-06', '03:00:00', '-04:00'],
  ['America/New_York', '1918-03-31T07:00:00Z', '1918-03-31', '03:00:00', '-04:00'],
  ['America/Phoenix', '2026-07-01T12:00:00Z', '2026-07-01', '05:00:00', '-07:00'],
  ['America/St_Johns', '2026-07-01T02:29:59Z', '2026-06-30', '23:59:59', '-02:30'],
  ['America/St_Johns', '2026-07-01T02:30:00Z', '2026-07-01', '00:00:00', '-02:30'],
  ['America/St_Johns', '2006-10-29T02:30:59Z', '2006-10-29', '00:00:59', '-02:30'],
  ['America/St_Johns', '2006-10-29T02:31:00Z', '2006-10-28', '23:01:00', '-03:30'],
  ['America/Havana', '2025-03-09T04:59:59Z', '2025-03-08', '23:59:59', '-05:00'],
  ['America/Havana', '2025-03-09T05:00:00Z', '2025-03-09', '01:00:00', '-04:00'],
  ['America/Havana', '2025-11-02T05:00:00Z', '2025-11-02', '00:00:00', '-05:00'],
  ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03', '23:59:59', '-03:00'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04', '01:00:00', '-02:00'],
  ['America/Sao_Paulo', '2018-02-18T01:59:59Z', '2018-02-17', '23:59:59', '-02:00'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00Z', '2018-02-17', '23:00:00', '-03:00'],
  ['Europe/London', '2026-03-29T00:59:59Z', '2026-03-29', '00:59:59', '+00:00'],
  ['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29', '02:00:00', '+01:00'],
  ['Europe/London', '2026-10-25T00:59:59Z', '2026-10-25', '01:59:59', '+01:00'],
  ['Europe/London', '2026-10-25T01:00:00Z', '2026-10-25', '01:00:00', '+00:00'],
  ['Europe/London', '1941-07-01T22:00:00Z', '1941-07-02', '00:00:00', '+02:00'],
  ['Europe/London', '1970-01-01T00:00:00Z', '1970-01-01', '01:00:00', '+01:00'],
  ['Africa/Monrovia', '1971-06-01T00:00:00Z', '1971-05-31', '23:15:30', '-00:44:30'],
  ['Asia/Kathmandu', '1985-12-31T18:29:59Z', '1985-12-31', '23:59:59', '+05:30'],
  ['Asia/Kathmandu', '1985-12-31T18:30:00Z', '1986-01-01', '00:15:00', '+05:45'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01', '05:45:00', '+05:45'],
  ['Asia/Kolkata', '2026-12-31T18:29:59Z', '2026-12-31', '23:59:59', '+05:30'],
  ['Asia/Kolkata', '2026-12-31T18:30:00Z', '2027-01-01', '00:00:00', '+05:30'],
  ['Australia/Lord_Howe', '2026-04-04T14:59:59Z', '2026-04-05', '01:59:59', '+11:00'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05', '01:30:00', '+10:30'],
  ['Australia/Lord_Howe', '2026-10-03T15:29:59Z', '2026-10-04', '01:59:59', '+10:30'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04', '02:30:00', '+11:00'],
  ['Australia/Eucla', '2026-01-01T00:00:00Z', '2026-01-01', '08:45:00', '+08:45'],
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29', '23:59:59', '-10:00'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', '00:00:00', '+14:00'],
  ['Pacific/Kiritimati', '2026-01-01T09:59:59Z', '2026-01-01', '23:59:59', '+14:00'],
  ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02', '00:00:00', '+14:00'],
  ['Pacific/Pago_Pago', '2026-01-01T10:59:59Z', '2025-12-31', '23:59:59', '-11:00'],
  ['Pacific/Pago_Pago', '2026-01-01T11:00:00Z', '2026-01-01', '00:00:00', '-11:00'],
  ['Pacific/Kwajalein', '1969-09-30T12:59:59Z', '1969-09-30', '23:59:59', '+11:00'],
  ['Pacific/Kwajalein', '1969-09-30T13:00:00Z', '1969-09-30', '01:00:00', '-12:00'],
  ['Pacific/Kwajalein', '1993-08-21T11:59:59Z', '1993-08-20', '23:59:59', '-12:00'],
  ['Pacific/Kwajalein', '1993-08-21T12:00:00Z', '1993-08-22', '00:00:00', '+12:00'],
  ['Pacific/Chatham', '2026-04-04T13:59:59Z', '2026-04-05', '03:44:59', '+13:45'],
  ['Pacific/Chatham', '2026-04-04T14:00:00Z', '2026-04-05', '02:45:00', '+12:45'],
  ['Antarctica/Troll', '2026-03-29T01:00:00Z', '2026-03-29', '03:00:00', '+02:00'],
  ['Etc/GMT+12', '2026-01-01T11:59:59Z', '2025-12-31', '23:59:59', '-12:00'],
];

describe('the time on the wall', () => {
  it.each(ZONEINFO)('in %s at %s is %s %s %s', (where, at, date, time, offset) => {
    expect(wallTime(instant(at), zone(where))).toMatchObject({ date, time, offset });
    expect(businessDateOf(instant(at), zone(where))).toBe(date);
  });

  it('keeps the microseconds beside the whole seconds', () => {
    expect(wallTime(instant('2026-11-22T16:13:19.375832Z'), newYork)).toEqual({
      date: '2026-11-22',
      time: '11:13:19',
      fraction: '375832',
      offset: '-05:00',
      zoneAbbreviation: 'EST',
    });
  });

  it('has the abbreviation that people of the zone use, before and after a change', () => {
    const abbreviation = (at: string, where: string) =>
      wallTime(instant(at), zone(where)).zoneAbbreviation;
    expect(abbreviation('2026-11-01T05:59:59Z', 'America/New_York')).toBe('EDT');
    expect(abbreviation('2026-11-01T06:00:00Z', 'America/New_York')).toBe('EST');
    expect(abbreviation('2026-07-01T00:00:00Z', 'America/Phoenix')).toBe('MST');
    expect(abbreviation('2026-07-01T00:00:00Z', 'Europe/London')).toBe('BST');
    expect(abbreviation('2026-01-01T00:00:00Z', 'Europe/London')).toBe('GMT');
    expect(abbreviation('2026-01-01T00:00:00Z', 'Asia/Kathmandu')).toBe('GMT+5:45');
  });

  it('agrees with the formatter of the language at random instants in random zones', () => {
    const known = Intl.supportedValuesOf('timeZone').filter((id) => parseZone(id) !== undefined);
    expect(known.length).toBeGreaterThan(400);
    fc.assert(
      fc.property(microseconds, fc.constantFrom(...known), (a, id) => {
        const at = instantOfMicroseconds(a);
        const { date, time } = wallTime(at, zone(id));
        const text = new Intl.DateTimeFormat('sv-SE', {
          timeZone: id,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(Number(a / 1000n - (a < 0n && a % 1000n !== 0n ? 1n : 0n)));
        expect(`${date} ${time}`).toBe(text);
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it('follows the federal rule for daylight saving, worked out by hand, from 2007 to 2037', () => {
    for (let year = 2007; year <= 2037; year += 1) {
      // Second Sunday of March at 02:00 EST to first Sunday of November at 02:00 EDT.
      const sunday = (month: number, first: number) =>
        first + ((7 - new Date(Date.UTC(year, month, first)).getUTCDay()) % 7);
      const start = Date.UTC(year, 2, sunday(2, 8), 7);
      const end = Date.UTC(year, 10, sunday(10, 1), 6);
      const offset = (ms: number) =>
        wallTime(instantOfMicroseconds(BigInt(ms) * 1000n), newYork).offset;
      expect([offset(start - 1), offset(start)]).toEqual(['-05:00', '-04:00']);
      expect([offset(end - 1), offset(end)]).toEqual(['-04:00', '-05:00']);
    }
  });
});

describe('a reading of the wall clock', () => {
  it('is one instant on an ordinary day', () => {
    expect(fromWallTime(local('2026-11-22T11:13:19.375832'), newYork)).toEqual({
      kind: 'one',
      instant: '2026-11-22T16:13:19.375832Z',
    });
  });

  it('names both when 01:30 happens twice, and they sort in the order they happened', () => {
    const reading = fromWallTime(local('2026-11-01T01:30'), newYork);
    expect(reading).toEqual({
      kind: 'fold',
      earlier: '2026-11-01T05:30:00.000000Z',
      later: '2026-11-01T06:30:00.000000Z',
    });
    const [first, second] = candidates(reading) as [Instant, Instant];
    const between = instant('2026-11-01T05:59:00Z');
    expect([second, between, first].sort()).toEqual([first, between, second]);
    expect(wallTime(first, newYork)).toMatchObject({ time: '01:30:00', zoneAbbreviation: 'EDT' });
    expect(wallTime(second, newYork)).toMatchObject({ time: '01:30:00', zoneAbbreviation: 'EST' });
    expect(businessDateOf(first, newYork)).toBe(businessDateOf(second, newYork));
  });

  it('is a fold from 01:00:00 to 01:59:59.999999 and not a microsecond more', () => {
    const kind = (text: string) => fromWallTime(local(text), newYork).kind;
    expect(kind('2026-11-01T00:59:59.999999')).toBe('one');
    expect(kind('2026-11-01T01:00:00')).toBe('fold');
    expect(kind('2026-11-01T01:59:59.999999')).toBe('fold');
    expect(kind('2026-11-01T02:00:00')).toBe('one');
  });

  it('says on both sides what a time in a gap could have meant', () => {
    expect(fromWallTime(local('2026-03-08T02:30'), newYork)).toEqual({
      kind: 'gap',
      before: '2026-03-08T06:30:00.000000Z',
      after: '2026-03-08T07:30:00.000000Z',
      jump: '2026-03-08T07:00:00.000000Z',
    });
    expect(fromWallTime(local('2026-03-08T01:59:59.999999'), newYork).kind).toBe('one');
    expect(fromWallTime(local('2026-03-08T02:00'), newYork).kind).toBe('gap');
    expect(fromWallTime(local('2026-03-08T03:00'), newYork).kind).toBe('one');
  });

  it('knows half an hour of daylight saving', () => {
    const lordHowe = zone('Australia/Lord_Howe');
    expect(fromWallTime(local('2026-04-05T01:45'), lordHowe)).toEqual({
      kind: 'fold',
      earlier: '2026-04-04T14:45:00.000000Z',
      later: '2026-04-04T15:15:00.000000Z',
    });
    expect(fromWallTime(local('2026-10-04T02:15'), lordHowe).kind).toBe('gap');
    expect(fromWallTime(local('2026-10-04T02:30'), lordHowe).kind).toBe('one');
  });

  it('knows a day that never was and a day that was there twice', () => {
    const apia = zone('Pacific/Apia');
    expect(fromWallTime(local('2011-12-30T12:00'), apia)).toMatchObject({
      kind: 'gap',
      jump: '2011-12-30T10:00:00.000000Z',
    });
    const kwajalein = zone('Pacific/Kwajalein');
    expect(fromWallTime(local('1969-09-30T12:00'), kwajalein)).toEqual({
      kind: 'fold',
      earlier: '1969-09-30T01:00:00.000000Z',
      later: '1969-10-01T00:00:00.000000Z',
    });
  });

  it('leads back to the instant it was read from, in every zone', () => {
    const known = Intl.supportedValuesOf('timeZone').filter((id) => parseZone(id) !== undefined);
    fc.assert(
      fc.property(microseconds, fc.constantFrom(...known), (a, id) => {
        const at = instantOfMicroseconds(a);
        const { date, time, fraction } = wallTime(at, zone(id));
        const reading = fromWallTime(local(`${date}T${time}.${fraction}`), zone(id));
        expect(candidates(reading)).toContain(at);
      }),
      { ...SEED, numRuns: 200 },
    );
  });

  it.each([
    '2026-11-22T11:13:19Z',
    '2026-11-22T11:13:19-05:00',
    '2026-11-22',
    '2026-02-30T00:00',
    '2026-11-22T11:13.5',
    '2026-11-22T25:00',
    '',
  ])('is not %j', (text) => {
    expect(parseLocalTime(text)).toBeUndefined();
  });
});
