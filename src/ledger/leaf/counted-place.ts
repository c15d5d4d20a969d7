/** Lines of what was counted, as counts and inventories write them. */
import { COUNT_METHODS } from '../../domain/counting/count.js';
import type { CountOpenLine, CountSealedLine } from '../../domain/request.js';
import { as, flag, integer, oneOf, record } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { auditItem, containerId, containers } from './ids.js';
import { quantity } from './values.js';

export const ledgerSize = integer('size of the ledger');

export const COUNTED_SEALED: Fields<CountSealedLine> = {
  item: as('item', auditItem),
  containers: as('containers', containers),
  first: as('first', containers),
  recounted: as('recounted', flag),
};
export const countedSealed: Codec<CountSealedLine> = record<CountSealedLine>(COUNTED_SEALED);

export const countedOpen: Codec<CountOpenLine> = record<CountOpenLine>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
  first: as('first', quantity),
  recounted: as('recounted', flag),
  method: as('method', oneOf(...COUNT_METHODS)),
  resolution: as('resolution', quantity),
  at: as('at', ledgerSize),
});
