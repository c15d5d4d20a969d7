import type { CountDue } from '../counting/counts-due.js';
import { unreviewed } from '../days/day.js';
import type { Day } from '../days/day.js';
import type { Discrepancy } from '../findings/discrepancy.js';
import type { PersonId } from '../ids.js';
import { addDays, endOfDay } from '../measures/instant.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { Loss } from '../losses/loss.js';
import { dutiesOf } from '../losses/loss-clocks.js';
import type { Duty } from '../losses/loss-clocks.js';
import type { Signal } from '../findings/monitoring.js';
import { clockOf, dateAt, endOfBusinessDay, lastOf, NO_DEADLINE } from './work-clock.js';
import type { WorkCalendar } from './work-clock.js';
import { anyWith, HOUSE_POLICY_WORDS } from './work-item.js';
import type { WhoActs, WorkItem, WorkKind } from './work-item.js';

/** What the house checks itself by: counts, discrepancies, losses, days, and what small differences add up to. */
export interface ControlFacts {
  readonly counts: readonly CountDue[];
  readonly cases: readonly Discrepancy[];
  readonly losses: readonly Loss[];
  /** Business days on which something was recorded and which nobody has closed. */
  readonly openDays: readonly BusinessDate[];
  /** Closed days that no review covers yet. */
  readonly unreviewedDays: readonly Day[];
  /** People who still have the secrets that somebody else chose for them. */
  readonly temporarySecrets: readonly { readonly person: PersonId; readonly since: Instant }[];
  readonly signals: readonly Signal[];
}

export function controlWork(facts: ControlFacts, calendar: WorkCalendar): readonly WorkItem[] {
  return [
    ...facts.counts.flatMap((due) => countWork(due, calendar)),
    ...facts.cases.map((each) => caseWork(each, calendar)),
    ...facts.losses.flatMap((loss) => lossWork(loss, calendar)),
    ...facts.openDays.map((date) => dayWork(date, calendar)),
    ...reviewWork(facts.unreviewedDays, calendar),
    ...facts.temporarySecrets.map(secretWork),
    ...facts.signals.map(signalWork),
  ];
}

function countWork(
  { schedule, due, missed, last }: CountDue,
  calendar: WorkCalendar,
): readonly WorkItem[] {
  const window = missed.at(-1) ?? due;
  if (window === null) return [];
  const { location, type, every } = schedule;
  return [
    {
      key: `count:${location}:${type}:${every}`,
      kind: 'count',
      subject: { type: 'location', id: location },
      says:
        missed.length === 0
          ? `The ${type} count of ${location} is due, once every ${every}.`
          : `The ${type} count of ${location} was missed ${times(missed.length)}.`,
      since: last?.at ?? null,
      clock: clockOf(lastOf(window.until), 0, calendar),
      basis: HOUSE_POLICY_WORDS,
      who: anyWith('count'),
      door: 'counts',
    },
  ];
}

function caseWork({ id, owner, due, item }: Discrepancy, calendar: WorkCalendar): WorkItem {
  return {
    key: `discrepancy:${id}`,
    kind: 'discrepancy',
    subject: { type: 'case', id },
    says:
      owner === null
        ? `Discrepancy ${id} of ${item} has no owner: give it one, with a due date.`
        : `Discrepancy ${id} of ${item} is open: explain it, or say that it could not be reconciled.`,
    since: null,
    clock: due === null ? NO_DEADLINE : clockOf(endOfDay(due, calendar.zone), 2, calendar),
    basis: HOUSE_POLICY_WORDS,
    who: {
      ...anyWith('discrepancy', 'close-discrepancy'),
      persons: owner === null ? [] : [owner],
    },
    door: 'discrepancies',
  };
}

const DUTY_WORK: Readonly<Record<Duty['duty'], WorkKind>> = {
  notice: 'loss-notice',
  'form-106': 'loss-form-106',
  'amended-form-106': 'loss-amended-form-106',
  'state-notice': 'loss-state-notice',
};
const DUTY_WORDS: Readonly<Record<Duty['duty'], string>> = {
  notice: 'written notice',
  'form-106': 'DEA Form 106',
  'amended-form-106': 'an amended DEA Form 106',
  'state-notice': 'notice to the state',
};
/** A clock of 45 days is told of from its start, and pressing in its last two weeks. */
const LOSS_NOTICE_DAYS = 14;

function lossWork(loss: Loss, calendar: WorkCalendar): readonly WorkItem[] {
  const { id, status, suspectedAt, discoveredAt } = loss;
  const step = (kind: WorkKind, says: string, since: Instant | null): WorkItem => ({
    key: `${kind}:${id}`,
    kind,
    subject: { type: 'loss', id },
    says,
    since,
    clock: NO_DEADLINE,
    basis: HOUSE_POLICY_WORDS,
    who: anyWith('loss'),
    door: 'losses',
  });
  const duties = dutiesOf(loss, calendar.zone, calendar.now)
    .filter((duty) => duty.status === 'open' || duty.status === 'overdue')
    .map((duty): WorkItem => {
      const kind = DUTY_WORK[duty.duty];
      const says = `Loss ${id} owes ${DUTY_WORDS[duty.duty]} to ${duty.to}. ${duty.computed}`;
      return {
        ...step(kind, says, discoveredAt),
        key: `${kind}:${id}:${duty.to}`,
        clock: duty.due === null ? NO_DEADLINE : clockOf(duty.due, LOSS_NOTICE_DAYS, calendar),
        basis: duty.rule ?? HOUSE_POLICY_WORDS,
      };
    });
  if (status === 'suspected')
    return [
      step(
        'loss-suspicion',
        `Loss ${id} is suspected: say that it is one, or that it is none.`,
        suspectedAt,
      ),
    ];
  if (status === 'discovered')
    return [
      step('loss-determination', `Loss ${id} awaits the six-factor determination.`, discoveredAt),
      ...duties,
    ];
  return duties;
}

const dayWork = (date: BusinessDate, calendar: WorkCalendar): WorkItem => ({
  key: `day-close:${date}`,
  kind: 'day-close',
  subject: { type: 'day', id: date },
  says: `Business day ${date} is not closed.`,
  since: null,
  clock: clockOf(endOfBusinessDay(date, calendar), 0, calendar),
  basis: HOUSE_POLICY_WORDS,
  who: anyWith('close-day'),
  door: 'days',
});

/** Days that nobody has reviewed are one piece of work; a day whose review was reopened is one of its own. */
function reviewWork(days: readonly Day[], calendar: WorkCalendar): readonly WorkItem[] {
  const reopened = days.filter(({ reviewedTo }) => reviewedTo !== null);
  const fresh = days.filter(({ reviewedTo }) => reviewedTo === null);
  const [first] = fresh;
  const review = { basis: HOUSE_POLICY_WORDS, who: anyWith('review'), door: 'reviews' };
  const reopenedItems = reopened.map((day): WorkItem => ({
    ...review,
    key: `reopened-review:${day.id}:${day.late.at(-1) ?? day.line}`,
    kind: 'reopened-review',
    subject: { type: 'day', id: day.id },
    says: `The review of ${day.id} was reopened by line ${unreviewed(day).join(', ')}.`,
    since: null,
    clock: NO_DEADLINE,
  }));
  if (first === undefined) return reopenedItems;
  // A day is reviewed by the end of the seventh day after it.
  const due = endOfBusinessDay(addDays(first.id, REVIEW_WITHIN_DAYS), calendar);
  return [
    ...reopenedItems,
    {
      ...review,
      key: `day-review:${first.id}`,
      kind: 'day-review',
      subject: { type: 'day', id: first.id },
      says: `Closed days await review: ${fresh.length}, the earliest of ${first.id}.`,
      since: null,
      clock: clockOf(due, 2, calendar),
    },
  ];
}
const REVIEW_WITHIN_DAYS = 7;

const secretWork = ({ person, since }: ControlFacts['temporarySecrets'][number]): WorkItem => ({
  key: `temporary-secret:${person}`,
  kind: 'temporary-secret',
  subject: { type: 'person', id: person },
  says: `${person} has not chosen own secrets yet, and cannot sign.`,
  since,
  clock: NO_DEADLINE,
  basis: HOUSE_POLICY_WORDS,
  who: anyWith('manage-people'),
  door: null,
});

/** Whoever may read what everybody did, and may take up a discrepancy; never the person whom it is about. */
function signalWork({ scope, subject, passedAt }: Signal): WorkItem {
  const who: WhoActs = {
    ...anyWith('close-discrepancy'),
    except: scope === 'person' ? [subject as PersonId] : [],
    confidentialTo: 'read-journal',
  };
  return {
    key: `monitoring-signal:${scope}:${subject}`,
    kind: 'monitoring-signal',
    subject: { type: scope, id: subject },
    says: `In-tolerance differences of ${scope} ${subject} add up beyond their limit since line ${passedAt}: a question to ask, not a finding.`,
    since: null,
    clock: NO_DEADLINE,
    basis: HOUSE_POLICY_WORDS,
    who,
    door: 'monitoring',
  };
}

const times = (number: number): string => (number === 1 ? 'once' : `${number} times`);

/** Business days up to today that may still be open, the latest last. */
export const LOOKS_BACK_OPEN_DAYS = 31;
export const firstOpenDay = (calendar: WorkCalendar): BusinessDate =>
  addDays(dateAt(calendar.now, calendar), -LOOKS_BACK_OPEN_DAYS);
