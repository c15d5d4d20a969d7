import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';

interface DemoOptions {
  readonly seed: number;
  readonly days?: number;
  readonly year?: boolean;
  readonly out?: string;
  readonly stay?: boolean;
}

const DAYS = 60;
const MOST_DAYS = 520;
const MOST_SEED = 4_294_967_295;

/** `countersign demo`: a clinic lives through some months over real HTTP, on a simulated clock, and leaves its papers. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('live a clinic through some months on a fresh database, and keep its papers')
    .option('--seed <number>', 'the same seed gives the same clinic', upTo(MOST_SEED), 7)
    .option('--days <number>', `business days to live (otherwise ${DAYS})`, upTo(MOST_DAYS))
    .option(
      '--year',
      'a year of a clinic with eight chairs, straight through the writer; its signatures are marked simulated',
    )
    .option('--out <folder>', 'where the papers go')
    .option('--stay', 'keep the service running afterwards (on a terminal it does so unasked)')
    .option('--no-stay', 'end when the papers are written')
    .action(demo);
}

async function demo(options: DemoOptions): Promise<void> {
  const folder = freshFolder();
  const { tellingErrors } = await import('./telling-errors.js');
  const { live } = await import('./demo/live.js');
  const { DAYS_OF_A_YEAR, LARGE, SMALL } = await import('./demo/life.js');
  const life = {
    seed: options.seed,
    days: options.days ?? (options.year === true ? DAYS_OF_A_YEAR : DAYS),
    ...(options.year === true ? LARGE : SMALL),
    dataFolder: join(folder, 'data'),
    papers: resolve(options.out ?? join(folder, 'papers')),
    stays: options.stay ?? process.stdin.isTTY,
  };
  await tellingErrors(() => live(life));
}

/** Reads a whole number of an option. */
const upTo =
  (most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d{1,10}$/.test(text) && number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };

/** Nothing that is there is ever overwritten: each demonstration has a folder of its own. */
function freshFolder(): string {
  for (let number = 1; ; number += 1) {
    const folder = resolve('demo', `clinic-${number}`);
    if (!existsSync(folder)) return folder;
  }
}
