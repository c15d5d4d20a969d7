import { as, lifted, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { SITE_FACTS } from './facts.js';
import { ledgerId } from './ids.js';

/** A registration that says nothing of the premises. */
export const siteV1: Codec<BodyOf<'site'>> = lifted<BodyOf<'site'>, 'premises'>(
  record<Omit<BodyOf<'site'>, 'premises'>>({
    ...HEAD,
    site: as('site', ledgerId),
    facts: as('facts', record(SITE_FACTS)),
  }),
  { premises: null },
);
