import { fork } from 'node:child_process';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { printLedger } from '../reports/ledger.js';
import type { LedgerReport } from '../reports/ledger-rows.js';
import { SignedFile } from '../reports/signed-file.js';
import { printByBrowser } from './print/by-browser.js';
import { printByCell } from './print/by-cell.js';
import { PDFMAKE, printByPdfmake } from './print/by-pdfmake.js';
import { printByTable } from './print/by-table.js';
import { sampleLedger } from './print/sample-ledger.js';
import { isPeerThere } from './peers.js';
import { figure, printTable, ratios, spread } from './rounds.js';
import type { Comparison } from './rounds.js';

/**
 * Pages a second of the ledger against the same cells, at the same places, by pdfkit's own text call, with the same
 * embedded fonts; against pdfkit's own table, pdfmake and headless Chromium, which make other pages of the same rows, by the time for all of
 * them; and the peak memory of each, in a process of its own. Ratios of one run on one machine.
 *
 * `node bench/print.bench.js [pages for the ratio] [pages for the memory]`, from a built tree that holds reports, src/domain and bench.
 */

const WAY = ['ours', 'signed', 'pdfkit', 'table', 'pdfmake', 'browser'] as const;
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

const part = 'print';
/** Draws to a page, each with what became of it. */
const DRAWS_PER_PAGE = 8.9;
const RATIO_PAGES = 400;
/** Of what is compared once, because it takes minutes. */
const PEERS = [
  { way: 'table', words: 'pdfkit’s table' },
  { way: 'pdfmake', words: 'pdfmake' },
  { way: 'browser', words: 'headless Chromium' },
] as const;
const PEER_PAGES = 40;
const MEMORY_PAGES = 10_000;
/** Digits of a signature: how it was made is nothing to the memory of what passes. */
const SIGNATURE_ROOM = 16_384;
const ROUNDS = 3;
const LEAST_RATIO = 2;
/** 300 MB. */
const MOST_MIB = 286;

/** Runs each way in a process of its own, in turns. */
export async function printBench(
  ratioPages = RATIO_PAGES,
  memoryPages = MEMORY_PAGES,
): Promise<readonly Comparison[]> {
  const runs: Record<'ours' | 'pdfkit', PrintFigures[]> = { ours: [], pdfkit: [] };
  const besidePeers = await printBesidePeers();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ['ours', 'pdfkit'] as const) {
      const figures = await inOwnProcess(way, ratioPages);
      runs[way].push(figures);
      show(figures);
    }
  }
  const long = await inOwnProcess('ours', memoryPages);
  show(long);
  const signed = await inOwnProcess('signed', memoryPages);
  show(signed);
  const per = (way: 'ours' | 'pdfkit', time: 'seconds' | 'cpuSeconds'): readonly number[] =>
    runs[way].map((each) => each.pages / each[time]);
  return [
    {
      part,
      compares: 'ledger PDF, pages / the same cells by pdfkit’s text call, same fonts',
      found: ratios(per('ours', 'seconds'), per('pdfkit', 'seconds')),
      unit: 'times',
      goal: { least: LEAST_RATIO },
    },
    {
      part,
      compares: 'the same, by processor time',
      found: ratios(per('ours', 'cpuSeconds'), per('pdfkit', 'cpuSeconds')),
      unit: 'times',
      goal: null,
    },
    ...besidePeers,
    {
      part,
      compares: `peak memory at ${figure(memoryPages)} pages`,
      found: spread([long.peakRssMiB]),
      unit: 'MiB',
      goal: { most: MOST_MIB },
    },
    {
      part,
      compares: 'the same, signed as it passes',
      found: spread([signed.peakRssMiB]),
      unit: 'MiB',
      goal: { most: MOST_MIB },
    },
  ];
}

/** Those who make other pages of the same rows: once each, by the time for all of them. */
async function printBesidePeers(): Promise<readonly Comparison[]> {
  const ours = await inOwnProcess('ours', PEER_PAGES);
  show(ours);
  const rows: Comparison[] = [];
  for (const { way, words } of PEERS) {
    if (way === 'pdfmake' && !isPeerThere(PDFMAKE)) continue;
    const theirs = await inOwnProcess(way, PEER_PAGES);
    show(theirs);
    rows.push({
      part,
      compares: `the same ledger, seconds by ${words} / ours`,
      found: ratios([theirs.seconds], [ours.seconds]),
      unit: 'times',
      goal: { least: 1 },
    });
  }
  return rows;
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
  const printed = await PRINTERS[way](report, sink);
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

const PRINTERS: Readonly<Record<Way, (report: LedgerReport, sink: Writable) => Promise<number>>> = {
  ours: async (report, sink) => (await printLedger(report, sink, { paper: 'letter' })).pages,
  signed: printSigned,
  pdfkit: printByCell,
  table: printByTable,
  pdfmake: printByPdfmake,
  browser: printByBrowser,
};

async function printSigned(report: LedgerReport, sink: Writable): Promise<number> {
  const file = new SignedFile((digest) => digest);
  const signature = {
    at: new Date(0),
    room: SIGNATURE_ROOM,
    onPlace: (place: SignedFile['place']) => {
      file.place = place;
    },
  };
  const printed = printLedger(report, file, { paper: 'letter', signature });
  await Promise.all([printed, pipeline(file, sink)]);
  return (await printed).pages;
}

class Counter extends Writable {
  bytes = 0;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}

const [, script, first, second] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  const way = WAY.find((each) => each === first);
  if (way !== undefined) process.send?.(await measure(way, Number(second)), () => process.exit());
  else printTable(await printBench(Number(first ?? RATIO_PAGES), Number(second ?? MEMORY_PAGES)));
}
