import {
  ADDRESS_UNKNOWN_REASONS,
  ROUTES,
  WASTE_MANNERS,
  WASTE_REASONS,
} from '../../../domain/bedside/infusion.js';
import type {
  Administration,
  Draw,
  InfusionOrder,
  Preparation,
  Waste,
} from '../../../domain/bedside/infusion.js';
import { as, integer, list, nullable, oneOf, record, text } from '../codec.js';
import type { Codec } from '../codec.js';
import { drawLines } from '../draw-lines.js';
import { baseUnit } from '../facts.js';
import {
  auditItem,
  containerId,
  drawId,
  line,
  lineId,
  orderId,
  patientId,
  personId,
  preparationId,
  stockId,
} from '../ids.js';
import { series } from '../infusion-order.v1.js';
import { date, instant, mass, quantity, strength } from '../values.js';

export const orderStateV1: Codec<InfusionOrder> = record<InfusionOrder>({
  noun: as('noun', oneOf('order')),
  id: as('id', orderId),
  status: as('status', oneOf('ordered', 'given', 'ended', 'cancelled', 'closed')),
  patient: as('patient', patientId),
  patientAddress: as('patient_address', oneOf('known', ...ADDRESS_UNKNOWN_REASONS, 'missing')),
  orderedBy: as('ordered_by', personId),
  route: as('route', oneOf(...ROUTES)),
  dose: as('dose', mass),
  dosePerKilogram: as('dose_per_kilogram', nullable(integer('thousandths of mg/kg'))),
  minutes: as('minutes', nullable(integer('minutes'))),
  diluent: as('diluent', nullable(text)),
  series: as('series', nullable(series)),
  item: as('item', nullable(auditItem)),
  plannedFor: as('planned_for', nullable(date)),
  draws: as('draws', list(drawId)),
  particulars: as('particulars', line),
});

export const drawStateV1: Codec<Draw> = record<Draw>({
  noun: as('noun', oneOf('draw')),
  id: as('id', drawId),
  line: as('line', line),
  order: as('order', orderId),
  container: as('container', containerId),
  stock: as('stock', stockId),
  item: as('item', auditItem),
  strength: as('strength', strength),
  unit: as('unit', baseUnit),
  quantity: as('quantity', quantity),
  drawnBy: as('drawn_by', personId),
  holder: as('holder', personId),
  drawnAt: as('drawn_at', instant),
  preparation: as('preparation', nullable(preparationId)),
});

export const preparationStateV1: Codec<Preparation> = record<Preparation>({
  noun: as('noun', oneOf('preparation')),
  id: as('id', preparationId),
  order: as('order', orderId),
  draws: as('draws', list(drawId)),
  vessel: as('vessel', oneOf('bag', 'syringe')),
  diluent: as('diluent', text),
  totalVolume: as('total_volume', quantity),
  volumeIs: as('volume_is', oneOf('measured', 'stated')),
  beyondUseAt: as('beyond_use_at', instant),
});

export const administrationStateV1: Codec<Administration> = record<Administration>({
  noun: as('noun', oneOf('administration')),
  id: as('id', lineId),
  order: as('order', orderId),
  outcome: as('outcome', oneOf('completed', 'stopped', 'not-given')),
  lines: as('lines', drawLines),
});

const wasteLine = record<Waste['lines'][number]>({
  draw: as('draw', nullable(drawId)),
  container: as('container', nullable(containerId)),
  quantity: as('quantity', quantity),
});

export const wasteStateV1: Codec<Waste> = record<Waste>({
  noun: as('noun', oneOf('waste')),
  id: as('id', lineId),
  reason: as('reason', oneOf(...WASTE_REASONS)),
  manner: as('manner', oneOf(...WASTE_MANNERS)),
  lines: as('lines', list(wasteLine)),
});
