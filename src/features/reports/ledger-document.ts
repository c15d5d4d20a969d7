import type { LedgerReport, LedgerSection } from '../../../reports/ledger-rows.js';
import type { ReportHead } from '../../../reports/head.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import type { JournalEnd } from './access.sql.js';
import type { KeptRows } from './kept-rows.js';
import { CorrectedMoments } from './corrected-moments.js';
import { printedItem } from './item-balance.js';
import type { Products } from './item-balance.js';
import { ledgerSection } from './ledger-section.js';
import type { Progress } from './progress.js';
import type { Reading } from './reading.js';
import { readOnHandMovements } from './register.sql.js';
import type { Days, Span } from './register.sql.js';

export interface DocumentParts {
  readonly reading: Reading;
  readonly head: ReportHead;
  readonly days: Days;
  readonly span: Span | undefined;
  readonly products: Products;
  /** The organisation's ledger. */
  readonly organisation: LedgerId;
  /** How much of the access journal is printed; null in documents that print none of it. */
  readonly journal: JournalEnd | null;
  readonly progress: Progress;
  readonly kept: KeptRows;
}

interface LedgerScope {
  /** One audit item; null for all. */
  readonly only: AuditItem | null;
  /** By event time; in register order otherwise. */
  readonly isByEvent: boolean;
}

/** The controlled-substance ledger of one or all audit items of a site, read while it is printed. */
export function ledgerDocument(parts: DocumentParts, scope: LedgerScope): LedgerReport {
  const { head, kept } = parts;
  return {
    head,
    isByEvent: scope.isByEvent,
    sections: kept.parts(() => sections(parts, scope)),
  };
}

async function* sections(
  parts: DocumentParts,
  { only, isByEvent }: LedgerScope,
): AsyncGenerator<LedgerSection> {
  const { reading, days, span, progress, kept } = parts;
  const moments = isByEvent ? await CorrectedMoments.load(reading) : null;
  const items = [...(await printedItems(parts))].filter(([id]) => only === null || id === only);
  progress.expect(items.length);
  for (const [id, item] of items) {
    progress.begin(span);
    const onRead = (line: number): void => {
      progress.reach(line);
    };
    const section = await ledgerSection({
      ...{ reading, id, item, days, span, kept, moments, onRead },
    });
    const isIdle = only === null && section.broughtForward === 0n;
    if (isIdle && !(await hasMoved(reading, id, span))) continue;
    yield section;
  }
}

/** Audit items that had come in below the size, as their pages are headed: by substance, then strength, then container. */
export async function printedItems({
  reading,
  products,
}: Pick<DocumentParts, 'reading' | 'products'>): Promise<ReadonlyMap<AuditItem, PrintedItem>> {
  const found: [AuditItem, PrintedItem][] = [];
  for (const id of await auditItems(reading.reader, reading.ledger)) {
    const item = await printedItem(reading, id, products);
    if (item !== undefined) found.push([id, item]);
  }
  const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
  return new Map(
    found.sort(
      ([a, one], [b, other]) =>
        order(one.substance, other.substance) ||
        order(one.strength, other.strength) ||
        order(one.size, other.size) ||
        order(a, b),
    ),
  );
}

/** Schedules of every audit item that came in below the size. */
export async function schedulesOf(parts: DocumentParts): Promise<ReadonlySet<string>> {
  return new Set([...(await printedItems(parts)).values()].map(({ schedule }) => schedule));
}

/** An audit item that came in below the size. */
export function itemNamed(items: ReadonlyMap<AuditItem, PrintedItem>, id: AuditItem): PrintedItem {
  const item = items.get(id);
  if (item === undefined) throw new Error(`expected audit item ${id}, found none`);
  return item;
}

/** Every audit item that the site ever had. */
export async function auditItems(
  reader: LedgerReader,
  ledger: LedgerId,
): Promise<readonly AuditItem[]> {
  const found: AuditItem[] = [];
  for (let after = ''; ;) {
    const page = await reader.cells(ledger, 'item', { after, limit: LARGEST_PAGE });
    found.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return found;
    after = last.id;
  }
}

async function hasMoved(
  { pool, ledger }: Reading,
  item: AuditItem,
  span: Span | undefined,
): Promise<boolean> {
  if (span === undefined) return false;
  const stretch = { after: span.first - 1, last: span.last, limit: 1 };
  return (await readOnHandMovements(pool, ledger, item, stretch)).length > 0;
}
