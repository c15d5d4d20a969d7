import type { Account, Movement } from '../../domain/custody.js';
import type { Effects, Flag } from '../../domain/entry.js';
import { as, id, list, nullable, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { auditItem, line } from './ids.js';
import { stateV1 } from './states/state.v1.js';
import { quantity } from './values.js';

const account = id<Account>('custody account');

const movement: Codec<Movement> = record<Movement>({
  from: as('from', account),
  to: as('to', account),
  quantity: as('quantity', quantity),
  item: as('item', auditItem),
});

const flagged: Codec<Flag> = record<Flag>({
  code: as('code', text),
  about: as('about', nullable(text)),
});

/** What the rules added to a request. */
export const effectsV1: Codec<Effects> = record<Effects>({
  movements: as('movements', list(movement)),
  states: as('states', list(stateV1)),
  flags: as('flags', list(flagged)),
  policy: as('policy', nullable(line)),
});
