import { SCHEDULED_COUNT_TYPES } from '../../domain/counting/count.js';
import type { CountType } from '../../domain/counting/count.js';
import { as, lifted, list, nullable, oneOf, record } from './codec.js';
import type { Codec, Fields } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { countedOpen, countedSealed, ledgerSize } from './counted-place.js';
import { line, locationId } from './ids.js';
import { instant } from './values.js';

type Later = 'second' | 'investigators';
type BodyV1 = Omit<BodyOf<'count'>, Later>;

export const countFieldsV1: Fields<Omit<BodyV1, 'type'>> = {
  ...HEAD,
  location: as('location', locationId),
  startedAt: as('started_at', instant),
  at: as('at', ledgerSize),
  sealed: as('sealed', list(countedSealed)),
  quarantined: as('quarantined', list(countedSealed)),
  open: as('open', list(countedOpen)),
  recounts: as('recounts', nullable(line)),
};

// Inspection counts are of later versions: nothing of that type was ever written in this one.
const type = oneOf(...SCHEDULED_COUNT_TYPES) as unknown as Codec<CountType>;

/** Counts and recounts say the same. */
export const countV1: Codec<BodyOf<'count'>> = lifted<BodyOf<'count'>, Later>(
  record<BodyV1>({ ...countFieldsV1, type: as('type', type) }),
  { second: null, investigators: null },
);
