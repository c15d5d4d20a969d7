import { cellKey } from './book.js';
import type { CellKey, Slice } from './book.js';
import { shelfId } from './stock/container.js';
import type { Condition, Shelf } from './stock/container.js';
import { isInside } from './custody.js';
import type { InsideAccount, Movement } from './custody.js';
import type { Effects, ItemBalance } from './entry.js';
import type { Discrepancy } from './findings/discrepancy.js';
import { add, subtract, ZERO } from './measures/quantity.js';
import type { Quantity } from './measures/quantity.js';

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
    if (state.noun === 'condition') {
      keys.add(cellKey('shelf', shelfId(state.location, state.item)));
      keys.add(cellKey('place', state.location));
    }
    if (state.noun === 'case') keys.add(cellKey('open-case', subjectOf(state)));
  }
  return [...keys];
}

/** A container that moves or is corrected also leaves a shelf, which only its loaded condition names. */
export function shelvesTouchedBy(effects: Effects, slice: Slice): readonly CellKey[] {
  return effects.states.flatMap((state) => {
    const before = state.noun === 'condition' ? slice.find('condition', state.id) : undefined;
    return before === undefined ? [] : [cellKey('shelf', shelfId(before.location, before.item))];
  });
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
    if (state.noun === 'condition') reshelve(slice, seq, state);
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

function reshelve(slice: Slice, seq: number, after: Condition): void {
  const before = slice.find('condition', after.id);
  if (before !== undefined && shelfPlace(before) === shelfPlace(after)) return;
  if (before !== undefined) place(slice, seq, before, -1);
  place(slice, seq, after, 1);
}

const shelfPlace = ({ location, item, status, quarantine }: Condition): string =>
  `${location}|${item}|${status}|${quarantine === null}`;

function place(slice: Slice, seq: number, condition: Condition, by: 1 | -1): void {
  if (condition.status === 'closed') return;
  const id = shelfId(condition.location, condition.item);
  const found = slice.find('shelf', id);
  if (found === undefined) remember(slice, condition);
  const shelf: Shelf = found ?? {
    noun: 'shelf',
    id,
    sealed: 0,
    quarantined: 0,
    open: [],
    line: seq,
  };
  if (condition.status === 'open') {
    const others = shelf.open.filter((container) => container !== condition.id);
    slice.put({ ...shelf, line: seq, open: by === 1 ? [...others, condition.id].sort() : others });
  } else if (condition.quarantine === null) {
    slice.put({ ...shelf, line: seq, sealed: shelf.sealed + by });
  } else {
    slice.put({ ...shelf, line: seq, quarantined: shelf.quarantined + by });
  }
}

/** A location keeps the list of what it ever held. */
function remember(slice: Slice, { location, item }: Condition): void {
  const items = slice.find('place', location)?.items ?? [];
  slice.put({ noun: 'place', id: location, items: [...items, item].sort() });
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
  if (discrepancy.status === 'open') {
    slice.put({ noun: 'open-case', id, case: discrepancy.id, difference: discrepancy.difference });
  } else if (slice.find('open-case', id)?.case === discrepancy.id) slice.remove('open-case', id);
}
