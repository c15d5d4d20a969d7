import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, locationId } from './ids.js';

export const moveV1: Codec<BodyOf<'move'>> = record<BodyOf<'move'>>({
  ...HEAD,
  containers: as('containers', list(containerId)),
  to: as('to', locationId),
});
