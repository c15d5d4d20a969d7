import { as, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { line } from './ids.js';
import { fileHash, hash } from './values.js';

export const filingV1: Codec<BodyOf<'filing'>> = record<BodyOf<'filing'>>({
  ...HEAD,
  line: as('line', line),
  leaf: as('leaf', hash),
  file: as('file', fileHash),
});
