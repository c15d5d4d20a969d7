import type { CellKey, Gathering, Reads } from '../domain/book.js';
import { keyOf } from '../domain/book.js';
import type { LedgerId } from '../domain/ids.js';
import type { Desk } from './desk.js';
import type { LedgerDatabase } from './ledger.sql.js';
import { splitKey } from './ledger.sql.js';

/** What the database has to be asked for. */
export interface Missing {
  readonly cells: readonly WantedCell[];
  readonly lines: readonly WantedLine[];
  readonly all: readonly WantedSet[];
}

interface WantedCell {
  readonly ledger: LedgerId;
  readonly key: CellKey;
}

interface WantedLine {
  readonly ledger: LedgerId;
  readonly line: number;
}

interface WantedSet {
  readonly ledger: LedgerId;
  readonly gathering: Gathering;
}

/** What the slices do not hold yet. It is marked absent there at once: `loadMissing` puts in what the database has. */
export function missingReads(
  wanted: readonly { readonly desk: Desk; readonly reads: Reads }[],
): Missing {
  return {
    cells: wanted.flatMap(({ desk, reads }) => missingCells(desk, reads.cells)),
    lines: wanted.flatMap(({ desk, reads }) => missingLines(desk, reads.lines)),
    all: wanted.flatMap(({ desk, reads }) => missingSets(desk, reads.all ?? [])),
  };
}

export async function loadMissing(
  database: LedgerDatabase,
  desks: ReadonlyMap<LedgerId, Desk>,
  { cells, lines, all }: Missing,
): Promise<void> {
  for (const { ledger, gathering } of all) {
    const slice = desks.get(ledger)?.open.slice;
    // Loading is in turns, so that a set asked for twice is loaded once.
    if (slice !== undefined && !slice.hasAll(gathering))
      slice.loadAll(gathering, await database.loadAll(ledger, gathering));
  }
  if (cells.length > 0) {
    for (const { ledger, cell } of await database.loadCells(cells))
      desks.get(ledger)?.open.slice.load(keyOf(cell), cell);
  }
  if (lines.length > 0) {
    for (const { ledger, entry, leafHash } of await database.loadLines(lines)) {
      const open = desks.get(ledger)?.open;
      open?.slice.loadLine(entry.seq, entry);
      open?.leafHashes.set(entry.seq, leafHash);
    }
  }
}

/** Marks all that is new as absent, and lists what the database has to be asked for. */
function missingCells(desk: Desk, keys: readonly CellKey[]): readonly WantedCell[] {
  const { head, open } = desk;
  const missing: WantedCell[] = [];
  for (const key of keys) {
    if (open.slice.has(key)) continue;
    open.slice.load(key, undefined);
    if (!isMintedLater(key, head.size)) missing.push({ ledger: head.ledger, key });
  }
  return missing;
}

function missingLines(desk: Desk, lines: readonly number[]): readonly WantedLine[] {
  const { head, open } = desk;
  const missing: WantedLine[] = [];
  for (const line of lines) {
    if (open.slice.hasLine(line)) continue;
    const unwritten = desk.lineOfThisBatch(line);
    open.slice.loadLine(line, unwritten?.entry);
    if (unwritten !== undefined) open.leafHashes.set(line, unwritten.leafHash);
    // Neither a negative number nor one beyond the head is a line.
    else if (line >= 0 && line < head.size) missing.push({ ledger: head.ledger, line });
  }
  return missing;
}

function missingSets({ head, open }: Desk, sets: readonly Gathering[]): readonly WantedSet[] {
  return sets
    .filter((gathering) => !open.slice.hasAll(gathering))
    .map((gathering) => ({ ledger: head.ledger, gathering }));
}

/** Nouns whose ids begin with the line that minted them. */
const MINTED = new Set([
  'account',
  'administration',
  'assay',
  'case',
  'close-out',
  'condition',
  'container',
  'count',
  'departure',
  'draw',
  'inventory',
  'line',
  'order',
  'preparation',
  'receipt',
  'reconciliation',
  'review',
  'signed-copy',
  'stock',
  'waste',
  'weighing',
]);
// The number of a bag (`held:1041`) is printed on it and no line's.
const MINTED_ID = /^(?:container:|in-process:)?(\d{1,15})(?:-\d+)?$/;

/** Whether a line that is not written yet names the thing: then no stored book can have it. */
function isMintedLater(key: CellKey, size: number): boolean {
  const [noun, id] = splitKey(key);
  const line = MINTED.has(noun) ? MINTED_ID.exec(id)?.[1] : undefined;
  return line !== undefined && Number(line) >= size;
}
