/**
 * Measures the parts that were asked for, or all of them, and prints one table.
 *
 * `node main.js [draws] [verify] [print] [start] [lists] [window] [screens]`
 */
import { cpus } from 'node:os';
import { drawsBench } from './draws.bench.js';
import { EMMETT } from './draws/bare-writers.js';
import { COPY_STREAMS } from './lists/csv.js';
import { listsBench } from './lists.bench.js';
import { isPeerThere } from './peers.js';
import { PDFMAKE } from './print/by-pdfmake.js';
import { printBench } from './print.bench.js';
import { figure, printTable } from './rounds.js';
import type { Comparison } from './rounds.js';
import { screensBench } from './screens.bench.js';
import { LIGHTHOUSE } from './screens/lighthouse.js';
import { startBench } from './start.bench.js';
import { verifyBench } from './verify.bench.js';
import { windowBench } from './window.bench.js';

const PARTS: Readonly<Record<string, () => Promise<readonly Comparison[]>>> = {
  start: () => startBench(),
  verify: () => verifyBench(),
  print: () => printBench(),
  draws: () => drawsBench(),
  lists: () => listsBench(),
  window: () => windowBench(),
  screens: () => screensBench(),
};
/** What takes too long to be run unasked: many lines are recorded first. */
const ONLY_NAMED: readonly string[] = ['window', 'screens'];

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const parts = Object.entries(PARTS).filter(([name]) =>
    asked.length === 0 ? !ONLY_NAMED.includes(name) : asked.includes(name),
  );
  const beganMs = performance.now();
  const rows: Comparison[] = [];
  for (const [name, measure] of parts) {
    try {
      rows.push(...(await measure()));
    } catch (error) {
      // What the others measured is not lost with it.
      console.error(`${name} was not measured:`, error);
      process.exitCode = 1;
    }
  }
  console.log('');
  printTable(rows);
  const minutes = (performance.now() - beganMs) / 60_000;
  console.log(`\n${cpus().length} cores, Node ${process.version}, ${figure(minutes)} minutes.`);
  const missing = [EMMETT, PDFMAKE, COPY_STREAMS, LIGHTHOUSE].filter((name) => !isPeerThere(name));
  if (missing.length > 0)
    console.log(
      `Left out: ${missing.join(', ')}. "npm ci --prefix bench" installs them; they are no part of the service.`,
    );
}

await main(process.argv.slice(2));
