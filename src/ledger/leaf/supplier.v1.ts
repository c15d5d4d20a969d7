import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { SUPPLIER_FACTS } from './facts.js';
import { supplierId } from './ids.js';

export const supplierV1: Codec<BodyOf<'supplier'>> = record<BodyOf<'supplier'>>({
  ...HEAD,
  act: as('act', oneOf('added', 'changed', 'withdrawn')),
  supplier: as('supplier', nullable(supplierId)),
  facts: as('facts', record(SUPPLIER_FACTS)),
});
