/** What a reminder says. It names work by its kind and by numbers of the register: no patient, and no person by name. */
import type { LedgerId } from '../../domain/ids.js';
import { wallTime } from '../../domain/measures/instant.js';
import type { BusinessDate, Instant, Zone } from '../../domain/measures/instant.js';
import { WORK_TITLES } from '../../domain/work/reminding.js';
import type { Urgency } from '../../domain/work/work-clock.js';
import type { WorkItem, WorkKind, WorkSubject } from '../../domain/work/work-item.js';

/** One piece of work, as far as it leaves the service. */
export interface ReminderLine {
  readonly key: string;
  readonly kind: WorkKind;
  readonly subject: { readonly type: WorkSubject; readonly id: string };
  readonly due: Instant | null;
  readonly daysLeft: number | null;
  readonly urgency: Urgency;
}

/** What a target is sent. */
export interface Reminder {
  readonly date: BusinessDate;
  /** When the work was looked at. */
  readonly asOf: Instant;
  /** The most pressing first; empty for a trial. */
  readonly lines: readonly ReminderLine[];
}

/** Where the work is. */
export interface ReminderPlace {
  readonly site: LedgerId;
  readonly name: string;
  readonly zone: Zone;
  /** Where people open the application, if the operator has said so. */
  readonly publicUrl: string | undefined;
}

/** More than this nobody reads; the work-list has the rest. */
const MOST_LINES = 200;

/** Where the application shows the work, by what it is about. */
const PAGES: Readonly<Record<WorkSubject, (id: string) => string>> = {
  line: (id) => `/ledger/${id}`,
  draw: () => '/',
  bag: () => '/',
  order: (id) => `/infusions/${id}`,
  location: () => '/count',
  case: (id) => `/discrepancies/${id}`,
  loss: () => '/losses',
  container: (id) => `/vials/${id}`,
  stock: () => '/vials',
  day: () => '/',
  site: () => '/',
  supplier: () => '/suppliers',
  person: () => '/people',
  month: () => '/',
};

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  today: 'Due today',
  soon: 'Due soon',
  open: 'Due later',
};

export const lineOf = ({ key, kind, subject, clock }: WorkItem): ReminderLine => ({
  key,
  kind,
  subject,
  due: clock.due,
  daysLeft: clock.daysLeft,
  urgency: clock.urgency,
});

/** The body of a webhook's message, as the Standard Webhooks specification lays it out. */
export function webhookBody({ date, asOf, lines }: Reminder, place: ReminderPlace): string {
  return JSON.stringify({
    type: lines.length === 0 ? 'reminder.trial' : 'reminder.due',
    timestamp: asOf,
    data: {
      site: place.site,
      siteName: place.name,
      date,
      total: lines.length,
      items: lines.slice(0, MOST_LINES).map((line) => ({
        ...line,
        title: WORK_TITLES[line.kind],
        link: linkOf(line, place) ?? null,
      })),
    },
  });
}

/** Subject and text of a mail. */
export function mailText(
  { asOf, lines }: Reminder,
  place: ReminderPlace,
): { readonly subject: string; readonly text: string } {
  if (lines.length === 0) {
    return {
      subject: `${place.name}: trial of a reminder`,
      text: `Reminders of the work at ${place.name} will come to this address.\n`,
    };
  }
  const overdue = lines.filter(({ urgency }) => urgency === 'overdue').length;
  const counted = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(lines.length > overdue ? [`${lines.length - overdue} due`] : []),
  ].join(', ');
  const parts = (Object.keys(URGENCY_WORDS) as Urgency[]).flatMap((urgency) => {
    const of = lines.slice(0, MOST_LINES).filter((line) => line.urgency === urgency);
    if (of.length === 0) return [];
    return [`${URGENCY_WORDS[urgency]}\n${of.map((line) => textOf(line, place)).join('\n')}`];
  });
  const rest = lines.length - MOST_LINES;
  const ending = [
    ...(rest > 0 ? [`${rest} more stand on the work-list.`] : []),
    `As of ${localTime(asOf, place)}. The work-list says what each of them asks, and of whom.`,
    ...(place.publicUrl === undefined ? [] : [place.publicUrl]),
  ];
  return {
    subject: `${place.name}: ${counted}`,
    text: `Work at ${place.name}\n\n${parts.join('\n\n')}\n\n${ending.join('\n')}\n`,
  };
}

function textOf(line: ReminderLine, place: ReminderPlace): string {
  const { kind, subject, due } = line;
  const until = due === null ? '' : `, due ${localTime(due, place)}`;
  const link = linkOf(line, place);
  const where = link === undefined ? '' : `\n    ${link}`;
  return `- ${WORK_TITLES[kind]}: ${subject.type} ${subject.id}${until}${where}`;
}

const linkOf = ({ subject }: ReminderLine, { publicUrl }: ReminderPlace): string | undefined =>
  publicUrl === undefined
    ? undefined
    : `${publicUrl}${PAGES[subject.type](encodeURIComponent(subject.id))}`;

/** "2026-03-02 17:00 EST" */
function localTime(at: Instant, { zone }: ReminderPlace): string {
  const { date, time, zoneAbbreviation } = wallTime(at, zone);
  return `${date} ${time.slice(0, 5)} ${zoneAbbreviation}`;
}
