import type { PersonId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { Right } from '../person.js';
import { URGENCIES } from './work-clock.js';
import type { WorkClock } from './work-clock.js';

/** Everything that a site can owe somebody. */
export const WORK_KINDS = [
  'witness',
  'receipt-verification',
  'correction-approval',
  'reconciliation-signature',
  'hand-over-review',
  'in-process',
  'held-bag',
  'infusion-order',
  'order-close',
  'count',
  'inventory',
  'signed-copy',
  'discrepancy',
  'loss-suspicion',
  'loss-determination',
  'loss-notice',
  'loss-form-106',
  'loss-amended-form-106',
  'loss-state-notice',
  'open-container',
  'quarantined-stock',
  'expiring-stock',
  'receipt-invoice',
  'day-close',
  'day-review',
  'reopened-review',
  'site-registration',
  'supplier-registration',
  'temporary-secret',
  'monitoring-signal',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What a piece of work is about. */
export const WORK_SUBJECTS = [
  'line',
  'draw',
  'bag',
  'order',
  'location',
  'case',
  'loss',
  'container',
  'stock',
  'day',
  'site',
  'supplier',
  'person',
  'month',
] as const;
export type WorkSubject = (typeof WORK_SUBJECTS)[number];

/** Where no confirmed citation stands behind a piece of work. */
export const HOUSE_POLICY_WORDS = 'house policy';

/** One thing that is due, overdue, open, unsigned or expiring. It names ids only: no patient, and no person by name. */
export interface WorkItem {
  /** The same for the same work, however often one looks. */
  readonly key: string;
  readonly kind: WorkKind;
  readonly subject: { readonly type: WorkSubject; readonly id: string };
  /** In one sentence. */
  readonly says: string;
  readonly since: Instant | null;
  readonly clock: WorkClock;
  /** A citation, or "house policy". */
  readonly basis: string;
  readonly who: WhoActs;
  /** Door of the site that takes the act: `countersignatures`; null where something else is needed than an entry. */
  readonly door: string | null;
}

/** Who may do it. */
export interface WhoActs {
  /** Any of these rights will do. */
  readonly rights: readonly Right[];
  /** Where it is theirs alone: the holder of a draw, the owner of a case. */
  readonly persons: readonly PersonId[];
  /** Who may not: nobody witnesses their own act. They are still told that it waits. */
  readonly except: readonly PersonId[];
  /** A question about a person is for those who also have this right: nobody else is told of it. */
  readonly confidentialTo: Right | null;
}

/** Anybody with one of some rights. */
export const anyWith = (...rights: readonly Right[]): WhoActs => ({
  rights,
  persons: [],
  except: [],
  confidentialTo: null,
});

/** Who answers for the whole site and is told of everything that stands open there. */
const OVERSEES: readonly Right[] = ['close-discrepancy', 'review'];

/** Whether a person can do it (`mine`), must know of it (`site`), or neither. */
export function whose(
  { who }: WorkItem,
  asking: { readonly person: PersonId; readonly rights: ReadonlySet<Right> },
): 'mine' | 'site' | null {
  const { person, rights } = asking;
  const has = (of: readonly Right[]): boolean => of.some((right) => rights.has(right));
  const isExcluded = who.except.includes(person);
  const isTheirs = who.persons.length === 0 ? has(who.rights) : who.persons.includes(person);
  if (who.confidentialTo !== null && (isExcluded || !rights.has(who.confidentialTo))) return null;
  if (isTheirs && !isExcluded) return 'mine';
  if (who.confidentialTo !== null) return null;
  return isExcluded || has(who.rights) || has(OVERSEES) ? 'site' : null;
}

/** The most pressing first: by word, then by instant, then by how long it has stood. */
export function byUrgency(a: WorkItem, b: WorkItem): number {
  const rank = ({ clock }: WorkItem): number => URGENCIES.indexOf(clock.urgency);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  // Instants are text of one form: what has none comes last.
  const order = (text: Instant | null): string => text ?? '~';
  const [x, y] = [
    `${order(a.clock.due)} ${order(a.since)} ${a.key}`,
    `${order(b.clock.due)} ${order(b.since)} ${b.key}`,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
}
