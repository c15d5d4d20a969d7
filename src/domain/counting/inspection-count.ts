import { refuse } from '../decision.js';
import type { Flag } from '../entry.js';
import type { CountFacts } from '../request.js';

/* Counts before investigators: their figures stand beside ours, line by line, and decide nothing by themselves. */

/** Refuses investigators' figures of another kind of count, an inspection without them, and figures beside none of ours. */
export function refuseUnfitInspection(count: CountFacts): void {
  const { type, investigators } = count;
  if ((type === 'inspection') !== (investigators !== null)) refuse('count.needs-investigators');
  const missing = figuresOf(count).flatMap(({ line, ours }) => (ours === undefined ? [line] : []));
  if (missing.length > 0) refuse('count.incomplete', { missing });
}

/** Every line on which the investigators found another figure than we did. */
export const differingFigures = (count: CountFacts): readonly Flag[] =>
  figuresOf(count)
    .filter(({ ours, theirs }) => ours !== theirs)
    .map(({ line }) => ({ code: 'count.investigators-differ', about: line }));

/** What the investigators found of a line, and what we did; undefined where we have no such line. */
interface FigureOfBoth {
  readonly line: string;
  readonly theirs: number | bigint;
  readonly ours: number | bigint | undefined;
}

function figuresOf(count: CountFacts): readonly FigureOfBoth[] {
  const { investigators } = count;
  if (investigators === null) return [];
  const numbers = (block: 'sealed' | 'quarantined') =>
    investigators[block].map(({ item, containers }) => ({
      line: `${block} ${item}`,
      theirs: containers,
      ours: count[block].find((line) => line.item === item)?.containers,
    }));
  return [
    ...numbers('sealed'),
    ...numbers('quarantined'),
    ...investigators.open.map(({ container, quantity }) => ({
      line: `open ${container}`,
      theirs: quantity,
      ours: count.open.find((line) => line.container === container)?.quantity,
    })),
  ];
}
