import { chartPlace, isInside } from '../custody.js';
import type { ChartColumn, Movement, OutsideAccount } from '../custody.js';
import type { AuditItem } from '../ids.js';
import { absolute, add, negate, subtract, sum, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What people found of one audit item at one moment: a count, never the book. */
export interface Stocktake {
  /** In containers, opened and quarantined ones included. */
  readonly onHand: Quantity;
  readonly inProcess: Quantity;
  readonly held: Quantity;
}

/** A movement of the period, with the line that it stands on. */
export interface ChartMovement {
  readonly line: number;
  readonly movement: Movement;
  /** Whether its line is a correction: then it takes back what its column counted. */
  readonly corrects: boolean;
}

/** One figure, and the lines from which it can be added up again. */
export interface ChartFigure {
  readonly quantity: Quantity;
  readonly lines: readonly number[];
}

/**
 * The accountability audit of one audit item over one period, as investigators compute it. The
 * numbers in the comments are its columns. Both shortages and overages are findings.
 */
export interface ComputationChart {
  readonly item: AuditItem;
  /** 2. */
  readonly beginning: Stocktake;
  /** What came in as opening stock in the period: a part of column 2 and of no total. */
  readonly opening: ChartFigure;
  /** 3. */
  readonly receipts: ChartFigure;
  /** 4. */
  readonly transfersIn: ChartFigure;
  /** 5 = 2 + 3 + 4. */
  readonly accountableFor: Quantity;
  /** 6. */
  readonly closing: Stocktake;
  /** 7, and its own sub-line for patients who left with the drug running. */
  readonly administered: ChartFigure;
  readonly handedOver: ChartFigure;
  /** 8. */
  readonly wasted: ChartFigure;
  /** 9. */
  readonly transferredOut: ChartFigure;
  /** 10. */
  readonly destroyed: ChartFigure;
  /** 11. */
  readonly lost: ChartFigure;
  /** 12 = 6 + ... + 11. */
  readonly accountedFor: Quantity;
  /** 13 = 12 - 5: negative is a shortage, positive an overage. */
  readonly difference: Quantity;
  /** 14, in hundredths of a percent of column 5, half away from zero; null where that is nothing. */
  readonly differenceBasisPoints: number | null;
  /** Below the line and in no total. Overfill came in; hub loss and unexplained went out, net. */
  readonly memo: {
    readonly overfill: ChartFigure;
    readonly hubLoss: ChartFigure;
    readonly unexplained: ChartFigure;
  };
}

/**
 * Draws up the chart from two counts and everything that moved between them. Movements of other
 * audit items are passed over: nothing is ever netted across strengths or container sizes.
 */
export function computationChart(period: {
  readonly item: AuditItem;
  readonly beginning: Stocktake;
  readonly closing: Stocktake;
  readonly movements: readonly ChartMovement[];
}): ComputationChart {
  const { item, beginning, closing } = period;
  const own = period.movements.filter(({ movement }) => movement.item === item);
  const column = (number: ChartColumn, account?: OutsideAccount): ChartFigure =>
    figure(own, number, account);
  const receipts = column(3);
  const transfersIn = column(4);
  const exits = {
    administered: column(7, 'patient'),
    handedOver: column(7, 'handed-over'),
    wasted: column(8),
    transferredOut: column(9),
    destroyed: column(10),
    lost: column(11),
  };
  const accountableFor = sum([totalOf(beginning), receipts.quantity, transfersIn.quantity]);
  const accountedFor = sum([
    totalOf(closing),
    ...Object.values(exits).map(({ quantity }) => quantity),
  ]);
  const difference = subtract(accountedFor, accountableFor);
  return {
    item,
    beginning,
    opening: column(2),
    receipts,
    transfersIn,
    accountableFor,
    closing,
    ...exits,
    accountedFor,
    difference,
    differenceBasisPoints: basisPoints(difference, accountableFor),
    memo: {
      overfill: column('memo', 'overfill'),
      hubLoss: column('memo', 'hub-loss'),
      unexplained: column('memo', 'unexplained'),
    },
  };
}

export function totalOf({ onHand, inProcess, held }: Stocktake): Quantity {
  return sum([onHand, inProcess, held]);
}

/**
 * The same difference from the other side: what the memo says, and how far each count was from the
 * book of its moment. The book at the beginning already holds the opening stock. If this is not the
 * chart's difference, a movement is missing or stands in two columns.
 */
export function differenceByBook(
  chart: ComputationChart,
  book: { readonly beginning: Stocktake; readonly closing: Stocktake },
): Quantity {
  const { overfill, hubLoss, unexplained } = chart.memo;
  const atEnd = subtract(totalOf(chart.closing), totalOf(book.closing));
  const atStart = subtract(totalOf(chart.beginning), totalOf(book.beginning));
  return sum([
    overfill.quantity,
    negate(hubLoss.quantity),
    negate(unexplained.quantity),
    atEnd,
    negate(atStart),
  ]);
}

function figure(
  movements: readonly ChartMovement[],
  column: ChartColumn,
  account?: OutsideAccount,
): ChartFigure {
  const placed = movements.filter(
    ({ movement, corrects }) =>
      chartPlace(movement, corrects).column === column &&
      (account === undefined || outsideOf(movement) === account),
  );
  const quantity = placed.reduce((total, { movement, corrects }) => {
    const { sign } = chartPlace(movement, corrects);
    return add(total, sign === 1n ? movement.quantity : negate(movement.quantity));
  }, ZERO);
  return { quantity, lines: [...new Set(placed.map(({ line }) => line))] };
}

/** The account that names a movement's column: the one outside of custody. */
function outsideOf({ from, to }: Movement): OutsideAccount | undefined {
  if (!isInside(from)) return from;
  return isInside(to) ? undefined : to;
}

function basisPoints(difference: Quantity, of: Quantity): number | null {
  if (of <= 0n) return null;
  const rounded = Number(((absolute(difference) * 20_000n) / of + 1n) / 2n);
  return difference < 0n ? 0 - rounded : rounded;
}
