import type { SampleRequest } from '../../domain/request.js';
import { as, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { departingLines } from './departing.js';
import { containerId } from './ids.js';
import { fileHash, quantity } from './values.js';

const drawn = record<SampleRequest['drawn'][number]>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
});

export const sampleV1: Codec<BodyOf<'sample'>> = record<BodyOf<'sample'>>({
  ...HEAD,
  by: as('by', oneOf('authority', 'assay')),
  taker: as('taker', text),
  receipt: as('receipt', nullable(text)),
  lines: as('lines', departingLines),
  drawn: as('drawn', list(drawn)),
  file: as('file', nullable(fileHash)),
});
