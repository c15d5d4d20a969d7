import { as, nullable, record } from './codec.js';
import type { Codec } from './codec.js';
import type { PremisesFacts } from '../../domain/product.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { PREMISES_FACTS, SITE_FACTS } from './facts.js';
import { ledgerId } from './ids.js';

/** Registrations, with what an inspector asks of a site besides. */
export const siteV2: Codec<BodyOf<'site'>> = record<BodyOf<'site'>>({
  ...HEAD,
  site: as('site', ledgerId),
  facts: as('facts', record(SITE_FACTS)),
  premises: as('premises', nullable(record<PremisesFacts>(PREMISES_FACTS))),
});
