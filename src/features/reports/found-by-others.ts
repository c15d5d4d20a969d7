import { figure, whole } from '../../../reports/words.js';
import type { SealedResult } from '../../domain/counting/count.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import type { CountFacts } from '../../domain/request.js';
import type { Surroundings } from './surroundings.js';

/** What others found of a line of a count: a second counter who counted apart, and investigators. Empty where nobody did. */
export interface FoundByOthers {
  sealed(line: Pick<SealedResult, 'block' | 'item'>): readonly string[];
  open(container: ContainerId): readonly string[];
}

export function foundByOthers(entry: Entry, around: Surroundings): FoundByOthers {
  const { request } = entry;
  if (request.kind !== 'count' && request.kind !== 'recount') return NOBODY;
  const others = othersOf(request, entry, around);
  return {
    sealed: ({ block, item }) =>
      others.flatMap(({ who, found }) =>
        found[block]
          .filter((line) => line.item === item)
          .map(({ containers }) => `${who} ${whole(containers)}`),
      ),
    open: (container) =>
      others.flatMap(({ who, found }) =>
        found.open
          .filter((line) => line.container === container)
          .map(({ quantity }) => `${who} ${figure(quantity)}`),
      ),
  };
}

const NOBODY: FoundByOthers = { sealed: () => [], open: () => [] };

function othersOf({ second, investigators }: CountFacts, entry: Entry, around: Surroundings) {
  return [
    ...(second === null
      ? []
      : [
          { who: `second count ${around.staff.of(second.counter, entry).initials}`, found: second },
        ]),
    ...(investigators === null
      ? []
      : [{ who: `investigators (${investigators.agency})`, found: investigators }]),
  ];
}
