import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { orderId } from './ids.js';

export const orderCloseV1: Codec<BodyOf<'order-close'>> = record<BodyOf<'order-close'>>({
  ...HEAD,
  order: as('order', orderId),
});
