/** The mistakes that are tried: what each would change in the book, in words, and how much else speaks for it. */
import type { Beside, GapWindow, WindowDraw, WindowOrder } from './gap-window.js';
import { minutesBetween } from '../measures/instant.js';
import {
  absolute,
  add,
  formatQuantity,
  massOf,
  negate,
  quantity,
  subtract,
  units,
  volumeFor,
} from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

export const GAP_CAUSES = [
  'transposed-digits',
  'milligrams-for-millilitres',
  'decimal-slip',
  'neighbour-container',
  'entered-twice',
  'draw-not-recorded',
  'waste-not-recorded',
  'receipt-not-recorded',
  'opposite-elsewhere',
] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

export interface Draft {
  readonly cause: GapCause;
  /** By how much the book would be higher if it is so. */
  readonly bookChange: Quantity;
  readonly says: string;
  readonly lines: readonly number[];
  /** Points before the arithmetic: how common the mistake is, and what else speaks for it. */
  readonly weight: number;
}

/** Points for what is nearly a proof: the order, or the other vial, says the same. */
const CONFIRMED = 4;

export function draftsOf(window: GapWindow): readonly Draft[] {
  const { subject } = window;
  if (subject.inContainers) return [...receipts(window), ...elsewhere(window)];
  const own = window.draws.filter(({ container }) => container === subject.container);
  return [
    ...own.flatMap((draw) => [...typed(draw, window), ...neighbours(draw, window)]),
    ...own.flatMap((draw) => twice(draw, own, window)),
    ...fromOthers(window),
    ...notDrawn(window),
    ...unknownDraw(window),
    ...notWasted(window),
    ...elsewhere(window),
  ];
}

const orderOf = (draw: WindowDraw, { orders }: GapWindow): WindowOrder | undefined =>
  orders.find(({ id }) => id === draw.order);

/** What else was drawn for the same order, so that a wrong number does not fit together with it. */
function others(draw: WindowDraw, { draws }: GapWindow): readonly WindowDraw[] {
  return draws.filter(({ order, id }) => order === draw.order && id !== draw.id);
}

/** Whether a quantity, with what else was drawn for the order, is the ordered dose within two percent. */
function isDose(meant: Quantity, draw: WindowDraw, window: GapWindow): boolean {
  const order = orderOf(draw, window);
  if (order === undefined) return false;
  const rest = others(draw, window).reduce(
    (total, each) => total + massOf(each.quantity, each.strength),
    0n,
  );
  const apart = massOf(meant, draw.strength) + rest - order.dose;
  return (apart < 0n ? -apart : apart) * 50n <= order.dose;
}

/** Another number was meant: digits exchanged, a unit taken for the other, the point slipped. */
function typed(draw: WindowDraw, window: GapWindow): readonly Draft[] {
  const was = draw.quantity;
  // What agrees with its order was hardly typed wrong.
  const doubt = isDose(was, draw, window) ? -CONFIRMED : 0;
  const of = (cause: GapCause, meant: Quantity, how: string, common: number): Draft => ({
    cause,
    bookChange: subtract(was, meant),
    says: `Line ${draw.line} says ${formatQuantity(was)}; ${how} it is ${formatQuantity(meant)}, and the book ${moved(subtract(was, meant))}.`,
    lines: [draw.line],
    weight: common + doubt + (isDose(meant, draw, window) ? CONFIRMED : 0),
  });
  const perUnit = draw.strength / 1000n;
  return [
    ...transpositions(was).map((meant) =>
      of('transposed-digits', meant, 'with two digits exchanged', 0),
    ),
    ...(perUnit > 1n
      ? [
          of(
            'milligrams-for-millilitres',
            quantity(was / perUnit),
            `read as milligrams at ${perUnit} mg in each unit`,
            0,
          ),
          of(
            'milligrams-for-millilitres',
            quantity(was * perUnit),
            `as the volume of that many milligrams at ${perUnit}`,
            -1,
          ),
        ]
      : []),
    ...[10n, 100n].flatMap((times) => [
      of(
        'decimal-slip',
        quantity(was / times),
        'with its point moved to the left',
        times === 10n ? 0 : -2,
      ),
      of(
        'decimal-slip',
        quantity(was * times),
        'with its point moved to the right',
        times === 10n ? 0 : -2,
      ),
    ]),
  ].filter(({ bookChange }) => bookChange !== 0n);
}

/** Every number that differs by two neighbouring digits exchanged, as hundredths and thousandths are typed. */
export function transpositions(was: Quantity): readonly Quantity[] {
  const digits = was.toString().padStart(4, '0');
  // A last zero was not typed: 0.790 is typed as 0.79, and its 9 and 0 are not exchanged.
  const typedTo = digits.replace(/0+$/, '').length;
  const found = new Set<string>();
  for (let at = 0; at + 1 < Math.max(typedTo, digits.length - 2); at += 1) {
    const [a = '', b = ''] = [digits[at], digits[at + 1]];
    if (a !== b) found.add(`${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`);
  }
  return [...found].map((text) => quantity(BigInt(text)));
}

/** The drug really came from a container beside it, which then holds too little. */
function neighbours(draw: WindowDraw, window: GapWindow): readonly Draft[] {
  const found = window.beside.filter(
    ({ container, inContainers }) => container !== null && !inContainers,
  );
  return found.map((each): Draft => {
    const fits = isOpposite(each.unexpected, negate(draw.quantity), window);
    return {
      cause: 'neighbour-container',
      bookChange: draw.quantity,
      says: `Line ${draw.line} drew ${formatQuantity(draw.quantity)} from here; from ${each.container ?? ''} instead (it differs by ${formatQuantity(each.difference)}), the book ${moved(draw.quantity)}.`,
      lines: [draw.line, each.line],
      weight: fits ? CONFIRMED : -CONFIRMED,
    };
  });
}

/** A draw that stands on a container beside it came from here. */
function fromOthers(window: GapWindow): readonly Draft[] {
  const { subject, draws, beside, stock } = window;
  return draws
    .filter(({ container }) => container !== subject.container)
    .map((draw): Draft => {
      const isOther = stock !== null && stock.strength !== draw.strength;
      // The dose was right, and it was drawn up from the strength that stands here.
      const here = isOther
        ? volumeFor(massOf(draw.quantity, draw.strength), stock.strength).quantity
        : draw.quantity;
      const other = beside.find(({ container }) => container === draw.container);
      const fits = other !== undefined && isOpposite(other.unexpected, draw.quantity, window);
      const says =
        other === undefined ? '' : ` (which differs by ${formatQuantity(other.difference)})`;
      return {
        cause: 'neighbour-container',
        bookChange: negate(here),
        says: `Line ${draw.line} drew ${formatQuantity(draw.quantity)} from ${draw.container}${says}; from here instead${isOther ? ` that dose is ${formatQuantity(here)}, and` : ''} the book ${moved(negate(here))}.`,
        lines: [draw.line],
        weight: fits ? CONFIRMED : -CONFIRMED,
      };
    });
}

/** Two draws of one quantity, close together: one of them may be the other again. */
const CLOSE_MINUTES = 60;
function twice(draw: WindowDraw, own: readonly WindowDraw[], window: GapWindow): readonly Draft[] {
  return own
    .filter((other) => other.line < draw.line && other.quantity === draw.quantity)
    .filter(({ at }) => Math.abs(minutesBetween(at, draw.at)) <= CLOSE_MINUTES)
    .map((other): Draft => {
      const isSameOrder = other.order === draw.order;
      const isOver = isSameOrder && isDose(quantity(0), draw, window);
      return {
        cause: 'entered-twice',
        bookChange: draw.quantity,
        says: `Lines ${other.line} and ${draw.line} both draw ${formatQuantity(draw.quantity)}${isSameOrder ? ' for one order' : ''}; if that is one draw, the book ${moved(draw.quantity)}.`,
        lines: [other.line, draw.line],
        weight: isOver ? CONFIRMED : isSameOrder ? 1 : -2,
      };
    });
}

/** Something like an infusion left without order or draw. */
function unknownDraw(window: GapWindow): readonly Draft[] {
  const { subject, draws } = window;
  const missing = subtract(window.expected, subject.difference);
  const sizes = draws.map((draw) => draw.quantity).sort((a, b) => (a < b ? -1 : 1));
  const [least] = sizes;
  const most = sizes.at(-1);
  if (least === undefined || most === undefined || missing < least || missing > most) return [];
  return [
    {
      cause: 'draw-not-recorded',
      bookChange: negate(missing),
      says: `About ${formatQuantity(missing)} is missing, as much as an infusion takes (${formatQuantity(least)} to ${formatQuantity(most)}): a draw without any entry explains it.`,
      lines: subject.lines,
      weight: -2,
    },
  ];
}

/** An order whose dose was never drawn by the book. */
function notDrawn(window: GapWindow): readonly Draft[] {
  const { stock, draws } = window;
  if (stock === null) return [];
  return window.orders
    .filter((order) => !order.isCancelled && draws.every((draw) => draw.order !== order.id))
    .map((order): Draft => {
      const { quantity: volume } = volumeFor(order.dose, stock.strength);
      return {
        cause: 'draw-not-recorded',
        bookChange: negate(volume),
        says: `The order of line ${order.line} has no draw; its dose is ${formatQuantity(volume)} of this container, and with it the book ${moved(negate(volume))}.`,
        lines: [order.line],
        weight: CONFIRMED - 1,
      };
    });
}

/** A container that was used up holds a remainder by the book: its waste, or its end, was not recorded. */
function notWasted({ subject, stock, expected, resolution }: GapWindow): readonly Draft[] {
  if (stock === null || subject.counted > resolution || subject.book <= 0n) return [];
  const isSingle = stock.doseType === 'single-dose';
  return [
    {
      cause: 'waste-not-recorded',
      // Whatever was left went: how much a container explains by itself says nothing about an empty one.
      bookChange: subtract(subject.difference, expected),
      says: `Nothing is left, and the book still has ${formatQuantity(subject.book)}: ${isSingle ? 'the remainder of a single-dose container was wasted' : 'the container was emptied'} without an entry.`,
      lines: subject.lines,
      weight: isSingle ? CONFIRMED : 0,
    },
  ];
}

/** Containers stand there that no delivery brought in, or fewer than one did. */
function receipts(window: GapWindow): readonly Draft[] {
  const { subject } = window;
  const over = subject.difference;
  const posted = window.receipts.flatMap(({ line, counted, ordered, invoiced }): readonly Draft[] =>
    [...new Set([ordered, invoiced])]
      .filter((number) => number !== counted)
      .map((number) => ({
        cause: 'receipt-not-recorded',
        bookChange: units(number - counted),
        says: `Line ${line} brought in ${counted} where ${number} were ordered or invoiced; with those, the book ${moved(units(number - counted), ' containers')}.`,
        lines: [line],
        weight: CONFIRMED,
      })),
  );
  if (over <= 0n) return posted;
  return [
    ...posted,
    {
      cause: 'receipt-not-recorded',
      bookChange: over,
      says: `${over / 1000n} more stand there than the book knows: a delivery of ${over / 1000n} that was not recorded explains them.`,
      lines: subject.lines,
      weight: 1,
    },
  ];
}

/** Something else differs by as much the other way. */
function elsewhere(window: GapWindow): readonly Draft[] {
  const { subject } = window;
  const missing = subtract(subject.difference, window.expected);
  return window.beside
    .filter(({ inContainers }) => inContainers === subject.inContainers)
    .filter(({ unexpected }) => isOpposite(unexpected, negate(missing), window))
    .map((each): Draft => ({
      cause: 'opposite-elsewhere',
      bookChange: negate(each.unexpected),
      says: `${nameOf(each)} differs by ${formatQuantity(each.difference)}, and this by ${formatQuantity(subject.difference)}: equal and opposite. Entered there and meant here, the book ${moved(negate(each.unexpected))}.`,
      lines: [each.line],
      weight: subject.inContainers ? CONFIRMED - 1 : 0,
    }));
}

const nameOf = ({ container, item, location }: Beside): string =>
  container === null ? `${item} in ${location}` : `${container} of ${item}`;

/** Nearly equal: within what two measures resolve. Whole containers must be equal. */
function isOpposite(found: Quantity, wanted: Quantity, window: GapWindow): boolean {
  const apart = absolute(subtract(found, wanted));
  const width = window.subject.inContainers ? 0n : add(window.resolution, window.resolution);
  return found !== 0n && found > 0n === wanted > 0n && apart <= width;
}

const moved = (by: Quantity, unit = ''): string => {
  const size = by < 0n ? negate(by) : by;
  const written = unit === '' ? formatQuantity(size) : String(size / 1000n);
  return `is ${written}${unit} ${by < 0n ? 'lower' : 'higher'}`;
};
