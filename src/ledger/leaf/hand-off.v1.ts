import { as, list, nullable, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawId, personId, preparationId } from './ids.js';

export const handOffV1: Codec<BodyOf<'hand-off'>> = record<BodyOf<'hand-off'>>({
  ...HEAD,
  draws: as('draws', list(drawId)),
  preparation: as('preparation', nullable(preparationId)),
  to: as('to', personId),
});
