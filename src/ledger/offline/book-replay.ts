/**
 * Folds the entries of one ledger into its book again, from nothing, and checks after every line what must hold of it
 * whatever was asked: drug only moves, nothing is where it cannot be, and each movement has its place in the
 * computation chart. It calls `apply` and no rule: what an entry did is what the entry says.
 *
 * Memory grows with what is on hand and, by a name and a number each, with containers and draws: nothing else of the
 * past is kept.
 */
import { apply } from '../../domain/apply.js';
import { Slice } from '../../domain/book.js';
import type { Condition } from '../../domain/stock/container.js';
import { chartPlace, containerAccount, isInside, OUTSIDE_ACCOUNTS } from '../../domain/custody.js';
import type { Account, Movement } from '../../domain/custody.js';
import type { Cell, Entry, ItemBalance, State } from '../../domain/entry.js';
import type { AuditItem, ContainerId } from '../../domain/ids.js';
import { overfillAllowance } from '../../domain/policy.js';
import { formatQuantity, max, negate, ZERO } from '../../domain/measures/quantity.js';
import type { Quantity } from '../../domain/measures/quantity.js';

/** Lines between two clearances of the past. */
const LINES_PER_CLEARANCE = 20_000;

/** The flag of a recorded fact that went past what the container can explain. */
const BEYOND_REMAINING = 'draw.exceeds-remaining';

const OUTSIDE: ReadonlySet<string> = new Set(OUTSIDE_ACCOUNTS);
const INSIDE = /^(?:container|in-process|held):./;

/** States that `apply` or a check below ever asks for again. All others it would only put down. */
const ASKED_FOR: ReadonlySet<State['noun']> = new Set([
  'register',
  'policy',
  'stock',
  'container',
  'condition',
  'case',
]);

export class BookReplay {
  private book = new Slice('whole');
  /** Quantity of every draw, which what is in process of it can never exceed. */
  private readonly drawn = new Map<string, Quantity>();
  /** Containers of which more was drawn than they can explain, with a flag that says so. */
  private readonly excused = new Set<string>();
  /** What each item's movements add up to outside of custody; a second fold, that shares nothing with `apply`. */
  private readonly outside = new Map<AuditItem, bigint>();

  /** Takes the next line; a sentence about the first thing that is wrong with it, or null. */
  take(entry: Entry): string | null {
    const { effects, kind, seq } = entry;
    for (const movement of effects.movements) {
      const wrong = movementFault(movement, kind === 'correction');
      if (wrong !== null) return wrong;
      this.countOutside(movement);
    }
    this.note(entry);
    const states = effects.states.filter(({ noun }) => ASKED_FOR.has(noun));
    apply(this.book, seq, { ...effects, states });
    this.book.takeChanges();
    const wrong = this.balanceFault(entry);
    if (seq % LINES_PER_CLEARANCE === LINES_PER_CLEARANCE - 1) this.clear();
    return wrong;
  }

  /** What must hold at the end: what came in of each item is here, or went out. */
  conclude(): string | null {
    for (const item of this.items()) {
      const inside = item.onHand + item.inProcess + item.held;
      const outside = this.outside.get(item.id) ?? 0n;
      if (inside + outside !== 0n) return `what came in of ${item.id} is neither here nor gone`;
    }
    return null;
  }

  /** The balances of every audit item, by name. */
  items(): readonly ItemBalance[] {
    return [...this.book.all()]
      .filter((cell): cell is ItemBalance => cell.noun === 'item')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private countOutside({ from, to, quantity, item }: Movement): void {
    const known = this.outside.get(item) ?? 0n;
    const change = (isInside(from) ? 0n : negate(quantity)) + (isInside(to) ? 0n : quantity);
    if (change !== 0n || known === 0n) this.outside.set(item, known + change);
  }

  private note({ effects }: Entry): void {
    for (const state of effects.states) {
      if (state.noun === 'draw') this.drawn.set(state.id, state.quantity);
    }
    for (const { code, about } of effects.flags) {
      if (code === BEYOND_REMAINING && about !== null) this.excused.add(about);
    }
  }

  /** Looks at every balance that the line touched. */
  private balanceFault({ effects }: Entry): string | null {
    for (const { from, to } of effects.movements) {
      const wrong = this.accountFault(from) ?? this.accountFault(to);
      if (wrong !== null) return wrong;
    }
    for (const state of effects.states) {
      const wrong = state.noun === 'condition' ? this.containerFault(state) : null;
      if (wrong !== null) return wrong;
    }
    return null;
  }

  private accountFault(account: Account): string | null {
    if (!isInside(account)) return null;
    const colon = account.indexOf(':');
    const id = account.slice(colon + 1);
    if (account.startsWith('container:')) {
      const condition = this.book.find('condition', id);
      return condition === undefined
        ? `drug moves in container ${id}, which never came in`
        : this.containerFault(condition);
    }
    const balance = this.book.balance(account);
    if (balance < ZERO)
      return `${formatQuantity(balance)} is ${place(account)} ${id}: less than nothing`;
    if (!account.startsWith('in-process:')) return null;
    const drawn = this.drawn.get(id);
    if (drawn === undefined) return `drug is in process of draw ${id}, which never was`;
    return balance > drawn ? `more is in process of draw ${id} than was drawn` : null;
  }

  /** A closed container holds nothing, a sealed one not less; an open one runs below zero by its overfill at most. */
  private containerFault(condition: Condition): string | null {
    const { id, status } = condition;
    const balance = this.book.balance(containerAccount(id));
    const shown = `container ${id} is ${status} with a book of ${formatQuantity(balance)}`;
    if (status === 'closed') return balance === ZERO ? null : shown;
    if (balance >= ZERO || (status === 'open' && this.excused.has(id))) return null;
    if (status === 'sealed') return shown;
    return negate(balance) > this.allowance(id) ? `${shown}, which overfill cannot explain` : null;
  }

  /** The greatest overfill that any policy of the site ever allowed for a container of this size. */
  private allowance(id: ContainerId): Quantity {
    const container = this.book.find('container', id);
    const stock = container === undefined ? undefined : this.book.find('stock', container.stock);
    if (stock === undefined) return ZERO;
    const policies = this.book.find('policy', 'timeline')?.policies ?? [];
    return max(ZERO, ...policies.map(({ settings }) => overfillAllowance(stock.size, settings)));
  }

  /** Begins a new slice with what a later line can still ask for. */
  private clear(): void {
    const kept = new Slice('whole');
    for (const cell of this.book.all()) if (!isPast(cell)) kept.put(cell);
    kept.takeChanges();
    this.book = kept;
  }
}

/** Nothing reads differently without it: an account that is gone is empty, and only open cases are looked up. */
function isPast(cell: Cell): boolean {
  return cell.noun === 'case' || (cell.noun === 'account' && cell.quantity === ZERO);
}

/** Each movement is positive, leads elsewhere, and stands in exactly one column of the chart, the memo, or inside. */
function movementFault(movement: Movement, corrects: boolean): string | null {
  const { from, to, quantity } = movement;
  const shown = `a movement of ${formatQuantity(quantity)} from ${from} to ${to}`;
  if (quantity <= ZERO) return `${shown} is not positive`;
  if (from === to) return `${shown} leads nowhere`;
  if (!isAccount(from) || !isAccount(to)) return `${shown} names an account that does not exist`;
  if (!isInside(from) && !isInside(to)) return `${shown} touches no custody`;
  try {
    const isWithin = chartPlace(movement, corrects).column === 'inside';
    return isWithin === (isInside(from) && isInside(to))
      ? null
      : `${shown} stands in a wrong column`;
  } catch {
    return `${shown} stands in no column of the computation chart`;
  }
}

const isAccount = (account: string): boolean => OUTSIDE.has(account) || INSIDE.test(account);

const place = (account: Account): string =>
  account.startsWith('held:') ? 'held in bag' : 'in process of draw';
