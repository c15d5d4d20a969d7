import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { line } from './ids.js';
import { date, hash } from './values.js';

export const reviewV1: Codec<BodyOf<'review'>> = record<BodyOf<'review'>>({
  ...HEAD,
  from: as('from', line),
  to: as('to', line),
  leaf: as('leaf', hash),
  days: as('days', list(date)),
});
