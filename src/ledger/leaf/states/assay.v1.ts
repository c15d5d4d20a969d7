import type { Assay } from '../../../domain/bedside/assay.js';
import { as, integer, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, containerId, drawId, line, lineId } from '../ids.js';
import { mass, quantity } from '../values.js';

export const assayStateV1: Codec<Assay> = record<Assay>({
  noun: as('noun', oneOf('assay')),
  id: as('id', lineId),
  of: as('of', line),
  draw: as('draw', nullable(drawId)),
  container: as('container', containerId),
  item: as('item', auditItem),
  quantity: as('quantity', quantity),
  expected: as('expected', mass),
  found: as('found', mass),
  tolerancePercent: as('tolerance_percent', integer('percent')),
  outcome: as('outcome', oneOf('agrees', 'differs')),
});
