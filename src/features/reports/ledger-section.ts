import type { LedgerLine, LedgerSection } from '../../../reports/ledger-rows.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import { addDays } from '../../domain/measures/instant.js';
import { add, subtract } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import { containersOf, itemsOf, QUIET_KINDS, referredLines } from './entry-subject.js';
import { buildLine, drawsTouchedBy, joined } from './ledger-line.js';
import type { BuiltLine, SectionScope } from './ledger-line.js';
import { LedgerSums } from './ledger-sums.js';
import { custodyAfter } from './item-balance.js';
import type { Reading } from './reading.js';
import { readLinesOfKinds, readOnHandAfter, readOnHandMovements } from './register.sql.js';
import type { Days, Span, Stretch } from './register.sql.js';
import { loadSurroundings } from './surroundings.js';
import type { Surroundings } from './surroundings.js';
import { offsetWords } from './wording.js';

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
  /** Told the line up to which the section was read. */
  readonly onRead?: (line: number) => void;
}

/** The pages of one audit item, read as they are printed. */
export async function ledgerSection(parts: SectionParts): Promise<LedgerSection> {
  const { reading, id, item, days } = parts;
  const before = addDays(days.from, -1);
  const broughtForward = await readOnHandAfter(reading.pool, reading.below, before, id);
  const sums = new LedgerSums(id);
  return {
    item,
    broughtForward,
    lines: () => lines(parts, broughtForward, sums),
    totals: async () => {
      // Asked of the database again, apart from the lines: a line that was missed or printed twice shows here.
      const onHand = await readOnHandAfter(reading.pool, reading.below, days.to, id);
      return sums.totals({ onHand, custody: await custodyAfter(reading, days.to, id) });
    },
  };
}

/** Entries of one stretch of the register that concern the item, and the stored balances after those that moved it. */
interface Page {
  readonly entries: readonly Entry[];
  readonly stored: ReadonlyMap<number, Quantity>;
  readonly end: number;
}

async function* lines(
  parts: SectionParts,
  broughtForward: Quantity,
  sums: LedgerSums,
): AsyncGenerator<LedgerLine> {
  const { id, item, days } = parts;
  const scope: SectionScope = { id, item, days };
  let onHand = broughtForward;
  let offset = 0n;
  for await (const { page, around } of pages(parts)) {
    for (const entry of page.entries) {
      const built = buildLine(entry, scope, around);
      onHand = subtract(add(onHand, built.columns.in), built.columns.out);
      sums.add(entry, built);
      const stored = page.stored.get(entry.seq);
      const isShifted = stored !== undefined && stored - onHand !== offset;
      if (isShifted) offset = stored - onHand;
      yield finished(built, onHand, isShifted ? offsetWords(stored, onHand) : null);
    }
    parts.onRead?.(page.end);
  }
}

interface LoadedPage {
  readonly page: Page;
  readonly around: Surroundings;
}

/** Reads one page ahead: the database works while the page before is printed. */
async function* pages(parts: SectionParts): AsyncGenerator<LoadedPage> {
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

function finished({ line }: BuiltLine, onHand: Quantity, remark: string | null): LedgerLine {
  return { ...line, onHand, remark: joined(line.remark, remark) };
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
async function concerning(
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

async function loadAround(
  reading: Reading,
  entries: readonly Entry[],
  item: AuditItem,
): Promise<Surroundings> {
  const draws = new Set<InsideAccount>(entries.flatMap(drawsTouchedBy));
  const containers = entries.flatMap((entry) => containersOf(entry, item));
  return loadSurroundings(reading, { entries, draws: [...draws], containers: () => containers });
}
