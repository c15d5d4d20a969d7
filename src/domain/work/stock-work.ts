import type { Condition, QuarantineReason, Stock } from '../stock/container.js';
import type { LocationId } from '../ids.js';
import { addDays, addMonths, endOfDay } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';
import type { Organisation } from '../organisation.js';
import type { Site } from '../product.js';
import type { Receipt } from '../stock/receipt.js';
import { stateOfAddress } from '../losses/state-notices.js';
import { clockOf, dateAt, NO_DEADLINE } from './work-clock.js';
import type { WorkCalendar, WorkClock } from './work-clock.js';
import { anyWith, HOUSE_POLICY_WORDS } from './work-item.js';
import type { WorkItem } from './work-item.js';

/** Days before a labelled expiry, or the end of a registration, at which it is told of. */
export const EXPIRY_NOTICE_DAYS = 90;
/** Days before, at which it is pressing. */
const SOON_DAYS = 30;
const LAST_DAYS = 7;
const OPEN_CONTAINER_NOTICE_DAYS = 2;
const QUARANTINE_NOTICE_DAYS = 60;

/** What stands on the shelves and will not keep, and what a registration or a delivery still lacks. */
export interface StockFacts {
  readonly site: Site;
  readonly suppliers: Organisation['suppliers'];
  /** Containers that are open and not set apart. */
  readonly open: readonly Condition[];
  readonly quarantined: readonly { readonly condition: Condition; readonly since: Instant }[];
  readonly expiring: readonly ExpiringStock[];
  /** Deliveries without an invoice number or its file. */
  readonly withoutInvoice: readonly Receipt[];
}

/** Sealed containers of one lot at one place, on hand and not set apart. */
export interface ExpiringStock {
  readonly stock: Stock;
  readonly location: LocationId;
  readonly containers: number;
}

export function stockWork(facts: StockFacts, calendar: WorkCalendar): readonly WorkItem[] {
  return [
    ...facts.open.flatMap((condition) => openContainer(condition, calendar)),
    ...setApart(facts, calendar),
    ...facts.expiring.map((stock) => expiring(stock, calendar)),
    ...facts.withoutInvoice.map(withoutInvoice),
    ...registrations(facts, calendar),
  ];
}

function openContainer(
  { id, beyondUseAt, openedAt, location }: Condition,
  calendar: WorkCalendar,
): readonly WorkItem[] {
  if (beyondUseAt === null) return [];
  return [
    {
      key: `open-container:${id}`,
      kind: 'open-container',
      subject: { type: 'container', id },
      says: `Container ${id} stands open at ${location}: use it before its beyond-use time, or close it out.`,
      since: openedAt,
      clock: clockOf(beyondUseAt, OPEN_CONTAINER_NOTICE_DAYS, calendar),
      basis: HOUSE_POLICY_WORDS,
      who: anyWith('draw', 'close-out'),
      door: 'close-outs',
    },
  ];
}

/** Longest that stock may stand apart. Ohio: adulterated drugs, which expired ones are, no longer than a year. */
const SET_APART_MONTHS = 12;
const OHIO = { state: 'US-OH', basis: 'Ohio Adm. Code 4729:5-3-06' } as const;

/** Containers that stand apart for one reason at one place are one piece of work, as old as the oldest of them. */
function setApart({ quarantined, site }: StockFacts, calendar: WorkCalendar): readonly WorkItem[] {
  const groups = new Map<string, StockFacts['quarantined'][number][]>();
  for (const each of quarantined) {
    const key = `${each.condition.location}:${each.condition.quarantine ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const isOhio = stateOfAddress(site.address) === OHIO.state;
  return [...groups].flatMap(([key, group]): readonly WorkItem[] => {
    const [oldest] = group.sort((a, b) => (a.since < b.since ? -1 : 1));
    const reason = oldest?.condition.quarantine ?? null;
    if (oldest === undefined || reason === null) return [];
    const { since, condition } = oldest;
    const last = addMonths(dateAt(since, calendar), SET_APART_MONTHS);
    return [
      {
        key: `quarantined-stock:${key}`,
        kind: 'quarantined-stock',
        subject: { type: 'location', id: condition.location },
        says: `${containers(group.length)} set apart at ${condition.location} (${words(reason)}): dispose of, return or release.`,
        since,
        clock: clockOf(endOfDay(last, calendar.zone), QUARANTINE_NOTICE_DAYS, calendar),
        basis: isOhio ? OHIO.basis : HOUSE_POLICY_WORDS,
        who: anyWith('dispose', 'release'),
        door: 'disposals',
      },
    ];
  });
}

/** A labelled expiry is told of at 90 days, and is pressing from 30 on: then it may still go back to the supplier. */
function expiring(
  { stock, location, containers: number }: ExpiringStock,
  calendar: WorkCalendar,
): WorkItem {
  const clock = clockOf(endOfDay(stock.expires, calendar.zone), SOON_DAYS, calendar);
  return {
    key: `expiring-stock:${stock.id}:${location}`,
    kind: 'expiring-stock',
    subject: { type: 'stock', id: stock.id },
    says: `${containers(number)} of lot ${stock.lot} at ${location} ${expiryWords(clock, stock)}.`,
    since: stock.receivedAt,
    clock,
    basis: HOUSE_POLICY_WORDS,
    who: anyWith('dispose'),
    door: clock.urgency === 'overdue' ? 'quarantines' : 'returns-to-supplier',
  };
}

function expiryWords({ urgency, daysLeft }: WorkClock, { expires }: Stock): string {
  if (urgency === 'overdue') return `expired on ${expires}: set them apart`;
  const within = [LAST_DAYS, SOON_DAYS].find((days) => (daysLeft ?? 0) <= days);
  return `expire on ${expires}, within ${within ?? EXPIRY_NOTICE_DAYS} days`;
}

const withoutInvoice = (receipt: Receipt): WorkItem => ({
  key: `receipt-invoice:${receipt.id}`,
  kind: 'receipt-invoice',
  subject: { type: 'line', id: receipt.id },
  says: `The receipt on line ${receipt.id} lacks its ${
    receipt.invoiceNumber === null ? 'invoice number' : 'invoice file'
  }: add it by a correction.`,
  since: receipt.receivedAt,
  clock: NO_DEADLINE,
  basis: '21 CFR 1304.22(c)',
  who: anyWith('correct'),
  door: 'corrections',
});

/** Nothing is received or drawn on a registration that has ended: that of the site, and of whoever it buys from. */
function registrations(
  { site, suppliers }: StockFacts,
  calendar: WorkCalendar,
): readonly WorkItem[] {
  const horizon = addDays(dateAt(calendar.now, calendar), EXPIRY_NOTICE_DAYS);
  const ending = (
    kind: 'site-registration' | 'supplier-registration',
    facts: { readonly id: string; readonly registrationExpires: Site['registrationExpires'] },
  ): readonly WorkItem[] =>
    facts.registrationExpires > horizon
      ? []
      : [
          {
            key: `${kind}:${facts.id}`,
            kind,
            subject: { type: kind === 'site-registration' ? 'site' : 'supplier', id: facts.id },
            says:
              kind === 'site-registration'
                ? `The registration of the site is good until ${facts.registrationExpires}: renew it and record the new facts.`
                : `The registration of supplier ${facts.id} is good until ${facts.registrationExpires}: ask for the new one.`,
            since: null,
            clock: clockOf(endOfDay(facts.registrationExpires, calendar.zone), SOON_DAYS, calendar),
            basis: HOUSE_POLICY_WORDS,
            who: anyWith(kind === 'site-registration' ? 'manage-sites' : 'manage-suppliers'),
            door: null,
          },
        ];
  return [
    ...ending('site-registration', site),
    ...[...suppliers.values()]
      .filter(({ status }) => status === 'active')
      .flatMap((supplier) => ending('supplier-registration', supplier)),
  ];
}

const containers = (number: number): string =>
  number === 1 ? '1 container' : `${number} containers`;
const words = (reason: QuarantineReason): string => reason.replaceAll('-', ' ');
