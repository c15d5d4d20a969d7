import { QUARANTINE_REASONS } from '../../domain/container.js';
import type { InventoryOpenLine, InventorySealedLine } from '../../domain/request.js';
import { as, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containers, locationId, productId } from './ids.js';
import { date, fileHash, instant, quantity } from './values.js';

const sealedLine: Codec<InventorySealedLine> = record<InventorySealedLine>({
  product: as('product', productId),
  location: as('location', locationId),
  lot: as('lot', text),
  expires: as('expires', date),
  containers: as('containers', containers),
  quarantine: as('quarantine', nullable(oneOf(...QUARANTINE_REASONS))),
});

const openLine: Codec<InventoryOpenLine> = record<InventoryOpenLine>({
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

export const inventoryV1: Codec<BodyOf<'inventory'>> = record<BodyOf<'inventory'>>({
  ...HEAD,
  type: as('type', oneOf('initial', 'go-live')),
  asOf: as('as_of', oneOf('opening', 'close')),
  startedAt: as('started_at', instant),
  endedAt: as('ended_at', instant),
  sealed: as('sealed', list(sealedLine)),
  open: as('open', list(openLine)),
  previous: as(
    'previous',
    nullable(record<Previous>({ date: as('date', date), file: as('file', nullable(fileHash)) })),
  ),
});
