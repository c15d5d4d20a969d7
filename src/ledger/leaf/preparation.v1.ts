import { as, list, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { drawId, orderId } from './ids.js';
import { quantity } from './values.js';

export const preparationV1: Codec<BodyOf<'preparation'>> = record<BodyOf<'preparation'>>({
  ...HEAD,
  order: as('order', orderId),
  draws: as('draws', list(drawId)),
  vessel: as('vessel', oneOf('bag', 'syringe')),
  diluent: as('diluent', text),
  totalVolume: as('total_volume', quantity),
  volumeIs: as('volume_is', oneOf('measured', 'stated')),
});
