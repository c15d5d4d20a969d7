import type { PersonId } from '../ids.js';
import type { Right } from '../person.js';
import { bedsideWork } from './bedside-work.js';
import type { BedsideFacts } from './bedside-work.js';
import { controlWork } from './control-work.js';
import type { ControlFacts } from './control-work.js';
import { stockWork } from './stock-work.js';
import type { StockFacts } from './stock-work.js';
import { inventoryWork } from './inventory-work.js';
import type { InventoryFacts } from './inventory-work.js';
import type { WorkCalendar } from './work-clock.js';
import { byUrgency, whose } from './work-item.js';
import type { WorkItem } from './work-item.js';

/** Everything that a site's work is read from. */
export interface WorkFacts {
  readonly calendar: WorkCalendar;
  readonly bedside: BedsideFacts;
  readonly stock: StockFacts;
  readonly control: ControlFacts;
  readonly inventories: InventoryFacts;
}

/** A piece of work as one person sees it. */
export interface WorkOf {
  readonly item: WorkItem;
  /** Theirs to do, or the site's, and theirs to know of. */
  readonly whose: 'mine' | 'site';
}

/** All work of a site, the most pressing first. */
export function siteWork({
  calendar,
  bedside,
  stock,
  control,
  inventories,
}: WorkFacts): readonly WorkItem[] {
  return [
    ...bedsideWork(bedside, calendar),
    ...stockWork(stock, calendar),
    ...controlWork(control, calendar),
    ...inventoryWork(inventories, calendar),
  ].sort(byUrgency);
}

/** What of a site's work one person can do or must know of. */
export function workOf(
  items: readonly WorkItem[],
  asking: { readonly person: PersonId; readonly rights: ReadonlySet<Right> },
): readonly WorkOf[] {
  return items.flatMap((item) => {
    const own = whose(item, asking);
    return own === null ? [] : [{ item, whose: own }];
  });
}
