import { ISSUE_PURPOSES } from '../../domain/issued-report.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { as, integer, list, nullable, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { auditItem } from './ids.js';
import { date, fileHash, hash } from './values.js';

export const reportIssuedV1: Codec<BodyOf<'report-issued'>> = record<BodyOf<'report-issued'>>({
  ...HEAD,
  purpose: as('purpose', oneOf(...ISSUE_PURPOSES)),
  document: as('document', text),
  format: as('format', oneOf('pdf', 'csv', 'json', 'xlsx', 'zip')),
  from: as('from', date),
  to: as('to', date),
  size: as('size', integer('size of the ledger')),
  root: as('root', hash),
  item: as('item', nullable(auditItem)),
  about: as(
    'about',
    list(
      record<{ readonly what: string; readonly id: string }>({
        what: as('what', text),
        id: as('id', text),
      }),
    ),
  ),
  paper: as('paper', oneOf('letter', 'a4')),
  release: as('release', text),
  file: as('file', fileHash),
});
