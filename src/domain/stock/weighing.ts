import type { AuditItem, ContainerId } from '../ids.js';
import { quantity } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What a balance and two data sheets say. Uncertainties are expanded ones (k = 2), as calibration certificates state them. */
export interface WeighingFacts {
  /** Container with what is in it; milligrams. */
  readonly gross: number;
  /** The same container, empty; milligrams. */
  readonly tare: number;
  /** Milligrams per millilitre. */
  readonly density: number;
  readonly grossUncertainty: number;
  readonly tareUncertainty: number;
  readonly densityUncertainty: number;
}

/** The newest weighing of a container. It corroborates the book and never moves anything. */
export interface Weighing {
  readonly noun: 'weighing';
  readonly id: ContainerId;
  readonly item: AuditItem;
  readonly line: number;
  readonly volume: Quantity;
  readonly uncertainty: Quantity;
  readonly book: Quantity;
  /** What the container itself explains: book less hub loss, to book and overfill. */
  readonly low: Quantity;
  readonly high: Quantity;
  readonly agrees: Agreement;
}

/** With the book itself; only with what hub loss and overfill leave possible; or not. */
export type Agreement = 'book' | 'range' | 'no';
export const AGREEMENTS: readonly Agreement[] = ['book', 'range', 'no'];

/** Volume and its uncertainty, rounded half up and up: `U² = (u_gross² + u_tare²) / d² + (V u_d / d)²`. */
export function weighedVolume(facts: WeighingFacts): {
  readonly volume: Quantity;
  readonly uncertainty: Quantity;
} {
  const density = BigInt(facts.density);
  const net = BigInt(facts.gross - facts.tare);
  const volume = (net * 2000n + density) / (density * 2n);
  const masses = square(facts.grossUncertainty) + square(facts.tareUncertainty);
  const ofDensity = volume * BigInt(facts.densityUncertainty);
  const squared = masses * 1_000_000n + ofDensity * ofDensity;
  const root = rootUp(squared);
  return {
    volume: quantity(volume),
    uncertainty: quantity((root + density - 1n) / density),
  };
}

export function agreementOf(
  { volume, uncertainty }: Pick<Weighing, 'volume' | 'uncertainty'>,
  { book, low, high }: Pick<Weighing, 'book' | 'low' | 'high'>,
): Agreement {
  const [least, most] = [volume - uncertainty, volume + uncertainty];
  if (book >= least && book <= most) return 'book';
  return most >= low && least <= high ? 'range' : 'no';
}

const square = (value: number): bigint => BigInt(value) * BigInt(value);

/** Least integer whose square is not below: Newton's steps, then one up where it is. */
function rootUp(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess * guess < value ? guess + 1n : guess;
    guess = next;
  }
}
