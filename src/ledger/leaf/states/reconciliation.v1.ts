import type { ReconciledPeriod } from '../../../domain/reconciliation/reconciled-period.js';
import { as, list, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, line, lineId } from '../ids.js';
import { instant, quantity } from '../values.js';

export const reconciliationStateV1: Codec<ReconciledPeriod> = record<ReconciledPeriod>({
  noun: as('noun', oneOf('reconciliation')),
  id: as('id', lineId),
  item: as('item', auditItem),
  from: as('from', instant),
  to: as('to', instant),
  beginning: as('beginning', list(line)),
  closing: as('closing', list(line)),
  difference: as('difference', quantity),
});
