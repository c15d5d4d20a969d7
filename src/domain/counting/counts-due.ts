import type { CountType } from './count.js';
import type { CountSchedule } from './count-schedule.js';
import type { LocationId } from '../ids.js';
import { addDays, addMonths, businessDateOf, wallInstant, weekday } from '../measures/instant.js';
import type { BusinessDate, Instant, Zone } from '../measures/instant.js';
import { policyAt, scheduledSince } from '../policy.js';
import type { PolicyTimeline } from '../policy.js';

/** A stretch of time in which one count is due. */
export interface CountWindow {
  readonly from: Instant;
  /** The count is overdue from here on. */
  readonly until: Instant;
}

/** What a finished count says to its schedule. */
export interface CountTaken {
  readonly line: number;
  readonly location: LocationId;
  readonly type: CountType;
  readonly at: Instant;
}

/** A schedule as it stands now. */
export interface CountDue {
  readonly schedule: CountSchedule;
  readonly last: CountTaken | null;
  /** The period that now is still lacks its count; null where it is taken, or none is due today. */
  readonly due: CountWindow | null;
  /** Periods that went by without a count, oldest first. */
  readonly missed: readonly CountWindow[];
}

/** How far back missed periods are looked for. */
export const LOOKS_BACK_DAYS = 62;

/** Where and when a site counts. */
export interface CountCalendar {
  readonly zone: Zone;
  readonly timeline: PolicyTimeline;
  readonly now: Instant;
  /** Nothing is due before the register had its first inventory. */
  readonly begun: Instant;
}

/** Every schedule in force with what is due and what was missed. `taken` is whatever was counted within the look back. */
export function countsDue(
  calendar: CountCalendar,
  taken: readonly CountTaken[],
): readonly CountDue[] {
  const { timeline, now } = calendar;
  const { settings } = policyAt(timeline, now);
  return settings.countSchedules.map((schedule) => {
    const own = taken
      .filter(({ location, type }) => location === schedule.location && type === schedule.type)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    const isTaken = ({ from, until }: CountWindow): boolean =>
      own.some(({ at }) => at >= from && at < until);
    const open = windowsOf(schedule, calendar, settings.dayStartsAt).filter(
      (window) => !isTaken(window),
    );
    return {
      schedule,
      last: own.at(-1) ?? null,
      due: open.find(({ until }) => until > now) ?? null,
      missed: open.filter(({ until }) => until <= now),
    };
  });
}

/** The periods of a schedule that have begun, since it was published and as far back as one looks. */
function windowsOf(
  schedule: CountSchedule,
  { zone, timeline, now, begun }: CountCalendar,
  dayStartsAt: string,
): readonly CountWindow[] {
  const published = scheduledSince(timeline, now, schedule);
  const since = published > begun ? published : begun;
  const today = businessDateOf(now, zone, dayStartsAt);
  const at = (date: BusinessDate, time: string): Instant => wallInstant({ date, time }, zone);
  const windows: CountWindow[] = [];
  for (let date = addDays(today, -LOOKS_BACK_DAYS); date <= today; date = addDays(date, 1)) {
    if (!begins(schedule, date)) continue;
    const times = schedule.every === 'shift' ? schedule.shifts : [dayStartsAt];
    const end = at(endOf(schedule, date), times[0] ?? dayStartsAt);
    times.forEach((time, index) => {
      const next = times[index + 1];
      windows.push({ from: at(date, time), until: next === undefined ? end : at(date, next) });
    });
  }
  // A period in which the schedule was only published is not held against anybody.
  return windows.filter(({ from }) => from >= since && from <= now);
}

function begins({ every, weekdays }: CountSchedule, date: BusinessDate): boolean {
  if (every === 'week') return weekday(date) === 1;
  if (every === 'month') return date.endsWith('-01');
  return weekdays.length === 0 || weekdays.includes(weekday(date));
}

function endOf({ every }: CountSchedule, date: BusinessDate): BusinessDate {
  if (every === 'week') return addDays(date, 7);
  return every === 'month' ? addMonths(date, 1) : addDays(date, 1);
}
