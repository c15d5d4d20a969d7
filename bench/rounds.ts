/**
 * Comparisons on a machine that others use too: what is compared takes turns in short rounds, a ratio is made within
 * each round, and the middle one counts. How far the rounds lie apart is shown beside it.
 */

/** A row of the table at the end. */
export interface Comparison {
  readonly part: string;
  /** What is divided by what. */
  readonly compares: string;
  readonly found: Spread;
  readonly unit: 'times' | 'per second' | 'seconds' | 'milliseconds' | 'MiB' | 'points';
  /** What was promised; null where nothing was, and the row is there to compare with. */
  readonly goal: Goal | null;
}

export type Goal = { readonly least: number } | { readonly most: number };

/** The middle of some values, and the ends. */
export interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[half - 1], sorted[half]];
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (above === undefined || least === undefined || most === undefined)
    throw new RangeError('nothing was measured');
  const middle = sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
  return { middle, least, most };
}

/** Ratios of values that were measured in the same rounds. */
export function ratios(of: readonly number[], to: readonly number[]): Spread {
  return spread(of.map((value, round) => value / (to[round] ?? Number.NaN)));
}

export function printTable(rows: readonly Comparison[]): void {
  const cells = [
    ['', 'what is compared', 'middle', 'least to most', 'goal', ''],
    ...rows.map((row) => [
      row.part,
      row.compares,
      `${figure(row.found.middle)}${UNITS[row.unit]}`,
      `${figure(row.found.least)} to ${figure(row.found.most)}`,
      goalText(row.goal),
      verdict(row),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

const UNITS = {
  times: ' x',
  'per second': '/s',
  seconds: ' s',
  milliseconds: ' ms',
  MiB: ' MiB',
  points: '',
};

/** Three digits that mean something, or all that stand before the point. */
export function figure(value: number): string {
  if (value >= 1000) return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

function goalText(goal: Goal | null): string {
  if (goal === null) return '';
  return 'least' in goal ? `at least ${figure(goal.least)}` : `at most ${figure(goal.most)}`;
}

function verdict({ found, goal }: Comparison): string {
  if (goal === null) return '';
  const isMet = 'least' in goal ? found.middle >= goal.least : found.middle <= goal.most;
  return isMet ? 'met' : 'falls short';
}
