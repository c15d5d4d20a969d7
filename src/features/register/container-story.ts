import { containerAccount } from '../../domain/custody.js';
import { measuredIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import type { ContainerId, LedgerId } from '../../domain/ids.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader, RecordedEntry } from '../../ledger/ledger-reader.js';
import type { Kind } from '../../domain/request.js';

/** Kinds that tell of a container without moving any drug. */
const QUIET: readonly Kind[] = [
  'quarantine',
  'release',
  'move',
  'weighing',
  'close-out',
  'count',
  'recount',
  'inventory',
];
const MOST_PAGES = 10;

/**
 * Every line that tells of one container, from the one that brought it in. Lines that moved its drug are found by its
 * account; of the quiet kinds, those of its lifetime are looked through.
 */
export async function storyOf(
  reader: LedgerReader,
  ledger: LedgerId,
  id: ContainerId,
): Promise<readonly RecordedEntry[]> {
  const first = Number(id.slice(0, id.indexOf('-')));
  const account = containerAccount(id);
  const moved = await reader.movements(ledger, { account }, { limit: LARGEST_PAGE });
  const lines = new Set([first, ...moved.map(({ seq }) => seq)]);
  const found = [...(await reader.entriesNamed(ledger, [...lines]))];
  for (let from = first, page = 0; page < MOST_PAGES; page += 1) {
    const quiet = await reader.entries(ledger, { from, kinds: QUIET, limit: LARGEST_PAGE });
    found.push(...quiet.filter(({ entry }) => !lines.has(entry.seq) && tellsOf(entry, id)));
    const last = quiet.at(-1)?.entry.seq;
    if (last === undefined || quiet.length < LARGEST_PAGE) break;
    from = last + 1;
  }
  return found.sort((a, b) => a.entry.seq - b.entry.seq);
}

function tellsOf(entry: Entry, id: ContainerId): boolean {
  if (measuredIn(entry).some(({ container }) => container === id)) return true;
  return entry.effects.states.some((state) => {
    const isOfContainer = ['condition', 'weighing', 'close-out'].includes(state.noun);
    return isOfContainer && state.id === id;
  });
}
