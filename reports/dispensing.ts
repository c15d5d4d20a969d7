import type { Writable } from 'node:stream';
import type { Zone } from '../src/domain/measures/instant.js';
import { quantity, trimQuantity } from '../src/domain/measures/quantity.js';
import { csv, lineColumns } from './csv.js';
import type { CsvColumn } from './csv.js';
import type {
  DispensingLine,
  DispensingReport,
  DispensingTotal,
  PrintedOrder,
  PrintedPatient,
} from './dispensing-rows.js';
import { beginPrint, closing, stream } from './document.js';
import type { Abbreviations, Printed, PrintOptions } from './document.js';
import { classesOf, rowsOfClass } from './kept-apart.js';
import type { ScheduleClass } from './kept-apart.js';
import { remarkRuns, witnessRuns } from './ledger-lines.js';
import { LEADING, RULE, SIZE } from './page.js';
import type { Print } from './page.js';
import { sheet } from './sheet.js';
import type { Sheet, Workbook } from './sheet.js';
import { groupRow, Table } from './table.js';
import type { Block, Row } from './table.js';
import type { Column } from './column.js';
import type { Run } from './typeset.js';
import {
  ADDRESS_UNKNOWN_WORDS,
  containerWords,
  counted,
  drugWords,
  figure,
  itemWords,
  LINE_WORDS,
  lineNumber,
  METHOD_KEY,
  milligrams,
  OUTCOME_WORDS,
  ROUTE_WORDS,
  when,
  WITNESS_KEY,
} from './words.js';

export const DISPENSING_TITLE = 'Dispensing record';
const CLAUSE = '21 CFR 1304.22(c); every administration, in order of its time';
const UNDER_WORDS = {
  patient: 'patient',
  practitioner: 'ordering practitioner',
  person: 'person who gave it',
} as const;
const KEY =
  'Given: volume to the patient, in the unit of the line. Wasted: of the same draw. Draw: line of the ledger that lowered the balance. ' +
  `Schedule II stands apart from III to V. A correction stands at its own time; the line it names is untouched. ${WITNESS_KEY} In capitals: what departs from ` +
  'the rule. Initials: signature key, last page.';

const COLUMNS: readonly Column[] = [
  { head: 'Line', width: 27, align: 'figure', face: 'bold' },
  { head: 'Date, time', width: 46, align: 'left' },
  { head: 'Patient, address', width: { share: 44 }, align: 'left' },
  { head: 'Order', width: { share: 27 }, align: 'left' },
  { head: 'Drug, strength', width: { share: 17 }, align: 'left' },
  { head: 'Container, lot', width: 48, align: 'left', face: 'code' },
  { head: 'Draw', width: 27, align: 'left' },
  { head: 'Given', width: 31, align: 'figure', face: 'bold' },
  { head: 'Unit', width: 20, align: 'left' },
  { head: 'mg', width: 36, align: 'decimal' },
  { head: 'Wasted', width: 32, align: 'figure' },
  { head: 'Outcome', width: 50, align: 'left' },
  { head: 'Drawn by', width: 28, align: 'left' },
  { head: 'Given by', width: 27, align: 'left' },
  { head: 'Waste witness', width: 33, align: 'left' },
  { head: 'Remark', width: { share: 17 }, align: 'left', spills: true },
];

const ABBREVIATIONS: Abbreviations = [
  ['Line', 'sequence number of the administration in the ledger of this site'],
  ['Date, time', 'when it was given, with the zone in force'],
  ['Address', 'as it was at the time of the entry'],
  [
    'Order',
    'line of the order, dose ordered in mg and in mg per kg of body weight, route, place in a series',
  ],
  ['Draw', 'line or lines at which it left its container'],
  ['Given, Wasted', 'to the patient; of the same draw, destroyed unrecoverably, not given'],
  ['mg', 'milligrams given, by the labelled strength'],
  ['Waste witness', `who saw the waste; the letter is how the witness signed: ${METHOD_KEY}`],
  ['NONE', 'a witness was required and nobody signed; "at n": signed afterwards, by line n'],
  ['LATE', 'entered later than the policy of the site allows without a reason'],
];

/** Prints the dispensing record as PDF. */
export async function printDispensing(
  report: DispensingReport,
  out: Writable,
  options: PrintOptions,
): Promise<Printed> {
  const print = beginPrint(report.head, {
    title: titleOf(report),
    clause: report.under === null ? CLAUSE : `${CLAUSE} under each ${UNDER_WORDS[report.under]}`,
    key: KEY,
    paper: options.paper,
    orientation: 'landscape',
  });
  return stream(print, dispensingPages(print, report), out, options);
}

async function* dispensingPages(print: Print, report: DispensingReport): AsyncGenerator<number> {
  let end = print.top;
  for (const each of classesOf(await report.schedules())) {
    end = yield* pagesOfClass(print, report, each);
  }
  await closing(print, report.head.people, ABBREVIATIONS, end + 16);
  yield print.pages;
}

/** @returns where they end. */
async function* pagesOfClass(
  print: Print,
  report: DispensingReport,
  of: ScheduleClass,
): AsyncGenerator<number, number> {
  const table = new Table(print, {
    columns: COLUMNS,
    heading: (isContinued) => `Administrations: ${of.words}${isContinued ? ', continued' : ''}`,
    carried: null,
    brought: null,
  });
  table.open(null, '');
  let group = '';
  let isEmpty = true;
  for await (const line of rowsOfClass(of, report.lines())) {
    isEmpty = false;
    const row = dispensingRow(line, report.head.site.zone);
    const rows = line.group === group ? [row] : [groupRow(line.group, COLUMNS.length), row];
    ({ group } = line);
    table.add({ rows, carry: '', group });
    print.records += 1;
    yield print.pages;
  }
  if (isEmpty) table.add(nothing(of));
  const totals = (await report.totals()).filter(({ item }) => of.has(item.schedule));
  const y = table.close(totals.length * (SIZE.text * LEADING + 6) + 10);
  const end = layTotals(print, table, totals, y);
  yield print.pages;
  return end;
}

/** A record that leaves something out says so in its title. */
const titleOf = ({ narrowedTo }: DispensingReport): string =>
  narrowedTo === null ? DISPENSING_TITLE : `${DISPENSING_TITLE}: ${narrowedTo}`;

function dispensingRow(line: DispensingLine, zone: Zone): Row {
  const { date, time } = when(line.occurredAt, zone);
  const { labels, lots } = containerWords(line.containers);
  return {
    weight: 'line',
    cells: [
      lineNumber(line.sequence),
      `${date}\n${time}`,
      patientRuns(line.patient),
      orderWords(line.order),
      drugWords(line.item),
      `${labels}\n${lots}`,
      line.drawLines.map(lineNumber).join(', '),
      figure(line.given),
      line.item.unit,
      milligrams(line.mass),
      figure(line.wasted),
      outcomeWords(line),
      line.drawnBy,
      line.performedBy,
      witnessRuns(line),
      remarkRuns(line, zone),
    ],
  };
}

function nothing({ words: schedules }: ScheduleClass): Block {
  const words = `No controlled substance of ${schedules} was administered at this site in the period.`;
  return { rows: [{ weight: 'line', cells: [null, { text: words, span: 10 }] }], carry: '' };
}

function layTotals(
  print: Print,
  table: Table,
  totals: readonly DispensingTotal[],
  start: number,
): number {
  let y = start;
  print.rule(print.left, y - RULE.thin, print.width, RULE.heavy);
  for (const total of totals) {
    const words =
      `Total  ${itemWords(total.item)}: ${counted(total.administrations, 'administration')}, ` +
      `${counted(total.notGiven, 'dose')} not given`;
    const cells = [
      null,
      { text: words, span: 6, face: 'bold' as const },
      ...[null, null, null, null, null],
      { text: figure(total.given), face: 'bold' as const },
      total.item.unit,
      { text: milligrams(total.mass), face: 'bold' as const },
      { text: figure(total.wasted), face: 'bold' as const },
    ];
    y = table.row({ weight: 'carry', cells }, y);
  }
  print.rule(print.left, y, print.width, RULE.heavy);
  return y;
}

function patientRuns({ name, address }: PrintedPatient): readonly Run[] {
  return [{ text: `${name}\n`, face: 'bold' }, addressRun(address)];
}

function addressRun(address: PrintedPatient['address']): Run {
  switch (address.state) {
    case 'known':
      return { text: address.text, face: 'regular' };
    case 'unknown':
      return { text: `Address unknown: ${ADDRESS_UNKNOWN_WORDS[address.reason]}`, face: 'regular' };
    case 'missing':
      return { text: 'NO ADDRESS RECORDED', face: 'bold' };
  }
}

/** "1041: 35 mg, 0.5 mg/kg, IV infusion, 2 of 6". */
export function orderWords(order: PrintedOrder): string {
  const parts = [`${lineNumber(order.sequence)}: ${milligrams(order.dose)}\u00a0mg`];
  if (order.dosePerKilogram !== null) {
    parts.push(`${trimQuantity(quantity(order.dosePerKilogram))}\u00a0mg/kg`);
  }
  parts.push(ROUTE_WORDS[order.route]);
  if (order.series !== null) parts.push(`${order.series.number}\u00a0of\u00a0${order.series.of}`);
  return parts.join(', ');
}

function outcomeWords(line: DispensingLine): string {
  const outcome = OUTCOME_WORDS[line.outcome];
  return line.kind === 'correction' ? `${LINE_WORDS.correction}: ${outcome}` : outcome;
}

/** The lines of the dispensing record for machines. */
export function dispensingWorkbook(report: DispensingReport): Workbook {
  const { head } = report;
  const columns = csvColumns(head.site.zone);
  return {
    name: 'dispensing',
    title: titleOf(report),
    head,
    sheets: async function* (): AsyncGenerator<Sheet> {
      for (const each of classesOf(await report.schedules())) {
        yield sheet(`dispensing-${each.name}`, columns, () => rowsOfClass(each, report.lines()));
      }
    },
  };
}

function csvColumns(zone: Zone): readonly CsvColumn<DispensingLine>[] {
  return [
    { name: 'line', value: (line) => csv.whole(line.sequence) },
    { name: 'entry', value: (line) => csv.text(LINE_WORDS[line.kind]) },
    { name: 'under', value: ({ group }) => csv.text(group) },
    { name: 'patient', value: ({ patient }) => csv.text(patient.name) },
    { name: 'address', value: ({ patient }) => csv.text(addressRun(patient.address).text) },
    { name: 'order_line', value: ({ order }) => csv.whole(order.sequence) },
    { name: 'ordered_mg', value: ({ order }) => csv.milligrams(order.dose) },
    { name: 'ordered_mg_per_kg', value: ({ order }) => perKilogram(order) },
    { name: 'route', value: ({ order }) => csv.text(ROUTE_WORDS[order.route]) },
    { name: 'series_number', value: ({ order }) => csv.whole(order.series?.number ?? null) },
    { name: 'series_of', value: ({ order }) => csv.whole(order.series?.of ?? null) },
    { name: 'drug', value: ({ item }) => csv.plain(drugWords(item)) },
    { name: 'audit_item', value: ({ item }) => csv.plain(itemWords(item)) },
    { name: 'schedule', value: ({ item }) => csv.text(item.schedule) },
    { name: 'containers', value: (line) => csv.text(containerWords(line.containers).labels) },
    { name: 'lots', value: (line) => csv.text(containerWords(line.containers).lots) },
    { name: 'draw_lines', value: (line) => csv.text(line.drawLines.map(lineNumber).join(' ')) },
    { name: 'unit', value: ({ item }) => csv.text(item.unit) },
    { name: 'given', value: ({ given }) => csv.quantity(given) },
    { name: 'mg', value: ({ mass }) => csv.milligrams(mass) },
    { name: 'wasted', value: ({ wasted }) => csv.quantity(wasted) },
    { name: 'outcome', value: ({ outcome }) => csv.text(OUTCOME_WORDS[outcome]) },
    { name: 'drawn_by', value: ({ drawnBy }) => csv.text(drawnBy) },
    ...lineColumns<DispensingLine>(zone, (line) => line),
  ];
}

function perKilogram({ dosePerKilogram }: PrintedOrder): ReturnType<typeof csv.text> {
  return dosePerKilogram === null ? null : { decimal: trimQuantity(quantity(dosePerKilogram)) };
}
