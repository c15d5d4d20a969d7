import { cellKey } from './book.js';
import type { CellKey, Slice } from './book.js';
import { shelfId } from './container.js';
import type { Condition, Shelf } from './container.js';
import { isInside } from './custody.js';
import type { InsideAccount, Movement } from './custody.js';
import type { Effects, ItemBalance } from './entry.js';
import type { AuditItem } from './ids.js';
import type { Discrepancy } from './discrepancy.js';
import { add, subtract, ZERO } from './quantity.js';
import type { Quantity } from './quantity.js';

/** What `apply` reads before it writes: the accounts and items of the movements, and the aggregates of the states. */
export function cellsTouchedBy(effects: Effects): readonly CellKey[] {
  const keys = new Set<CellKey>();
  for (const { from, to, item } of effects.movements) {
    if (isInside(from)) keys.add(cellKey('account', from));
    if (isInside(to)) keys.add(cellKey('account', to));
    keys.add(cellKey('item', item));
  }
  for (const state of effects.states) {
    keys.add(cellKey(state.noun, state.id));
    if (state.noun === 'condition') keys.add(cellKey('container', state.id));
    if (state.noun === 'case') keys.add(cellKey('open-case', subjectOf(state)));
  }
  return [...keys];
}

/** Second round of `cellsTouchedBy`: shelves are named by what the first round loaded or the effects bring. */
export function shelvesTouchedBy(effects: Effects, slice: Slice): readonly CellKey[] {
  const keys = new Set<CellKey>();
  for (const state of effects.states) {
    if (state.noun !== 'condition') continue;
    const item = itemOfContainer(state.id, effects, slice);
    keys.add(cellKey('shelf', shelfId(state.location, item)));
    const before = slice.find('condition', state.id);
    if (before !== undefined) keys.add(cellKey('shelf', shelfId(before.location, item)));
  }
  return [...keys];
}

/** Balances after one movement, as they print: null where the account or item is not on that side. */
export interface BalanceAfter {
  readonly from: Quantity | null;
  readonly to: Quantity | null;
  readonly onHand: Quantity;
}

/** Folds the effects of one line into the book. Calls no rule, no clock and no policy, and is never edited once released. */
export function apply(slice: Slice, seq: number, effects: Effects): readonly BalanceAfter[] {
  const balances = effects.movements.map((movement) => move(slice, seq, movement));
  for (const state of effects.states) {
    if (state.noun === 'condition') reshelve(slice, state, effects);
    if (state.noun === 'case') linkCase(slice, state);
    slice.put(state);
  }
  return balances;
}

function move(slice: Slice, seq: number, movement: Movement): BalanceAfter {
  const { from, to, quantity } = movement;
  if (quantity <= 0n) throw new Error(`line ${seq} moves ${quantity}: a movement is positive`);
  let item: ItemBalance = slice.find('item', movement.item) ?? {
    noun: 'item',
    id: movement.item,
    onHand: ZERO,
    inProcess: ZERO,
    held: ZERO,
  };
  const post = (account: InsideAccount, change: Quantity): Quantity => {
    const balance = add(slice.balance(account), change);
    slice.put({ noun: 'account', id: account, quantity: balance, line: seq });
    const part = account.startsWith('container:')
      ? 'onHand'
      : account.startsWith('held:')
        ? 'held'
        : 'inProcess';
    item = { ...item, [part]: add(item[part], change) };
    return balance;
  };
  const fromAfter = isInside(from) ? post(from, subtract(ZERO, quantity)) : null;
  const toAfter = isInside(to) ? post(to, quantity) : null;
  slice.put(item);
  return { from: fromAfter, to: toAfter, onHand: item.onHand };
}

function itemOfContainer(id: Condition['id'], effects: Effects, slice: Slice): AuditItem {
  const brought = effects.states.find((state) => state.noun === 'container' && state.id === id);
  const container = brought?.noun === 'container' ? brought : slice.find('container', id);
  if (container === undefined)
    throw new Error(`condition of container ${id}, which is not in the book`);
  return container.item;
}

function reshelve(slice: Slice, after: Condition, effects: Effects): void {
  const item = itemOfContainer(after.id, effects, slice);
  const before = slice.find('condition', after.id);
  if (before !== undefined && shelfPlace(before) === shelfPlace(after)) return;
  if (before !== undefined) place(slice, before, shelfId(before.location, item), -1);
  place(slice, after, shelfId(after.location, item), 1);
}

const shelfPlace = ({ location, status, quarantine }: Condition): string =>
  `${location}|${status}|${quarantine === null}`;

function place(slice: Slice, condition: Condition, id: string, by: 1 | -1): void {
  if (condition.status === 'closed') return;
  const shelf: Shelf = slice.find('shelf', id) ?? {
    noun: 'shelf',
    id,
    sealed: 0,
    quarantined: 0,
    open: [],
  };
  if (condition.status === 'open') {
    const others = shelf.open.filter((container) => container !== condition.id);
    slice.put({ ...shelf, open: by === 1 ? [...others, condition.id].sort() : others });
  } else if (condition.quarantine === null) {
    slice.put({ ...shelf, sealed: shelf.sealed + by });
  } else {
    slice.put({ ...shelf, quarantined: shelf.quarantined + by });
  }
}

/** What a discrepancy is about, as the key of its open case. */
export function subjectOf(
  discrepancy: Pick<Discrepancy, 'container' | 'location' | 'item'>,
): string {
  return discrepancy.container === null
    ? `shelf:${shelfId(discrepancy.location, discrepancy.item)}`
    : `container:${discrepancy.container}`;
}

function linkCase(slice: Slice, discrepancy: Discrepancy): void {
  const id = subjectOf(discrepancy);
  if (discrepancy.status === 'open') slice.put({ noun: 'open-case', id, case: discrepancy.id });
  else if (slice.find('open-case', id)?.case === discrepancy.id) slice.remove('open-case', id);
}
