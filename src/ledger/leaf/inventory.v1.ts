import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import { BRINGS_STOCK_IN } from '../../domain/counting/inventory.js';
import type { InventoryType } from '../../domain/counting/inventory.js';
import type { InventoryOpenLine, InventorySealedLine } from '../../domain/request.js';
import { as, lifted, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containers, locationId, productId } from './ids.js';
import { date, fileHash, instant, quantity } from './values.js';

export const sealedLine: Codec<InventorySealedLine> = record<InventorySealedLine>({
  product: as('product', productId),
  location: as('location', locationId),
  lot: as('lot', text),
  expires: as('expires', date),
  containers: as('containers', containers),
  quarantine: as('quarantine', nullable(oneOf(...QUARANTINE_REASONS))),
});

export const openLine: Codec<InventoryOpenLine> = record<InventoryOpenLine>({
  product: as('product', productId),
  location: as('location', locationId),
  lot: as('lot', text),
  expires: as('expires', date),
  quantity: as('quantity', quantity),
  method: as('method', oneOf('exact', 'estimated')),
  openedAt: as('opened_at', instant),
  beyondUseAt: as('beyond_use_at', instant),
  quarantine: as('quarantine', nullable(oneOf(...QUARANTINE_REASONS))),
});

type Previous = NonNullable<BodyOf<'inventory'>['previous']>;
type BodyV1 = Omit<BodyOf<'inventory'>, keyof typeof BRINGS_STOCK_IN>;

// The types that came later are of later versions: nothing of another type was ever written in this one.
const type = oneOf('initial', 'go-live') as unknown as Codec<InventoryType>;

export const inventoryFieldsV1: Fields<Omit<BodyV1, 'type'>> = {
  ...HEAD,
  asOf: as('as_of', oneOf('opening', 'close')),
  startedAt: as('started_at', instant),
  endedAt: as('ended_at', instant),
  sealed: as('sealed', list(sealedLine)),
  open: as('open', list(openLine)),
  previous: as(
    'previous',
    nullable(record<Previous>({ date: as('date', date), file: as('file', nullable(fileHash)) })),
  ),
};

/** The first inventory of a site; it brings stock in. */
export const inventoryV1: Codec<BodyOf<'inventory'>> = lifted<
  BodyOf<'inventory'>,
  keyof typeof BRINGS_STOCK_IN
>(record<BodyV1>({ ...inventoryFieldsV1, type: as('type', type) }), BRINGS_STOCK_IN);
