import type { PrintedItem } from '../../../reports/words.js';
import type { AuditItem } from '../../domain/ids.js';
import type { BusinessDate } from '../../domain/instant.js';
import type { Organisation } from '../../domain/organisation.js';
import { subtract, ZERO } from '../../domain/quantity.js';
import { decodeLeaf } from '../../ledger/leaf/leaf.js';
import { decodeCell } from '../../ledger/stored-cell.js';
import type { Custody } from './ledger-sums.js';
import type { Reading } from './reading.js';
import { readCustodySince, readFirstOfItem } from './register.sql.js';

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
  { products }: Pick<Organisation, 'products'>,
): Promise<PrintedItem | undefined> {
  const leaf = await readFirstOfItem(pool, below, item);
  if (leaf === undefined) return undefined;
  const stock = decodeLeaf(leaf).effects.states.find(
    (state) => state.noun === 'stock' && state.item === item,
  );
  if (stock?.noun !== 'stock') throw new Error(`expected the stock by which ${item} came in`);
  const { strength, size, unit, containerType: container, schedule } = stock;
  const product = products.get(stock.product);
  if (product === undefined) throw new Error(`expected product ${stock.product}, found none`);
  const { form } = product;
  const substance = capitalised(product.substance);
  return { substance, form, strength, size, unit, container, schedule };
}

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
