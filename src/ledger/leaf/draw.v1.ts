import type { DrawRequest } from '../../domain/request.js';
import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, orderId } from './ids.js';
import { quantity } from './values.js';

export const drawV1: Codec<BodyOf<'draw'>> = record<BodyOf<'draw'>>({
  ...HEAD,
  order: as('order', orderId),
  lines: as(
    'lines',
    list(
      record<DrawRequest['lines'][number]>({
        container: as('container', containerId),
        quantity: as('quantity', quantity),
      }),
    ),
  ),
});
