import { BREAKAGE_CAUSES } from '../../../domain/stock/container.js';
import type { Breakage } from '../../../domain/stock/container.js';
import { DEPARTURE_CAUSES, HOLD_ENDS, RECEIVING_UNITS } from '../../../domain/bedside/bedside.js';
import type { HandOver, Hold } from '../../../domain/bedside/bedside.js';
import { WASTE_REASONS } from '../../../domain/bedside/infusion.js';
import { as, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { drawLines } from '../draw-lines.js';
import { bagId, containerId, line, lineId, locationId, orderId, personId } from '../ids.js';
import { instant, quantity } from '../values.js';

export const holdStateV1: Codec<Hold> = record<Hold>({
  noun: as('noun', oneOf('hold')),
  id: as('id', bagId),
  line: as('line', line),
  status: as('status', oneOf('sealed', ...HOLD_ENDS)),
  order: as('order', orderId),
  location: as('location', locationId),
  sealedBy: as('sealed_by', personId),
  sealedAt: as('sealed_at', instant),
  reason: as('reason', oneOf(...WASTE_REASONS)),
  volume: as('volume', quantity),
  lines: as('lines', drawLines),
  endedBy: as('ended_by', nullable(line)),
});

export const handOverStateV1: Codec<HandOver> = record<HandOver>({
  noun: as('noun', oneOf('hand-over')),
  id: as('id', lineId),
  order: as('order', orderId),
  cause: as('cause', oneOf(...DEPARTURE_CAUSES)),
  unit: as('unit', oneOf(...RECEIVING_UNITS)),
  lines: as('lines', drawLines),
});

export const breakageStateV1: Codec<Breakage> = record<Breakage>({
  noun: as('noun', oneOf('breakage')),
  id: as('id', lineId),
  cause: as('cause', oneOf(...BREAKAGE_CAUSES)),
  lines: as(
    'lines',
    list(
      record<Breakage['lines'][number]>({
        container: as('container', containerId),
        book: as('book', quantity),
        recovered: as('recovered', quantity),
      }),
    ),
  ),
});
