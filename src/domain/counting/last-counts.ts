import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import type { CountingLine, LastCounts } from './count.js';
import type { Context, Decision } from '../decision.js';
import type { Effects, LineStanding } from '../entry.js';
import type { LocationId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { Kind, Request } from '../request.js';

export const LAST_COUNTS = cellKey('last-counts', 'last-counts');

const lastCounts = (book: Slice): LastCounts =>
  book.find('last-counts', 'last-counts') ?? {
    noun: 'last-counts',
    id: 'last-counts',
    inventory: null,
    places: [],
  };

/** A location was counted by the line that is decided. */
export function countedAt(
  context: Context,
  count: {
    readonly kind: 'count' | 'recount';
    readonly location: LocationId;
    readonly at: Instant;
  },
): LastCounts {
  const { location, at, kind } = count;
  const before = lastCounts(context.book);
  const own = { location, line: context.seq, kind, counter: context.performer, takenAt: at, at };
  const others = before.places.filter((place) => place.location !== location);
  return { ...before, places: [...others, own].sort((a, b) => (a.location < b.location ? -1 : 1)) };
}

/** The site was inventoried by the line that is decided. */
export function inventoriedAt(
  context: Context,
  { takenAt, at }: Pick<CountingLine, 'takenAt' | 'at'>,
): LastCounts {
  const inventory: CountingLine = {
    line: context.seq,
    kind: 'inventory',
    counter: context.performer,
    takenAt,
    at,
  };
  return { ...lastCounts(context.book), inventory };
}

/** What the newest counts still owe, for the second round of reading. */
export function standingOfCounts(book: Slice): readonly CellKey[] {
  const { inventory, places } = lastCounts(book);
  const lines = [...(inventory === null ? [] : [inventory]), ...places];
  return lines.map(({ line }) => cellKey('line', String(line)));
}

/** Kinds that state what was found or what was asked, and no event that a count could have missed. */
const NO_EVENT: readonly Kind[] = ['opened', 'policy', 'inventory', 'count', 'recount'];

/**
 * A fact from before a count that comes after it. The count stands as it was stated, and a second person reviews whether
 * it still says what was there.
 */
export function fromBeforeCount(request: Request, context: Context, decision: Decision): Decision {
  if (!decision.accepted || NO_EVENT.includes(request.kind)) return decision;
  const missed = countsThatMissed(request, decision.effects, context);
  if (missed.length === 0) return decision;
  const { effects } = decision;
  const own = new Set(effects.states.map((state) => `${state.noun}/${state.id}`));
  const reviews = missed
    .map((counted) => reviewOf(counted, context))
    .filter(({ noun, id }) => !own.has(`${noun}/${id}`));
  return {
    accepted: true,
    effects: {
      ...effects,
      states: [...effects.states, ...reviews],
      flags: [
        ...effects.flags,
        ...missed.map(({ line }) => ({ code: 'count.stated-before', about: String(line) })),
      ],
    },
  };
}

/** An inventory misses whatever moved; a count misses what stood or stands at its storage location. */
function countsThatMissed(
  request: Request,
  { movements, states }: Effects,
  { book }: Context,
): readonly CountingLine[] {
  if (movements.length === 0) return [];
  // A correction is of the time of what it corrects.
  const corrected = request.kind === 'correction' ? book.line(request.original) : undefined;
  const occurredAt = corrected?.occurredAt ?? request.occurredAt;
  const { inventory, places } = lastCounts(book);
  const locations = states.flatMap((state) => (state.noun === 'condition' ? [state.location] : []));
  const missed: readonly CountingLine[] = [
    ...(inventory === null ? [] : [inventory]),
    ...places.filter(({ location }) => locations.includes(location)),
  ].filter(({ at }) => occurredAt < at);
  return missed.filter(
    ({ line }, index) => missed.findIndex((other) => other.line === line) === index,
  );
}

function reviewOf({ line, kind, counter, takenAt }: CountingLine, { book }: Context): LineStanding {
  const standing = book.find('line', String(line));
  return {
    noun: 'line',
    id: String(line),
    kind,
    performer: counter,
    occurredAt: takenAt,
    // Whoever still has to sign the count looks at it anyway.
    awaiting: standing?.awaiting ?? 'review',
    settledBy: null,
    correctedBy: standing?.correctedBy ?? null,
  };
}
