/**
 * What was drawn and wasted, and what close-outs and cases found of overfill, hub loss and unexplained, month by month (R79:
 * what a tolerance lets pass is looked at as it adds up). A correction counts with the line that it corrects: in its month,
 * with its person. So a month says what the register says of it now.
 *
 * What was drawn or wasted is of the performer. What a container held too much or too little is of everybody who drew from
 * it, whole for each of them: nobody can say whose share it was, so the figures of people do not add up to that of all.
 */
import type { Account, Movement } from '../custody.js';
import { containerOf, isInProcess, isOnHand } from '../custody.js';
import type { AuditItem, ContainerId, PersonId } from '../ids.js';
import { add, negate, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

export const TREND_FIGURES = ['drawn', 'wasted', 'overfill', 'hub-loss', 'unexplained'] as const;
export type TrendFigure = (typeof TREND_FIGURES)[number];

/** When a line counts, and who did it: for a correction, those of the line that it corrects. */
export interface TrendOrigin {
  /** "2026-03", of its business date. */
  readonly month: string;
  readonly performer: PersonId | 'system';
}

/** A movement with its line. */
export interface TrendMovement {
  readonly line: number;
  readonly movement: Movement;
  readonly origin: TrendOrigin;
}

/** A movement as its line has it, and the line that it corrects. */
export interface OwnMovement extends TrendMovement {
  readonly corrects: number | null;
}

/** What one movement adds to one figure; negative where it takes back. */
export interface TrendPart {
  readonly line: number;
  readonly figure: TrendFigure;
  readonly item: AuditItem;
  readonly month: string;
  readonly people: readonly PersonId[];
  readonly quantity: Quantity;
}

/** What a month adds up to, and how many lines are behind it. */
export interface MonthSum {
  readonly month: string;
  readonly quantity: Quantity;
  readonly lines: number;
}

/** Accounts whose figure is what came into them, and the one whose figure is what came out of it. */
const TAKING = { waste: 'wasted', 'hub-loss': 'hub-loss', unexplained: 'unexplained' } as const;
const GIVING = { overfill: 'overfill' } as const;

/**
 * Gives each correction the origin of the line that it corrects, through corrections of corrections. Movements come in the
 * order of their lines, after those of the earlier lines; what corrects a line that is among neither belongs to a month that
 * nobody asked for.
 */
export function withOrigins(
  movements: readonly OwnMovement[],
  earlier: readonly TrendMovement[] = [],
): readonly TrendMovement[] {
  const origins = new Map(earlier.map(({ line, origin }) => [line, origin]));
  return movements.flatMap(({ line, movement, origin: own, corrects }) => {
    const origin = corrects === null ? own : origins.get(corrects);
    if (origin === undefined) return [];
    origins.set(line, origin);
    return [{ line, movement, origin }];
  });
}

/** Undefined where a movement belongs to no figure. */
export function trendPartOf(
  { line, movement, origin }: TrendMovement,
  drawersOf: (container: ContainerId) => readonly PersonId[],
): TrendPart | undefined {
  const found = figureOf(movement);
  if (found === undefined) return undefined;
  const { figure, isBack } = found;
  const { item, quantity } = movement;
  const { performer, month } = origin;
  const own = performer === 'system' ? [] : [performer];
  const container = containerMoved(movement);
  const drawers = container === undefined ? [] : drawersOf(container);
  const people = figure === 'drawn' || figure === 'wasted' ? own : drawers;
  return { line, figure, item, month, people, quantity: isBack ? negate(quantity) : quantity };
}

/** The container that a movement came from or went to. */
export const containerMoved = ({ from, to }: Movement): ContainerId | undefined =>
  containerOf(from) ?? containerOf(to);

/** The sums of each month, the earliest first. */
export function monthlySums(parts: readonly TrendPart[]): readonly MonthSum[] {
  const months = new Map<string, { quantity: Quantity; readonly lines: Set<number> }>();
  for (const { month, quantity, line } of parts) {
    const sum = months.get(month) ?? { quantity: ZERO, lines: new Set() };
    sum.quantity = add(sum.quantity, quantity);
    sum.lines.add(line);
    months.set(month, sum);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { quantity, lines }]) => ({ month, quantity, lines: lines.size }));
}

interface Found {
  readonly figure: TrendFigure;
  readonly isBack: boolean;
}

function figureOf({ from, to }: Movement): Found | undefined {
  if (isOnHand(from) && isInProcess(to)) return { figure: 'drawn', isBack: false };
  if (isInProcess(from) && isOnHand(to)) return { figure: 'drawn', isBack: true };
  if (isOf(TAKING, to)) return { figure: TAKING[to], isBack: false };
  if (isOf(TAKING, from)) return { figure: TAKING[from], isBack: true };
  if (isOf(GIVING, from)) return { figure: GIVING[from], isBack: false };
  if (isOf(GIVING, to)) return { figure: GIVING[to], isBack: true };
  return undefined;
}

const isOf = <K extends Account>(
  figures: Readonly<Record<K, TrendFigure>>,
  account: Account,
): account is K => Object.hasOwn(figures, account);
