import { statedTotal } from './added-back.js';
import { countTotal } from '../counting/count-total.js';
import { isInside, isOnHand } from '../custody.js';
import type { Account } from '../custody.js';
import type { Entry } from '../entry.js';
import type { AuditItem, LocationId } from '../ids.js';
import { startOfDay } from '../measures/instant.js';
import type { Instant } from '../measures/instant.js';
import { add, negate, subtract, sum, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { PeriodView } from './reconciled-period.js';
import { computationChart, differenceByBook } from './reconciliation.js';
import type { ChartMovement, ComputationChart, Stocktake } from './reconciliation.js';

/** A movement with its event time. A correction has that of what it corrects. */
export interface HistoricMovement extends ChartMovement {
  readonly at: Instant;
}

/** What one line counted of an audit item. */
export interface CountedPart {
  readonly line: number;
  /** Null for an inventory of the whole site. */
  readonly location: LocationId | null;
  readonly counted: Quantity;
  readonly book: Quantity;
}

/** Where a period begins or ends: an inventory, or counts that together cover the item. */
export interface CountedPoint {
  readonly parts: readonly CountedPart[];
  readonly counted: Quantity;
  /** The last of its lines, and when it was: movements up to both are in its book. */
  readonly line: number;
  readonly at: Instant;
}

/** The chart between two points, and what it is checked by. */
export interface Reconciliation {
  readonly chart: ComputationChart;
  readonly book: { readonly beginning: Stocktake; readonly closing: Stocktake };
  /** Book on hand at each end that no count of it covered. */
  readonly uncounted: { readonly beginning: Quantity; readonly closing: Quantity };
}

/**
 * What a line counted of an item; undefined where it counted nothing of it. An inventory counts by event what it states,
 * and by recording what was on the shelf when it was written.
 */
export function countedBy(
  entry: Pick<Entry, 'seq' | 'effects'>,
  item: { readonly id: AuditItem; readonly size: Quantity },
  by: PeriodView,
): CountedPart | undefined {
  const { seq, effects } = entry;
  for (const state of effects.states) {
    if (state.noun === 'inventory') {
      const { found, book, back } = statedTotal(state, item);
      const shift = by === 'event' ? back : ZERO;
      return { line: seq, location: null, counted: add(found, shift), book: add(book, shift) };
    }
    if (state.noun !== 'count') continue;
    const total = countTotal(state, item);
    const { counted, book } = total ?? { counted: ZERO, book: ZERO };
    return { line: seq, location: state.location, counted, book };
  }
  const opening = effects.movements.filter(({ from }) => from === 'opening');
  const isInventory = effects.states.some(
    (state) => state.noun === 'register' && state.inventoryLine === seq,
  );
  if (!isInventory) return undefined;
  const counted = sum(opening.filter((each) => each.item === item.id).map((each) => each.quantity));
  return { line: seq, location: null, counted, book: counted };
}

/** When a line happened, for a chart by events: an opening inventory stands before everything of its day. */
export function eventTimeOf(
  entry: Pick<Entry, 'request' | 'occurredAt' | 'businessDate' | 'zone' | 'effects'>,
): Instant {
  const { request, occurredAt, businessDate, zone, effects } = entry;
  const stated = effects.states.find((state) => state.noun === 'inventory');
  if (stated?.noun === 'inventory') return stated.at;
  const isOpening = request.kind === 'inventory' && request.asOf === 'opening';
  return isOpening ? startOfDay(businessDate, zone) : occurredAt;
}

/** The point that some lines make together; undefined where there are none. */
export function pointOf(
  parts: readonly (CountedPart & { readonly at: Instant })[],
): CountedPoint | undefined {
  const [first, ...rest] = [...parts].sort((a, b) => a.line - b.line);
  if (first === undefined) return undefined;
  const last = rest.at(-1) ?? first;
  return {
    parts: [first, ...rest].map(({ line, location, counted, book }) => ({
      line,
      location,
      counted,
      book,
    })),
    counted: sum([first, ...rest].map(({ counted }) => counted)),
    line: last.line,
    at: last.at,
  };
}

/** Draws up the chart of one item between two points, from all that ever moved of it. */
export function reconcile(period: {
  readonly item: AuditItem;
  readonly beginning: CountedPoint;
  readonly closing: CountedPoint;
  readonly history: readonly HistoricMovement[];
  readonly by: PeriodView;
}): Reconciliation {
  const { item, beginning, closing, by } = period;
  const own = period.history.filter(({ movement }) => movement.item === item);
  const isBefore = (point: CountedPoint) => (each: HistoricMovement) =>
    by === 'recorded' ? each.line <= point.line : isUpTo(each, point);
  const book = {
    beginning: stocktakeOf(own.filter(isBefore(beginning))),
    closing: stocktakeOf(own.filter(isBefore(closing))),
  };
  const chart = computationChart({
    item,
    // What is in process or held stands on no shelf: the book says it, as a line of its own.
    beginning: { ...book.beginning, onHand: beginning.counted },
    closing: { ...book.closing, onHand: closing.counted },
    movements: own.filter((each) => isBefore(closing)(each) && !isBefore(beginning)(each)),
  });
  if (differenceByBook(chart, book) !== chart.difference)
    throw new Error(`the chart of ${item} and its book differ: a movement stands in no column`);
  return {
    chart,
    book,
    uncounted: {
      beginning: uncounted(beginning, book.beginning),
      closing: uncounted(closing, book.closing),
    },
  };
}

/** What happened at the very moment of a count and was recorded before it was on the shelf that was counted. */
const isUpTo = ({ at, line }: HistoricMovement, point: CountedPoint): boolean =>
  at < point.at || (at === point.at && line <= point.line);

const uncounted = ({ parts }: CountedPoint, { onHand }: Stocktake): Quantity =>
  subtract(onHand, sum(parts.map(({ book }) => book)));

function stocktakeOf(movements: readonly HistoricMovement[]): Stocktake {
  let stock: Stocktake = { onHand: ZERO, inProcess: ZERO, held: ZERO };
  const post = (account: Account, change: Quantity): void => {
    if (!isInside(account)) return;
    const part = isOnHand(account) ? 'onHand' : account.startsWith('held:') ? 'held' : 'inProcess';
    stock = { ...stock, [part]: add(stock[part], change) };
  };
  for (const { movement } of movements) {
    post(movement.from, negate(movement.quantity));
    post(movement.to, movement.quantity);
  }
  return stock;
}
