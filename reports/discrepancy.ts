import { isolated } from './isolated.js';
import type { Writable } from 'node:stream';
import type { Zone } from '../src/domain/measures/instant.js';
import { trimQuantity } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { discrepancyColumns } from './discrepancy-csv.js';
import { sumsPart } from './discrepancy-sums.js';
import { CASES_PER_REPORT } from './discrepancy-rows.js';
import type {
  CaseClosing,
  CaseCounts,
  CaseEvent,
  DiscrepancyCase,
  DiscrepancyReport,
} from './discrepancy-rows.js';
import { beginPrint, closing, stream } from './document.js';
import type { Abbreviations, Printed, PrintOptions } from './document.js';
import { witnessRuns } from './ledger-lines.js';
import { LEADING, SIZE } from './page.js';
import type { Print } from './page.js';
import { sheet } from './sheet.js';
import type { Sheet, Workbook } from './sheet.js';
import { Table } from './table.js';
import type { Block } from './table.js';
import type { Column } from './column.js';
import type { Run } from './typeset.js';
import {
  CASE_STATUS_WORDS,
  CAUSE_WORDS,
  figure,
  itemWords,
  lineNumber,
  METHOD_KEY,
  signed,
  stamp,
  when,
  WITNESS_KEY,
} from './words.js';

export const DISCREPANCY_TITLE = 'Discrepancy report';
const CLAUSE = '21 CFR 1304.21(a), 1301.76(b): where count and book differ';
const KEY =
  'Difference: effective count minus book; negative is short, positive is over. Explained range: what overfill, dead ' +
  `space and the resolution of the measure account for. ${WITNESS_KEY} Initials: signature key, last page.`;

const SUMMARY: readonly Column[] = [
  { head: 'Case', width: 44, align: 'left', face: 'bold' },
  { head: 'Opened', width: 48, align: 'left' },
  { head: 'Audit item, container', width: { share: 3 }, align: 'left' },
  { head: 'Counted', width: 42, align: 'decimal' },
  { head: 'Book', width: 42, align: 'decimal' },
  { head: 'Difference', width: 46, align: 'decimal', face: 'bold' },
  { head: 'Unit', width: 44, align: 'left' },
  { head: 'Status', width: 66, align: 'left' },
  { head: 'Cause', width: { share: 2 }, align: 'left' },
];
const COUNTS: readonly Column[] = [
  { head: 'First count', width: { share: 1 }, align: 'figure' },
  { head: 'Recount', width: { share: 1 }, align: 'figure' },
  { head: 'Book', width: { share: 1 }, align: 'figure' },
  { head: 'Difference', width: { share: 1 }, align: 'figure', face: 'bold' },
  { head: 'Unit', width: { share: 1 }, align: 'left' },
  { head: 'Explained range', width: { share: 2 }, align: 'left' },
];
const TIMELINE: readonly Column[] = [
  { head: 'Line', width: 30, align: 'figure', face: 'bold' },
  { head: 'Date, time', width: 80, align: 'left' },
  { head: 'Act', width: 84, align: 'left' },
  { head: 'By', width: 28, align: 'left' },
  { head: 'Witness', width: 36, align: 'left' },
  { head: 'What was found, said or done', width: { share: 1 }, align: 'left' },
];

const ABBREVIATIONS: Abbreviations = [
  ['Case', 'line of the ledger that opened it, and its place in that line'],
  ['Counted, Book', 'what people measured; what the ledger said at that moment'],
  [
    'Difference',
    'effective count (the recount, where there is one) minus book: negative is short, positive is over',
  ],
  [
    'Explained range',
    'book quantities that the container itself explains: overfill, dead space, resolution of the measure',
  ],
  ['Uninvolved', 'has not drawn from the container since the last agreed count'],
  [
    'By, Witness',
    `initials of the performer and of the second person; the letter is how the witness signed: ${METHOD_KEY}`,
  ],
];

const BETWEEN_PARTS = 18;
/** Room that a case needs to begin on a page: title, counts, first facts. */
const ROOM_FOR_CASE = 190;
const FACT_WIDTH = 92;

/** Prints the discrepancy report as PDF. */
export async function printDiscrepancies(
  report: DiscrepancyReport,
  out: Writable,
  options: PrintOptions,
): Promise<Printed> {
  const print = beginPrint(report.head, {
    title: DISCREPANCY_TITLE,
    clause: CLAUSE,
    key: KEY,
    paper: options.paper,
    orientation: 'portrait',
  });
  return stream(print, discrepancyPages(print, report), out, options);
}

/** One record for each case, in the order of the print, for machines. */
export function discrepancyWorkbook(report: DiscrepancyReport): Workbook {
  const { head } = report;
  const cases = sheet('discrepancies', discrepancyColumns(head.site.zone), async function* () {
    yield* await openFirst(report);
  });
  const sums = async function* (): AsyncGenerator<Sheet> {
    yield cases;
    const { sheet: byItem } = sumsPart(await openFirst(report));
    if (byItem !== null) yield byItem;
  };
  return { name: 'discrepancies', title: DISCREPANCY_TITLE, head, sheets: sums };
}

async function* discrepancyPages(print: Print, report: DiscrepancyReport): AsyncGenerator<number> {
  const zone = report.head.site.zone;
  const cases = await openFirst(report);
  print.records += cases.length;
  let y = laySummary(print, cases, zone);
  yield print.pages;
  if (cases.length > 0) {
    y = yield* sumsPart(cases).lay(print, y + BETWEEN_PARTS);
  }
  for (const each of cases) {
    y = layCase(print, each, zone, y + 18);
    yield print.pages;
  }
  await closing(print, report.head.people, ABBREVIATIONS, y + 18);
  yield print.pages;
}

async function openFirst(report: DiscrepancyReport): Promise<readonly DiscrepancyCase[]> {
  const cases: DiscrepancyCase[] = [];
  for await (const each of report.cases()) {
    if (cases.length === CASES_PER_REPORT) {
      throw new RangeError(`expected at most ${CASES_PER_REPORT} cases in one report`);
    }
    cases.push(each);
  }
  const rank = ({ status }: DiscrepancyCase): number => (status === 'open' ? 0 : 1);
  return cases.sort((a, b) => rank(a) - rank(b) || a.openedLine - b.openedLine);
}

function laySummary(print: Print, cases: readonly DiscrepancyCase[], zone: Zone): number {
  const open = cases.filter(({ status }) => status === 'open').length;
  const table = new Table(print, {
    columns: SUMMARY,
    heading: (isContinued) =>
      `${cases.length === 1 ? '1 case' : `${cases.length} cases`}, ${open} open${isContinued ? ', continued' : ''}`,
    carried: null,
    brought: null,
  });
  table.open(null, '');
  for (const each of cases) table.add(summaryBlock(each, zone));
  if (cases.length === 0) {
    const text = 'No discrepancy was open or opened at this site in the period.';
    table.add({ rows: [{ weight: 'line', cells: [{ text, span: 9 }] }], carry: '' });
  }
  return table.close(0);
}

function summaryBlock(each: DiscrepancyCase, zone: Zone): Block {
  const { counts } = each;
  const status = CASE_STATUS_WORDS[each.status];
  const cells = [
    each.id,
    when(each.openedAt, zone).date,
    `${itemWords(each.item)}${each.container === null ? '' : `; ${each.container.label}`}`,
    amount(counts, counts.recount ?? counts.first),
    amount(counts, counts.book),
    difference(counts),
    unitWords(each),
    {
      text: statusLine(each, status, zone),
      face: isOpen(each) ? ('bold' as const) : ('regular' as const),
    },
    each.closing === null ? null : CAUSE_WORDS[each.closing.cause],
  ];
  return { rows: [{ weight: 'line', cells }], carry: '' };
}

function statusLine(each: DiscrepancyCase, status: string, zone: Zone): string {
  if (each.closing !== null) return `${status} ${when(each.closing.at, zone).date}`;
  return each.due === null ? status.toUpperCase() : `${status.toUpperCase()}, due ${each.due}`;
}

function layCase(print: Print, each: DiscrepancyCase, zone: Zone, y: number): number {
  const { counts } = each;
  const status = CASE_STATUS_WORDS[each.status];
  const title = `Case ${each.id}: ${isOpen(each) ? status.toUpperCase() : status.toLowerCase()}`;
  const head = { carried: null, brought: null, room: ROOM_FOR_CASE } as const;
  const figures = new Table(print, { ...head, columns: COUNTS, heading: () => title });
  figures.open(y, '');
  const cells = [
    amount(counts, counts.first),
    counts.recount === null ? 'none' : amount(counts, counts.recount),
    amount(counts, counts.book),
    difference(counts),
    unitWords(each),
    envelopeWords(counts),
  ];
  figures.add({ rows: [{ weight: 'line', cells }], carry: '' });
  const facts = layFacts(print, factsOf(each, zone), figures.close(0) + 11);
  const timeline = new Table(print, {
    columns: TIMELINE,
    heading: (isContinued) => (isContinued ? `${title}, timeline, continued` : 'Timeline'),
    carried: null,
    brought: null,
    room: 70,
    headingSize: 8.5,
  });
  timeline.open(facts, '');
  for (const event of each.timeline) timeline.add(eventBlock(event, zone));
  return timeline.close(0);
}

function eventBlock(event: CaseEvent, zone: Zone): Block {
  const cells = [
    lineNumber(event.sequence),
    stamp(event.occurredAt, zone),
    event.act,
    event.performedBy,
    witnessRuns(event),
    event.text,
  ];
  return { rows: [{ weight: 'line', cells }], carry: '' };
}

type Fact = readonly [name: string, text: string | readonly Run[]];

function factsOf(each: DiscrepancyCase, zone: Zone): readonly Fact[] {
  const where =
    each.container === null ? '' : `, container ${each.container.label}, lot ${each.container.lot}`;
  const facts: Fact[] = [
    ['Audit item', itemWords(each.item)],
    ['Where', `${each.location}${where}`],
    [
      'Opened',
      `${stamp(each.openedAt, zone)}, by line ${lineNumber(each.openedLine)}, found by ${FOUND_BY_WORDS[each.foundBy]}`,
    ],
    ['Owner', `${each.owner ?? 'nobody yet'}${each.due === null ? '' : `, due ${each.due}`}`],
  ];
  if (each.closing !== null) facts.push(...closingFacts(each, each.closing, zone));
  return facts;
}

const FOUND_BY_WORDS = {
  count: 'a count',
  'close-out': 'a close-out',
  draw: 'a draw',
  assay: 'an assay',
} as const;

function closingFacts(each: DiscrepancyCase, closed: CaseClosing, zone: Zone): readonly Fact[] {
  const lines = closed.explainedBy.map(lineNumber).join(', ');
  const cause = `${CAUSE_WORDS[closed.cause]}${lines === '' ? '' : ` (${closed.explainedBy.length === 1 ? 'line' : 'lines'} ${lines})`}. ${closed.explanation}`;
  const settled =
    closed.settled === null
      ? 'The book stands as it was.'
      : `The book took over ${signedAmount(each.counts, closed.settled)} ${unitWords(each)}.`;
  const closers = closed.closers.map(
    ({ initials, printedName, isUninvolved }) =>
      `${isolated(printedName)} (${isolated(initials)}${isUninvolved ? ', uninvolved' : ''})`,
  );
  const nobody = closed.nobodyUninvolved
    ? ' Nobody exists who has not drawn from the container since the last agreed count.'
    : '';
  return [
    ['Cause', cause],
    [
      'Outcome',
      `${CASE_STATUS_WORDS[each.status]} ${stamp(closed.at, zone)}, line ${lineNumber(closed.sequence)}. ${settled}`,
    ],
    ['Closed by', `${closers.join(' and ')}.${nobody}`],
  ];
}

/** Name and text of each fact, one under the other; a fact that does not fit goes to the next page. */
function layFacts(print: Print, facts: readonly Fact[], start: number): number {
  let y = start;
  const width = print.width - FACT_WIDTH;
  for (const [name, text] of facts) {
    const lines = print.set(text, { face: 'regular', size: SIZE.text, width });
    if (y + lines.length * SIZE.text * LEADING > print.bottom) {
      print.turn();
      y = print.top + SIZE.text;
    }
    const label = print.set(`${name} `, { face: 'bold', size: SIZE.text, width: FACT_WIDTH });
    const base = y;
    print.element('P', () => {
      for (const line of label) print.line(line, { x: print.left + 2.5, y: base, size: SIZE.text });
      for (const [index, line] of lines.entries()) {
        const at = base + index * SIZE.text * LEADING;
        print.line(line, { x: print.left + FACT_WIDTH, y: at, size: SIZE.text });
      }
    });
    y += lines.length * SIZE.text * LEADING + 2;
  }
  return y;
}

function isOpen({ status }: DiscrepancyCase): boolean {
  return status === 'open';
}

function unitWords({ counts, item }: DiscrepancyCase): string {
  return counts.unit === 'containers' ? 'containers' : item.unit;
}

/** Containers are whole; quantities have three decimals. */
function amount({ unit }: CaseCounts, value: Quantity): string {
  return unit === 'containers' ? trimQuantity(value) : figure(value);
}

function difference(counts: CaseCounts): string {
  return signedAmount(counts, counts.difference);
}

function signedAmount({ unit }: CaseCounts, value: Quantity): string {
  const text = signed(value);
  return unit === 'containers' ? text.replace(/\.0+$/, '') : text;
}

function envelopeWords({ envelope }: CaseCounts): string {
  if (envelope === null) return 'none: sealed stock';
  return `${figure(envelope.low)} to ${figure(envelope.high)}`;
}
