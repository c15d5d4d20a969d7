import type { PlaceResult } from './count.js';
import type { AuditItem } from '../ids.js';
import { multiply, subtract, sum } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** A count of one audit item at one storage location, in the item's unit. */
export interface CountTotal {
  readonly counted: Quantity;
  readonly book: Quantity;
  /** Counted minus book. */
  readonly difference: Quantity;
}

/** Whole containers hold what their label says; open ones what was measured. Undefined where the item was not counted. */
export function countTotal(
  count: Pick<PlaceResult, 'sealed' | 'open'>,
  item: { readonly id: AuditItem; readonly size: Quantity },
): CountTotal | undefined {
  const sealed = count.sealed.filter((line) => line.item === item.id);
  const open = count.open.filter((line) => line.item === item.id);
  if (sealed.length + open.length === 0) return undefined;
  const total = (of: 'counted' | 'book'): Quantity =>
    sum([...sealed.map((line) => multiply(item.size, line[of])), ...open.map((line) => line[of])]);
  const counted = total('counted');
  const book = total('book');
  return { counted, book, difference: subtract(counted, book) };
}
