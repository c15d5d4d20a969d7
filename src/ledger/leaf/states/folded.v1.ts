/** Cells that `apply` folds. They are stored in the book and never stand in a leaf. */
import type { Place, Shelf } from '../../../domain/stock/container.js';
import type { OpenCase } from '../../../domain/findings/discrepancy.js';
import type { AccountBalance, Cell, ItemBalance } from '../../../domain/entry.js';
import { as, id, list, oneOf, record, variant } from '../codec.js';
import type { Codec } from '../codec.js';
import { auditItem, caseId, containerId, containers, line, locationId } from '../ids.js';
import { quantity } from '../values.js';
import { STATES_V1 } from './state.v1.js';

const accountV1: Codec<AccountBalance> = record<AccountBalance>({
  noun: as('noun', oneOf('account')),
  id: as('id', id<string>('custody account')),
  quantity: as('quantity', quantity),
  line: as('line', line),
});

const itemV1: Codec<ItemBalance> = record<ItemBalance>({
  noun: as('noun', oneOf('item')),
  id: as('id', auditItem),
  onHand: as('on_hand', quantity),
  inProcess: as('in_process', quantity),
  held: as('held', quantity),
});

const shelfV1: Codec<Shelf> = record<Shelf>({
  noun: as('noun', oneOf('shelf')),
  id: as('id', id<string>('storage location and audit item')),
  sealed: as('sealed', containers),
  quarantined: as('quarantined', containers),
  open: as('open', list(containerId)),
  line: as('line', line),
});

const placeV1: Codec<Place> = record<Place>({
  noun: as('noun', oneOf('place')),
  id: as('id', locationId),
  items: as('items', list(auditItem)),
});

const openCaseV1: Codec<OpenCase> = record<OpenCase>({
  noun: as('noun', oneOf('open-case')),
  id: as('id', id<string>('what the discrepancy is about')),
  case: as('case', caseId),
  difference: as('difference', quantity),
});

/** Every cell of the stored book. */
export const cellV1: Codec<Cell> = variant<Cell, 'noun'>('noun', 'noun', {
  ...STATES_V1,
  account: accountV1,
  item: itemV1,
  shelf: shelfV1,
  place: placeV1,
  'open-case': openCaseV1,
});
