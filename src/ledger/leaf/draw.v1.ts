import type { DrawRequest } from '../../domain/request.js';
import { as, lifted, list, record } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, orderId } from './ids.js';
import { quantity } from './values.js';

type BodyV1 = Omit<BodyOf<'draw'>, 'stated'>;

export const drawFieldsV1: Fields<BodyV1> = {
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
};

export const drawV1: Codec<BodyOf<'draw'>> = lifted<BodyOf<'draw'>, 'stated'>(
  record<BodyV1>(drawFieldsV1),
  { stated: [] },
);
