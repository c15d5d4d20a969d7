import type { PrintedItem } from '../../../reports/words.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import type { CorrectedMoments } from './corrected-moments.js';
import { containersOf, itemsOf, QUIET_KINDS, referredLines } from './entry-subject.js';
import { drawsTouchedBy } from './ledger-line.js';
import type { KeptRows } from './kept-rows.js';
import type { Reading } from './reading.js';
import { readLinesOfKinds } from './lines.sql.js';
import { readOnHandMovements } from './register.sql.js';
import type { Days, Span, Stretch } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** The entries of one audit item, so many at once, in register order. */

/** What one page of lines is read from at once. An entry moves fewer containers than the second number. */
const LINES_AT_ONCE = 500;
const MOVEMENTS_AT_ONCE = 500;

export interface SectionParts {
  readonly reading: Reading;
  readonly id: AuditItem;
  readonly item: PrintedItem;
  readonly days: Days;
  /** Where the period stands in the register; undefined where it has no entry. */
  readonly span: Span | undefined;
  readonly kept: KeptRows;
  /** Where corrections stand by event time; null in register order. */
  readonly moments: CorrectedMoments | null;
  /** Told the line up to which the section was read. */
  readonly onRead?: (line: number) => void;
}

/** Entries of one stretch of the register that concern the item, and the stored balances after those that moved it. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly stored: ReadonlyMap<number, Quantity>;
  readonly end: number;
}

export interface LoadedPage {
  readonly page: Page;
  readonly around: Surroundings;
}

/** Reads one page ahead: the database works while the page before is printed. */
export async function* pagesOfRegister(parts: SectionParts): AsyncGenerator<LoadedPage> {
  const { reading, id, span } = parts;
  if (span === undefined) return;
  const { last } = span;
  const load = async (after: number): Promise<LoadedPage> => {
    const page = await readPage(parts, { after, last });
    return { page, around: await loadAround(reading, page.entries, id) };
  };
  let ahead: Promise<LoadedPage> | undefined = load(span.first - 1);
  while (ahead !== undefined) {
    const loaded: LoadedPage = await ahead;
    ahead = loaded.page.end < last ? load(loaded.page.end) : undefined;
    // Whoever stops printing never looks at it.
    ahead?.catch(() => undefined);
    yield loaded;
  }
}

/** The next lines: those that moved the item on or off hand, and those of quiet kinds that are about it. */
async function readPage(
  { reading, id, days }: SectionParts,
  { after, last }: Stretch,
): Promise<Page> {
  const { pool, ledger } = reading;
  const limit = MOVEMENTS_AT_ONCE;
  const moves = await readOnHandMovements(pool, ledger, id, { after, last, limit });
  const lastMove = moves.at(-1);
  // A list that was cut ends the page before its last entry, of which there may be more movements.
  const reach = lastMove !== undefined && moves.length === limit ? lastMove.seq - 1 : last;
  const quiet = await readLinesOfKinds(pool, ledger, days, {
    after,
    last: reach,
    kinds: QUIET_KINDS,
    limit: LINES_AT_ONCE,
  });
  const lastQuiet = quiet.at(-1);
  const end = lastQuiet !== undefined && quiet.length === LINES_AT_ONCE ? lastQuiet.seq : reach;
  const stored = new Map<number, Quantity>();
  for (const { seq, onHand } of moves) if (seq <= end) stored.set(seq, onHand);
  const found = new Map(quiet.map(({ seq, leaf }) => [seq, decodeLeaf(leaf)] as const));
  const others = [...stored.keys()].filter((line) => !found.has(line));
  for (const [seq, entry] of await reading.entries(others)) found.set(seq, entry);
  const entries = [...found.values()]
    .filter(({ businessDate }) => businessDate >= days.from && businessDate <= days.to)
    .sort((a, b) => a.seq - b.seq);
  return { entries: await concerning(reading, entries, id), stored, end };
}

/** Those of the entries that are about the item, by themselves or by the lines that they name. */
export async function concerning(
  reading: Reading,
  entries: readonly Entry[],
  item: AuditItem,
): Promise<readonly Entry[]> {
  const silent = entries.filter((entry) => itemsOf(entry).size === 0);
  const named = await reading.entries(silent.flatMap(referredLines));
  const further = await reading.entries([...named.values()].flatMap(referredLines));
  const isAbout = (entry: Entry): boolean => itemsOf(entry).has(item);
  return entries.filter((entry) => {
    if (isAbout(entry)) return true;
    if (itemsOf(entry).size > 0) return false;
    return referredLines(entry).some((line) => {
      const other = named.get(line);
      if (other === undefined) return false;
      const others = referredLines(other).map((each) => further.get(each));
      return isAbout(other) || others.some((each) => each !== undefined && isAbout(each));
    });
  });
}

export async function loadAround(
  reading: Reading,
  entries: readonly Entry[],
  item: AuditItem,
): Promise<Surroundings> {
  const draws = new Set<InsideAccount>(entries.flatMap(drawsTouchedBy));
  const containers = entries.flatMap((entry) => containersOf(entry, item));
  return loadSurroundings(reading, { entries, draws: [...draws], containers: () => containers });
}
