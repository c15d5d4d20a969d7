import type { Instant } from '../src/domain/measures/instant.js';
import { massOf } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { APART } from './measures.js';
import { csv } from './csv.js';
import type { Abbreviations } from './document.js';
import type { ContainerMark, LineFacts, ReportHead, Rows } from './head.js';
import { exceptionsFirst, partsApart } from './kept-apart.js';
import type { ScheduleClass } from './kept-apart.js';
import { containerColumns, firstColumns, lastColumns } from './line-columns.js';
import type { FootRow, Part, PaperColumn } from './part.js';
import type { TableDocument } from './table-document.js';
import {
  counted,
  figure,
  itemWords,
  LINE_WORDS,
  lineNumber,
  METHOD_KEY,
  milligrams,
  warnings,
  WITNESS_KEY,
} from './words.js';
import type { LineKind, PrintedItem } from './words.js';

/**
 * The waste and witness record: what was drawn and not given, who saw it made unusable, what they say they saw, and how long
 * it took from draw to waste and from waste to signature. Waste after dispensing is recorded under 21 CFR 1304.22(c).
 */
export interface WasteReport {
  readonly head: ReportHead;
  /** In register order. A function, for the exceptions are read from them once more. */
  readonly lines: Rows<WasteLine>;
  /** Those that the site ever had something of. */
  readonly schedules: () => Promise<ReadonlySet<string>>;
  readonly totals: () => readonly WasteTotal[];
}

export interface WasteLine extends LineFacts {
  readonly kind: LineKind;
  readonly item: PrintedItem;
  readonly patient: string | null;
  readonly containers: readonly ContainerMark[];
  /** Negative where a correction takes it back. */
  readonly quantity: Quantity;
  readonly reason: string;
  readonly manner: string;
  /** Lines of the draws that it was left of; none of a container's remainder. */
  readonly drawLines: readonly number[];
  /** Minutes from the earliest of those draws; null where there is none. */
  readonly minutesSinceDraw: number | null;
  /** Who signed second, when, and what they state to have seen; null where nobody did. */
  readonly attested: {
    readonly at: Instant;
    readonly seen: string;
    readonly minutesLater: number;
  } | null;
}

export interface WasteTotal {
  readonly item: PrintedItem;
  readonly lines: number;
  readonly quantity: Quantity;
  readonly unwitnessed: number;
}

const ABBREVIATIONS: Abbreviations = [
  ['Line', 'sequence number of the waste in the ledger of this site'],
  ['Draw', 'line or lines at which it had left its container'],
  ['Draw to waste', 'minutes between the earliest draw and the waste, as they are stated'],
  ['Waste to witness', 'minutes between the waste, as it is stated, and the second signature'],
  ['Saw', 'what the second person states to have seen with their own eyes'],
  ['By, Witness', `who wasted it; who saw it; the letter is how the witness signed: ${METHOD_KEY}`],
  ['NONE', 'a witness was required and nobody signed; "at n": signed afterwards, by line n'],
];

export function wasteDocument(report: WasteReport): TableDocument {
  return {
    name: 'waste',
    title: 'Waste and witness record',
    clause: '21 CFR 1304.22(c); every waste, in register order',
    key:
      'Quantity: in the unit of the line. Schedule II stands apart from III to V. A correction stands at its own line; the line it ' +
      `names is untouched. ${WITNESS_KEY} In capitals: what departs from the rule. Initials: signature key, last page.`,
    orientation: 'landscape',
    abbreviations: ABBREVIATIONS,
    head: report.head,
    parts: () => partsApart(report.schedules, (of) => partsOf(report, of)),
  };
}

const partsOf = (report: WasteReport, of: ScheduleClass): readonly [Part, Part] =>
  exceptionsFirst(of, {
    rows: report.lines,
    exceptions: {
      heading: `Unwitnessed, late or not seen: ${of.words}`,
      empty: `Every waste of ${of.words} in the period was witnessed in time.`,
      columns: exceptionColumns(report),
      among: exceptional,
    },
    all: {
      name: `waste-${of.name}`,
      heading: `Waste: ${of.words}`,
      empty: `Nothing of ${of.words} was wasted at this site in the period.`,
      columns: wasteColumns(report),
    },
    totals: report.totals,
    totalRow,
  });

function exceptionColumns({ head }: WasteReport): readonly PaperColumn<WasteLine>[] {
  return [
    ...firstColumns<WasteLine>(head.site.zone, (row) => row),
    {
      name: 'performed_by',
      value: ({ performedBy }) => csv.text(performedBy),
      print: { head: 'By', width: 30 },
    },
    {
      name: 'exception',
      value: (row) => csv.text(exceptionWords(row)),
      print: { head: 'Exception', width: { share: 1 }, face: 'bold' },
    },
    {
      name: 'remark',
      value: ({ remark }) => csv.text(remark),
      print: { head: 'Remark', width: { share: 1 } },
    },
  ];
}

function wasteColumns({ head }: WasteReport): readonly PaperColumn<WasteLine>[] {
  const { zone } = head.site;
  return [
    ...firstColumns<WasteLine>(zone, (row) => row),
    { name: 'entry', value: ({ kind }) => csv.text(LINE_WORDS[kind]) },
    {
      name: 'audit_item',
      value: ({ item }) => csv.plain(itemWords(item)),
      print: { head: 'Drug', width: { share: 33 } },
    },
    { name: 'schedule', value: ({ item }) => csv.text(item.schedule) },
    ...containerColumns<WasteLine>(({ containers }) => containers, 50),
    {
      name: 'patient',
      value: ({ patient }) => csv.text(patient),
      print: { head: 'Patient', width: { share: 24 } },
    },
    {
      name: 'draw_lines',
      value: ({ drawLines }) => csv.text(drawLines.map(lineNumber).join(' ')),
      print: { head: 'Draw', width: 30 },
    },
    {
      name: 'quantity',
      value: ({ quantity }) => csv.quantity(quantity),
      print: { head: 'Quantity', width: 38, align: 'figure', face: 'bold' },
    },
    { name: 'unit', value: ({ item }) => csv.text(item.unit), print: { head: 'Unit', width: 24 } },
    {
      name: 'mg',
      value: ({ item, quantity }) => csv.milligrams(massOf(quantity, item.strength)),
      print: { head: 'mg', width: 36, align: 'decimal' },
    },
    {
      name: 'reason',
      value: ({ reason }) => csv.text(reason),
      print: { head: 'Reason, manner', width: 66, text: reasonText },
    },
    { name: 'manner', value: ({ manner }) => csv.text(manner) },
    {
      name: 'minutes_draw_to_waste',
      value: ({ minutesSinceDraw }) => csv.whole(minutesSinceDraw),
      print: { head: 'Draw to waste, min', width: 38, align: 'figure' },
    },
    {
      name: 'minutes_waste_to_witness',
      value: ({ attested }) => csv.whole(attested?.minutesLater ?? null),
      print: { head: 'Waste to witness, min', width: 40, align: 'figure' },
    },
    {
      name: 'witness_signed_utc',
      value: ({ attested }) => (attested === null ? null : csv.instant(attested.at)),
    },
    {
      name: 'witness_saw',
      value: ({ attested }) => csv.text(attested?.seen ?? null),
      print: { head: 'Saw', width: { share: 27 }, apart: APART },
    },
    ...lastColumns<WasteLine>(zone, (row) => row, { remark: { share: 28 } }),
  ];
}

const reasonText = ({ reason, manner }: WasteLine): string =>
  [reason, manner].filter((each) => each !== '').join(', ');

async function* exceptional(lines: AsyncIterable<WasteLine>): AsyncGenerator<WasteLine> {
  let last = 0;
  for await (const line of lines) {
    if (line.sequence === last || !isException(line)) continue;
    last = line.sequence;
    yield line;
  }
}

function exceptionWords(row: WasteLine): string {
  const { witness } = row;
  const later = witness.state === 'countersigned' ? `SIGNED LATER, BY LINE ${witness.line}` : '';
  return [warnings(row), later].filter((each) => each !== '').join(', ');
}

/** Somebody was missing, came late, or saw only a part. */
function isException({ witness, flags }: WasteLine): boolean {
  if (witness.state === 'unwitnessed' || witness.state === 'countersigned') return true;
  return flags.some((flag) => flag.startsWith('witness'));
}

function totalRow({ item, lines, quantity, unwitnessed }: WasteTotal): FootRow {
  return {
    words: `Total  ${itemWords(item)}: ${counted(lines, 'line')}, ${unwitnessed} unwitnessed`,
    figures: {
      quantity: figure(quantity),
      unit: item.unit,
      mg: milligrams(massOf(quantity, item.strength)),
    },
  };
}
