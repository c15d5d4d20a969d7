import { isBefore } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';

/** A line that can be put where its event belongs. */
export interface Timed {
  readonly seq: number;
  readonly occurredAt: Instant;
}

/** By event time; what happened at one moment stands in register order. A correction happens when it is made. */
export function byEventTime(a: Timed, b: Timed): number {
  if (isBefore(a.occurredAt, b.occurredAt)) return -1;
  return isBefore(b.occurredAt, a.occurredAt) ? 1 : a.seq - b.seq;
}

/**
 * Of lines in the order of their events, those that were entered after a later event: the register has them further down.
 *
 * @param firstLater the first line of all events that follow these; Infinity where none does
 */
export function enteredAfterLater(
  lines: readonly Timed[],
  firstLater: number,
): ReadonlySet<number> {
  const late = new Set<number>();
  let first = firstLater;
  for (const { seq } of lines.toReversed()) {
    if (seq > first) late.add(seq);
    first = Math.min(first, seq);
  }
  return late;
}
