import { DESTRUCTION_METHODS } from '../../domain/stock/departure.js';
import { as, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { departingLines } from './departing.js';
import { supplierId } from './ids.js';
import { fileHash } from './values.js';

export const disposalV1: Codec<BodyOf<'disposal'>> = record<BodyOf<'disposal'>>({
  ...HEAD,
  way: as('way', oneOf('destroyed-on-site', 'reverse-distributor')),
  lines: as('lines', departingLines),
  method: as('method', nullable(oneOf(...DESTRUCTION_METHODS))),
  recipient: as('recipient', nullable(supplierId)),
  manifest: as('manifest', nullable(text)),
  file: as('file', nullable(fileHash)),
});
