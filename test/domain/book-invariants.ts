import { isDeepStrictEqual } from 'node:util';
import { apply } from '../../src/domain/apply.js';
import { keyOf, Slice } from '../../src/domain/book.js';
import type { CellKey } from '../../src/domain/book.js';
import { shelfId } from '../../src/domain/stock/container.js';
import type { Condition } from '../../src/domain/stock/container.js';
import { chartPlace, containerAccount, isInside } from '../../src/domain/custody.js';
import type { Account } from '../../src/domain/custody.js';
import type { Cell, CellOf, Entry, Noun } from '../../src/domain/entry.js';
import type { ContainerId } from '../../src/domain/ids.js';
import { overfillAllowance } from '../../src/domain/policy.js';
import { formatQuantity, quantity } from '../../src/domain/measures/quantity.js';

/** What holds after every line, whatever was asked. Throws, naming the first thing that does not. */
export function checkBook(book: Slice, entries: readonly Entry[]): void {
  const balances = foldMovements(entries);
  checkMovements(entries);
  checkAccounts(book, balances);
  checkItems(book, balances);
  checkDraws(book, balances);
  checkContainers(book, entries);
  checkShelves(book);
  checkCases(book);
}

/** Folding the effects of every line again, from nothing, gives the same book. */
export function checkReplay(book: Slice, entries: readonly Entry[]): void {
  const again = new Slice('whole');
  for (const { seq, effects } of entries) apply(again, seq, effects);
  const [stored, replayed] = [cellsByKey(book), cellsByKey(again)];
  for (const key of new Set([...stored.keys(), ...replayed.keys()])) {
    must(
      isDeepStrictEqual(stored.get(key), replayed.get(key)),
      `cell ${key} differs from its replay`,
    );
  }
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(`invariant: ${otherwise}`);
}

function cellsByKey(book: Slice): ReadonlyMap<CellKey, Cell> {
  return new Map([...book.all()].map((cell) => [keyOf(cell), cell]));
}

function cellsOf<N extends Noun>(book: Slice, noun: N): CellOf<N>[] {
  // The noun decides which cell it is.
  return [...book.all()].filter((cell): cell is CellOf<N> => cell.noun === noun);
}

/** `<account>|<item>` to what the movements of all lines add up to. */
type Balances = ReadonlyMap<string, bigint>;

function foldMovements(entries: readonly Entry[]): Balances {
  const balances = new Map<string, bigint>();
  for (const { effects } of entries) {
    for (const { from, to, quantity: moved, item } of effects.movements) {
      const post = (account: Account, change: bigint): void => {
        const key = `${account}|${item}`;
        balances.set(key, (balances.get(key) ?? 0n) + change);
      };
      post(from, 0n - moved);
      post(to, moved);
    }
  }
  return balances;
}

/** Every movement is positive and stands in one column of the computation chart, the memo, or inside. */
function checkMovements(entries: readonly Entry[]): void {
  const last = entries.at(-1);
  for (const movement of last?.effects.movements ?? []) {
    must(movement.quantity > 0n, 'a movement is positive');
    must(movement.from !== movement.to, 'a movement leads elsewhere');
    const { column } = chartPlace(movement, last?.kind === 'correction');
    must(
      (column === 'inside') === (isInside(movement.from) && isInside(movement.to)),
      `a movement from ${movement.from} to ${movement.to} stands in column ${column}`,
    );
  }
}

/** Nothing appears or vanishes: each stored balance is the sum of its movements. */
function checkAccounts(book: Slice, balances: Balances): void {
  const sums = new Map<string, bigint>();
  for (const [key, balance] of balances) {
    const account = key.slice(0, key.indexOf('|'));
    sums.set(account, (sums.get(account) ?? 0n) + balance);
  }
  const stored = new Map(cellsOf(book, 'account').map((cell) => [cell.id, cell.quantity]));
  for (const [account, total] of sums) {
    if (!account.includes(':')) continue;
    must(stored.get(account) === total, `${account} holds the sum of its movements`);
  }
  for (const account of stored.keys())
    must(sums.has(account), `${account} has a balance and no movement`);
}

/** The three figures of an audit item are the sums of its accounts, and what came in is there or went out. */
function checkItems(book: Slice, balances: Balances): void {
  for (const item of cellsOf(book, 'item')) {
    const parts = { onHand: 0n, inProcess: 0n, held: 0n, outside: 0n };
    for (const [key, balance] of balances) {
      if (key.endsWith(`|${item.id}`)) parts[partOf(key)] += balance;
    }
    must(item.onHand === parts.onHand, `on hand of ${item.id} is the sum of its containers`);
    must(item.inProcess === parts.inProcess, `in process of ${item.id} is the sum of its draws`);
    must(item.held === parts.held, `held of ${item.id} is the sum of its bags`);
    must(item.inProcess >= 0n && item.held >= 0n, `${item.id} owes nothing to process or hold`);
    const inside = item.onHand + item.inProcess + item.held;
    must(inside + parts.outside === 0n, `what came in of ${item.id} is here or went out`);
  }
}

function partOf(key: string): 'onHand' | 'inProcess' | 'held' | 'outside' {
  if (key.startsWith('container:')) return 'onHand';
  if (key.startsWith('in-process:')) return 'inProcess';
  return key.startsWith('held:') ? 'held' : 'outside';
}

/** Drawn is given, wasted or in process; and in process is never less than nothing. */
function checkDraws(book: Slice, balances: Balances): void {
  for (const draw of cellsOf(book, 'draw')) {
    const inProcess = balances.get(`in-process:${draw.id}|${draw.item}`) ?? 0n;
    must(inProcess >= 0n, `draw ${draw.id} has ${inProcess} in process`);
    must(inProcess <= draw.quantity, `draw ${draw.id} has more in process than was drawn`);
  }
  for (const [key, balance] of balances) {
    if (key.startsWith('in-process:')) must(balance >= 0n, `${key} is below nothing`);
  }
}

/** Books run below zero by the overfill at most, or a flagged fact says why; closed containers hold nothing. */
function checkContainers(book: Slice, entries: readonly Entry[]): void {
  const flagged = new Set(
    entries.flatMap(({ effects }) =>
      effects.flags
        .filter(({ code }) => code === 'draw.exceeds-remaining')
        .map(({ about }) => about),
    ),
  );
  const policies = book.find('policy', 'timeline')?.policies ?? [];
  for (const condition of cellsOf(book, 'condition')) {
    const balance = book.balance(containerAccount(condition.id));
    const shown = `container ${condition.id} at ${formatQuantity(balance)}`;
    if (condition.status === 'closed') must(balance === 0n, `${shown} is closed`);
    if (condition.status === 'sealed') must(balance >= 0n, `${shown} is sealed`);
    const { size } = stockOf(book, condition.id);
    const allowances = policies.map(({ settings }) => overfillAllowance(size, settings));
    const lowest = allowances.reduce<bigint>((most, each) => (each > most ? each : most), 0n);
    must(balance >= -lowest || flagged.has(condition.id), `${shown} is below its overfill`);
    must(condition.draws >= 0, `${shown} has ${condition.draws} draws`);
    must(
      (condition.status === 'sealed') === (condition.openedAt === null) ||
        condition.status === 'closed',
      `${shown} is open since a time, or sealed`,
    );
  }
}

function stockOf(book: Slice, id: ContainerId): CellOf<'stock'> {
  const container = book.find('container', id);
  const stock = container === undefined ? undefined : book.find('stock', container.stock);
  must(stock !== undefined, `container ${id} has a stock`);
  return stock;
}

/** The numbers of a shelf are what counting the conditions again gives. */
function checkShelves(book: Slice): void {
  const byShelf = new Map<string, Condition[]>();
  for (const condition of cellsOf(book, 'condition')) {
    const id = shelfId(condition.location, condition.item);
    byShelf.set(id, [...(byShelf.get(id) ?? []), condition]);
  }
  for (const shelf of cellsOf(book, 'shelf')) {
    const standing = (byShelf.get(shelf.id) ?? []).filter(({ status }) => status !== 'closed');
    const sealed = standing.filter(({ status }) => status === 'sealed');
    const quarantined = sealed.filter(({ quarantine }) => quarantine !== null).length;
    const open = standing.filter(({ status }) => status === 'open').map(({ id }) => id);
    must(shelf.sealed === sealed.length - quarantined, `${shelf.id} counts its sealed containers`);
    must(shelf.quarantined === quarantined, `${shelf.id} counts its quarantined containers`);
    must(isDeepStrictEqual(shelf.open, open.sort()), `${shelf.id} lists its open containers`);
  }
  for (const [id, conditions] of byShelf) {
    const [first] = conditions;
    must(first !== undefined && book.find('shelf', id) !== undefined, `${id} is a shelf`);
    const items = book.find('place', first.location)?.items ?? [];
    must(items.filter((item) => item === first.item).length === 1, `${id} is known to its place`);
  }
}

/** Whatever points to an open case points to one that is open. */
function checkCases(book: Slice): void {
  for (const open of cellsOf(book, 'open-case')) {
    const found = book.find('case', open.case);
    must(found?.status === 'open', `${open.id} points to a case that is open`);
    must(found.difference === quantity(open.difference), `${open.id} knows the difference`);
  }
}
