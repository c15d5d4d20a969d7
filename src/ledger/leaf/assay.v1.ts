import { as, nullable, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId, drawId, line } from './ids.js';
import { fileHash, mass } from './values.js';

export const assayV1: Codec<BodyOf<'assay'>> = record<BodyOf<'assay'>>({
  ...HEAD,
  line: as('line', line),
  draw: as('draw', nullable(drawId)),
  container: as('container', nullable(containerId)),
  laboratory: as('laboratory', text),
  reference: as('reference', nullable(text)),
  expected: as('expected', mass),
  found: as('found', mass),
  file: as('file', nullable(fileHash)),
});
