import { MANNERS_OF_DISCLOSURE, RECIPIENTS } from '../../domain/issued-report.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { as, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { line } from './ids.js';

export const disclosureV1: Codec<BodyOf<'disclosure'>> = record<BodyOf<'disclosure'>>({
  ...HEAD,
  reports: as('reports', list(line)),
  to: as('to', oneOf(...RECIPIENTS)),
  organisation: as('organisation', nullable(text)),
  manner: as('manner', oneOf(...MANNERS_OF_DISCLOSURE)),
  reference: as('reference', nullable(text)),
});
