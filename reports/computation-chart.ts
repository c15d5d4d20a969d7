import type { CountedPoint, Reconciliation } from '../src/domain/reconciliation/audit-period.js';
import { massOf } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { totalOf } from '../src/domain/reconciliation/reconciliation.js';
import type { ChartFigure } from '../src/domain/reconciliation/reconciliation.js';
import { APART } from './measures.js';
import { csv } from './csv.js';
import type { Abbreviations } from './document.js';
import type { ReportHead, Rows } from './head.js';
import { signatures } from './forms.js';
import { part } from './part.js';
import type { TableDocument } from './table-document.js';
import { figure, itemWords, lineNumber, signed, signedMilligrams, stamp } from './words.js';
import type { PrintedItem } from './words.js';

/**
 * The accountability audit as investigators compute it: what the site is accountable for, what it accounts for, and the
 * difference, between two counts, one audit item after the other. Every figure names the lines it is added up from.
 */
export interface ChartReport {
  readonly head: ReportHead;
  readonly charts: Rows<PrintedChart>;
}

export interface PrintedChart {
  readonly item: PrintedItem;
  /** Null where the period does not have two counts of the item. */
  readonly drawn: {
    readonly beginning: CountedPoint;
    readonly closing: CountedPoint;
    readonly reconciliation: Reconciliation;
  } | null;
}

interface ChartRow {
  readonly item: PrintedItem;
  readonly column: string;
  readonly words: string;
  readonly quantity: Quantity | null;
  readonly isTotal: boolean;
  readonly isSigned: boolean;
  readonly note: string;
  readonly lines: readonly number[];
}

const ABBREVIATIONS: Abbreviations = [
  ['No.', 'column of the computation chart'],
  ['5 = 2 + 3 + 4', 'what the site is accountable for'],
  ['12 = 6 + 7 + … + 11', 'what it accounts for'],
  ['13 = 12 − 5', 'negative is a shortage, positive an overage; both are findings'],
  ['Memo', 'below the line and in no total: what containers held beyond their label, and kept'],
  ['Lines', 'entries of the ledger from which the figure can be added up again'],
];

export function chartDocument({ head, charts }: ChartReport): TableDocument {
  return {
    name: 'audit',
    title: 'Accountability audit',
    clause: '21 CFR 1304.21(a), 1304.11: computation chart between two counts, by audit item',
    key:
      'Counts, not the book, stand at 2 and 6; what is in process or held is added as the book has it. Nothing is netted across ' +
      'strengths, sizes of container or registered locations.',
    orientation: 'portrait',
    abbreviations: ABBREVIATIONS,
    head,
    parts: () => [
      part<ChartRow>({
        name: 'audit',
        heading: 'Computation chart',
        empty: 'No controlled substance was ever on hand at this site.',
        group: ({ item }) => `${itemWords(item)}, in ${item.unit}`,
        rows: async function* () {
          for await (const chart of charts()) yield* rowsOf(chart, head);
        },
        columns: [
          { name: 'audit_item', value: ({ item }) => csv.plain(itemWords(item)) },
          {
            name: 'column',
            value: ({ column }) => csv.plain(column),
            print: { head: 'No.', width: 34 },
          },
          {
            name: 'what',
            value: ({ words }) => csv.plain(words),
            print: {
              head: 'What',
              width: { share: 4 },
              text: ({ words, isTotal }) => ({ text: words, face: isTotal ? 'bold' : 'regular' }),
            },
          },
          {
            name: 'quantity',
            value: ({ quantity }) => csv.quantity(quantity),
            print: {
              head: 'Quantity',
              width: 64,
              align: 'figure',
              text: ({ quantity, isTotal, isSigned }) => {
                if (quantity === null) return null;
                const text = isSigned ? signed(quantity) : figure(quantity);
                return { text, face: isTotal ? 'bold' : 'regular' };
              },
            },
          },
          { name: 'unit', value: ({ item }) => csv.text(item.unit) },
          {
            name: 'mg',
            value: ({ item, quantity }) =>
              csv.milligrams(quantity === null ? null : massOf(quantity, item.strength)),
          },
          {
            name: 'note',
            value: ({ note }) => csv.plain(note),
            print: { head: 'Note', width: { share: 3 }, apart: APART },
          },
          {
            name: 'lines',
            value: ({ lines }) => csv.text(lines.map(lineNumber).join(' ')),
            print: {
              head: 'Lines',
              width: { share: 3 },
              text: ({ lines }) => lines.map(lineNumber).join(', '),
            },
          },
        ],
      }),
      signatures({
        statement:
          'Figures 2 and 6 were counted as they stand above; the others are added up from the lines named.',
        signers: ['Investigator', 'For the registrant'],
      }),
    ],
  };
}

function* rowsOf({ item, drawn }: PrintedChart, { site }: ReportHead): Generator<ChartRow> {
  const plain = { item, isTotal: false, isSigned: false, note: '', lines: [] };
  if (drawn === null) {
    const words = 'The period does not have two counts of this item';
    yield { ...plain, column: '', words, quantity: null };
    return;
  }
  const { beginning, closing } = drawn;
  const { chart, uncounted } = drawn.reconciliation;
  const at = (point: CountedPoint, gap: Quantity): string =>
    `${stamp(point.at, site.zone)}${gap === 0n ? '' : `; ${signed(gap)} of the book not counted`}`;
  const counted = (point: CountedPoint): readonly number[] => point.parts.map(({ line }) => line);
  const row = (column: string, words: string, { quantity, lines }: ChartFigure): ChartRow => ({
    ...plain,
    column,
    words,
    quantity,
    lines,
  });
  const total = (column: string, words: string, quantity: Quantity): ChartRow => ({
    ...plain,
    column,
    words,
    quantity,
    isTotal: true,
  });
  const point = (column: string, words: string, which: 'beginning' | 'closing'): ChartRow => ({
    ...plain,
    column,
    words,
    quantity: totalOf(chart[which]),
    note: at(which === 'beginning' ? beginning : closing, uncounted[which]),
    lines: counted(which === 'beginning' ? beginning : closing),
  });
  yield point('2', 'Beginning inventory', 'beginning');
  yield row('3', 'Receipts', chart.receipts);
  yield row('4', 'Transfers in, returns', chart.transfersIn);
  yield total('5', 'TOTAL ACCOUNTABLE FOR', chart.accountableFor);
  yield point('6', 'Closing inventory', 'closing');
  yield row('7', 'Administered', chart.administered);
  yield row('7', 'Left with a patient, running', chart.handedOver);
  yield row('8', 'Wasted', chart.wasted);
  yield row('9', 'Transferred out, returned to supplier', chart.transferredOut);
  yield row('10', 'Destroyed, to reverse distributor, to authority', chart.destroyed);
  yield row('11', 'Breakage and spillage; theft and loss reported', chart.lost);
  yield total('12', 'TOTAL ACCOUNTED FOR', chart.accountedFor);
  yield {
    ...total('13', `DIFFERENCE${findingWords(chart.difference)}`, chart.difference),
    isSigned: true,
    note: differenceNote(item, chart.difference, chart.differenceBasisPoints),
  };
  yield row('Memo', 'Overfill', chart.memo.overfill);
  yield row('Memo', 'Hub (dead-space) loss', chart.memo.hubLoss);
  yield row('Memo', 'Unexplained, net', chart.memo.unexplained);
}

function findingWords(difference: Quantity): string {
  if (difference === 0n) return '';
  return difference < 0n ? ': SHORTAGE' : ': OVERAGE';
}

function differenceNote(
  { strength }: PrintedItem,
  difference: Quantity,
  points: number | null,
): string {
  const mass = `${signedMilligrams(massOf(difference, strength))}\u00a0mg`;
  return points === null ? mass : `${mass}, ${percentWords(points)}\u00a0% of 5`;
}

/** Hundredths of a percent with two decimals: "−0.55". */
function percentWords(points: number): string {
  const digits = String(Math.abs(points)).padStart(3, '0');
  return `${points < 0 ? '\u2212' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
