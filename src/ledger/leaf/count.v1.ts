import { COUNT_TYPES } from '../../domain/count.js';
import { as, list, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { countedOpen, countedSealed, ledgerSize } from './counted-place.js';
import { line, locationId } from './ids.js';
import { instant } from './values.js';

/** Counts and recounts say the same. */
export const countV1: Codec<BodyOf<'count'>> = record<BodyOf<'count'>>({
  ...HEAD,
  type: as('type', oneOf(...COUNT_TYPES)),
  location: as('location', locationId),
  startedAt: as('started_at', instant),
  at: as('at', ledgerSize),
  sealed: as('sealed', list(countedSealed)),
  quarantined: as('quarantined', list(countedSealed)),
  open: as('open', list(countedOpen)),
  recounts: as('recounts', nullable(line)),
});
