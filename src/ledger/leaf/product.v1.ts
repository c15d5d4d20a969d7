import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { PRODUCT_FACTS } from './facts.js';
import { productId } from './ids.js';

export const productV1: Codec<BodyOf<'product'>> = record<BodyOf<'product'>>({
  ...HEAD,
  act: as('act', oneOf('approved', 'withdrawn')),
  product: as('product', nullable(productId)),
  facts: as('facts', nullable(record(PRODUCT_FACTS))),
  productType: as('product_type', oneOf('human', 'veterinary', 'bulk')),
});
