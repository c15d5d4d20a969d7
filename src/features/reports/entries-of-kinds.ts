import { containerOf } from '../../domain/custody.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import type { Kind } from '../../domain/request.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import type { DocumentParts } from './ledger-document.js';
import { drawsTouchedBy } from './ledger-line.js';
import { readLinesOfKinds } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

const LINES_AT_ONCE = 250;

export interface EntryAround {
  readonly entry: Entry;
  readonly around: Surroundings;
}

/** Entries of some kinds whose event lies in the period, in register order, each with what its line needs. */
export async function* entriesOfKinds(
  { reading, days, span, progress }: DocumentParts,
  kinds: readonly Kind[],
  isWanted: (entry: Entry) => boolean = () => true,
): AsyncGenerator<EntryAround> {
  if (span === undefined) return;
  progress.begin(span);
  for (let after = span.first - 1; ;) {
    const page = await readLinesOfKinds(reading.pool, reading.ledger, days, {
      after,
      last: span.last,
      kinds,
      limit: LINES_AT_ONCE,
    });
    const entries = page.map(({ leaf }) => decodeLeaf(leaf)).filter(isWanted);
    const draws = new Set<InsideAccount>(entries.flatMap(drawsTouchedBy));
    const around = await loadSurroundings(reading, {
      entries,
      draws: [...draws],
      containers: namedContainers,
    });
    for (const entry of entries) yield { entry, around };
    const last = page.at(-1);
    if (last === undefined || page.length < LINES_AT_ONCE) return;
    after = last.seq;
    progress.reach(after);
  }
}

/** Every container that entries say anything about. */
export function namedContainers(entries: Iterable<Entry>): ReadonlySet<ContainerId> {
  const found = new Set<ContainerId>();
  for (const { effects } of entries) {
    for (const { from, to } of effects.movements) {
      for (const account of [from, to]) {
        const container = containerOf(account);
        if (container !== undefined) found.add(container);
      }
    }
    for (const state of effects.states) {
      if (state.noun === 'condition' || state.noun === 'container') found.add(state.id);
      if (state.noun === 'draw') found.add(state.container);
    }
  }
  return found;
}
