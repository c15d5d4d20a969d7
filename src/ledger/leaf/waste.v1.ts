import { WASTE_MANNERS, WASTE_REASONS } from '../../domain/bedside/infusion.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawLines } from './draw-lines.js';
import { containerId, preparationId } from './ids.js';

export const wasteV1: Codec<BodyOf<'waste'>> = record<BodyOf<'waste'>>({
  ...HEAD,
  lines: as('lines', drawLines),
  preparation: as('preparation', nullable(preparationId)),
  container: as('container', nullable(containerId)),
  why: as('why', oneOf(...WASTE_REASONS)),
  manner: as('manner', oneOf(...WASTE_MANNERS)),
});
