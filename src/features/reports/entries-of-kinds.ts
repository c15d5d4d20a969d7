import { containerOf } from '../../domain/custody.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId } from '../../domain/ids.js';
import type { Kind } from '../../domain/request.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import type { DocumentParts } from './ledger-document.js';
import { drawsTouchedBy } from './ledger-line.js';
import { readLinesOfKinds } from './lines.sql.js';
import type { Leaf } from './lines.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

const LINES_AT_ONCE = 250;

/** An entry as it was read. */
export interface ReadEntry {
  readonly entry: Entry;
  /** The bytes that its hash is over. */
  readonly leaf: Uint8Array;
}

export interface EntryAround extends ReadEntry {
  readonly around: Surroundings;
}

/** Which entries of the kinds are wanted; all of them where nothing is said. */
export interface Wanting {
  readonly isWanted?: (entry: Entry) => boolean;
  /** What stands in the leaf of each that is wanted: the others do not even leave the database. */
  readonly mark?: string;
}

/** Entries of some kinds whose event lies in the period, in register order, each with what its line needs. */
export async function* entriesOfKinds(
  parts: DocumentParts,
  kinds: readonly Kind[],
  wanting: Wanting = {},
): AsyncGenerator<EntryAround> {
  for await (const page of pagesOfKinds(parts, kinds, wanting)) {
    const entries = page.map(({ entry }) => entry);
    const draws = new Set<InsideAccount>(entries.flatMap(drawsTouchedBy));
    const around = await loadSurroundings(parts.reading, {
      entries,
      draws: [...draws],
      containers: namedContainers,
    });
    for (const each of page) yield { ...each, around };
  }
}

/** The same without anything around them, so many at once. */
export async function* pagesOfKinds(
  { reading, days, span, progress }: DocumentParts,
  kinds: readonly Kind[],
  { isWanted = () => true, mark }: Wanting,
): AsyncGenerator<readonly ReadEntry[]> {
  if (span === undefined) return;
  const { last } = span;
  progress.begin(span);
  const read = (after: number): Promise<readonly Leaf[]> => {
    const page = { after, last, kinds, mark, limit: LINES_AT_ONCE };
    return readLinesOfKinds(reading.pool, reading.ledger, days, page);
  };
  let ahead: Promise<readonly Leaf[]> | undefined = read(span.first - 1);
  while (ahead !== undefined) {
    const page: readonly Leaf[] = await ahead;
    const end = page.length < LINES_AT_ONCE ? undefined : page.at(-1)?.seq;
    // The database works while the page before is printed; whoever stops printing never looks at it.
    ahead = end === undefined ? undefined : read(end);
    ahead?.catch(() => undefined);
    const found = page
      .map(({ leaf }) => ({ entry: decodeLeaf(leaf), leaf }))
      .filter(({ entry }) => isWanted(entry));
    if (found.length > 0) yield found;
    if (end !== undefined) progress.reach(end);
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
