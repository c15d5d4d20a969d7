import { chartDocument } from '../../../reports/computation-chart.js';
import type { PrintedChart } from '../../../reports/computation-chart.js';
import type { TableDocument } from '../../../reports/table-document.js';
import type { PrintedItem } from '../../../reports/words.js';
import {
  countedBy,
  eventTimeOf,
  pointOf,
  reconcile,
} from '../../domain/reconciliation/audit-period.js';
import type { CountedPart, CountedPoint } from '../../domain/reconciliation/audit-period.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, LocationId } from '../../domain/ids.js';
import type { BusinessDate, Instant } from '../../domain/measures/instant.js';
import { readChartHistory } from '../chart-history.js';
import { pagesOfKinds } from './entries-of-kinds.js';
import type { DocumentRequest } from './document-request.js';
import { printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';

/** The chart of every audit item between the first and the last day of the period on which it was counted. */
export function chartOf(parts: DocumentParts, { scope }: DocumentRequest): TableDocument {
  return chartDocument({
    head: parts.head,
    charts: parts.kept.once(() => charts(parts, scope.item)),
  });
}

async function* charts(parts: DocumentParts, only: AuditItem | null): AsyncGenerator<PrintedChart> {
  const { reading } = parts;
  const counts = await readCounts(parts);
  for (const [id, item] of await printedItems(parts)) {
    if (only !== null && only !== id) continue;
    const ends = endsOf(counts, { id, item });
    if (ends === undefined) {
      yield { item, drawn: null };
      continue;
    }
    const { beginning, closing } = ends;
    const of = { site: reading.ledger, item: id, size: reading.size };
    const history = await readChartHistory(reading, of);
    const reconciliation = reconcile({ item: id, beginning, closing, history, by: 'event' });
    yield { item, drawn: { beginning, closing, reconciliation } };
  }
}

async function readCounts(parts: DocumentParts): Promise<readonly Entry[]> {
  const counts: Entry[] = [];
  for await (const page of pagesOfKinds(parts, ['inventory', 'count', 'recount'], {}))
    counts.push(...page.map(({ entry }) => entry));
  return counts;
}

type DatedPart = CountedPart & { readonly at: Instant; readonly date: BusinessDate };

/** The first and the last day on which the item was counted: the last count of each place on that day. */
function endsOf(
  counts: readonly Entry[],
  { id, item }: { readonly id: AuditItem; readonly item: PrintedItem },
): { readonly beginning: CountedPoint; readonly closing: CountedPoint } | undefined {
  const parts = counts.flatMap((entry): readonly DatedPart[] => {
    const part = countedBy(entry, { id, size: item.size }, 'event');
    if (part === undefined) return [];
    return [{ ...part, at: eventTimeOf(entry), date: entry.businessDate }];
  });
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const beginning = pointOf(first.location === null ? [first] : onDay(parts, first.date));
  const closing = pointOf(last.location === null ? [last] : onDay(parts, last.date));
  if (beginning === undefined || closing === undefined) return undefined;
  const isPeriod = closing.line > beginning.line && closing.at >= beginning.at;
  return isPeriod ? { beginning, closing } : undefined;
}

function onDay(parts: readonly DatedPart[], date: BusinessDate): readonly DatedPart[] {
  const places = new Map<LocationId | null, DatedPart>();
  for (const part of parts) {
    if (part.date === date && part.location !== null) places.set(part.location, part);
  }
  return [...places.values()];
}
