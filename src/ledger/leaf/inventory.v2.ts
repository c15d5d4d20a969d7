import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import { INVENTORY_TYPES } from '../../domain/counting/inventory.js';
import type {
  InventoryPlace,
  InventoryQuarantinedLine,
  RelocatedFrom,
} from '../../domain/request.js';
import { as, list, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import type { BodyOf } from './body.js';
import { COUNTED_SEALED, countedOpen, countedSealed, ledgerSize } from './counted-place.js';
import { auditItem, containers, ledgerId, line, locationId } from './ids.js';
import { inventoryFieldsV1 } from './inventory.v1.js';
import { statedItem } from './states/inventory.v1.js';
import { date, hash } from './values.js';

type Reason = InventoryQuarantinedLine['reasons'][number];

const quarantinedLine: Codec<InventoryQuarantinedLine> = record<InventoryQuarantinedLine>({
  ...COUNTED_SEALED,
  reasons: as(
    'reasons',
    list(
      record<Reason>({
        why: as('why', oneOf(...QUARANTINE_REASONS)),
        containers: as('containers', containers),
      }),
    ),
  ),
});

const place: Codec<InventoryPlace> = record<InventoryPlace>({
  location: as('location', locationId),
  at: as('at', ledgerSize),
  sealed: as('sealed', list(countedSealed)),
  quarantined: as('quarantined', list(quarantinedLine)),
  open: as('open', list(countedOpen)),
});

const relocatedFrom: Codec<RelocatedFrom> = record<RelocatedFrom>({
  site: as('site', ledgerId),
  line: as('line', line),
  leaf: as('leaf', hash),
  stated: as('stated', list(statedItem)),
});

/** Inventories of every kind: those that bring stock in, and those that assert what is there. */
export const inventoryV2: Codec<BodyOf<'inventory'>> = record<BodyOf<'inventory'>>({
  ...inventoryFieldsV1,
  type: as('type', oneOf(...INVENTORY_TYPES)),
  date: as('date', nullable(date)),
  places: as('places', list(place)),
  items: as('items', list(auditItem)),
  since: as('since', list(line)),
  relocated: as('relocated', nullable(relocatedFrom)),
});
