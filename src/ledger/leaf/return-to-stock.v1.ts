import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, locationId } from './ids.js';

export const returnToStockV1: Codec<BodyOf<'return-to-stock'>> = record<BodyOf<'return-to-stock'>>({
  ...HEAD,
  containers: as('containers', list(containerId)),
  location: as('location', locationId),
});
