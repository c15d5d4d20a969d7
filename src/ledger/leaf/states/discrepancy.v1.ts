import { CAUSE_CATEGORIES } from '../../../domain/findings/discrepancy.js';
import type { Discrepancy } from '../../../domain/findings/discrepancy.js';
import { as, flag, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, caseId, containerId, line, locationId, personId } from '../ids.js';
import { date, quantity } from '../values.js';

export const discrepancyStateV1: Codec<Discrepancy> = record<Discrepancy>({
  noun: as('noun', oneOf('case')),
  id: as('id', caseId),
  status: as('status', oneOf('open', 'explained', 'could-not-be-reconciled')),
  foundBy: as('found_by', oneOf('count', 'close-out', 'draw', 'assay')),
  item: as('item', auditItem),
  container: as('container', nullable(containerId)),
  location: as('location', locationId),
  difference: as('difference', quantity),
  inContainers: as('in_containers', flag),
  book: as('book', quantity),
  counted: as('counted', quantity),
  owner: as('owner', nullable(personId)),
  due: as('due', nullable(date)),
  cause: as('cause', nullable(oneOf(...CAUSE_CATEGORIES))),
  lines: as('lines', list(line)),
});
