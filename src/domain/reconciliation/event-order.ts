import { isBefore } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';

/** An event: the line that tells of it first, and when it happened. */
export interface Event {
  readonly seq: number;
  readonly occurredAt: Instant;
}

/**
 * A line that can be put where its event belongs. The event of a correction is that of the first line of the chain that it
 * corrects: what it moves was wrong from then on, not from when somebody noticed.
 */
export interface Placed {
  readonly seq: number;
  readonly event: Event;
}

/** By event time; what happened at one moment stands in register order, and corrections right under what they correct. */
export function byEventTime({ seq, event }: Placed, other: Placed): number {
  if (isBefore(event.occurredAt, other.event.occurredAt)) return -1;
  if (isBefore(other.event.occurredAt, event.occurredAt)) return 1;
  return event.seq - other.event.seq || seq - other.seq;
}

/**
 * Of lines in the order of their events, those that were entered after a later event: the register has them further down.
 * A correction is no event of its own: it is not among them, and nothing is late because it is older.
 *
 * @param firstLater the first line of all events that follow these; Infinity where none does
 */
export function enteredAfterLater(
  lines: readonly Placed[],
  firstLater: number,
): ReadonlySet<number> {
  const late = new Set<number>();
  let first = firstLater;
  for (const { seq, event } of lines.toReversed()) {
    if (seq !== event.seq) continue;
    if (seq > first) late.add(seq);
    first = Math.min(first, seq);
  }
  return late;
}
