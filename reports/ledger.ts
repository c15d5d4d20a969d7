import type { Writable } from 'node:stream';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { APART } from './measures.js';
import { beginPrint, closing, stream } from './document.js';
import type { Abbreviations, Printed, PrintOptions } from './document.js';
import { balanceRow, ledgerBlock } from './ledger-lines.js';
import type { LedgerReport, LedgerSection } from './ledger-rows.js';
import { layTotals, totalsHeight } from './ledger-totals.js';
import type { Print } from './page.js';
import { Table } from './table.js';
import type { Row } from './table.js';
import type { Column } from './column.js';
import { figure, itemWords, METHOD_KEY, WITNESS_KEY } from './words.js';

export const LEDGER_TITLE = 'Controlled-substance ledger';
const CLAUSE = '21 CFR 1304.21(a), 1304.22(c); per audit item, in register order';
const CLAUSE_BY_EVENT = '21 CFR 1304.21(a), 1304.22(c); per audit item, by event time';

const BY_EVENT =
  'Balance by event time: computed in the order of events; the balances stored with the lines stand in the ledger in register ' +
  'order. LATE, and lines entered after later events, are marked. A correction stands under the line that its chain begins with, at ' +
  'the moment of that line, with its own date; the line is untouched. ';
const BALANCE =
  'Balance: in containers, sealed or open; the draw lowers it, what became of the draw does not. ';
const IN_REGISTER = 'A correction stands at its own line; the line it names is untouched. ';
const KEY =
  `Counts change nothing. ${WITNESS_KEY} In capitals: what departs from the rule. ` +
  'Initials: signature key, last page.';

const FIGURES = { align: 'figure', width: 31 } as const;

export const LEDGER_COLUMNS = [
  { head: 'Line', width: 27, align: 'figure', face: 'bold' },
  { head: 'Date, time', width: 45, align: 'left' },
  { head: 'Entry', width: 52, align: 'left' },
  { head: 'Container, lot', width: 52, align: 'left' },
  { head: 'Patient or other party', width: { share: 69 }, align: 'left' },
  { head: 'In', group: 'On hand, {unit}', ...FIGURES },
  { head: 'Out', group: 'On hand, {unit}', ...FIGURES },
  { head: 'Balance', group: 'On hand, {unit}', ...FIGURES, width: 36, face: 'bold' },
  { head: 'Given', group: 'What became of the draw, {unit}', ...FIGURES },
  { head: 'Wasted', group: 'What became of the draw, {unit}', ...FIGURES },
  { head: 'Held', group: 'What became of the draw, {unit}', ...FIGURES, width: 29 },
  { head: 'Handed over', group: 'What became of the draw, {unit}', ...FIGURES },
  { head: 'In process', group: 'What became of the draw, {unit}', ...FIGURES },
  { head: 'mg', width: 36, align: 'decimal' },
  { head: 'By', width: 28, align: 'left', apart: APART },
  { head: 'Witness', width: 32, align: 'left' },
  { head: 'Remark', width: { share: 31 }, align: 'left', spills: true },
] as const satisfies readonly Column[];

const ABBREVIATIONS: Abbreviations = [
  [
    'Line',
    'sequence number of the entry in the ledger; numbers of other audit items stand on their own pages',
  ],
  [
    'Date, time',
    'when it happened, with the zone in force; "entered" in a remark is when it was recorded',
  ],
  [
    'In, Out, Balance',
    'put into, taken out of, and standing in containers, in the unit of the item',
  ],
  ['Given, Wasted', 'to the patient; destroyed unrecoverably, not given'],
  ['Held', 'residue sealed in a numbered bag until a witness comes'],
  ['Handed over', 'left the site running in a patient, to the receiving unit named'],
  ['In process', 'drawn and not yet accounted for'],
  ['mg', 'milligrams of the quantity of that line, by the labelled strength'],
  [
    'By, Witness',
    `initials of the performer and of the second person; the letter is how the witness signed: ${METHOD_KEY}`,
  ],
  ['NONE', 'a witness was required and nobody signed; "at n": signed afterwards, by line n'],
  ['LATE', 'entered later than the policy of the site allows without a reason'],
  ['Second count', 'of a person who counted apart, and saw neither the first figures nor the book'],
  [
    'Overfill, hub loss',
    'what a container holds beyond its label; what stays in needles and hubs (dead space)',
  ],
];

/** Prints the ledger as PDF, page by page as the lines come. */
export async function printLedger(
  report: LedgerReport,
  out: Writable,
  options: PrintOptions,
): Promise<Printed> {
  const { isByEvent = false } = report;
  const print = beginPrint(report.head, {
    title: ledgerTitle(report),
    clause: isByEvent ? CLAUSE_BY_EVENT : CLAUSE,
    key: `${isByEvent ? BY_EVENT : ''}${BALANCE}${isByEvent ? '' : IN_REGISTER}${KEY}`,
    paper: options.paper,
    orientation: 'landscape',
  });
  return stream(print, ledgerPages(print, report), out, options);
}

/** An order that is not the register's is said in the title and over the balance. */
export const ledgerTitle = ({ isByEvent }: Pick<LedgerReport, 'isByEvent'>): string =>
  isByEvent === true ? `${LEDGER_TITLE} by event time` : LEDGER_TITLE;

async function* ledgerPages(print: Print, report: LedgerReport): AsyncGenerator<number> {
  let end: number | null = null;
  for await (const section of report.sections()) {
    const table = new Table(print, tableHead(print, section, report));
    table.open(null, figure(section.broughtForward));
    table.add({
      rows: [
        balanceRow(`Balance brought forward at the start of ${report.head.period.from}`)(
          figure(section.broughtForward),
        ),
      ],
      carry: figure(section.broughtForward),
    });
    yield print.pages;
    let last = 0;
    let onHand = section.broughtForward;
    for await (const line of section.lines()) {
      if (report.isByEvent !== true) assertOrder(last, line.sequence);
      last = line.sequence;
      onHand = line.onHand;
      print.records += 1;
      table.add(ledgerBlock(line, report.head.site.zone, section.item.unit));
      yield print.pages;
    }
    end = await finish(print, table, section, { onHand, isEmpty: last === 0 });
    yield print.pages;
  }
  if (end === null) end = nothing(print);
  await closing(print, report.head.people, ABBREVIATIONS, end + 16);
  yield print.pages;
}

async function finish(
  print: Print,
  table: Table,
  section: LedgerSection,
  state: { readonly onHand: Quantity; readonly isEmpty: boolean },
): Promise<number> {
  const totals = await section.totals();
  // The service's totals and its lines come from two queries. If they differ, neither may be printed as the truth.
  if (totals.carriedForward !== state.onHand) {
    throw new Error(
      `expected ${figure(state.onHand)} carried forward after the last line, found ${figure(totals.carriedForward)}`,
    );
  }
  if (state.isEmpty) {
    table.add({
      rows: [spanning('No entry for this audit item in the period.')],
      carry: figure(state.onHand),
    });
  }
  const y = table.close(totalsHeight(print, section, totals));
  return layTotals({ print, table, section, totals, y });
}

function nothing(print: Print): number {
  print.turn();
  return print.paragraph(
    'No controlled substance was on hand or moved at this site in the period.',
    { x: print.left, y: print.top + 14, size: 10.5 },
    { face: 'bold', width: print.width },
  );
}

function tableHead(
  print: Print,
  { item }: LedgerSection,
  { isByEvent }: LedgerReport,
): Table['head'] {
  const headed = (column: Column): Column =>
    isByEvent === true && column.head === 'Balance'
      ? { ...column, head: 'Balance by event time' }
      : column;
  return {
    columns: LEDGER_COLUMNS.map((column: Column) =>
      column.group === undefined
        ? column
        : headed({ ...column, group: column.group.replace('{unit}', item.unit) }),
    ),
    heading: (isContinued) => [
      { text: print.short(itemWords(item)), face: 'bold' },
      {
        text: `   Schedule ${item.schedule}${isContinued ? ', continued' : ''}`,
        face: 'regular',
      },
    ],
    carried: (carry, page) => balanceRow(`Balance carried forward to page ${page}`)(carry),
    brought: (carry, page) => balanceRow(`Balance brought forward from page ${page}`)(carry),
  };
}

function spanning(text: string): Row {
  return { weight: 'line', cells: [null, { text, span: 12 }] };
}

function assertOrder(before: number, after: number): void {
  if (after < before) {
    throw new Error(`expected lines in register order, found ${after} after ${before}`);
  }
}
