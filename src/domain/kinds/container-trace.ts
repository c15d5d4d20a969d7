import type { Slice } from '../book.js';
import { containerAccount, inProcessAccount, isInside } from '../custody.js';
import type { Account, InsideAccount, Movement } from '../custody.js';

import type { ContainerId, DrawId, OrderId } from '../ids.js';
import { asId } from '../ids.js';
import { add, negate, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** Where the drug of some containers went, according to the lines that moved it. */
export interface Trace {
  /** Net between each two accounts, in the direction that it flowed; the first that flowed comes first. */
  readonly movements: readonly Movement[];
  /** What the lines leave in each container, draw and bag. */
  readonly sums: ReadonlyMap<InsideAccount, Quantity>;
  readonly draws: readonly DrawId[];
  /** Orders that the containers were drawn for. */
  readonly orders: readonly OrderId[];
}

const IN_PROCESS = inProcessAccount(asId(''));

/** Follows the containers' drug through the lines, in their order: into draws and bags, and out of them. */
export function traceOf(
  containers: readonly ContainerId[],
  lines: readonly number[],
  book: Slice,
): Trace {
  const followed = new Set<Account>(containers.map(containerAccount));
  const nets = new Map<string, Movement>();
  const orders = new Set<OrderId>();
  for (const line of lines) {
    // A line that is not there leaves the sums short, which is refused.
    const entry = book.line(line);
    if (entry === undefined) continue;
    for (const movement of entry.effects.movements) {
      const { from, to } = movement;
      if (!followed.has(from) && !followed.has(to)) continue;
      for (const account of [from, to]) if (isInside(account)) followed.add(account);
      if (entry.request.kind === 'draw') orders.add(entry.request.order);
      take(nets, movement);
    }
  }
  const movements = [...nets.values()].flatMap(forwards);
  return {
    movements,
    sums: sumsOf([...followed].filter(isInside), movements),
    draws: [...followed].filter((account) => account.startsWith(IN_PROCESS)).map(drawOf),
    orders: [...orders],
  };
}

const drawOf = (account: Account): DrawId => asId(account.slice(IN_PROCESS.length));

/** Adds to what flowed between the two accounts, which may turn the flow round. */
function take(nets: Map<string, Movement>, { from, to, quantity, item }: Movement): void {
  const back = nets.get(`${to}>${from}`);
  const key = back === undefined ? `${from}>${to}` : `${to}>${from}`;
  const known = nets.get(key) ?? { from, to, quantity: ZERO, item };
  const signed = back === undefined ? quantity : negate(quantity);
  nets.set(key, { ...known, quantity: add(known.quantity, signed) });
}

function forwards({ from, to, quantity, item }: Movement): readonly Movement[] {
  if (quantity === 0n) return [];
  return quantity > 0n
    ? [{ from, to, quantity, item }]
    : [{ from: to, to: from, quantity: negate(quantity), item }];
}

function sumsOf(
  accounts: readonly InsideAccount[],
  movements: readonly Movement[],
): ReadonlyMap<InsideAccount, Quantity> {
  return new Map(accounts.map((account) => [account, balanceOf(account, movements)]));
}

/** What movements leave in an account that began empty. */
export function balanceOf(account: Account, movements: readonly Movement[]): Quantity {
  return movements.reduce((sum, { from, to, quantity }) => {
    if (to === account) return add(sum, quantity);
    return from === account ? subtract(sum, quantity) : sum;
  }, ZERO);
}
