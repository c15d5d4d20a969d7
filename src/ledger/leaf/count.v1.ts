import { COUNT_METHODS, COUNT_TYPES } from '../../domain/count.js';
import type { CountOpenLine, CountSealedLine } from '../../domain/request.js';
import { as, flag, integer, list, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { auditItem, containerId, containers, line, locationId } from './ids.js';
import { instant, quantity } from './values.js';

const size = integer('size of the ledger');

const sealedLine: Codec<CountSealedLine> = record<CountSealedLine>({
  item: as('item', auditItem),
  containers: as('containers', containers),
  first: as('first', containers),
  recounted: as('recounted', flag),
});

const openLine: Codec<CountOpenLine> = record<CountOpenLine>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
  first: as('first', quantity),
  recounted: as('recounted', flag),
  method: as('method', oneOf(...COUNT_METHODS)),
  resolution: as('resolution', quantity),
  at: as('at', size),
});

/** Counts and recounts say the same. */
export const countV1: Codec<BodyOf<'count'>> = record<BodyOf<'count'>>({
  ...HEAD,
  type: as('type', oneOf(...COUNT_TYPES)),
  location: as('location', locationId),
  startedAt: as('started_at', instant),
  at: as('at', size),
  sealed: as('sealed', list(sealedLine)),
  quarantined: as('quarantined', list(sealedLine)),
  open: as('open', list(openLine)),
  recounts: as('recounts', nullable(line)),
});
