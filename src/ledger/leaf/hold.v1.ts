import { WASTE_REASONS } from '../../domain/bedside/infusion.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawLines } from './draw-lines.js';
import { bagId, locationId, preparationId } from './ids.js';

export const holdV1: Codec<BodyOf<'hold'>> = record<BodyOf<'hold'>>({
  ...HEAD,
  bag: as('bag', bagId),
  location: as('location', locationId),
  lines: as('lines', drawLines),
  preparation: as('preparation', nullable(preparationId)),
  why: as('why', oneOf(...WASTE_REASONS)),
});
