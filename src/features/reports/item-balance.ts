import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem, LedgerId, ProductId } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import type { Product } from '../../domain/product.js';
import { subtract, ZERO } from '../../domain/measures/quantity.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { decodeCell } from '../../ledger/stored-cell.js';
import type { Custody } from './ledger-sums.js';
import type { Reading } from './reading.js';
import { readCustodySince, readFirstOfItem } from './register.sql.js';

/** Every product that the organisation ever approved. Their facts never change. */
export type Products = ReadonlyMap<ProductId, Product>;

export async function readProducts(
  reader: LedgerReader,
  organisation: LedgerId,
): Promise<Products> {
  const found = new Map<ProductId, Product>();
  for (let after = ''; ;) {
    const page = await reader.cells(organisation, 'product', { after, limit: LARGEST_PAGE });
    for (const product of page) found.set(product.id, product);
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) return found;
    after = last.id;
  }
}

/** What was in process and held at the end of a day: what it is now, less what moved since. */
export async function custodyAfter(
  { pool, below }: Reading,
  day: BusinessDate,
  item: AuditItem,
): Promise<Custody> {
  const since = await readCustodySince(pool, below, day, item);
  if (since === undefined) return { inProcess: ZERO, held: ZERO };
  const cell = decodeCell(since.version, since.state);
  if (cell.noun !== 'item')
    throw new Error(`expected the balances of ${item}, found a ${cell.noun}`);
  return {
    inProcess: subtract(cell.inProcess, since.inProcess),
    held: subtract(cell.held, since.held),
  };
}

/**
 * An audit item as its page is headed, from the first product of it that came in here: the facts of a product never change.
 * Undefined where none had come in below the size.
 */
export async function printedItem(
  { pool, below }: Reading,
  item: AuditItem,
  products: Products,
): Promise<PrintedItem | undefined> {
  const leaf = await readFirstOfItem(pool, below, item);
  if (leaf === undefined) return undefined;
  const stock = decodeLeaf(leaf).effects.states.find(
    (state) => state.noun === 'stock' && state.item === item,
  );
  if (stock?.noun !== 'stock') throw new Error(`expected the stock by which ${item} came in`);
  return itemOfProduct(productNamed(products, stock.product));
}

export function productNamed(products: Products, id: ProductId): Product {
  const product = products.get(id);
  if (product === undefined) throw new Error(`expected product ${id}, found none`);
  return product;
}

/** The audit item that a product is of, as its page is headed. */
export function itemOfProduct(product: Product): PrintedItem {
  const { form, strength, size, unit, containerType: container, schedule } = product;
  return {
    substance: capitalised(product.substance),
    form,
    strength,
    size,
    unit,
    container,
    schedule,
  };
}

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
