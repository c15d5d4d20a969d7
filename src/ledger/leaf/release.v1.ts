import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId } from './ids.js';

export const releaseV1: Codec<BodyOf<'release'>> = record<BodyOf<'release'>>({
  ...HEAD,
  containers: as('containers', list(containerId)),
});
