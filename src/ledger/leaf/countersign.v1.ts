import { SEEN } from '../../domain/person.js';
import { as, list, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { line } from './ids.js';
import { hash } from './values.js';

export const countersignV1: Codec<BodyOf<'countersign'>> = record<BodyOf<'countersign'>>({
  ...HEAD,
  line: as('line', line),
  leaf: as('leaf', hash),
  seen: as('seen', list(oneOf(...SEEN))),
});
