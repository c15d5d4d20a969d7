import type { PlaceResult } from './count.js';
import type { Entry } from '../entry.js';
import type { CountedPlace, CountOpenLine } from '../request.js';

/** A storage location as people counted it, and what came of the comparison. */
export interface Counted {
  readonly asked: CountedPlace;
  readonly found: PlaceResult;
}

/** What an entry counted: one location by a count or recount, every one by an inventory that asserts. */
export function countedIn({
  request,
  effects,
}: Pick<Entry, 'request' | 'effects'>): readonly Counted[] {
  return effects.states.flatMap((state): readonly Counted[] => {
    if (state.noun === 'count' && (request.kind === 'count' || request.kind === 'recount'))
      return [{ asked: request, found: state }];
    if (state.noun !== 'inventory' || request.kind !== 'inventory') return [];
    return request.places.flatMap((asked, index) => {
      const found = state.places[index];
      return found === undefined ? [] : [{ asked, found }];
    });
  });
}

/** The opened containers that an entry measured, as people said it. */
export const measuredIn = (entry: Pick<Entry, 'request' | 'effects'>): readonly CountOpenLine[] =>
  countedIn(entry).flatMap(({ asked }) => asked.open);
