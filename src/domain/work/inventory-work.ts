import type { LedgerId } from '../ids.js';
import type { InventoryDue } from '../counting/inventory-due.js';
import { addDays, endOfDay } from '../measures/instant.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import { clockOf, NO_DEADLINE } from './work-clock.js';
import type { WorkCalendar } from './work-clock.js';
import { anyWith, HOUSE_POLICY_WORDS } from './work-item.js';
import type { WorkItem } from './work-item.js';

/** Inventories that are due, and prints of taken ones that nobody has filed yet. */
export interface InventoryFacts {
  readonly site: LedgerId;
  readonly months: number;
  /** Null while the site has none of everything. */
  readonly due: InventoryDue | null;
  readonly unfiled: readonly {
    readonly line: number;
    readonly date: BusinessDate;
    readonly recordedAt: Instant;
  }[];
}

/** Days in which the print of an inventory is signed, scanned and filed. */
const FILED_WITHIN_DAYS = 7;
const DUE_NOTICE_DAYS = 30;
const FEDERAL_MONTHS = 24;

export function inventoryWork(facts: InventoryFacts, calendar: WorkCalendar): readonly WorkItem[] {
  return [...due(facts, calendar), ...facts.unfiled.map((each) => unfiled(each, calendar))];
}

function due({ site, months, due: next }: InventoryFacts, calendar: WorkCalendar): WorkItem[] {
  const who = anyWith('inventory');
  const item = { kind: 'inventory', subject: { type: 'site', id: site }, who } as const;
  if (next === null)
    return [
      {
        ...item,
        key: 'inventory:first',
        says: 'The site has no inventory yet: take the first, even of nothing.',
        since: null,
        clock: NO_DEADLINE,
        basis: '21 CFR 1304.11(b)',
        door: 'inventories',
      },
    ];
  if (next.warning === null) return [];
  return [
    {
      ...item,
      key: `inventory:${next.due}`,
      says: `The next inventory of everything is due by ${next.due}, ${months} months after that of ${next.last.date}.`,
      since: null,
      clock: clockOf(endOfDay(next.due, calendar.zone), DUE_NOTICE_DAYS, calendar),
      // 21 CFR 1304.11(c): within two years; sooner is the site's own policy, or its state's.
      basis: months === FEDERAL_MONTHS ? '21 CFR 1304.11(c)' : HOUSE_POLICY_WORDS,
      door: 'inventories/running',
    },
  ];
}

function unfiled(
  { line, date, recordedAt }: InventoryFacts['unfiled'][number],
  calendar: WorkCalendar,
): WorkItem {
  return {
    key: `signed-copy:${line}`,
    kind: 'signed-copy',
    subject: { type: 'line', id: String(line) },
    says: `The inventory on line ${line} has no signed copy on file: print it, have both counters sign it, and file the scan.`,
    since: recordedAt,
    clock: clockOf(endOfDay(addDays(date, FILED_WITHIN_DAYS), calendar.zone), 2, calendar),
    basis: HOUSE_POLICY_WORDS,
    who: anyWith('inventory'),
    door: 'inventories/signed-copies',
  };
}
