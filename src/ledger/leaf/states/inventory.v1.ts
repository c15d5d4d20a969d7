import type {
  CountingLine,
  LastCounts,
  PlaceCount,
  PlaceResult,
} from '../../../domain/counting/count.js';
import type { InsideAccount } from '../../../domain/custody.js';
import { ASSERTING_INVENTORIES } from '../../../domain/counting/inventory.js';
import type {
  AddedBack,
  Inventory,
  SignedCopy,
  StatedItem,
} from '../../../domain/counting/inventory.js';
import { as, defaulted, id, integer, list, nullable, oneOf, record } from '../codec.js';
import type { Codec, Fields } from '../codec.js';
import { auditItem, line, lineId, locationId, personId, personOrSystem } from '../ids.js';
import { date, fileHash, instant, quantity } from '../values.js';
import { openResult, sealedResult } from './count.v1.js';

const place: Codec<PlaceResult> = record<PlaceResult>({
  location: as('location', locationId),
  sealed: as('sealed', list(sealedResult)),
  open: as('open', list(openResult)),
});

const addedBack: Codec<AddedBack> = record<AddedBack>({
  line: as('line', line),
  account: as('account', id<InsideAccount>('custody account')),
  item: as('item', auditItem),
  quantity: as('quantity', quantity),
  sealed: as('sealed', defaulted(integer('sealed containers, below zero where taken off'), 0)),
});

export const statedItem: Codec<StatedItem> = record<StatedItem>({
  item: as('item', auditItem),
  sealed: as('sealed', integer('sealed containers')),
  onHand: as('on_hand', quantity),
  inProcess: as('in_process', quantity),
  held: as('held', quantity),
});

export const inventoryStateV1: Codec<Inventory> = record<Inventory>({
  noun: as('noun', oneOf('inventory')),
  id: as('id', lineId),
  type: as('type', oneOf(...ASSERTING_INVENTORIES)),
  asOf: as('as_of', oneOf('opening', 'close')),
  date: as('date', date),
  at: as('at', instant),
  places: as('places', list(place)),
  addedBack: as('added_back', list(addedBack)),
  stated: as('stated', list(statedItem)),
});

const COUNTING_LINE: Fields<CountingLine> = {
  line: as('line', line),
  kind: as('kind', oneOf('count', 'recount', 'inventory')),
  counter: as('counter', personOrSystem),
  takenAt: as('taken_at', instant),
  at: as('at', instant),
};

/** The newest counts, which a line of an earlier time that comes later puts under review. */
export const lastCountsStateV1: Codec<LastCounts> = record<LastCounts>({
  noun: as('noun', oneOf('last-counts')),
  id: as('id', oneOf('last-counts')),
  inventory: as('inventory', nullable(record<CountingLine>(COUNTING_LINE))),
  places: as(
    'places',
    list(record<PlaceCount>({ ...COUNTING_LINE, location: as('location', locationId) })),
  ),
});

export const signedCopyStateV1: Codec<SignedCopy> = record<SignedCopy>({
  noun: as('noun', oneOf('signed-copy')),
  id: as('id', lineId),
  file: as('file', fileHash),
  line: as('line', line),
  filedBy: as('filed_by', personId),
  filedAt: as('filed_at', instant),
});
