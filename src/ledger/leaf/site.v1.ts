import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { SITE_FACTS } from './facts.js';
import { ledgerId } from './ids.js';

export const siteV1: Codec<BodyOf<'site'>> = record<BodyOf<'site'>>({
  ...HEAD,
  site: as('site', ledgerId),
  facts: as('facts', record(SITE_FACTS)),
});
