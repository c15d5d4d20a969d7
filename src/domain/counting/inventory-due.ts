import type { Entry } from '../entry.js';
import { addMonths, daysBetween } from '../measures/instant.js';
import type { BusinessDate } from '../measures/instant.js';
import type { InventoryType } from './inventory.js';

/** An inventory of everything, from whose date the next is counted. */
export interface WholeInventory {
  readonly line: number;
  readonly type: InventoryType;
  readonly date: BusinessDate;
}

/** Days before the last day at which people are warned, the earliest first. */
export const INVENTORY_WARNINGS = [90, 30, 7] as const;

/** When the next inventory of everything is due. */
export interface InventoryDue {
  readonly last: WholeInventory;
  /** The last day on which it is in time. */
  readonly due: BusinessDate;
  /** Days until then; below zero where it is overdue. */
  readonly daysLeft: number;
  /** The nearest warning that has been reached; null where none has. */
  readonly warning: (typeof INVENTORY_WARNINGS)[number] | null;
}

/** Kinds that count everything and after which the site goes on. */
const STARTS_THE_CLOCK: readonly InventoryType[] = [
  'initial',
  'go-live',
  'relocation-in',
  'biennial',
  'annual',
];

/** The date that an inventory counts for; undefined where it is no inventory of everything. */
export function wholeInventory({
  seq,
  request,
  businessDate,
}: Pick<Entry, 'seq' | 'request' | 'businessDate'>): WholeInventory | undefined {
  if (request.kind !== 'inventory' || !STARTS_THE_CLOCK.includes(request.type)) return undefined;
  // Beginning to keep this register is no inventory in the sense of the law: the one before it still counts.
  const date = request.type === 'go-live' ? request.previous?.date : request.date;
  return { line: seq, type: request.type, date: date ?? businessDate };
}

/**
 * Any date within so many months of the last one is in time, that of the last day included; from the 29th of February two
 * years reach to the 28th. Taken early, it begins anew. 21 CFR 1304.11(c).
 */
export function inventoryDue(
  last: WholeInventory,
  { months, today }: { readonly months: number; readonly today: BusinessDate },
): InventoryDue {
  const due = addMonths(last.date, months);
  const daysLeft = daysBetween(today, due);
  const reached = INVENTORY_WARNINGS.filter((days) => daysLeft <= days);
  return { last, due, daysLeft, warning: reached.at(-1) ?? null };
}
