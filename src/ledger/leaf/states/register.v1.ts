import type { Register } from '../../../domain/entry.js';
import type { Premises, Site } from '../../../domain/product.js';
import { as, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { PREMISES_FACTS, SITE_FACTS } from '../facts.js';
import { ledgerId, line } from '../ids.js';
import { instant } from '../values.js';

export const siteStateV1: Codec<Site> = record<Site>({
  noun: as('noun', oneOf('site')),
  id: as('id', ledgerId),
  openedAt: as('opened_at', instant),
  ...SITE_FACTS,
});

export const premisesStateV1: Codec<Premises> = record<Premises>({
  noun: as('noun', oneOf('premises')),
  id: as('id', ledgerId),
  ...PREMISES_FACTS,
});

export const registerStateV1: Codec<Register> = record<Register>({
  noun: as('noun', oneOf('register')),
  id: as('id', oneOf('register')),
  origin: as('origin', text),
  clock: as('clock', oneOf('real', 'simulated')),
  verifierKey: as('verifier_key', text),
  site: as('site', nullable(siteStateV1)),
  inventoryLine: as('inventory_line', nullable(line)),
});
