import { COUNT_TYPES } from '../../../domain/counting/count.js';
import type { Count, OpenResult, SealedResult } from '../../../domain/counting/count.js';
import { as, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, caseId, containerId, containers, line, lineId, locationId } from '../ids.js';
import { quantity } from '../values.js';

export const sealedResult: Codec<SealedResult> = record<SealedResult>({
  item: as('item', auditItem),
  block: as('block', oneOf('sealed', 'quarantined')),
  first: as('first', containers),
  counted: as('counted', containers),
  book: as('book', containers),
  discrepancy: as('discrepancy', nullable(caseId)),
});

export const openResult: Codec<OpenResult> = record<OpenResult>({
  container: as('container', containerId),
  item: as('item', auditItem),
  first: as('first', quantity),
  counted: as('counted', quantity),
  book: as('book', quantity),
  low: as('low', quantity),
  high: as('high', quantity),
  discrepancy: as('discrepancy', nullable(caseId)),
});

export const countStateV1: Codec<Count> = record<Count>({
  noun: as('noun', oneOf('count')),
  id: as('id', lineId),
  location: as('location', locationId),
  type: as('type', oneOf(...COUNT_TYPES)),
  recounts: as('recounts', nullable(line)),
  sealed: as('sealed', list(sealedResult)),
  open: as('open', list(openResult)),
});
