import type { CloseOut } from '../src/domain/stock/container.js';
import { massOf } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { addResidue, NO_RESIDUE } from '../src/domain/stock/residue-total.js';
import type { ResidueTotal } from '../src/domain/stock/residue-total.js';
import { csv } from './csv.js';
import type { Abbreviations } from './document.js';
import type { Awaitable, ContainerMark, LineFacts, ReportHead, Rows } from './head.js';
import { containerColumns, firstColumns, lastColumns } from './line-columns.js';
import { part } from './part.js';
import type { PaperColumn } from './part.js';
import type { TableDocument } from './table-document.js';
import { itemWords, METHOD_KEY, WITNESS_KEY, whole } from './words.js';
import type { PrintedItem } from './words.js';

/**
 * Overfill and hub (dead-space) loss: what ended containers held beyond their label, and what stayed in needles. Facts with
 * names, by product and lot and by the people who drew. It judges nobody: a pattern is for people to see.
 */
export interface ResidueReport {
  readonly head: ReportHead;
  /** Every container that ended in the period, in register order. */
  readonly ends: Rows<EndLine>;
  /** Asked for after the last of them. */
  readonly byLot: () => Awaitable<readonly LotResidue[]>;
  readonly byPerson: () => Awaitable<readonly PersonResidue[]>;
}

export interface EndLine extends LineFacts {
  readonly item: PrintedItem;
  readonly ndc: string;
  readonly labeler: string;
  readonly container: ContainerMark;
  readonly ended: CloseOut;
  /** Initials of everyone who drew from it. */
  readonly drawers: readonly string[];
}

export interface LotResidue extends ResidueTotal {
  readonly item: PrintedItem;
  readonly ndc: string;
  readonly labeler: string;
  readonly lot: string;
}

export interface PersonResidue extends ResidueTotal {
  readonly item: PrintedItem;
  readonly initials: string;
  readonly printedName: string;
}

const ABBREVIATIONS: Abbreviations = [
  ['Book', 'what the ledger said was in it before it was closed out; negative: more came out'],
  ['Overfill', 'came out beyond the label, within what a filled container may hold'],
  ['Hub loss', 'stayed in needles and hubs (dead space): at most draws times the dead space'],
  [
    'Short, Over',
    'unexplained by both: missing, or more than there can be; it opens a discrepancy',
  ],
  ['Allowed', 'overfill allowance of the container, and draws times dead space, by policy'],
  ['By person', 'containers from which the person drew; one from which two drew counts for both'],
  ['By, Witness', `who closed it out; who saw it empty; how the witness signed: ${METHOD_KEY}`],
];

export function residueDocument(report: ResidueReport): TableDocument {
  const { head } = report;
  return {
    name: 'residue',
    title: 'Overfill and hub loss',
    clause: '21 CFR 1304.21(a): what the arithmetic of liquids leaves, container by container',
    key:
      'Quantities in the unit of the container, none netted against another. A corrected end counts in the sums as its newest ' +
      `correction has it. ${WITNESS_KEY} Initials: signature key, last page.`,
    orientation: 'landscape',
    abbreviations: ABBREVIATIONS,
    head,
    parts: () => [
      part<EndLine>({
        name: 'ends',
        heading: 'Ended containers',
        empty: 'No container ended at this site in the period.',
        rows: report.ends,
        columns: endColumns(head),
      }),
      part<LotResidue>({
        name: 'by_lot',
        heading: 'By product and lot',
        empty: 'No container ended at this site in the period.',
        rows: fresh(report.byLot),
        columns: [
          itemColumn(),
          productColumn(),
          { name: 'labeler', value: ({ labeler }) => csv.text(labeler) },
          {
            name: 'lot',
            value: ({ lot }) => csv.text(lot),
            print: { head: 'Lot', width: 70, face: 'code' },
          },
          ...totalColumns<LotResidue>(),
        ],
      }),
      part<PersonResidue>({
        name: 'by_person',
        heading: 'By person who drew',
        empty: 'No container from which somebody drew ended at this site in the period.',
        rows: fresh(report.byPerson),
        columns: [
          {
            name: 'initials',
            value: ({ initials }) => csv.text(initials),
            print: { head: 'Initials', width: 46, face: 'bold' },
          },
          {
            name: 'printed_name',
            value: ({ printedName }) => csv.text(printedName),
            print: { head: 'Printed name', width: { share: 2 } },
          },
          itemColumn(),
          ...totalColumns<PersonResidue>(),
        ],
      }),
    ],
  };
}

/** A whole NDC in one line. */
const NDC_WIDTH = 56;

const fresh = <T>(of: () => Awaitable<readonly T[]>): Rows<T> =>
  async function* () {
    yield* await of();
  };

function itemColumn<T extends { readonly item: PrintedItem }>(): PaperColumn<T> {
  return {
    name: 'audit_item',
    value: ({ item }) => csv.plain(itemWords(item)),
    print: { head: 'Drug', width: { share: 4 } },
  };
}

function productColumn<
  T extends { readonly ndc: string; readonly labeler: string },
>(): PaperColumn<T> {
  return {
    name: 'ndc',
    value: ({ ndc }) => csv.text(ndc),
    print: {
      head: 'NDC, labeler',
      width: NDC_WIDTH,
      text: ({ ndc, labeler }) => `${ndc}\n${labeler}`,
    },
  };
}

function endColumns({ site }: ReportHead): readonly PaperColumn<EndLine>[] {
  const { zone } = site;
  return [
    ...firstColumns<EndLine>(zone, (row) => row),
    itemColumn(),
    productColumn(),
    { name: 'labeler', value: ({ labeler }) => csv.text(labeler) },
    ...containerColumns<EndLine>(({ container }) => [container], 52),
    {
      name: 'drawers',
      value: ({ drawers }) => csv.text(drawers.join(' ')),
      print: { head: 'Drawers', width: 44, text: ({ drawers }) => drawers.join(', ') },
    },
    {
      name: 'draws',
      value: ({ ended }) => csv.whole(ended.draws),
      print: { head: 'Draws', width: 30, align: 'figure' },
    },
    figureColumn('book', 'Book', ({ ended }) => ended.book),
    figureColumn('overfill', 'Overfill', ({ ended }) => ended.overfill, 'bold'),
    figureColumn('overfill_allowed', 'Allowed', ({ ended }) => ended.overfillAllowance),
    figureColumn('hub_loss', 'Hub loss', ({ ended }) => ended.hubLoss, 'bold'),
    figureColumn('hub_loss_allowed', 'Allowed', ({ ended }) => ended.deadSpaceMaximum),
    figureColumn('unexplained_short', 'Short', (row) => partOf(row).unexplainedShort, 'bold'),
    figureColumn('unexplained_over', 'Over', (row) => partOf(row).unexplainedOver, 'bold'),
    { name: 'unit', value: ({ item }) => csv.text(item.unit), print: { head: 'Unit', width: 24 } },
    {
      name: 'case',
      value: ({ ended }) => csv.text(ended.discrepancy),
      print: { head: 'Case', width: 34 },
    },
    ...lastColumns<EndLine>(zone, (row) => row, { remark: { share: 2 } }),
  ];
}

const partOf = ({ ended }: EndLine): ResidueTotal => addResidue(NO_RESIDUE, ended);

function figureColumn<T>(
  name: string,
  head: string,
  of: (row: T) => Quantity,
  face: 'regular' | 'bold' = 'regular',
): PaperColumn<T> {
  return {
    name,
    value: (row) => csv.quantity(of(row)),
    print: { head, width: 34, align: 'figure', face },
  };
}

function totalColumns<
  T extends ResidueTotal & { readonly item: PrintedItem },
>(): readonly PaperColumn<T>[] {
  return [
    {
      name: 'ended_containers',
      value: ({ containers }) => csv.whole(containers),
      print: {
        head: 'Containers',
        width: 52,
        align: 'figure',
        text: ({ containers }) => whole(containers),
      },
    },
    {
      name: 'draws',
      value: ({ draws }) => csv.whole(draws),
      print: { head: 'Draws', width: 38, align: 'figure', text: ({ draws }) => whole(draws) },
    },
    figureColumn<T>('overfill', 'Overfill', ({ overfill }) => overfill, 'bold'),
    {
      name: 'overfill_mg',
      value: ({ item, overfill }) => csv.milligrams(massOf(overfill, item.strength)),
    },
    figureColumn<T>('hub_loss', 'Hub loss', ({ hubLoss }) => hubLoss, 'bold'),
    {
      name: 'hub_loss_mg',
      value: ({ item, hubLoss }) => csv.milligrams(massOf(hubLoss, item.strength)),
    },
    figureColumn<T>('unexplained_short', 'Short', ({ unexplainedShort }) => unexplainedShort),
    figureColumn<T>('unexplained_over', 'Over', ({ unexplainedOver }) => unexplainedOver),
    { name: 'unit', value: ({ item }) => csv.text(item.unit), print: { head: 'Unit', width: 30 } },
  ];
}
