import { ADDRESS_UNKNOWN_REASONS, ROUTES } from '../../domain/bedside/infusion.js';
import type { InfusionOrder } from '../../domain/bedside/infusion.js';
import { as, integer, lifted, nullable, oneOf, record, text } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { orderId, patientId, personId } from './ids.js';
import { mass } from './values.js';

/** The third infusion of six. */
export const series = record<NonNullable<InfusionOrder['series']>>({
  number: as('number', integer('number in the series')),
  of: as('of', integer('infusions in the series')),
});

/** What version 1 does not know, as it leaves it: unsaid. */
const UNSAID = { item: null, plannedFor: null } as const satisfies Partial<
  BodyOf<'infusion-order'>
>;
type BodyV1 = Omit<BodyOf<'infusion-order'>, keyof typeof UNSAID>;

/** What both versions write alike. */
export const ORDER_FIELDS: Fields<Omit<BodyV1, 'act'>> = {
  ...HEAD,
  order: as('order', nullable(orderId)),
  patient: as('patient', patientId),
  addressUnknown: as('address_unknown', nullable(oneOf(...ADDRESS_UNKNOWN_REASONS))),
  orderedBy: as('ordered_by', personId),
  given: as('given', oneOf('written', 'verbal')),
  route: as('route', oneOf(...ROUTES)),
  dose: as('dose', mass),
  dosePerKilogram: as('dose_per_kilogram', nullable(integer('thousandths of mg/kg'))),
  minutes: as('minutes', nullable(integer('minutes'))),
  diluent: as('diluent', nullable(text)),
  series: as('series', nullable(series)),
};

export const infusionOrderV1: Codec<BodyOf<'infusion-order'>> = lifted<
  BodyOf<'infusion-order'>,
  keyof typeof UNSAID
>(
  record<BodyV1>({
    ...ORDER_FIELDS,
    // Version 1 refuses to write a later word, as it refuses to read it.
    act: as('act', oneOf('ordered', 'cancelled') as Codec<BodyV1['act']>),
  }),
  UNSAID,
);
