/**
 * How long each document takes, in each form, of two years of a ledger of 100,000 lines, and the inspection packet of them.
 *
 * The clinic is lived first. BENCH_CLINIC names a folder to keep it in, where the next run finds it again.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './children.js';
import { figure, spread } from './rounds.js';
import type { Comparison } from './rounds.js';
import { clinicIn } from './window/clinic.js';
import type { PrintedWindow, WindowFound } from './window/print-process.js';

const part = 'window';
/** R89: produced on demand, of any window of two years. */
const MOST_SECONDS = 60;
/** Printing does not grow with the ledger. */
const MOST_MIB = 500;

export async function windowBench(): Promise<readonly Comparison[]> {
  const kept = process.env['BENCH_CLINIC'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'countersign-bench-')));
  await mkdir(folder, { recursive: true });
  try {
    console.log('window: the clinic …');
    const environment = { ...process.env, COUNTERSIGN_DATA: await clinicIn(folder) };
    const child = new Child('window/print-process.js', import.meta.url, { environment });
    const found = await child.next<WindowFound>();
    show(found);
    return rowsOf(found);
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function show({ lines, linesOfWindow, from, to, printed }: WindowFound): void {
  console.log(
    `${figure(linesOfWindow)} of ${figure(lines)} lines lie in the window, ${from} to ${to}.`,
  );
  for (const each of printed) {
    console.log(
      `${nameOf(each).padEnd(20)} ${figure(each.seconds).padStart(6)} s, ` +
        `${figure(each.processorSeconds).padStart(6)} s of processor time, ${figure(each.bytes / 1e6).padStart(6)} MB`,
    );
  }
}

function rowsOf({ printed, peakMiB }: WindowFound): readonly Comparison[] {
  const slowest = new Map<string, PrintedWindow>();
  for (const each of printed) {
    const before = slowest.get(each.document);
    if (before === undefined || each.seconds > before.seconds) slowest.set(each.document, each);
  }
  return [
    ...[...slowest.values()].map((each): Comparison => ({
      part,
      compares: `two years of 100,000 lines: ${nameOf(each)}`,
      found: spread([each.seconds]),
      unit: 'seconds',
      goal: { most: MOST_SECONDS },
    })),
    {
      part,
      compares: 'peak memory of the process that printed all of them',
      found: spread([peakMiB]),
      unit: 'MiB',
      goal: { most: MOST_MIB },
    },
  ];
}

const nameOf = ({ document, format }: PrintedWindow): string => `${document}.${format}`;
