import { fork } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { ReportHead } from '../reports/head.js';
import { ledgerBlock } from '../reports/ledger-lines.js';
import type {
  Disposition,
  LedgerLine,
  LedgerReport,
  LedgerSection,
} from '../reports/ledger-rows.js';
import { LEDGER_COLUMNS, printLedger } from '../reports/ledger.js';
import type { Row } from '../reports/table.js';
import { fontBytes } from '../reports/typeface.js';
import { businessDate, instantOfMicroseconds, zone } from '../src/domain/instant.js';
import type { Instant } from '../src/domain/instant.js';
import { massOf, quantity, strength, subtract, sum, ZERO } from '../src/domain/quantity.js';
import type { Quantity } from '../src/domain/quantity.js';

/**
 * Pages a second of the ledger against the same cells, at the same places, by pdfkit's own text call, with the same
 * embedded fonts; and the peak memory of each, in a process of its own. Ratios of one run on one machine.
 *
 * `node bench/print.bench.js [pages for the ratio] [pages for the memory]`, from a built tree that holds reports, src/domain and bench.
 */

const WAY = ['ours', 'pdfkit'] as const;
type Way = (typeof WAY)[number];

export interface PrintFigures {
  readonly way: Way;
  readonly pages: number;
  readonly seconds: number;
  /** Processor time of all threads: what a busy machine does not distort. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly peakRssMiB: number;
}

/** Draws to a page, each with what became of it. */
const DRAWS_PER_PAGE = 8.9;
const RATIO_PAGES = 600;
const MEMORY_PAGES = 10_000;
const ROUNDS = 3;

/** Runs each way in a process of its own and prints the table. */
export async function printBench(
  ratioPages = RATIO_PAGES,
  memoryPages = MEMORY_PAGES,
): Promise<{ readonly ratio: number; readonly cpuRatio: number; readonly long: PrintFigures }> {
  const runs: Record<Way, PrintFigures[]> = { ours: [], pdfkit: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of WAY) {
      const figures = await inOwnProcess(way, ratioPages);
      runs[way].push(figures);
      show(figures);
    }
  }
  const long = await inOwnProcess('ours', memoryPages);
  show(long);
  const ratio = rate(runs.ours, 'seconds') / rate(runs.pdfkit, 'seconds');
  const cpuRatio = rate(runs.ours, 'cpuSeconds') / rate(runs.pdfkit, 'cpuSeconds');
  console.log(
    `ledger PDF, ours / pdfkit text per cell: ${ratio.toFixed(1)} times the pages a second, ` +
      `${cpuRatio.toFixed(1)} times the pages a processor second`,
  );
  return { ratio, cpuRatio, long };
}

/** Of the middle round. */
function rate(figures: readonly PrintFigures[], per: 'seconds' | 'cpuSeconds'): number {
  return median(figures.map((each) => each.pages / each[per]));
}

function show(figures: PrintFigures): void {
  console.log(
    [
      figures.way.padEnd(8),
      `${figures.pages} pages`.padStart(13),
      `${(figures.pages / figures.seconds).toFixed(0)} pages/s`.padStart(14),
      `${(figures.pages / figures.cpuSeconds).toFixed(0)} pages/cpu-s`.padStart(18),
      `${figures.megabytes.toFixed(1)} MB`.padStart(11),
      `peak ${figures.peakRssMiB.toFixed(0)} MiB`.padStart(15),
    ].join(''),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function inOwnProcess(way: Way, pages: number): Promise<PrintFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [way, String(pages)]);
    child.once('message', (message) => {
      resolve(message as PrintFigures);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`expected figures from ${way}, found exit ${code ?? 'by a signal'}`));
    });
  });
}

async function measure(way: Way, pages: number): Promise<PrintFigures> {
  const report = sampleLedger(Math.round(pages * DRAWS_PER_PAGE));
  const sink = new Counter();
  const begun = process.hrtime.bigint();
  const cpuBegun = process.cpuUsage();
  const printed =
    way === 'ours'
      ? await printLedger(report, sink, { paper: 'letter' })
      : await printByCell(report, sink);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const cpu = process.cpuUsage(cpuBegun);
  return {
    way,
    pages: printed,
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    megabytes: sink.bytes / 1e6,
    peakRssMiB: process.resourceUsage().maxRSS / 1024,
  };
}

class Counter extends Writable {
  bytes = 0;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}

const ZONE = zone('America/New_York');
const NAMES = [
  'Eleanor Whitcombe',
  'Marcus Delgado-Rivera',
  'Søren Aagaard',
  'Ruth Blum',
  'Chidi Okonkwo',
];
const FAMILIES = 997;
const STRENGTH = strength(50_000);
const FIRST = 1_772_460_000_000_000n;

/** A ledger of so many draws, made while it is read: nothing of it is held. */
export function sampleLedger(draws: number): LedgerReport {
  let last = ZERO;
  let given = ZERO;
  let wasted = ZERO;
  const before = quantity(draws * 1500);
  const section: LedgerSection = {
    item: {
      substance: 'Ketamine hydrochloride',
      strength: STRENGTH,
      form: 'injection',
      size: quantity(10_000),
      unit: 'mL',
      container: 'vial',
      schedule: 'III',
    },
    broughtForward: before,
    *lines() {
      last = before;
      for (let index = 0; index < draws; index += 1) {
        const line = sampleLine(index, last);
        last = line.onHand;
        given = sum([given, line.dispositions[0]?.given ?? ZERO]);
        wasted = sum([wasted, line.dispositions[1]?.wasted ?? ZERO]);
        yield line;
      }
    },
    totals: () => ({
      lines: draws * 3,
      in: ZERO,
      out: subtract(before, last),
      carriedForward: last,
      inByKind: [],
      outByKind: [{ words: 'Drawn', quantity: subtract(before, last) }],
      drawn: subtract(before, last),
      given,
      wasted,
      held: ZERO,
      handedOver: ZERO,
      inProcess: ZERO,
      custody: { inProcess: ZERO, held: ZERO, total: last },
    }),
  };
  return { head: sampleHead(), sections: () => [section] };
}

// Every object is written out: a spread of many fields makes slow objects, and would be measured instead of the print.
function sampleLine(index: number, before: Quantity): LedgerLine {
  const out = quantity(700 + ((index * 37) % 13) * 25);
  const waste = quantity(25 + (index % 7) * 10);
  const given = subtract(out, waste);
  const sequence = 1000 + index * 4;
  const at = instantOfMicroseconds(FIRST + BigInt(index) * 1_500_000_000n);
  const later = instantOfMicroseconds(FIRST + BigInt(index) * 1_500_000_000n + 2_400_000_000n);
  const name = `${NAMES[index % NAMES.length] ?? ''}-${(index * 7) % FAMILIES}`;
  const isLate = index % 40 === 7;
  const label = `${sequence - (sequence % 56)}-${1 + (index % 14)}`;
  return {
    sequence,
    occurredAt: at,
    recordedAt: at,
    isLate,
    performedBy: index % 2 === 0 ? 'MO' : 'TA',
    transcribedBy: null,
    witness: { state: 'not-required' },
    flags: [],
    corrects: null,
    correctedBy: null,
    remark: isLate ? 'Network down; written on paper first.' : null,
    kind: 'draw',
    containers: [{ label, lot: `AB${1000 + (index % 50)}` }],
    party: name,
    detail: `Order ${sequence - 1}: 35 mg, 0.5 mg/kg IV`,
    in: null,
    out,
    onHand: subtract(before, out),
    mass: massOf(out, STRENGTH),
    given: null,
    wasted: null,
    held: null,
    handedOver: null,
    inProcess: ZERO,
    memo: null,
    dispositions: [
      sampleDisposition('administration', sequence + 1, later, given),
      sampleDisposition('waste', sequence + 2, later, waste),
    ],
  };
}

function sampleDisposition(
  kind: 'administration' | 'waste',
  sequence: number,
  at: Instant,
  amount: Quantity,
): Disposition {
  const isWaste = kind === 'waste';
  return {
    sequence,
    occurredAt: at,
    recordedAt: at,
    isLate: false,
    performedBy: 'MO',
    transcribedBy: null,
    witness: isWaste
      ? { state: 'witnessed', initials: 'JK', method: 'pin' }
      : { state: 'not-required' },
    flags: [],
    corrects: null,
    correctedBy: null,
    remark: null,
    kind,
    detail: isWaste ? 'Dose remainder, drug destroyer' : 'Completed',
    given: isWaste ? null : amount,
    wasted: isWaste ? amount : null,
    held: null,
    handedOver: null,
    mass: massOf(amount, STRENGTH),
  };
}

function sampleHead(): ReportHead {
  const at = instantOfMicroseconds(FIRST);
  return {
    registrant: {
      name: 'Lakeview Infusion Center, PLLC',
      address: '1200 N. Main Street, Ithaca, NY 14850',
      deaNumber: 'FL1234563',
    },
    site: { name: 'Ithaca', zone: ZONE },
    period: { from: businessDate('2026-03-02'), to: businessDate('2028-03-01') },
    basis: { kind: 'as-happened' },
    clock: 'real',
    release: 'Countersign 0.1.0',
    checkpoint: {
      origin: 'bench.invalid/csl/site/0',
      size: 100_000,
      root: new Uint8Array(32),
      notedAt: at,
      keyId: '00000000',
    },
    people: () => [],
  };
}

/** The same rows and places by `doc.text`, with as little else as can be: no measuring, no totals, no keys. */
async function printByCell(report: LedgerReport, sink: Counter): Promise<number> {
  const document = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
  });
  document.registerFont('regular', fontBytes('regular'));
  document.registerFont('bold', fontBytes('bold'));
  const finished = new Promise((resolve) => document.pipe(sink).once('finish', resolve));
  let pages = 0;
  let y = Infinity;
  for await (const section of report.sections()) {
    for await (const line of section.lines()) {
      const { rows } = ledgerBlock(line, ZONE, 'mL');
      const height = rows.reduce((sum, row) => sum + depth(row) * 9.3 + 2.5, 0);
      if (y + height > 540) {
        document.addPage();
        pages += 1;
        y = headByCell(document, report);
      }
      for (const row of rows) {
        rowByCell(document, row, y);
        y += depth(row) * 9.3 + 2.5;
      }
    }
  }
  document.end();
  await finished;
  return pages;
}

function headByCell(document: InstanceType<typeof PDFDocument>, { head }: LedgerReport): number {
  document.font('bold').fontSize(15).text('Controlled-substance ledger', 30, 30, { width: 230 });
  document.fontSize(9.5).text(head.registrant.name, 280, 34, { width: 240 });
  document.font('regular').fontSize(7.5).text(head.registrant.address, 280, 46, { width: 240 });
  document.text(`DEA registration ${head.registrant.deaNumber}`, 280, 56, { width: 240 });
  document.text(`Checkpoint ${head.checkpoint.origin} ${head.checkpoint.size}`, 30, 580, {
    width: 730,
  });
  document.font('bold').fontSize(7);
  for (const { head: text, x, width } of PLACES) document.text(text, x, 90, { width });
  return 104;
}

function rowByCell(document: InstanceType<typeof PDFDocument>, row: Row, y: number): void {
  if (row.weight === 'line') document.rect(30, y, 732, 0.3).fill();
  for (const [index, cell] of row.cells.entries()) {
    const place = PLACES[index];
    const text = textOf(cell);
    if (place === undefined || text === '') continue;
    document.font(place.face).fontSize(7.5);
    document.text(text, place.x, y + 2, { width: place.width, align: place.align });
  }
}

function depth(row: Row): number {
  return Math.max(...row.cells.map((cell) => textOf(cell).split('\n').length));
}

function textOf(cell: Row['cells'][number]): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' && 'text' in cell ? cell.text : cell;
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

const PLACES = (() => {
  let x = 30;
  const fixed = LEDGER_COLUMNS.reduce(
    (sum, { width }) => sum + (typeof width === 'number' ? width : 0),
    0,
  );
  return LEDGER_COLUMNS.map((column) => {
    const points =
      typeof column.width === 'number' ? column.width : ((732 - fixed) * column.width.share) / 100;
    const place = {
      head: column.head,
      x: x + 2.5,
      width: points - 5,
      align: column.align === 'left' ? ('left' as const) : ('right' as const),
      face: 'face' in column ? column.face : ('regular' as const),
    };
    x += points;
    return place;
  });
})();

const [, script, first, second] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const way = WAY.find((each) => each === first);
  if (way !== undefined) process.send?.(await measure(way, Number(second)), () => process.exit());
  else await printBench(Number(first ?? RATIO_PAGES), Number(second ?? MEMORY_PAGES));
}
