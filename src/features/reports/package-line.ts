import { isolated } from '../../../reports/isolated.js';
import type { PackageLine } from '../../../reports/forms.js';
import type { ReportHead } from '../../../reports/head.js';
import { itemWords } from '../../../reports/words.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Stock } from '../../domain/stock/container.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';

/** As a form asks for it: name, address and DEA number. */
export function registrantWords({ head }: { readonly head: ReportHead }): string {
  const { name, address, deaNumber } = head.registrant;
  return `${isolated(name)}, ${isolated(address)}, DEA ${deaNumber}`;
}

/** Packages of one lot as a form lists them. */
export function packageLine(
  of: {
    readonly group: string;
    readonly stock: Stock;
    readonly item: PrintedItem;
    readonly note: string;
  },
  amounts: { readonly full: number; readonly partial: Quantity; readonly total: Quantity },
): PackageLine {
  const { group, stock, item, note } = of;
  return {
    group,
    schedule: stock.schedule,
    ndc: stock.ndc,
    drug: itemWords(item),
    lot: stock.lot,
    packageSize: formatQuantity(stock.size),
    full: amounts.full,
    partial: formatQuantity(amounts.partial),
    total: formatQuantity(amounts.total),
    unit: stock.unit,
    note,
  };
}
