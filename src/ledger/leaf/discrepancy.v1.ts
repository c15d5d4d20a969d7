import { CAUSE_CATEGORIES } from '../../domain/findings/discrepancy.js';
import type { DiscrepancyRequest } from '../../domain/request.js';
import { as, flag, lifted, list, nullable, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { caseId, containerId, line, personId } from './ids.js';
import { date, fileHash, quantity } from './values.js';

const settlement = record<DiscrepancyRequest['settle'][number]>({
  container: as('container', containerId),
  quantity: as('quantity', quantity),
});

export const DISCREPANCY_FIELDS = {
  ...HEAD,
  act: as('act', oneOf('assigned', 'noted', 'closed')),
  case: as('case', caseId),
  owner: as('owner', nullable(personId)),
  due: as('due', nullable(date)),
  cause: as('cause', nullable(oneOf(...CAUSE_CATEGORIES))),
  outcome: as('outcome', nullable(oneOf('explained', 'could-not-be-reconciled'))),
  explainedBy: as('explained_by', list(line)),
  settle: as('settle', list(settlement)),
  nobodyUninvolved: as('nobody_uninvolved', flag),
  files: as('files', list(fileHash)),
};

export const discrepancyV1: Codec<BodyOf<'discrepancy'>> = lifted<BodyOf<'discrepancy'>, 'found'>(
  record<Omit<BodyOf<'discrepancy'>, 'found'>>(DISCREPANCY_FIELDS),
  { found: [] },
);
