import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { changeV3 } from './correction-change.js';
import { line } from './ids.js';
import { hash } from './values.js';

export const correctionV3: Codec<BodyOf<'correction'>> = record<BodyOf<'correction'>>({
  ...HEAD,
  line: as('line', line),
  original: as('original', line),
  leaf: as('leaf', hash),
  change: as('change', changeV3),
});
