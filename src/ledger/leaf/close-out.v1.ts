import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId } from './ids.js';

export const closeOutV1: Codec<BodyOf<'close-out'>> = record<BodyOf<'close-out'>>({
  ...HEAD,
  container: as('container', containerId),
});
