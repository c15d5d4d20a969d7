import { HOLD_ENDS, SEAL_STATES } from '../../domain/bedside/bedside.js';
import { WASTE_MANNERS } from '../../domain/bedside/infusion.js';
import { as, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { bagId } from './ids.js';
import { quantity } from './values.js';

export const releaseHoldV1: Codec<BodyOf<'release-hold'>> = record<BodyOf<'release-hold'>>({
  ...HEAD,
  bag: as('bag', bagId),
  end: as('end', oneOf(...HOLD_ENDS)),
  seal: as('seal', oneOf(...SEAL_STATES)),
  found: as('found', nullable(quantity)),
  manner: as('manner', nullable(oneOf(...WASTE_MANNERS))),
});
