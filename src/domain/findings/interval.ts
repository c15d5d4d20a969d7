import type { ContainerId, PersonId } from '../ids.js';
import type { Quantity } from '../measures/quantity.js';

/** What went missing of one container between two measures of it. */
export interface Interval {
  readonly container: ContainerId;
  /** Line of the measure at its end. */
  readonly line: number;
  /** "2026-03". */
  readonly month: string;
  /** Positive is missing. What a case settled as unexplained meanwhile is part of it. */
  readonly short: Quantity;
  /** Whether no measure came before: then the overfill of the container shows here. */
  readonly isFirst: boolean;
  /** Draws between the two measures, by person. */
  readonly draws: ReadonlyMap<PersonId, number>;
  /** What one draw may leave in hub and syringe: the unit. */
  readonly deadSpace: Quantity;
  readonly overfillAllowance: Quantity;
}
