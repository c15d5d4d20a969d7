import { receiptsDocument } from '../../../reports/receipts.js';
import type { ReceiptLine, ReceiptTotal } from '../../../reports/receipts.js';
import type { TableDocument } from '../../../reports/table-document.js';
import type { Stock } from '../../domain/stock/container.js';
import type { Entry } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { add, negate, sum, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { auditItemOf } from '../../domain/product.js';
import type { Product } from '../../domain/product.js';
import type { ReceiptLine as RequestLine, ReceiptRequest } from '../../domain/request.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { EntryAround } from './entries-of-kinds.js';
import { itemOfProduct, productNamed } from './item-balance.js';
import { schedulesOf } from './ledger-document.js';
import type { DocumentParts } from './ledger-document.js';
import { marksOf } from './ledger-line.js';
import { stateOf } from './line-detail.js';
import { factsOf } from './line-facts.js';
import type { Shown } from './line-facts.js';

/** Every delivery of the period, and every correction that takes containers of one back or says what they are. */
export function receiptsOf(parts: DocumentParts): TableDocument {
  const totals = new Map<AuditItem, ReceiptTotal>();
  // The exceptions are printed first, and then all of them.
  const read = parts.kept.again(() => lines(parts, totals));
  return receiptsDocument({
    head: parts.head,
    lines: read,
    schedules: async () => {
      const found = new Set(await schedulesOf(parts));
      // Of what was invoiced and did not come, nothing was ever on hand.
      for await (const { item } of read()) found.add(item.schedule);
      return found;
    },
    totals: () => [...totals.values()],
  });
}

async function* lines(
  parts: DocumentParts,
  totals: Map<AuditItem, ReceiptTotal>,
): AsyncGenerator<ReceiptLine> {
  totals.clear();
  for await (const each of entriesOfKinds(parts, ['receipt', 'correction'])) {
    const { entry } = each;
    const found =
      entry.request.kind === 'receipt'
        ? delivered(each, entry.request, parts)
        : await corrected(each, parts);
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
  { entry, around }: EntryAround,
  request: ReceiptRequest,
  { products }: DocumentParts,
): readonly BuiltReceipt[] {
  const receipt = stateOf(entry, 'receipt');
  if (receipt === undefined) throw new Error(`expected the receipt of line ${entry.seq}`);
  // A line of which nothing came brought no stock into the book.
  const stocks = stocksOf(entry).values();
  return request.lines.map((asked) => {
    const stock = asked.counted === 0 ? undefined : stocks.next().value;
    const containers = stock === undefined ? [] : containersOfStock(entry, stock);
    const product = productNamed(products, asked.product);
    const item = auditItemOf(product);
    const line: ReceiptLine = {
      ...factsOf(entry, around, aboutDeliveredLine(asked, request.lines)),
      kind: 'receipt',
      supplier: receipt.supplier,
      document: request.document,
      invoiceNumber: receipt.invoiceNumber,
      invoiceDate: receipt.invoiceDate,
      invoiceFile: receipt.invoiceFile,
      orderedOn: request.orderedOn,
      ...goodsOf(product, asked),
      containers: marksOf(containers, around),
      ordered: asked.ordered,
      invoiced: asked.invoiced,
      counted: asked.counted,
      quantity: cameIn(entry, item, containers),
    };
    return { item, line };
  });
}

/** What departs from the rule in another line of the delivery is left to that one. */
function aboutDeliveredLine(
  { product, lot, counted, invoiced }: RequestLine,
  all: readonly RequestLine[],
): Shown {
  return ({ code, about }) => {
    // One lot may stand on two lines of an invoice, of which one came short.
    if (code === 'receipt.count-differs-from-invoice') return about === lot && counted !== invoiced;
    if (about === null || about === lot || about === product) return true;
    return !all.some((other) => other.lot === about || other.product === about);
  };
}

/**
 * What a correction takes back of a delivery: containers that never arrived or were entered twice. Those of another product are
 * taken back under the one that was entered, and stand again under the one that they are.
 */
async function corrected(
  { entry, around }: EntryAround,
  { reading, products }: DocumentParts,
): Promise<readonly BuiltReceipt[]> {
  const { request } = entry;
  if (request.kind !== 'correction') return [];
  const { change, original: line } = request;
  if (change.type !== 'receipt-withdrawn' && change.type !== 'product') return [];
  const original = (await reading.entries([line])).get(line);
  const receipt = original === undefined ? undefined : stateOf(original, 'receipt');
  if (original?.request.kind !== 'receipt' || receipt === undefined) return [];
  const { document, orderedOn } = original.request;
  const { supplier, invoiceNumber, invoiceDate, invoiceFile } = receipt;
  const row = (stock: Stock, own: readonly ContainerId[], counted: number): BuiltReceipt => {
    const line: ReceiptLine = {
      ...factsOf(entry, around),
      kind: 'correction',
      ...{ supplier, document, invoiceNumber, invoiceDate, invoiceFile, orderedOn },
      ...goodsOf(productNamed(products, stock.product), stock),
      containers: marksOf(own, around),
      ordered: 0,
      invoiced: 0,
      counted,
      quantity: cameIn(entry, stock.item, own),
    };
    return { item: stock.item, line };
  };
  const earlier = (await reading.corrections(line)).filter(({ seq }) => seq < entry.seq);
  const before = byStock(change.containers, [...earlier, original]);
  const after = change.type === 'product' ? byStock(change.containers, [entry]) : [];
  return [
    ...before.map(({ stock, own }) => row(stock, own, -own.length)),
    ...after.map(({ stock, own }) => row(stock, own, own.length)),
  ];
}

interface StockOwning {
  readonly stock: Stock;
  readonly own: readonly ContainerId[];
}

/** Containers by the stock that the first of the entries gives each. */
function byStock(
  containers: readonly ContainerId[],
  entries: readonly Entry[],
): readonly StockOwning[] {
  const stocks = entries.flatMap(stocksOf);
  const found = new Map<Stock, ContainerId[]>();
  for (const id of containers) {
    const states = entries.flatMap(({ effects }) => effects.states);
    const state = states.find((each) => each.noun === 'container' && each.id === id);
    const stock = stocks.find((each) => state?.noun === 'container' && each.id === state.stock);
    if (stock === undefined) throw new Error(`expected the stock of container ${id}`);
    found.set(stock, [...(found.get(stock) ?? []), id]);
  }
  return [...found].map(([stock, own]) => ({ stock, own }));
}

function goodsOf(
  product: Product,
  { lot, expires }: Pick<Stock, 'lot' | 'expires'>,
): Pick<ReceiptLine, 'item' | 'ndc' | 'labeler' | 'lot' | 'expires'> {
  const { ndc, labeler } = product;
  return { item: itemOfProduct(product), ndc, labeler, lot, expires };
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
