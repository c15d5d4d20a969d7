import { PERIOD_VIEWS } from '../../domain/reconciliation/reconciled-period.js';
import type {
  ReconciledFigures,
  ReconciledPoint,
} from '../../domain/reconciliation/reconciled-period.js';
import { as, integer, list, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { auditItem, line } from './ids.js';
import { quantity } from './values.js';

const point: Codec<ReconciledPoint> = record<ReconciledPoint>({
  lines: as('lines', list(line)),
  onHand: as('on_hand', quantity),
  inProcess: as('in_process', quantity),
  held: as('held', quantity),
});

const figures: Codec<ReconciledFigures> = record<ReconciledFigures>({
  receipts: as('receipts', quantity),
  transfersIn: as('transfers_in', quantity),
  accountableFor: as('accountable_for', quantity),
  administered: as('administered', quantity),
  handedOver: as('handed_over', quantity),
  wasted: as('wasted', quantity),
  transferredOut: as('transferred_out', quantity),
  destroyed: as('destroyed', quantity),
  lost: as('lost', quantity),
  accountedFor: as('accounted_for', quantity),
  difference: as('difference', quantity),
  overfill: as('overfill', quantity),
  hubLoss: as('hub_loss', quantity),
  unexplained: as('unexplained', quantity),
});

export const reconciliationV1: Codec<BodyOf<'reconciliation'>> = record<BodyOf<'reconciliation'>>({
  ...HEAD,
  item: as('item', auditItem),
  by: as('by', oneOf(...PERIOD_VIEWS)),
  knownAt: as('known_at', integer('size of the ledger')),
  beginning: as('beginning', point),
  closing: as('closing', point),
  figures: as('figures', figures),
});
