import { QUARANTINE_REASONS } from '../../../domain/stock/container.js';
import type {
  CloseOut,
  Condition,
  Container,
  Serial,
  Stock,
} from '../../../domain/stock/container.js';
import { as, id, integer, list, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { baseUnit, containerType, doseType, schedule } from '../facts.js';
import {
  auditItem,
  caseId,
  containerId,
  line,
  locationId,
  patientId,
  personId,
  productId,
  stockId,
} from '../ids.js';
import { date, instant, quantity, strength } from '../values.js';

export const stockStateV1: Codec<Stock> = record<Stock>({
  noun: as('noun', oneOf('stock')),
  id: as('id', stockId),
  product: as('product', productId),
  ndc: as('ndc', text),
  name: as('name', text),
  labeler: as('labeler', text),
  item: as('item', auditItem),
  schedule: as('schedule', schedule),
  unit: as('unit', baseUnit),
  strength: as('strength', strength),
  size: as('size', quantity),
  containerType: as('container_type', containerType),
  doseType: as('dose_type', doseType),
  lot: as('lot', text),
  expires: as('expires', date),
  receivedAt: as('received_at', instant),
});

export const containerStateV1: Codec<Container> = record<Container>({
  noun: as('noun', oneOf('container')),
  id: as('id', containerId),
  stock: as('stock', stockId),
  serial: as('serial', nullable(text)),
});

export const conditionStateV1: Codec<Condition> = record<Condition>({
  noun: as('noun', oneOf('condition')),
  id: as('id', containerId),
  item: as('item', auditItem),
  location: as('location', locationId),
  status: as('status', oneOf('sealed', 'open', 'closed')),
  quarantine: as('quarantine', nullable(oneOf(...QUARANTINE_REASONS))),
  openedAt: as('opened_at', nullable(instant)),
  beyondUseAt: as('beyond_use_at', nullable(instant)),
  draws: as('draws', integer('draws')),
  drawers: as('drawers', list(personId)),
  drawersSinceCount: as('drawers_since_count', list(personId)),
  patient: as('patient', nullable(patientId)),
});

export const serialStateV1: Codec<Serial> = record<Serial>({
  noun: as('noun', oneOf('serial')),
  id: as('id', id<string>('product id and serial number')),
  container: as('container', containerId),
});

export const closeOutStateV1: Codec<CloseOut> = record<CloseOut>({
  noun: as('noun', oneOf('close-out')),
  id: as('id', containerId),
  line: as('line', line),
  draws: as('draws', integer('draws')),
  book: as('book', quantity),
  deadSpaceMaximum: as('dead_space_maximum', quantity),
  overfillAllowance: as('overfill_allowance', quantity),
  overfill: as('overfill', quantity),
  hubLoss: as('hub_loss', quantity),
  unexplained: as('unexplained', quantity),
  discrepancy: as('discrepancy', nullable(caseId)),
});
