/**
 * How much each person's draws leave missing, and how much containers hold above their label: the rates that fit all
 * measured intervals best, by least squares drawn towards the middle of the envelope (ridge), so that few intervals say
 * little and people who only ever work together share what is missing.
 *
 * These are estimates to compare people by, never amounts of drug: that is why they may pass through floating point. They
 * are rounded to microlitres before anything is added up.
 */
import type { PersonId } from '../ids.js';
import type { Interval } from './interval.js';

export interface Rates {
  /** Microlitres per draw. */
  readonly shortPerDraw: ReadonlyMap<PersonId, bigint>;
  /** Microlitres per container. */
  readonly overfill: bigint;
}

/** Draws, squared and added up, that weigh as much as the middle of the envelope does. */
const PRIOR_WEIGHT = 25;

export function fittedRates(intervals: readonly Interval[]): Rates {
  const people = [...new Set(intervals.flatMap(({ draws }) => [...draws.keys()]))].sort();
  const [sample] = intervals;
  const middle = Number(sample?.deadSpace ?? 0n) / 2;
  const middleOverfill = Number(sample?.overfillAllowance ?? 0n) / 2;
  const size = people.length + 1;
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column): number => (row === column ? PRIOR_WEIGHT : 0)),
  );
  const right = Array.from({ length: size }, () => 0);
  for (const { draws, isFirst, short } of intervals) {
    const row = [...people.map((person) => draws.get(person) ?? 0), isFirst ? -1 : 0];
    const drawn = row.slice(0, -1).reduce((total, each) => total + each, 0);
    const left = Number(short) - middle * drawn + (isFirst ? middleOverfill : 0);
    for (const [index, value] of row.entries()) {
      if (value === 0) continue;
      right[index] = (right[index] ?? 0) + value * left;
      const line = matrix[index] ?? [];
      for (const [column, other] of row.entries())
        line[column] = (line[column] ?? 0) + value * other;
    }
  }
  const apart = solved(matrix, right);
  const rate = (index: number, from: number): bigint =>
    BigInt(Math.round(from + (apart[index] ?? 0)));
  return {
    shortPerDraw: new Map(people.map((person, index) => [person, rate(index, middle)])),
    overfill: rate(people.length, middleOverfill),
  };
}

/** Solves a symmetric positive definite system by elimination; the ridge on its diagonal keeps every pivot above nothing. */
function solved(matrix: readonly number[][], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = at(row, pivot) / at(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * at(pivot, column));
    }
  }
  const found = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = at(row, size);
    for (let column = row + 1; column < size; column += 1)
      rest -= at(row, column) * (found[column] ?? 0);
    found[row] = rest / at(row, row);
  }
  return found;
}
