import type { StatedAtDraw } from '../../domain/request.js';
import { as, list, nullable, record, text } from './codec.js';
import type { Codec } from './codec.js';
import type { BodyOf } from './body.js';
import { drawFieldsV1 } from './draw.v1.js';
import { containerId } from './ids.js';
import { quantity } from './values.js';

/** Draws that say what was read on the container, and what they were drawn with. */
export const drawV2: Codec<BodyOf<'draw'>> = record<BodyOf<'draw'>>({
  ...drawFieldsV1,
  stated: as(
    'stated',
    list(
      record<StatedAtDraw>({
        container: as('container', containerId),
        lot: as('lot', nullable(text)),
        syringe: as('syringe', nullable(quantity)),
      }),
    ),
  ),
});
