/** The clocks of a theft or loss: what is due when, and how that was computed. */
import { businessDayAfter, closedFor } from '../measures/business-day.js';
import type { PassedOver } from '../measures/business-day.js';
import {
  addDays,
  businessDateOf,
  daysBetween,
  endOfDay,
  isAfter,
  weekday,
} from '../measures/instant.js';
import type { BusinessDate, Instant, Zone } from '../measures/instant.js';
import type { Loss } from './loss.js';
import { noticesOf } from './state-notices.js';

export const FORM_106_DAYS = 45;
export const HISTORY_MONTHS = 24;

/** A deadline with how it was computed, in words that an inspector can check on a calendar. */
export interface Deadline {
  readonly due: Instant;
  readonly lastDay: BusinessDate;
  readonly computed: string;
}

/**
 * The federal clocks of 21 CFR 1301.76(b), from the day of discovery in the site's zone: written notice within one
 * business day, Form 106 within 45 days (calendar days: 88 FR 40707). The last day counts to its end.
 */
export function federalDeadlines(
  discoveredAt: Instant,
  where: Zone,
): { readonly notice: Deadline; readonly form106: Deadline } {
  const day = businessDateOf(discoveredAt, where);
  const { date, passedOver } = businessDayAfter(day);
  const form = addDays(day, FORM_106_DAYS);
  return {
    notice: {
      due: endOfDay(date, where),
      lastDay: date,
      computed: `Discovered on ${dayWords(day)}; the next business day is ${dayWords(date)}${overWords(passedOver)}.`,
    },
    form106: {
      due: endOfDay(form, where),
      lastDay: form,
      computed: `Discovered on ${dayWords(day)}; ${FORM_106_DAYS} calendar days later is ${dayWords(form)}${
        closedFor(form) === null ? '' : ', which is no business day and does not move the deadline'
      }.`,
    },
  };
}

/** The clocks of the state's boards, beside the federal ones. */
export function stateDeadlines(
  discoveredAt: Instant,
  where: Zone,
  state: string | null,
): readonly (Deadline & { readonly state: string; readonly to: string })[] {
  const day = businessDateOf(discoveredAt, where);
  return noticesOf(state).map((notice) => {
    const lastDay = addDays(day, notice.days);
    return {
      state: notice.state,
      to: notice.to,
      due: endOfDay(lastDay, where),
      lastDay,
      computed: `Discovered on ${dayWords(day)}; ${notice.days} calendar days later is ${dayWords(lastDay)}.`,
    };
  });
}

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const dayWords = (date: BusinessDate): string => `${WEEKDAYS[weekday(date) - 1] ?? ''} ${date}`;

const overWords = (days: readonly PassedOver[]): string =>
  days.length === 0
    ? ''
    : `, passing over ${days
        .map(({ date, because }) =>
          WEEKDAYS.some((name) => name === because) ? dayWords(date) : `${date} (${because})`,
        )
        .join(', ')}`;

/** One duty of a loss: what was computed at its discovery, and how far it is done. */
export interface Duty {
  readonly duty: 'notice' | 'form-106' | 'amended-form-106' | 'state-notice';
  readonly to: string;
  readonly due: Instant | null;
  readonly lastDay: BusinessDate | null;
  readonly computed: string;
  /** The rule that asks for it; null for a reminder that no confirmed rule stands behind. */
  readonly rule: string | null;
  readonly status: 'open' | 'overdue' | 'done' | 'done-late';
  readonly reminders: readonly BusinessDate[];
}

const REMINDER_DAYS = [14, 7, 1] as const;

/** Every duty of a discovered loss at an instant. What is not significant owes no form. */
export function dutiesOf(loss: Loss, where: Zone, now: Instant): readonly Duty[] {
  const { discoveredAt, deadlines, status } = loss;
  if (discoveredAt === null || deadlines === null) return [];
  const federal = federalDeadlines(discoveredAt, where);
  const kept = (deadline: Deadline, due: Instant): Deadline => ({ ...deadline, due });
  const notice: Duty = {
    duty: 'notice',
    to: 'DEA Field Division Office',
    ...standing(kept(federal.notice, deadlines.notice), loss.noticedAt, now),
    rule: '21 CFR 1301.76(b)',
    reminders: [],
  };
  const form: Duty = {
    duty: 'form-106',
    to: 'DEA Diversion Control Division',
    ...standing(kept(federal.form106, deadlines.form106), loss.reportedAt, now),
    rule: '21 CFR 1301.76(b)',
    reminders: REMINDER_DAYS.map((days) => addDays(federal.form106.lastDay, -days)),
  };
  const states = deadlines.states.map(({ state, to, due }): Duty => {
    const lastDay = businessDateOf(due, where);
    const days = daysBetween(businessDateOf(discoveredAt, where), lastDay);
    const isGiven = loss.stateNoticesGiven.includes(state);
    return {
      duty: 'state-notice',
      to,
      due,
      lastDay,
      computed: `${days} calendar days after the discovery.`,
      rule: noticesOf(state).find((notice) => notice.to === to)?.citation ?? null,
      status: isGiven ? 'done' : isAfter(now, due) ? 'overdue' : 'open',
      reminders: [addDays(lastDay, -1)],
    };
  });
  const amended: Duty = {
    duty: 'amended-form-106',
    to: 'DEA Diversion Control Division',
    due: null,
    lastDay: null,
    computed: 'Drug of a reported loss was found again: the report stays filed and is amended.',
    rule: null,
    status: 'open',
    reminders: [],
  };
  return [
    ...(status === 'not-significant' ? [] : [notice, form]),
    ...states,
    ...(loss.amendmentDue ? [amended] : []),
  ];
}

function standing(
  { due, lastDay, computed }: Deadline,
  doneAt: Instant | null,
  now: Instant,
): Pick<Duty, 'due' | 'lastDay' | 'computed' | 'status'> {
  const isPast = isAfter(doneAt ?? now, due);
  const status = doneAt === null ? (isPast ? 'overdue' : 'open') : isPast ? 'done-late' : 'done';
  return { due, lastDay, computed, status };
}
