import { QUARANTINE_REASONS } from '../../domain/stock/container.js';
import { as, list, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId } from './ids.js';

export const quarantineV1: Codec<BodyOf<'quarantine'>> = record<BodyOf<'quarantine'>>({
  ...HEAD,
  containers: as('containers', list(containerId)),
  why: as('why', oneOf(...QUARANTINE_REASONS)),
});
