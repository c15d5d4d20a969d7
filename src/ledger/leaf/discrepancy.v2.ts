import type { FoundContainers } from '../../domain/requests/control.js';
import { as, list, record, text } from './codec.js';
import type { Codec } from './codec.js';
import type { BodyOf } from './body.js';
import { DISCREPANCY_FIELDS } from './discrepancy.v1.js';
import { containers, productId } from './ids.js';
import { date } from './values.js';

const found = record<FoundContainers>({
  product: as('product', productId),
  lot: as('lot', text),
  expires: as('expires', date),
  containers: as('containers', containers),
});

/** Version 2 knows containers that were counted and that the book lacked. */
export const discrepancyV2: Codec<BodyOf<'discrepancy'>> = record<BodyOf<'discrepancy'>>({
  ...DISCREPANCY_FIELDS,
  found: as('found', list(found)),
});
