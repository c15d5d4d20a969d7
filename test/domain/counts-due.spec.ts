import { describe, expect, it } from '@jest/globals';
import { countsDue } from '../../src/domain/counting/counts-due.js';
import type { CountSchedule } from '../../src/domain/counting/count-schedule.js';
import type { CountTaken } from '../../src/domain/counting/counts-due.js';
import { asId } from '../../src/domain/ids.js';
import { instant, zone } from '../../src/domain/measures/instant.js';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import type { PolicyTimeline } from '../../src/domain/policy.js';

const ITHACA = zone('America/New_York');
const OPENED = instant('2026-02-01T05:00:00Z');

const schedule = (changes: Partial<CountSchedule>): CountSchedule => ({
  location: asId('safe'),
  type: 'day',
  every: 'day',
  shifts: [],
  weekdays: [],
  ...changes,
});

/** A site's policies: each with the schedules that it asks for. */
const timelineOf = (
  ...published: readonly (readonly [from: string, schedules: readonly CountSchedule[]])[]
): PolicyTimeline => ({
  noun: 'policy',
  id: 'timeline',
  policies: published.map(([from, countSchedules], line) => ({
    line,
    effectiveFrom: instant(from),
    settings: { ...HOUSE_POLICY, countSchedules },
  })),
});

const taken = (at: string, changes: Partial<CountTaken> = {}): CountTaken => ({
  line: 9,
  location: asId('safe'),
  type: 'day',
  at: instant(at),
  ...changes,
});

function dueAt(now: string, timeline: PolicyTimeline, counts: readonly CountTaken[] = []) {
  const calendar = { zone: ITHACA, timeline, now: instant(now), begun: OPENED };
  const [first] = countsDue(calendar, counts);
  if (first === undefined) throw new Error('no schedule');
  return { ...first, missed: first.missed.map(({ from }) => from) };
}

describe('a schedule of counts', () => {
  it('asks for one count in each business day of the site, and lists those that went by', () => {
    const timeline = timelineOf(['2026-03-02T05:00:00Z', [schedule({})]]);
    const counts = [taken('2026-03-03T22:00:00Z')];
    expect(dueAt('2026-03-04T15:00:00Z', timeline, counts)).toMatchObject({
      last: { at: instant('2026-03-03T22:00:00Z') },
      due: { from: instant('2026-03-04T05:00:00Z'), until: instant('2026-03-05T05:00:00Z') },
      missed: [instant('2026-03-02T05:00:00Z')],
    });
    const done = [...counts, taken('2026-03-04T14:00:00Z')];
    expect(dueAt('2026-03-04T15:00:00Z', timeline, done).due).toBeNull();
  });

  it('is met by a count of its own kind and place only', () => {
    const timeline = timelineOf(['2026-03-02T05:00:00Z', [schedule({})]]);
    const others = [
      taken('2026-03-02T15:00:00Z', { type: 'cycle' }),
      taken('2026-03-02T15:00:00Z', { location: asId('cart') }),
    ];
    expect(dueAt('2026-03-02T16:00:00Z', timeline, others).due).not.toBeNull();
  });

  it('follows the wall of the site: the day on which clocks go forward has 23 hours', () => {
    const timeline = timelineOf(['2026-03-02T05:00:00Z', [schedule({})]]);
    expect(dueAt('2026-03-08T20:00:00Z', timeline).due).toEqual({
      from: instant('2026-03-08T05:00:00Z'),
      until: instant('2026-03-09T04:00:00Z'),
    });
  });

  it('begins each shift at its wall time, and the last one ends with the first of the next day', () => {
    const shifts = schedule({ type: 'shift', every: 'shift', shifts: ['07:00', '19:00'] });
    const timeline = timelineOf(['2026-03-02T12:00:00Z', [shifts]]);
    const day = taken('2026-03-02T18:00:00Z', { type: 'shift' });
    expect(dueAt('2026-03-03T06:00:00Z', timeline, [day])).toMatchObject({
      due: { from: instant('2026-03-03T00:00:00Z'), until: instant('2026-03-03T12:00:00Z') },
      missed: [],
    });
    expect(dueAt('2026-03-03T12:00:00Z', timeline, [day]).missed).toEqual([
      instant('2026-03-03T00:00:00Z'),
    ]);
  });

  it('asks for nothing on days on which the site does not work', () => {
    const timeline = timelineOf([
      '2026-03-02T05:00:00Z',
      [schedule({ weekdays: [1, 2, 3, 4, 5] })],
    ]);
    const sunday = dueAt('2026-03-08T20:00:00Z', timeline);
    expect(sunday.due).toBeNull();
    expect(sunday.missed).toHaveLength(5);
  });

  it.each([
    ['week', '2026-03-09T04:00:00Z', '2026-03-16T04:00:00Z'],
    ['month', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'],
  ] as const)('counts by %s from its first day', (every, from, until) => {
    const timeline = timelineOf(['2026-02-20T05:00:00Z', [schedule({ type: 'cycle', every })]]);
    expect(dueAt('2026-03-11T15:00:00Z', timeline).due).toEqual({
      from: instant(from),
      until: instant(until),
    });
  });

  it('holds no period against anybody in which it was published, and repeating it begins nothing anew', () => {
    const daily = schedule({});
    const first = timelineOf(['2026-03-02T15:00:00Z', [daily]]);
    expect(dueAt('2026-03-03T15:00:00Z', first).missed).toEqual([]);
    const again = timelineOf(
      ['2026-03-02T15:00:00Z', [daily]],
      ['2026-03-05T15:00:00Z', [daily, schedule({ type: 'cycle', every: 'week' })]],
    );
    expect(dueAt('2026-03-06T15:00:00Z', again).missed).toHaveLength(3);
    const withGap = timelineOf(
      ['2026-03-02T15:00:00Z', [daily]],
      ['2026-03-03T15:00:00Z', []],
      ['2026-03-05T15:00:00Z', [daily]],
    );
    expect(dueAt('2026-03-06T15:00:00Z', withGap).missed).toEqual([]);
  });
});
