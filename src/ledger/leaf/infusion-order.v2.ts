import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import type { BodyOf } from './body.js';
import { auditItem } from './ids.js';
import { ORDER_FIELDS } from './infusion-order.v1.js';
import { date } from './values.js';

/** Version 2 knows changes, what the drug is to be drawn from, and the day that it is planned for. */
export const infusionOrderV2: Codec<BodyOf<'infusion-order'>> = record<BodyOf<'infusion-order'>>({
  ...ORDER_FIELDS,
  act: as('act', oneOf('ordered', 'changed', 'cancelled')),
  item: as('item', nullable(auditItem)),
  plannedFor: as('planned_for', nullable(date)),
});
