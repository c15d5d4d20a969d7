import { DEPARTURE_CAUSES, RECEIVING_UNITS } from '../../domain/bedside/bedside.js';
import type { HandOverRequest } from '../../domain/request.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawLines } from './draw-lines.js';
import { orderId, preparationId } from './ids.js';
import { quantity } from './values.js';

export const handOverV1: Codec<BodyOf<'hand-over'>> = record<BodyOf<'hand-over'>>({
  ...HEAD,
  order: as('order', orderId),
  cause: as('cause', oneOf(...DEPARTURE_CAUSES)),
  unit: as('unit', oneOf(...RECEIVING_UNITS)),
  preparation: as(
    'preparation',
    nullable(
      record<NonNullable<HandOverRequest['preparation']>>({
        id: as('id', preparationId),
        left: as('left', quantity),
      }),
    ),
  ),
  lines: as('lines', drawLines),
});
