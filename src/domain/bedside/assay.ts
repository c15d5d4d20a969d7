import type { AuditItem, ContainerId, DrawId } from '../ids.js';
import { negate, quantity } from '../measures/quantity.js';
import type { Mass, Quantity } from '../measures/quantity.js';

/** What a laboratory found in returned waste or in a sample. */
export interface Assay {
  readonly noun: 'assay';
  /** Line of the entry. */
  readonly id: string;
  /** Line of the waste or sample. */
  readonly of: number;
  readonly draw: DrawId | null;
  readonly container: ContainerId;
  readonly item: AuditItem;
  /** How much was wasted or sent. */
  readonly quantity: Quantity;
  readonly expected: Mass;
  readonly found: Mass;
  readonly tolerancePercent: number;
  readonly outcome: 'agrees' | 'differs';
}

/** A laboratory is not exact: what lies within the tolerance agrees. */
export function outcomeOf(
  { expected, found }: Pick<Assay, 'expected' | 'found'>,
  tolerancePercent: number,
): Assay['outcome'] {
  const apart = found > expected ? found - expected : expected - found;
  return apart * 100n > expected * BigInt(tolerancePercent) ? 'differs' : 'agrees';
}

/**
 * How much drug is missing in what was examined, as a quantity of its product: 0.300 mL at two thirds of its strength lack
 * 0.100 mL. Negative is short, as in a count.
 */
export function shortBy(
  examined: Quantity,
  { expected, found }: Pick<Assay, 'expected' | 'found'>,
): Quantity {
  const isShort = found < expected;
  const apart = isShort ? expected - found : found - expected;
  const rounded = quantity((examined * apart * 2n + expected) / (expected * 2n));
  return isShort ? negate(rounded) : rounded;
}
