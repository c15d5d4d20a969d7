/**
 * What single mistake would explain a discrepancy? Every mistake that people are known to make is tried on every line since
 * the last agreed count, and told with its arithmetic. The better it leaves what a container explains by itself (the middle
 * of dead space and overfill, give or take what the measure resolves), the higher it ranks; what else speaks for it (an
 * order without a draw, an equal and opposite difference beside it) raises it.
 *
 * It proposes; people look, and a correction names what was wrong. Not handled: two mistakes at once.
 */
import { draftsOf } from './gap-candidates.js';
import type { Draft, GapCause } from './gap-candidates.js';
import type { GapWindow } from './gap-window.js';
import { add, formatQuantity, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

export interface Explanation {
  readonly cause: GapCause;
  /** The arithmetic, in words. */
  readonly says: string;
  /** Lines that it is about. */
  readonly lines: readonly number[];
  /** Counted minus book if it is so: what the container would still have to explain. */
  readonly leaves: Quantity;
  /** Points; only their order means something. */
  readonly points: number;
}

/** Explanations beyond this many are noise. */
const MOST_EXPLANATIONS = 12;
/** What leaves more than this many steps of the measure beside the expected explains nothing. */
const FARTHEST_STEPS = 5;

/** Candidates, the likeliest first; of each cause the best three. */
export function explainGap(window: GapWindow): readonly Explanation[] {
  const step = stepOf(window);
  const explanations = draftsOf(window)
    .map((draft) => explained(draft, window, step))
    .filter((each): each is Explanation => each !== undefined)
    .sort((a, b) => b.points - a.points);
  const ofCause = new Map<GapCause, number>();
  return explanations
    .filter(({ cause }) => {
      const size = (ofCause.get(cause) ?? 0) + 1;
      ofCause.set(cause, size);
      return size <= 3;
    })
    .slice(0, MOST_EXPLANATIONS);
}

/** How far beside the expected an honest measure is likely to be: one step. */
function stepOf({
  subject,
  agreed,
  resolution,
  draws,
  deadSpacePerDraw,
  overfillAllowance,
}: GapWindow): bigint {
  if (subject.inContainers) return 1n;
  const own = BigInt(draws.filter(({ container }) => container === subject.container).length);
  const measured = resolution / 2n;
  const hubs = (deadSpacePerDraw * own) / 8n;
  const overfill = agreed === null ? overfillAllowance / 8n : 0n;
  const step = measured + hubs + overfill;
  return step > 20n ? step : 20n;
}

function explained(
  draft: Draft,
  { subject, expected }: GapWindow,
  step: bigint,
): Explanation | undefined {
  // If the book had been right, it would have been so much higher or lower.
  const leaves = subtract(subject.difference, draft.bookChange);
  const beside = leaves - expected;
  const far = Number((beside < 0n ? -beside : beside) * 100n) / Number(step) / 100;
  if (far > FARTHEST_STEPS) return undefined;
  const unit = subject.inContainers ? ' containers' : '';
  const written = subject.inContainers ? wholes : formatQuantity;
  const book = add(subject.book, draft.bookChange);
  return {
    cause: draft.cause,
    says: `${draft.says} Then the book is ${written(book)}${unit} where ${written(subject.counted)} were counted.`,
    lines: draft.lines,
    leaves,
    points: draft.weight - (far * far) / 2,
  };
}

const wholes = (number: Quantity): string => String(number / 1000n);
