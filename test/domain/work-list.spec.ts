import { describe, expect, test } from '@jest/globals';
import type { Discrepancy } from '../../src/domain/findings/discrepancy.js';
import type { Stock } from '../../src/domain/stock/container.js';
import { asId } from '../../src/domain/ids.js';
import type { LocationId, PersonId } from '../../src/domain/ids.js';
import { businessDate, instant, zone } from '../../src/domain/measures/instant.js';
import { inventoryDue } from '../../src/domain/counting/inventory-due.js';
import type { WholeInventory } from '../../src/domain/counting/inventory-due.js';
import type { Loss } from '../../src/domain/losses/loss.js';
import { federalDeadlines } from '../../src/domain/losses/loss-clocks.js';
import type { Signal } from '../../src/domain/findings/monitoring.js';
import { ROLES } from '../../src/domain/person.js';
import type { Right, Role } from '../../src/domain/person.js';
import type { Site } from '../../src/domain/product.js';
import type { Receipt } from '../../src/domain/stock/receipt.js';
import { quantity, ZERO } from '../../src/domain/measures/quantity.js';
import type { BedsideFacts } from '../../src/domain/work/bedside-work.js';
import type { ControlFacts } from '../../src/domain/work/control-work.js';
import { clockOf } from '../../src/domain/work/work-clock.js';
import type { WorkCalendar } from '../../src/domain/work/work-clock.js';
import { siteWork, workOf } from '../../src/domain/work/work-list.js';
import type { WorkFacts } from '../../src/domain/work/work-list.js';
import type { WorkItem } from '../../src/domain/work/work-item.js';

const NEW_YORK = zone('America/New_York');
const NINA = asId('person-2') as PersonId;
const SAFE = asId('safe') as LocationId;
const PAUL = asId('person-3') as PersonId;

const at = (text: string): WorkCalendar => ({
  now: instant(text),
  zone: NEW_YORK,
  dayStartsAt: '00:00',
});

const SITE: Site = {
  noun: 'site',
  id: asId('k3v9q0zt1m5a'),
  openedAt: instant('2026-01-05T14:00:00Z'),
  name: 'Harrow Bay',
  registrant: 'Vance, Rita MD',
  address: '12 Alder Way\nHarrow Bay, OH 43085',
  deaNumber: 'BV1234563',
  registrationExpires: businessDate('2027-12-31'),
  businessActivity: 'Practitioner',
  schedules: ['III', 'IIIN'],
  zone: NEW_YORK,
  locations: [],
};

const LAST: WholeInventory = { line: 1, type: 'initial', date: businessDate('2026-01-05') };
const IN_TIME = inventoryDue(LAST, { months: 24, today: businessDate('2026-02-01') });

function work(
  calendar: WorkCalendar,
  facts: {
    readonly bedside?: Partial<BedsideFacts>;
    readonly stock?: Partial<WorkFacts['stock']>;
    readonly control?: Partial<ControlFacts>;
    readonly inventories?: Partial<WorkFacts['inventories']>;
  },
): readonly WorkItem[] {
  return siteWork({
    calendar,
    bedside: {
      witnessWindowMinutes: 15,
      awaiting: [],
      draws: [],
      bags: [],
      orders: [],
      hasRight: () => false,
      ...facts.bedside,
    },
    stock: {
      site: SITE,
      suppliers: new Map(),
      open: [],
      quarantined: [],
      expiring: [],
      withoutInvoice: [],
      ...facts.stock,
    },
    control: {
      counts: [],
      cases: [],
      losses: [],
      openDays: [],
      unreviewedDays: [],
      temporarySecrets: [],
      signals: [],
      ...facts.control,
    },
    inventories: { site: SITE.id, months: 24, due: IN_TIME, unfiled: [], ...facts.inventories },
  });
}

const rights = (...roles: readonly Role[]): ReadonlySet<Right> =>
  new Set(roles.flatMap((role): readonly Right[] => ROLES[role]));
const seenBy = (items: readonly WorkItem[], person: PersonId, ...roles: readonly Role[]) =>
  workOf(items, { person, rights: rights(...roles) }).map(({ item, whose }) => [item.key, whose]);

describe('a clock of a piece of work', () => {
  test.each([
    ['2026-11-20T22:00:00Z', '2026-11-24T04:59:59.999999Z', 3, 1, 'soon'],
    // Thanksgiving Day is no business day.
    ['2026-11-25T15:00:00Z', '2026-11-28T04:59:59.999999Z', 2, 1, 'soon'],
    ['2026-11-20T15:00:00Z', '2026-11-21T04:59:59.999999Z', 0, 0, 'today'],
    ['2026-11-23T15:00:00Z', '2026-11-20T15:00:00Z', -3, -1, 'overdue'],
    ['2026-11-20T15:00:00Z', '2026-11-20T14:59:59Z', 0, 0, 'overdue'],
    ['2026-11-20T15:00:00Z', '2026-12-20T15:00:00Z', 30, 19, 'open'],
    ['2026-11-20T15:00:00Z', '2032-11-20T15:00:00Z', 2192, null, 'open'],
  ])('at %s for %s has %p days, %p business days, and is %s', (now, due, days, business, word) => {
    const clock = clockOf(instant(due), 7, at(now));
    expect(clock).toEqual({
      due: instant(due),
      daysLeft: days,
      businessDaysLeft: business,
      urgency: word,
    });
  });
});

describe('the work of a site', () => {
  const discoveredAt = instant('2026-11-20T22:00:00Z');
  const { notice, form106 } = federalDeadlines(discoveredAt, NEW_YORK);
  const loss: Loss = {
    noun: 'loss',
    id: asId('81'),
    status: 'discovered',
    cases: [],
    suspectedAt: discoveredAt,
    discoveredAt,
    deadlines: { notice: notice.due, form106: form106.due, states: [] },
    determinedAt: null,
    determinedBy: null,
    factors: [],
    taken: [],
    found: [],
    noticedAt: null,
    stateNoticesGiven: [],
    reportedAt: null,
    amendmentDue: false,
    lines: [81],
  };

  test('has both clocks of a loss, each with its rule, and its determination', () => {
    const items = work(at('2026-11-24T15:00:00Z'), { control: { losses: [loss] } });
    expect(items.map(({ kind, basis, clock }) => [kind, basis, clock.urgency])).toEqual([
      ['loss-notice', '21 CFR 1301.76(b)', 'overdue'],
      ['loss-form-106', '21 CFR 1301.76(b)', 'open'],
      ['loss-determination', 'house policy', 'open'],
    ]);
    const late = work(at('2026-12-22T15:00:00Z'), { control: { losses: [loss] } });
    expect(late.find(({ kind }) => kind === 'loss-form-106')?.clock).toMatchObject({
      daysLeft: 13,
      urgency: 'soon',
    });
    expect(seenBy(items, NINA, 'clinician')).toEqual([]);
    expect(seenBy(items, PAUL, 'registrant').map(([, whose]) => whose)).toEqual([
      'mine',
      'mine',
      'mine',
    ]);
    expect(seenBy(items, PAUL, 'compliance').map(([, whose]) => whose)).toEqual([
      'site',
      'site',
      'site',
    ]);
    const owed = { ...loss, status: 'suspected' as const, discoveredAt: null, deadlines: null };
    const [suspected] = work(at('2026-11-24T15:00:00Z'), { control: { losses: [owed] } });
    expect(suspected?.kind).toBe('loss-suspicion');
  });

  test('gives a discrepancy to its owner, and one without an owner to whoever may take it', () => {
    const open: Discrepancy = {
      noun: 'case',
      id: asId('40-1'),
      status: 'open',
      foundBy: 'count',
      item: asId('ketamine 50 mg/mL injection, 10 mL'),
      container: null,
      location: asId('safe'),
      difference: quantity(-1000),
      inContainers: true,
      book: quantity(3000),
      counted: quantity(2000),
      owner: null,
      due: null,
      cause: null,
      lines: [40],
    };
    const unowned = work(at('2026-11-20T15:00:00Z'), { control: { cases: [open] } });
    expect(seenBy(unowned, PAUL, 'custodian')).toEqual([['discrepancy:40-1', 'mine']]);
    const owned = work(at('2026-11-20T15:00:00Z'), {
      control: { cases: [{ ...open, owner: NINA, due: businessDate('2026-11-19') }] },
    });
    expect(owned[0]?.clock.urgency).toBe('overdue');
    expect(seenBy(owned, PAUL, 'custodian')).toEqual([['discrepancy:40-1', 'site']]);
    expect(seenBy(owned, NINA, 'clinician')).toEqual([['discrepancy:40-1', 'mine']]);
  });

  test('tells of a signal to those who may take it up, and never to the person whom it is about', () => {
    const signal: Signal = {
      scope: 'person',
      subject: NINA,
      hundredths: 2431,
      limit: 12,
      passedAt: 90,
      lines: [],
      beyondExpected: ZERO,
    };
    const items = work(at('2026-11-20T15:00:00Z'), { control: { signals: [signal] } });
    const key = 'monitoring-signal:person:person-2';
    expect(seenBy(items, PAUL, 'compliance')).toEqual([[key, 'mine']]);
    expect(seenBy(items, PAUL, 'registrant')).toEqual([[key, 'mine']]);
    for (const role of ['custodian', 'clinician', 'administrator', 'inspector', 'witness'] as const)
      expect([role, seenBy(items, PAUL, role)]).toEqual([role, []]);
    expect(seenBy(items, NINA, 'compliance')).toEqual([]);
  });

  test('holds set-apart stock to a year, by rule in Ohio and by house policy elsewhere', () => {
    const since = instant('2026-01-10T15:00:00Z');
    const condition = {
      noun: 'condition' as const,
      id: asId('7-1'),
      item: asId('ketamine 50 mg/mL injection, 10 mL'),
      location: asId('safe'),
      status: 'sealed' as const,
      quarantine: 'expired' as const,
      openedAt: null,
      beyondUseAt: null,
      draws: 0,
      drawers: [],
      drawersSinceCount: [],
      patient: null,
    };
    const quarantined = [
      { condition, since: instant('2026-06-01T15:00:00Z') },
      { condition: { ...condition, id: asId('7-2') }, since },
    ];
    const now = at('2027-01-11T15:00:00Z');
    const [ohio, ...others] = work(now, { stock: { quarantined } });
    expect(others).toEqual([]);
    expect(ohio).toMatchObject({
      since,
      basis: 'Ohio Adm. Code 4729:5-3-06',
      clock: { daysLeft: -1, urgency: 'overdue' },
      says: '2 containers set apart at safe (expired): dispose of, return or release.',
    });
    const site = { ...SITE, address: '12 Alder Way\nHarrow Bay, FL 33999' };
    expect(work(now, { stock: { site, quarantined } })[0]?.basis).toBe('house policy');
  });

  test('tells of stock from 90 days before its expiry, and of a delivery until it has its invoice', () => {
    const stock = { id: '7-1', lot: 'K7', expires: businessDate('2026-12-31') } as Stock;
    const expiring = [{ stock, location: SAFE, containers: 12 }];
    const words = (now: string) =>
      work(at(now), { stock: { expiring } }).map(({ says, clock }) => [says, clock.urgency]);
    expect(words('2026-10-20T15:00:00Z')).toEqual([
      ['12 containers of lot K7 at safe expire on 2026-12-31, within 90 days.', 'open'],
    ]);
    expect(words('2026-12-24T15:00:00Z')).toEqual([
      ['12 containers of lot K7 at safe expire on 2026-12-31, within 7 days.', 'soon'],
    ]);
    expect(words('2027-01-01T15:00:00Z')).toEqual([
      ['12 containers of lot K7 at safe expired on 2026-12-31: set them apart.', 'overdue'],
    ]);
    const receipt = { id: '9', invoiceNumber: 'A-1', invoiceFile: null } as Receipt;
    const [owed] = work(at('2026-10-20T15:00:00Z'), { stock: { withoutInvoice: [receipt] } });
    expect(owed).toMatchObject({ kind: 'receipt-invoice', basis: '21 CFR 1304.22(c)' });
    expect(owed?.says).toContain('lacks its invoice file');
  });

  test('tells of a registration from 90 days before its end', () => {
    const keys = (now: string) => work(at(now), {}).map(({ key, clock }) => [key, clock.urgency]);
    expect(keys('2027-10-01T15:00:00Z')).toEqual([]);
    expect(keys('2027-10-02T15:00:00Z')).toEqual([['site-registration:k3v9q0zt1m5a', 'open']]);
    expect(keys('2028-01-01T15:00:00Z')).toEqual([['site-registration:k3v9q0zt1m5a', 'overdue']]);
  });
});

describe('inventories in the work of a site', () => {
  const dueOn = (today: string, months = 24) =>
    inventoryDue(LAST, { months, today: businessDate(today) });

  test('the next one is told of from 90 days before, with the law or the policy behind it', () => {
    const calendar = at('2027-10-08T15:00:00Z');
    const dueNow = (today: string) =>
      work(calendar, { inventories: { due: dueOn(today) } }).filter(
        ({ kind }) => kind === 'inventory',
      );
    expect(dueNow('2027-10-06')).toEqual([]);
    expect(dueNow('2027-10-07')).toMatchObject([
      {
        key: 'inventory:2028-01-05',
        kind: 'inventory',
        basis: '21 CFR 1304.11(c)',
        clock: { due: '2028-01-06T04:59:59.999999Z', daysLeft: 89, urgency: 'open' },
        door: 'inventories/running',
      },
    ]);
    const yearly = { due: dueOn('2027-01-10', 12), months: 12 };
    const [late] = work(at('2027-01-10T15:00:00Z'), { inventories: yearly });
    expect(late).toMatchObject({ basis: 'house policy', clock: { urgency: 'overdue' } });
  });

  test('a site without one owes the first, and a taken one its signed copy within a week', () => {
    const taken = {
      line: 1,
      date: businessDate('2026-11-20'),
      recordedAt: instant('2026-11-20T15:00:00Z'),
    };
    const items = work(at('2026-11-26T15:00:00Z'), {
      inventories: { due: null, unfiled: [taken] },
    });
    expect(items.map(({ key, clock }) => [key, clock.urgency])).toEqual([
      ['signed-copy:1', 'soon'],
      ['inventory:first', 'open'],
    ]);
    expect(seenBy(items, PAUL, 'custodian')).toEqual([
      ['signed-copy:1', 'mine'],
      ['inventory:first', 'mine'],
    ]);
    expect(seenBy(items, NINA, 'administrator')).toEqual([]);
  });
});
