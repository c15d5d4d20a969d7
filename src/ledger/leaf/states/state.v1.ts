/** Resulting states, as `body.effects.states` lists them. */
import type { State } from '../../../domain/entry.js';
import { variant } from '../codec.js';
import type { Codec } from '../codec.js';
import { assayStateV1 } from './assay.v1.js';
import {
  closeOutStateV1,
  conditionStateV1,
  containerStateV1,
  serialStateV1,
  stockStateV1,
} from './container.v1.js';
import { countStateV1 } from './count.v1.js';
import { inventoryStateV1, lastCountsStateV1, signedCopyStateV1 } from './inventory.v1.js';
import { departureStateV1, exactEndsStateV1, weighingStateV1 } from './departure.v1.js';
import { dayStateV1, reviewStateV1 } from './day.v1.js';
import { discrepancyStateV1 } from './discrepancy.v1.js';
import {
  administrationStateV1,
  drawStateV1,
  orderStateV1,
  preparationStateV1,
  wasteStateV1,
} from './infusion.v1.js';
import { breakageStateV1, handOverStateV1, holdStateV1 } from './bedside.v1.js';
import { lineStateV1 } from './line.v1.js';
import { lossHistoryStateV1, lossReportStateV1, lossStateV1, lostShareStateV1 } from './loss.v1.js';
import { grantStateV1, personStateV1, productStateV1, supplierStateV1 } from './master-data.v1.js';
import { policyStateV1 } from './policy.v1.js';
import { reconciliationStateV1 } from './reconciliation.v1.js';
import { receiptStateV1 } from './receipt.v1.js';
import { premisesStateV1, registerStateV1, siteStateV1 } from './register.v1.js';

export const STATES_V1 = {
  register: registerStateV1,
  policy: policyStateV1,
  stock: stockStateV1,
  container: containerStateV1,
  condition: conditionStateV1,
  serial: serialStateV1,
  'close-out': closeOutStateV1,
  receipt: receiptStateV1,
  departure: departureStateV1,
  weighing: weighingStateV1,
  ends: exactEndsStateV1,
  order: orderStateV1,
  draw: drawStateV1,
  preparation: preparationStateV1,
  administration: administrationStateV1,
  waste: wasteStateV1,
  assay: assayStateV1,
  hold: holdStateV1,
  'hand-over': handOverStateV1,
  breakage: breakageStateV1,
  count: countStateV1,
  inventory: inventoryStateV1,
  'signed-copy': signedCopyStateV1,
  'last-counts': lastCountsStateV1,
  case: discrepancyStateV1,
  loss: lossStateV1,
  'loss-history': lossHistoryStateV1,
  'loss-report': lossReportStateV1,
  'lost-share': lostShareStateV1,
  line: lineStateV1,
  day: dayStateV1,
  review: reviewStateV1,
  reconciliation: reconciliationStateV1,
  site: siteStateV1,
  premises: premisesStateV1,
  person: personStateV1,
  grant: grantStateV1,
  product: productStateV1,
  supplier: supplierStateV1,
};

export const stateV1: Codec<State> = variant<State, 'noun'>('noun', 'noun', STATES_V1);
