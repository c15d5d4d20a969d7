import { as, list, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, line, locationId } from './ids.js';

export const disposalReturnedV1: Codec<BodyOf<'disposal-returned'>> = record<
  BodyOf<'disposal-returned'>
>({
  ...HEAD,
  line: as('line', line),
  containers: as('containers', list(containerId)),
  location: as('location', locationId),
  why: as('why', oneOf('refused', 'undeliverable', 'other')),
});
