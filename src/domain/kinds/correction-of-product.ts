import type { CloseOut, Stock } from '../stock/container.js';
import { containerAccount, isInside, reversed } from '../custody.js';
import type { Account, Movement } from '../custody.js';
import { policyForDrug, present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Flag, State } from '../entry.js';
import { mint } from '../ids.js';
import type { StockId } from '../ids.js';
import { overfillAllowance } from '../policy.js';
import { auditItemOf } from '../product.js';
import { formatMeasured, formatQuantity, negate, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { CorrectionChange } from '../request.js';
import { limitsOf, residueOf, settlingMovements } from '../stock/residue.js';
import { productOf, wholeContainer } from '../stock/stock.js';
import type { WholeContainer } from '../stock/stock.js';
import { balanceOf, traceOf } from './container-trace.js';
import type { Trace } from './container-trace.js';
import { caseOf } from './correction-of-draw.js';

export type ProductChange = Extract<CorrectionChange, { readonly type: 'product' }>;

/**
 * Containers were entered as another product than their label says: another strength, or another size. Everything that
 * was ever done with them is taken back under the wrong audit item and stated again under the right one, in one line: the
 * same volumes of another drug. The request names the lines that used them, and the books of the containers, draws and
 * bags must be the sum of those lines, so that none is left behind. Each order whose dose changes is flagged.
 */
export function correctProduct(change: ProductChange, original: number, context: Context): Draft {
  const wholes = [...new Set(change.containers)].map((id) => {
    if (!id.startsWith(`${original}-`))
      refuse('correction.wrong-kind', { line: original, container: id });
    return wholeContainer(context.book, id);
  });
  const [first] = wholes;
  if (first === undefined) return refuse('correction.changes-nothing', { line: original });
  const trace = traceOf(change.containers, tracedLines(change, original), context.book);
  refuseIncomplete(trace, context);
  const stocks = relabelled(wholes, change, context);
  const parts = wholes.map((before, index) => {
    const whole = { ...before, stock: rightStock(before, stocks) };
    return restate(before, whole, { trace, part: index + 1, context });
  });
  const own = new Set<Account>(wholes.map(({ container }) => containerAccount(container.id)));
  const { item } = rightStock(first, stocks);
  const beyond = trace.movements.filter(({ from, to }) => !own.has(from) && !own.has(to));
  return {
    movements: [
      ...trace.movements.map(reversed),
      ...parts.flatMap(({ movements }) => movements),
      ...beyond.map((movement) => ({ ...movement, item })),
    ],
    states: [
      ...stocks.values(),
      ...parts.flatMap(({ states }) => states),
      ...restatedDraws(trace, stocks, context),
    ],
    flags: trace.orders.map((order): Flag => ({ code: 'dose.restated', about: order })),
  };
}

/** The lines that the correction reads: where the containers came in, and those that used them. */
export const tracedLines = ({ affected }: ProductChange, original: number): readonly number[] =>
  [...new Set([original, ...affected])].sort((a, b) => a - b);

/** The books must be the sum of the named lines: else one was left out, or another came in between. */
function refuseIncomplete({ sums }: Trace, context: Context): void {
  for (const [account, sum] of sums) {
    const book = context.book.balance(account);
    if (book === sum) continue;
    refuse('correction.lines-missing', {
      account,
      book: formatQuantity(book),
      lines: formatQuantity(sum),
    });
  }
}

/** One stock of the right product for each of the wrong one. */
function relabelled(
  wholes: readonly WholeContainer[],
  change: ProductChange,
  context: Context,
): ReadonlyMap<StockId, Stock> {
  const product = productOf(context, change.product);
  const { ndc, name, labeler, schedule, unit, strength, size, containerType, doseType } = product;
  const label = { ndc, name, labeler, schedule, unit, strength, size, containerType, doseType };
  const found = new Map<StockId, Stock>();
  for (const { stock } of wholes) {
    if (found.has(stock.id)) continue;
    if (stock.product === product.id) refuse('correction.changes-nothing', { product: product.id });
    if (stock.unit !== unit) refuse('correction.wrong-kind', { product: product.id, unit });
    const id: StockId = mint(context.seq, found.size + 1);
    const item = auditItemOf(product);
    found.set(stock.id, { ...stock, ...label, id, product: product.id, item });
  }
  return found;
}

function rightStock({ stock }: WholeContainer, stocks: ReadonlyMap<StockId, Stock>): Stock {
  return present(stocks.get(stock.id), 'container.unknown', { stock: stock.id });
}

interface Restating {
  readonly trace: Trace;
  readonly part: number;
  readonly context: Context;
}
interface Restated {
  readonly movements: readonly Movement[];
  readonly states: readonly State[];
}

/** One container under its right label: what it brought in, what left it, and how it ended. */
function restate(
  before: WholeContainer,
  after: WholeContainer,
  { trace, part, context }: Restating,
): Restated {
  const { container, condition, stock } = after;
  const account = containerAccount(container.id);
  const closed = context.book.find('close-out', container.id);
  const settled =
    closed === undefined ? [] : settlingMovements(container.id, closed, before.stock.item);
  const legs = trace.movements
    .filter(({ from, to }) => from === account || to === account)
    .map((leg) => (isDelivery(leg, before) ? { ...leg, quantity: stock.size } : leg))
    .map((leg) => withoutSettling(leg, settled))
    .filter(({ quantity }) => quantity > 0n)
    .map((leg) => ({ ...leg, item: stock.item }));
  const book = balanceOf(account, legs);
  const named = [
    { ...container, stock: stock.id },
    { ...condition, item: stock.item },
  ];
  if (closed === undefined) {
    refuseBeyondLabel(after, book, context);
    return { movements: legs, states: named };
  }
  const restated = closeAgain(closed, after, { book, part, context });
  const isNew = restated.discrepancy !== closed.discrepancy;
  return {
    movements: [...legs, ...settlingMovements(container.id, restated, stock.item)],
    states: [...named, restated, ...(isNew ? [caseOf(restated, after, context.seq)] : [])],
  };
}

/** A container that came in full is as full as its right label says; an opened one held what was measured. */
const isDelivery = ({ from, to, quantity }: Movement, { stock }: WholeContainer): boolean =>
  !isInside(from) && isInside(to) && DELIVERIES.has(from) && quantity === stock.size;
const DELIVERIES: ReadonlySet<Account> = new Set(['supplier', 'opening']);

/** What the close-out itself moved is named anew by it. */
function withoutSettling(leg: Movement, settled: readonly Movement[]): Movement {
  const own = settled.find(({ from, to }) => from === leg.from && to === leg.to);
  return own === undefined ? leg : { ...leg, quantity: subtract(leg.quantity, own.quantity) };
}

/** A container that is not closed out must be able to hold what the lines leave in it. */
function refuseBeyondLabel(whole: WholeContainer, book: Quantity, context: Context): void {
  const { container, condition, stock } = whole;
  const { settings } = policyForDrug(context, condition.openedAt ?? stock.receivedAt);
  const least =
    condition.status === 'closed' ? book : negate(overfillAllowance(stock.size, settings));
  if (book >= least && (condition.status !== 'closed' || book === 0n)) return;
  refuse('correction.would-overdraw', {
    container: container.id,
    remaining: formatMeasured(book, stock.unit),
  });
}

interface ClosingAgain {
  readonly book: Quantity;
  readonly part: number;
  readonly context: Context;
}

/** The close-out by the limits of the right label. */
function closeAgain(
  closed: CloseOut,
  { condition, stock }: WholeContainer,
  { book, part, context }: ClosingAgain,
): CloseOut {
  const { settings } = policyForDrug(context, condition.openedAt ?? stock.receivedAt);
  const residue = residueOf(book, condition.draws, limitsOf(stock, settings));
  const isUnexplained = residue.unexplained !== 0n && closed.discrepancy === null;
  const discrepancy = isUnexplained ? mint(context.seq, part) : closed.discrepancy;
  return { ...closed, ...residue, book, discrepancy };
}

function restatedDraws(
  { draws }: Trace,
  stocks: ReadonlyMap<StockId, Stock>,
  context: Context,
): readonly State[] {
  return draws.flatMap((id) => {
    const draw = present(context.book.find('draw', id), 'draw.unknown', { draw: id });
    const stock = stocks.get(draw.stock);
    if (stock === undefined) return [];
    const { item, strength, unit } = stock;
    return [{ ...draw, stock: stock.id, item, strength, unit }];
  });
}
