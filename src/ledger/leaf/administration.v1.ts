import type { AdministrationRequest } from '../../domain/request.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawLines } from './draw-lines.js';
import { orderId, preparationId } from './ids.js';
import { instant, quantity } from './values.js';

type Infused = NonNullable<AdministrationRequest['preparation']>;

export const administrationV1: Codec<BodyOf<'administration'>> = record<BodyOf<'administration'>>({
  ...HEAD,
  order: as('order', orderId),
  outcome: as('outcome', oneOf('completed', 'stopped', 'not-given')),
  preparation: as(
    'preparation',
    nullable(record<Infused>({ id: as('id', preparationId), infused: as('infused', quantity) })),
  ),
  lines: as('lines', drawLines),
  startedAt: as('started_at', nullable(instant)),
});
