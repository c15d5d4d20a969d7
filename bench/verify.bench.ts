/** Entries a second that the verifier of an export gets through, on one core. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './children.js';
import { figure, ratios, spread } from './rounds.js';
import type { Comparison } from './rounds.js';
import { VERIFY_WAYS } from './verify/ways.js';
import type { VerifyFigures, VerifyWay } from './verify/ways.js';

const LINES = 60_000;
const ROUNDS = 5;
const LEAST_WITH_BOOK = 100_000;
const LEAST_OF_TREE = 200_000;

export async function verifyBench(): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  try {
    console.log('verify: making a log …');
    const parameters = [folder, String(LINES)];
    await new Child('verify/make-sample.js', import.meta.url, { parameters }).next();
    const found: Record<VerifyWay, VerifyFigures[]> = { book: [], tree: [], parse: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of VERIFY_WAYS) {
        const child = new Child('verify/verify-process.js', import.meta.url, {
          parameters: [way, folder],
        });
        found[way].push(await child.next<VerifyFigures>());
      }
    }
    for (const way of VERIFY_WAYS) show(way, found[way]);
    return rowsOf(found);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const perSecond = ({ lines, seconds }: VerifyFigures): number => lines / seconds;
const perCore = ({ lines, processorSeconds }: VerifyFigures): number => lines / processorSeconds;

function show(way: VerifyWay, figures: readonly VerifyFigures[]): void {
  console.log(
    [
      way.padEnd(8),
      `${figures[0]?.lines ?? 0} entries`,
      `${figure(spread(figures.map(perSecond)).middle)}/s`.padStart(10),
      `${figure(spread(figures.map(perCore)).middle)}/processor second`.padStart(26),
      `peak ${figure(spread(figures.map(({ peakMiB }) => peakMiB)).middle)} MiB`.padStart(14),
    ].join('  '),
  );
}

function rowsOf(found: Record<VerifyWay, readonly VerifyFigures[]>): readonly Comparison[] {
  const [book, tree, parse] = [
    found.book.map(perCore),
    found.tree.map(perCore),
    found.parse.map(perCore),
  ];
  const part = 'verify';
  return [
    {
      part,
      compares: 'entries, book replayed, per processor second',
      found: spread(book),
      unit: 'per second',
      goal: { least: LEAST_WITH_BOOK },
    },
    {
      part,
      compares: 'entries, payloads and tree alone, per processor second',
      found: spread(tree),
      unit: 'per second',
      goal: { least: LEAST_OF_TREE },
    },
    {
      part,
      compares: 'entries, book replayed / JSON.parse of the same leaves alone',
      found: ratios(book, parse),
      unit: 'times',
      goal: null,
    },
  ];
}
