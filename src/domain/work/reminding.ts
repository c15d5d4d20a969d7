import { addDays, isBefore, wallInstant } from '../measures/instant.js';
import type { BusinessDate } from '../measures/instant.js';
import { dateAt } from './work-clock.js';
import type { WorkCalendar } from './work-clock.js';
import type { WorkItem, WorkKind } from './work-item.js';

/** Of what somebody wants to be reminded, and when. */
export interface ReminderScope {
  /** Empty: of every kind. */
  readonly kinds: readonly WorkKind[];
  /** How many days before it is due a piece of work is told of for the first time. */
  readonly leadDays: number;
  /** Wall time of the site from which a business day's reminders are sent: "07:30". */
  readonly at: string;
}

/** The business date whose reminders may be sent now; undefined before the time of day for them. */
export function reminderDate(
  { at }: ReminderScope,
  calendar: WorkCalendar,
): BusinessDate | undefined {
  const date = dateAt(calendar.now, calendar);
  // A business day that begins at 05:00 has its 03:00 on the next calendar day.
  const day = at < calendar.dayStartsAt ? addDays(date, 1) : date;
  const from = wallInstant({ date: day, time: at }, calendar.zone);
  return isBefore(calendar.now, from) ? undefined : date;
}

/**
 * What of a site's work belongs into a reminder. What has no due time stands on the work-list only; what is confidential to
 * some people does not leave by an address that others may read too.
 */
export function toRemind(
  items: readonly WorkItem[],
  { kinds, leadDays }: ReminderScope,
): readonly WorkItem[] {
  return items.filter(
    ({ kind, clock, who }) =>
      who.confidentialTo === null &&
      (kinds.length === 0 || kinds.includes(kind)) &&
      clock.daysLeft !== null &&
      (clock.urgency === 'overdue' || clock.daysLeft <= leadDays),
  );
}

/** What each kind of work is called where nothing else stands beside it. */
export const WORK_TITLES: Readonly<Record<WorkKind, string>> = {
  witness: 'A witness has to sign',
  'receipt-verification': 'A receipt waits for its verifier',
  'correction-approval': 'A correction waits for approval',
  'reconciliation-signature': 'A reconciliation waits for the registrant’s signature',
  'hand-over-review': 'A hand-over waits for review',
  'in-process': 'Drawn drug is not accounted for',
  'held-bag': 'A sealed bag waits for its opening',
  'infusion-order': 'An infusion order was not begun',
  'order-close': 'An infusion order is not closed',
  count: 'A count is due',
  inventory: 'An inventory is due',
  'signed-copy': 'The signed copy of an inventory is not filed',
  discrepancy: 'A discrepancy is open',
  'loss-suspicion': 'A suspicion of loss is open',
  'loss-determination': 'A loss waits for its determination',
  'loss-notice': 'The notice of a loss is due',
  'loss-form-106': 'Form 106 is due',
  'loss-amended-form-106': 'An amended Form 106 is due',
  'loss-state-notice': 'A notice to the state is due',
  'open-container': 'An open container nears its beyond-use time',
  'quarantined-stock': 'Quarantined stock waits for its way out',
  'expiring-stock': 'Stock expires',
  'receipt-invoice': 'An invoice is missing',
  'day-close': 'A day is not closed',
  'day-review': 'A day is not reviewed',
  'reopened-review': 'A reviewed day has later lines',
  'site-registration': 'The registration of the site expires',
  'supplier-registration': 'The registration of a supplier expires',
  'temporary-secret': 'Somebody has not chosen a password of their own',
  'monitoring-signal': 'Monitoring asks a question',
};
