import { receiptsDocument } from '../../../reports/receipts.js';
import type { ReceiptLine, ReceiptTotal } from '../../../reports/receipts.js';
import type { TableDocument } from '../../../reports/table-document.js';
import type { PrintedItem } from '../../../reports/words.js';
import type { Stock } from '../../domain/stock/container.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { add, negate, sum, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import type { ReceiptRequest } from '../../domain/request.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { itemNamed, printedItems } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { marksOf } from './ledger-line.js';
import { stateOf } from './line-detail.js';
import { factsOf } from './line-facts.js';

/** Every delivery of the period, and every correction that takes containers of one back. */
export function receiptsOf(parts: DocumentParts): TableDocument {
  const totals = new Map<AuditItem, ReceiptTotal>();
  return receiptsDocument({
    head: parts.head,
    // The exceptions are printed first, and then all of them.
    lines: parts.kept.again(() => lines(parts, totals)),
    totals: () => [...totals.values()],
  });
}

async function* lines(
  parts: DocumentParts,
  totals: Map<AuditItem, ReceiptTotal>,
): AsyncGenerator<ReceiptLine> {
  const items = await printedItems(parts);
  totals.clear();
  for await (const each of entriesOfKinds(parts, ['receipt', 'correction'])) {
    const { entry } = each;
    const found =
      entry.request.kind === 'receipt'
        ? delivered(entry, entry.request, each, items)
        : await withdrawn(each, parts, items);
    for (const { item, line } of found) {
      const before = totals.get(item) ?? { item: line.item, containers: 0, quantity: ZERO };
      totals.set(item, {
        ...before,
        containers: before.containers + line.counted,
        quantity: add(before.quantity, line.quantity),
      });
      yield line;
    }
  }
}

interface BuiltReceipt {
  readonly item: AuditItem;
  readonly line: ReceiptLine;
}

function delivered(
  entry: Entry,
  request: ReceiptRequest,
  { around }: EntryAround,
  items: ReadonlyMap<AuditItem, PrintedItem>,
): readonly BuiltReceipt[] {
  const receipt = stateOf(entry, 'receipt');
  if (receipt === undefined) throw new Error(`expected the receipt of line ${entry.seq}`);
  const facts = factsOf(entry, around);
  return stocksOf(entry).flatMap((stock) => {
    const asked = request.lines.find(
      ({ product, lot, expires }) =>
        product === stock.product && lot === stock.lot && expires === stock.expires,
    );
    if (asked === undefined) return [];
    const { ordered, invoiced, counted } = asked;
    const containers = containersOfStock(entry, stock);
    const line: ReceiptLine = {
      ...facts,
      kind: 'receipt',
      supplier: receipt.supplier,
      document: request.document,
      invoiceNumber: receipt.invoiceNumber,
      invoiceDate: receipt.invoiceDate,
      invoiceFile: receipt.invoiceFile,
      orderedOn: request.orderedOn,
      ...stockFacts(stock, items),
      containers: marksOf(containers, around),
      ordered,
      invoiced,
      counted,
      quantity: cameIn(entry, stock.item, containers),
    };
    return [{ item: stock.item, line }];
  });
}

/** What a correction takes back of a delivery: containers that never arrived, or were entered twice. */
async function withdrawn(
  { entry, around }: EntryAround,
  { reading }: DocumentParts,
  items: ReadonlyMap<AuditItem, PrintedItem>,
): Promise<readonly BuiltReceipt[]> {
  const { request } = entry;
  if (request.kind !== 'correction' || request.change.type !== 'receipt-withdrawn') return [];
  const { containers } = request.change;
  const original = (await reading.entries([request.original])).get(request.original);
  const receipt = original === undefined ? undefined : stateOf(original, 'receipt');
  if (original?.request.kind !== 'receipt' || receipt === undefined) return [];
  const found = new Map(containers.map((id) => [around.stock(id).id, around.stock(id)] as const));
  const { document, orderedOn } = original.request;
  return [...found.values()].map((stock) => {
    const own = containers.filter((id) => around.stock(id).id === stock.id);
    const line: ReceiptLine = {
      ...factsOf(entry, around),
      kind: 'correction',
      supplier: receipt.supplier,
      document,
      invoiceNumber: receipt.invoiceNumber,
      invoiceDate: receipt.invoiceDate,
      invoiceFile: receipt.invoiceFile,
      orderedOn,
      ...stockFacts(stock, items),
      containers: marksOf(own, around),
      ordered: 0,
      invoiced: 0,
      counted: -own.length,
      quantity: cameIn(entry, stock.item, own),
    };
    return { item: stock.item, line };
  });
}

function stockFacts(
  { item, ndc, labeler, expires }: Stock,
  items: ReadonlyMap<AuditItem, PrintedItem>,
): Pick<ReceiptLine, 'item' | 'ndc' | 'labeler' | 'expires'> {
  return { item: itemNamed(items, item), ndc, labeler, expires };
}

const stocksOf = ({ effects }: Entry): readonly Stock[] =>
  effects.states.flatMap((state) => (state.noun === 'stock' ? [state] : []));

function containersOfStock({ effects }: Entry, { id }: Stock): readonly ContainerId[] {
  return effects.states.flatMap((state) =>
    state.noun === 'container' && state.stock === id ? [state.id] : [],
  );
}

/** From the supplier into containers; back to it is less. */
function cameIn({ effects }: Entry, item: AuditItem, containers: readonly ContainerId[]): Quantity {
  const accounts = containers.map((id) => `container:${id}`);
  return sum(
    effects.movements.map(({ from, to, quantity, item: of }) => {
      if (of !== item) return ZERO;
      if (from === 'supplier' && accounts.includes(to)) return quantity;
      return to === 'supplier' && accounts.includes(from) ? negate(quantity) : ZERO;
    }),
  );
}
