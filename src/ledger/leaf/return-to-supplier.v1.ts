import { as, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { departingLines } from './departing.js';
import { supplierId } from './ids.js';
import { fileHash } from './values.js';

export const returnToSupplierV1: Codec<BodyOf<'return-to-supplier'>> = record<
  BodyOf<'return-to-supplier'>
>({
  ...HEAD,
  supplier: as('supplier', supplierId),
  lines: as('lines', departingLines),
  why: as('why', oneOf('recall', 'return')),
  authorisation: as('authorisation', nullable(text)),
  file: as('file', nullable(fileHash)),
});
