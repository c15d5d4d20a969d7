import { describe, expect, it } from '@jest/globals';
import {
  businessDayAfter,
  closedFor,
  federalHolidays,
} from '../../src/domain/measures/business-day.js';
import {
  addDays,
  businessDate,
  daysBetween,
  instant,
  weekday,
  zone,
} from '../../src/domain/measures/instant.js';
import { federalDeadlines, stateDeadlines } from '../../src/domain/losses/loss-clocks.js';
import { stateOfAddress } from '../../src/domain/losses/state-notices.js';

const NEW_YORK = zone('America/New_York');
const day = businessDate;

/** As the Office of Personnel Management publishes them. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2024: [
    '01-01',
    '01-15',
    '02-19',
    '05-27',
    '06-19',
    '07-04',
    '09-02',
    '10-14',
    '11-11',
    '11-28',
    '12-25',
  ],
  2025: [
    '01-01',
    '01-20',
    '02-17',
    '05-26',
    '06-19',
    '07-04',
    '09-01',
    '10-13',
    '11-11',
    '11-27',
    '12-25',
  ],
  2026: [
    '01-01',
    '01-19',
    '02-16',
    '05-25',
    '06-19',
    '07-03',
    '09-07',
    '10-12',
    '11-11',
    '11-26',
    '12-25',
  ],
  2027: [
    '01-01',
    '01-18',
    '02-15',
    '05-31',
    '06-18',
    '07-05',
    '09-06',
    '10-11',
    '11-11',
    '11-25',
    '12-24',
  ],
  2030: [
    '01-01',
    '01-21',
    '02-18',
    '05-27',
    '06-19',
    '07-04',
    '09-02',
    '10-14',
    '11-11',
    '11-28',
    '12-25',
  ],
};

describe('federal holidays', () => {
  it.each(Object.entries(PUBLISHED))('of %s are observed on the published days', (year, days) => {
    const found = federalHolidays(Number(year)).map(({ observed }) => observed);
    expect(found).toEqual(days.map((each) => `${year}-${each}`));
  });

  it('of 2028 begin on the last day of 2027, because 1 January is a Saturday', () => {
    expect(federalHolidays(2028)[0]?.observed).toBe('2027-12-31');
    expect(closedFor(day('2027-12-31'))).toBe('New Year’s Day');
  });

  it('are eleven, on weekdays, in order, in each year of a century', () => {
    for (let year = 2021; year <= 2120; year += 1) {
      const days = federalHolidays(year).map(({ observed }) => observed);
      expect(days).toHaveLength(11);
      expect(days.every((each) => weekday(each) <= 5)).toBe(true);
      expect([...days].sort()).toEqual(days);
    }
  });
});

it('the next business day is never more than five days away, and every day between is closed', () => {
  const wrong: string[] = [];
  for (let date = day('2025-01-01'); date < '2033-01-01'; date = addDays(date, 1)) {
    const { date: next, passedOver } = businessDayAfter(date);
    const between = daysBetween(date, next) - 1;
    if (closedFor(next) !== null || passedOver.length !== between || between > 4) wrong.push(date);
  }
  expect(wrong).toEqual([]);
});

describe('the clocks of a loss', () => {
  const clocks = (at: string) => federalDeadlines(instant(at), NEW_YORK);

  it('run from Friday afternoon to the end of Monday', () => {
    const { notice } = clocks('2026-11-20T22:00:00Z');
    expect(notice).toEqual({
      due: '2026-11-24T04:59:59.999999Z',
      lastDay: '2026-11-23',
      computed:
        'Discovered on Friday 2026-11-20; the next business day is Monday 2026-11-23, passing over Saturday 2026-11-21, Sunday 2026-11-22.',
    });
  });

  it('pass over a holiday', () => {
    expect(clocks('2026-11-25T15:00:00Z').notice.lastDay).toBe('2026-11-27');
    expect(clocks('2026-11-25T15:00:00Z').notice.computed).toContain(
      '2026-11-26 (Thanksgiving Day)',
    );
    expect(clocks('2026-07-02T15:00:00Z').notice.lastDay).toBe('2026-07-06');
  });

  it('take the day of the site, not of Greenwich', () => {
    // 22:30 on Thursday in New York is Friday in Greenwich.
    expect(clocks('2026-11-20T03:30:00Z').notice.lastDay).toBe('2026-11-20');
  });

  it('give Form 106 forty-five calendar days, which a holiday does not lengthen', () => {
    expect(clocks('2026-11-20T15:00:00Z').form106.lastDay).toBe('2027-01-04');
    const onHoliday = clocks('2026-10-12T15:00:00Z').form106;
    expect(onHoliday.lastDay).toBe('2026-11-26');
    expect(onHoliday.computed).toContain('does not move the deadline');
  });

  it('are as long in a night when clocks change', () => {
    // 45 days from 20 September end after the clocks were set back; the last day still ends at midnight there.
    expect(clocks('2026-09-20T15:00:00Z').form106.due).toBe('2026-11-05T04:59:59.999999Z');
  });
});

describe('state clocks', () => {
  const at = instant('2026-11-20T15:00:00Z');
  it('run beside the federal ones where a state has them', () => {
    expect(stateDeadlines(at, NEW_YORK, 'US-MO').map(({ lastDay }) => lastDay)).toEqual([
      '2026-11-27',
    ]);
    expect(stateDeadlines(at, NEW_YORK, 'US-NY')).toEqual([]);
  });
  it('follow the state of the registered address', () => {
    expect(stateOfAddress('12 High Street\nSt. Louis, MO 63101-2204')).toBe('US-MO');
    expect(stateOfAddress('12 High Street, London')).toBeNull();
  });
});
