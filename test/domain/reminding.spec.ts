import { describe, expect, test } from '@jest/globals';
import { instant, zone } from '../../src/domain/measures/instant.js';
import { reminderDate, toRemind } from '../../src/domain/work/reminding.js';
import type { ReminderScope } from '../../src/domain/work/reminding.js';
import { clockOf, NO_DEADLINE } from '../../src/domain/work/work-clock.js';
import type { WorkCalendar } from '../../src/domain/work/work-clock.js';
import { anyWith } from '../../src/domain/work/work-item.js';
import type { WorkItem } from '../../src/domain/work/work-item.js';

const at = (now: string, dayStartsAt = '00:00'): WorkCalendar => ({
  now: instant(now),
  zone: zone('America/New_York'),
  dayStartsAt,
});
const scope = (parts: Partial<ReminderScope> = {}): ReminderScope => ({
  kinds: [],
  leadDays: 0,
  at: '07:30',
  ...parts,
});

describe('the day whose reminders may be sent', () => {
  test.each([
    ['2026-03-02T12:29:59Z', '00:00', '07:30', undefined],
    ['2026-03-02T12:30:00Z', '00:00', '07:30', '2026-03-02'],
    ['2026-03-03T04:59:59Z', '00:00', '07:30', '2026-03-02'],
    ['2026-03-03T05:00:00Z', '00:00', '07:30', undefined],
    // A day that begins at 05:00 has its 03:00 the night after.
    ['2026-03-03T07:59:59Z', '05:00', '03:00', undefined],
    ['2026-03-03T08:00:00Z', '05:00', '03:00', '2026-03-02'],
    // 02:30 never comes on the day on which the clocks go forward: the moment of the jump stands for it.
    ['2026-03-08T06:59:59Z', '00:00', '02:30', undefined],
    ['2026-03-08T07:00:00Z', '00:00', '02:30', '2026-03-08'],
    // 01:30 comes twice on the day on which they go back: the first counts.
    ['2026-11-01T05:30:00Z', '00:00', '01:30', '2026-11-01'],
  ])('at %s, a day beginning at %s, from %s on: %s', (now, dayStartsAt, from, expected) => {
    expect(reminderDate(scope({ at: from }), at(now, dayStartsAt))).toBe(expected);
  });
});

describe('what somebody is reminded of', () => {
  const calendar = at('2026-03-02T15:00:00Z');
  const item = (key: string, due: string | null, parts: Partial<WorkItem> = {}): WorkItem => ({
    key,
    kind: 'count',
    subject: { type: 'location', id: 'safe' },
    says: 'A sentence.',
    since: null,
    clock: due === null ? NO_DEADLINE : clockOf(instant(due), 3, calendar),
    basis: 'house policy',
    who: anyWith('count'),
    door: null,
    ...parts,
  });
  const keys = (items: readonly WorkItem[], parts: Partial<ReminderScope> = {}) =>
    toRemind(items, scope(parts)).map(({ key }) => key);
  const items = [
    item('overdue', '2026-02-27T22:00:00Z'),
    item('today', '2026-03-03T04:00:00Z'),
    item('in a week', '2026-03-09T22:00:00Z', { kind: 'loss-form-106' }),
    item('some day', null),
  ];

  test('is what is overdue or due within the days that were asked for', () => {
    expect(keys(items)).toEqual(['overdue', 'today']);
    expect(keys(items, { leadDays: 6 })).toEqual(['overdue', 'today']);
    expect(keys(items, { leadDays: 7 })).toEqual(['overdue', 'today', 'in a week']);
  });

  test('is of the kinds that were asked for', () => {
    expect(keys(items, { leadDays: 60, kinds: ['loss-form-106'] })).toEqual(['in a week']);
  });

  test('is nothing that only some people may know of', () => {
    const who = { ...anyWith('read-journal'), confidentialTo: 'read-journal' as const };
    const signal = item('signal', '2026-03-02T14:00:00Z', { kind: 'monitoring-signal', who });
    expect(keys([signal], { kinds: ['monitoring-signal'] })).toEqual([]);
  });
});
