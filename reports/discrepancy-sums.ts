import { add, negate, trimQuantity, ZERO } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { csv } from './csv.js';
import type { DiscrepancyCase } from './discrepancy-rows.js';
import { part } from './part.js';
import type { Part } from './part.js';
import { CAUSE_WORDS, figure, itemWords } from './words.js';

/** What the cases of one audit item come to. Shortages and overages are never netted against each other. */
interface ItemSum {
  readonly item: string;
  readonly unit: string;
  readonly cases: number;
  readonly open: number;
  readonly explained: number;
  readonly unreconciled: number;
  readonly short: Quantity;
  readonly over: Quantity;
  readonly causes: ReadonlyMap<string, number>;
}

/** The summary of a discrepancy report: one row for each audit item and unit of counting. */
export function sumsPart(cases: readonly DiscrepancyCase[]): Part {
  const count = { width: 48, align: 'figure' } as const;
  return part<ItemSum>({
    name: 'by_item',
    heading: 'By audit item',
    empty: 'No discrepancy was open or opened at this site in the period.',
    rows: () => summed(cases),
    columns: [
      {
        name: 'audit_item',
        value: ({ item }) => csv.plain(item),
        print: { head: 'Audit item', width: { share: 3 } },
      },
      {
        name: 'cases',
        value: (row) => csv.whole(row.cases),
        print: { head: 'Cases', ...count, face: 'bold' },
      },
      { name: 'open', value: ({ open }) => csv.whole(open), print: { head: 'Open', ...count } },
      {
        name: 'explained',
        value: ({ explained }) => csv.whole(explained),
        print: { head: 'Explained', ...count },
      },
      {
        name: 'could_not_be_reconciled',
        value: ({ unreconciled }) => csv.whole(unreconciled),
        print: { head: 'Not reconciled', ...count },
      },
      {
        name: 'short',
        value: ({ short }) => csv.quantity(short),
        print: { head: 'Short', ...count, text: (row) => amount(row, row.short) },
      },
      {
        name: 'over',
        value: ({ over }) => csv.quantity(over),
        print: { head: 'Over', ...count, text: (row) => amount(row, row.over) },
      },
      { name: 'unit', value: ({ unit }) => csv.text(unit), print: { head: 'Unit', width: 44 } },
      {
        name: 'causes',
        value: ({ causes }) => csv.plain(causesWords(causes)),
        print: { head: 'Causes', width: { share: 2 } },
      },
    ],
  });
}

/** Containers are whole; quantities have three decimals. */
const amount = ({ unit }: ItemSum, value: Quantity): string =>
  unit === 'containers' ? trimQuantity(value) : figure(value);

const causesWords = (causes: ReadonlyMap<string, number>): string =>
  [...causes].map(([cause, times]) => `${cause} ${times}`).join(', ');

function summed(cases: readonly DiscrepancyCase[]): readonly ItemSum[] {
  const sums = new Map<string, ItemSum>();
  for (const each of cases) {
    const { counts, status, closing } = each;
    const item = itemWords(each.item);
    const unit = counts.unit === 'containers' ? 'containers' : each.item.unit;
    const before = sums.get(`${item} ${unit}`) ?? { ...NOTHING, item, unit };
    const cause = closing === null ? undefined : CAUSE_WORDS[closing.cause];
    sums.set(`${item} ${unit}`, {
      ...before,
      cases: before.cases + 1,
      open: before.open + Number(status === 'open'),
      explained: before.explained + Number(status === 'explained'),
      unreconciled: before.unreconciled + Number(status === 'could-not-be-reconciled'),
      short: counts.difference < 0n ? add(before.short, negate(counts.difference)) : before.short,
      over: counts.difference > 0n ? add(before.over, counts.difference) : before.over,
      causes:
        cause === undefined
          ? before.causes
          : new Map([...before.causes, [cause, (before.causes.get(cause) ?? 0) + 1]]),
    });
  }
  return [...sums.values()].sort((a, b) => a.item.localeCompare(b.item, 'en'));
}

const NOTHING = {
  cases: 0,
  open: 0,
  explained: 0,
  unreconciled: 0,
  short: ZERO,
  over: ZERO,
  causes: new Map<string, number>(),
} as const;
