/**
 * What happened since the last agreed count of what a discrepancy is about: the draws, orders and deliveries of that time,
 * and what the same count found elsewhere. Only this is looked at for what would explain a gap.
 */
import { countedIn, measuredIn } from '../counting/counted.js';
import type { Stock } from '../stock/container.js';
import type { OpenResult } from '../counting/count.js';
import type { Discrepancy } from './discrepancy.js';
import type { Entry } from '../entry.js';
import type { AuditItem, ContainerId, DrawId, LocationId, OrderId, PersonId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import { multiply, quantity, subtract, units, ZERO } from '../measures/quantity.js';
import type { Mass, Quantity, Strength } from '../measures/quantity.js';

/** A draw as it stands, with what its order asked for. */
export interface WindowDraw {
  readonly id: DrawId;
  readonly line: number;
  readonly container: ContainerId;
  readonly item: AuditItem;
  readonly quantity: Quantity;
  readonly strength: Strength;
  readonly order: OrderId;
  readonly by: PersonId | 'system';
  readonly at: Instant;
}

export interface WindowOrder {
  readonly id: OrderId;
  readonly line: number;
  readonly dose: Mass;
  readonly isCancelled: boolean;
}

/** Something counted beside the subject: other containers of the same count, other shelves. */
export interface Beside {
  readonly line: number;
  readonly container: ContainerId | null;
  readonly item: AuditItem;
  readonly location: LocationId;
  /** Counted minus book. */
  readonly difference: Quantity;
  /** The same, less what that container explains by itself: what a mistake would have to explain. */
  readonly unexpected: Quantity;
  readonly inContainers: boolean;
}

export interface WindowReceipt {
  readonly line: number;
  /** Containers of the subject's audit item on one line of the delivery. */
  readonly counted: number;
  readonly ordered: number;
  readonly invoiced: number;
}

export interface GapWindow {
  readonly subject: Discrepancy;
  /** First line after the last agreed count; 0 where there was none. */
  readonly since: number;
  /** What the last agreed count differed by, which the container explains; null where there was none. */
  readonly agreed: Quantity | null;
  readonly stock: Stock | null;
  readonly draws: readonly WindowDraw[];
  readonly orders: readonly WindowOrder[];
  readonly receipts: readonly WindowReceipt[];
  readonly beside: readonly Beside[];
  /** What the count would have differed by without a mistake: the middle of what the container explains by itself. */
  readonly expected: Quantity;
  /** What policy allows one draw to leave, and a container to hold above its label. */
  readonly deadSpacePerDraw: Quantity;
  readonly overfillAllowance: Quantity;
  readonly resolution: Quantity;
}

/** Whether a line is a count that agreed about the subject: there a window ends, looking back. */
export function agreedIn(entry: Entry, subject: Discrepancy): Quantity | null {
  for (const { found } of countedIn(entry)) {
    if (subject.container !== null) {
      const open = found.open.find(({ container }) => container === subject.container);
      if (open?.discrepancy === null) return subtract(open.counted, open.book);
    } else if (found.location === subject.location) {
      const sealed = found.sealed.find(
        ({ item, block }) => item === subject.item && block === 'sealed',
      );
      if (sealed?.discrepancy === null) return ZERO;
    }
  }
  return null;
}

interface Surroundings {
  readonly stock: Stock | null;
  readonly deadSpacePerDraw: Quantity;
  readonly overfillAllowance: Quantity;
}

/**
 * Builds the window from lines in their order, the one that opened the case last. Lines before the newest agreed count
 * are passed over.
 */
export function gapWindow(
  subject: Discrepancy,
  lines: readonly Entry[],
  around: Surroundings,
): GapWindow {
  const [openedIn = Number.MAX_SAFE_INTEGER] = subject.lines;
  const until = lines.filter(({ seq }) => seq <= openedIn);
  const counts = until.filter(({ seq }) => seq < openedIn);
  const last = counts.findLast((entry) => agreedIn(entry, subject) !== null);
  const since = last === undefined ? 0 : last.seq + 1;
  const within = until.filter(({ seq }) => seq >= since);
  const draws = new Map<DrawId, WindowDraw>();
  const orders = new Map<OrderId, WindowOrder>();
  for (const entry of within) {
    for (const draw of drawsOf(entry, draws)) draws.set(draw.id, draw);
    for (const order of ordersOf(entry)) orders.set(order.id, order);
  }
  const opening = within.at(-1);
  const agreed = last === undefined ? null : agreedIn(last, subject);
  const drawn = [...draws.values()].filter((draw) => draw.quantity > 0n);
  return {
    subject,
    since,
    agreed,
    expected: expectedDifference(subject, { agreed, draws: drawn }, around),
    draws: drawn,
    orders: [...orders.values()],
    receipts: within.flatMap((entry) => receiptsOf(entry, subject.item)),
    beside: lines
      .filter(({ seq }) => seq >= since)
      .flatMap((entry) =>
        besideOf(entry, subject, (open) => middleOf(open, entry.seq, lines, around)),
      ),
    resolution: opening === undefined ? ZERO : resolutionOf(opening, subject),
    ...around,
  };
}

/** A correction states a draw anew, and its line stays the one that was wrong. */
function drawsOf(entry: Entry, known: ReadonlyMap<DrawId, WindowDraw>): readonly WindowDraw[] {
  return entry.effects.states.flatMap((state): readonly WindowDraw[] => {
    if (state.noun !== 'draw' || (entry.kind !== 'draw' && !known.has(state.id))) return [];
    const { id, line, container, item, strength, order, drawnBy: by, drawnAt: at } = state;
    return [{ id, line, container, item, quantity: state.quantity, strength, order, by, at }];
  });
}

function ordersOf(entry: Entry): readonly WindowOrder[] {
  if (entry.kind !== 'infusion-order') return [];
  return entry.effects.states.flatMap((state) =>
    state.noun === 'order'
      ? [
          {
            id: state.id,
            line: entry.seq,
            dose: state.dose,
            isCancelled: state.status === 'cancelled',
          },
        ]
      : [],
  );
}

function receiptsOf({ seq, request, effects }: Entry, item: AuditItem): readonly WindowReceipt[] {
  if (request.kind !== 'receipt') return [];
  const products = new Set(
    effects.states.flatMap((state) =>
      state.noun === 'stock' && state.item === item ? [state.product] : [],
    ),
  );
  return request.lines
    .filter(({ product }) => products.has(product))
    .map(({ counted, ordered, invoiced }) => ({ line: seq, counted, ordered, invoiced }));
}

function expectedDifference(
  { inContainers, container }: Discrepancy,
  { agreed, draws }: Pick<GapWindow, 'agreed' | 'draws'>,
  { deadSpacePerDraw, overfillAllowance }: Surroundings,
): Quantity {
  if (inContainers || container === null) return ZERO;
  const own = draws.filter((draw) => draw.container === container).length;
  return subtract(agreed ?? half(overfillAllowance), half(multiply(deadSpacePerDraw, own)));
}

/** The same of another container, as far as the lines go back. */
function middleOf(
  { container, book, high }: OpenResult,
  seq: number,
  lines: readonly Entry[],
  { deadSpacePerDraw }: Surroundings,
): Quantity {
  let agreed: Quantity | null = null;
  let draws = 0;
  for (const entry of lines) {
    if (entry.seq >= seq) break;
    for (const state of entry.effects.states)
      if (state.noun === 'draw' && state.container === container) draws += 1;
    for (const { found } of countedIn(entry)) {
      const counted = found.open.find((each) => each.container === container);
      if (counted?.discrepancy !== null) continue;
      [agreed, draws] = [subtract(counted.counted, counted.book), 0];
    }
  }
  return subtract(agreed ?? half(subtract(high, book)), half(multiply(deadSpacePerDraw, draws)));
}

const half = (whole: Quantity): Quantity => quantity(whole / 2n);

/** What the counts of the window found of anything else. */
function besideOf(
  opening: Entry,
  subject: Discrepancy,
  middle: (open: OpenResult) => Quantity,
): readonly Beside[] {
  return countedIn(opening).flatMap(({ found }): readonly Beside[] => {
    const { location } = found;
    const open = found.open.map((each) => {
      const difference = subtract(each.counted, each.book);
      return {
        line: opening.seq,
        container: each.container,
        item: each.item,
        location,
        difference,
        unexpected: subtract(difference, middle(each)),
        inContainers: false,
      };
    });
    const sealed = found.sealed.map((each) => ({
      line: opening.seq,
      container: null,
      item: each.item,
      location,
      difference: units(each.counted - each.book),
      unexpected: units(each.counted - each.book),
      inContainers: true,
    }));
    return [...open, ...sealed].filter(
      (each) =>
        each.container !== subject.container ||
        each.item !== subject.item ||
        each.location !== subject.location,
    );
  });
}

const resolutionOf = (entry: Entry, { container }: Discrepancy): Quantity =>
  measuredIn(entry).find((line) => line.container === container)?.resolution ?? ZERO;
