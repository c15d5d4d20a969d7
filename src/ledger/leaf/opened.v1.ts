import { as, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { SITE_FACTS } from './facts.js';
import { ledgerId } from './ids.js';

export const openedV1: Codec<BodyOf<'opened'>> = record<BodyOf<'opened'>>({
  ...HEAD,
  ledger: as('ledger', ledgerId),
  origin: as('origin', text),
  clock: as('clock', oneOf('real', 'simulated')),
  verifierKey: as('verifier_key', text),
  site: as('site', nullable(record(SITE_FACTS))),
  organisation: as('organisation', nullable(text)),
});
