import { addDispositions, dispositionOf, NO_DISPOSITIONS } from './disposition.js';
import type { Dispositions } from './disposition.js';
import { inProcessAccount } from '../custody.js';
import type { Movement } from '../custody.js';
import type { DrawId } from '../ids.js';
import type { Draw, InfusionOrder } from './infusion.js';
import {
  addMass,
  formatQuantity,
  massOf,
  quantity,
  slip,
  subtract,
  sum,
} from '../measures/quantity.js';
import type { Mass, Quantity } from '../measures/quantity.js';

/** A movement with the line that it stands on. */
export interface PlacedMovement {
  readonly line: number;
  readonly movement: Movement;
}

/** What became of one draw of an order, and what its account still holds. */
export interface DrawState {
  readonly draw: Draw;
  readonly dispositions: Dispositions;
  readonly inProcess: Quantity;
  /** What people entered of it, line by line: given, wasted, held or handed over. */
  readonly entered: readonly { readonly line: number; readonly quantity: Quantity }[];
}

/** How a missing quantity most likely came about. */
export const LIKELY_SLIPS = [
  'transposed-digits',
  'milligrams-for-millilitres',
  'decimal-point',
  'not-recorded-at-all',
  'waste-not-recorded',
  'line-residue-not-recorded',
] as const;
export interface LikelySlip {
  readonly slip: (typeof LIKELY_SLIPS)[number];
  readonly draw: DrawId;
  /** The line whose figure would balance the draw if it read otherwise; null where a line is missing. */
  readonly line: number | null;
  readonly entered: Quantity | null;
  /** The figure that would balance it. */
  readonly should: Quantity;
}

/**
 * An infusion's account, in milligrams because its draws may be of several strengths:
 * `drawn = given + wasted + held + handed over + missing`. What is missing is drawn and in process.
 */
export interface InfusionBalance {
  readonly drawn: Mass;
  readonly given: Mass;
  readonly wasted: Mass;
  readonly held: Mass;
  readonly handedOver: Mass;
  readonly missing: Mass;
  /** What the site does with what stays in the line: it is flushed to the patient, or recorded as waste. */
  readonly lineResidue: 'flushed' | 'waste';
  /** Likeliest first. It proposes; people look at the syringe. */
  readonly likely: readonly LikelySlip[];
}

/** What the movements of its account say of a draw. */
export function drawState(draw: Draw, movements: readonly PlacedMovement[]): DrawState {
  const account = inProcessAccount(draw.id);
  const placed = movements.map(({ line, movement }) => ({
    line,
    sums: dispositionOf(movement, account),
  }));
  const dispositions = placed.map(({ sums }) => sums).reduce(addDispositions, NO_DISPOSITIONS);
  const { drawn, given, wasted, held, handedOver } = dispositions;
  return {
    draw,
    dispositions,
    inProcess: subtract(drawn, sum([given, wasted, held, handedOver])),
    entered: placed
      .map(({ line, sums }) => ({
        line,
        quantity: sum([sums.given, sums.wasted, sums.held, sums.handedOver]),
      }))
      .filter((each) => each.quantity > 0n),
  };
}

/** The account of an order, with what nobody has accounted for and how that may have come about. */
export function infusionBalance(
  order: Pick<InfusionOrder, 'status'>,
  draws: readonly DrawState[],
  lineResidue: 'flushed' | 'waste',
): InfusionBalance {
  const total = (of: (state: DrawState) => Quantity): Mass =>
    draws.reduce<Mass>(
      (mass, state) => addMass(mass, massOf(of(state), state.draw.strength)),
      NOTHING,
    );
  return {
    drawn: total(({ dispositions }) => dispositions.drawn),
    given: total(({ dispositions }) => dispositions.given),
    wasted: total(({ dispositions }) => dispositions.wasted),
    held: total(({ dispositions }) => dispositions.held),
    handedOver: total(({ dispositions }) => dispositions.handedOver),
    missing: total(({ inProcess }) => inProcess),
    lineResidue,
    likely: draws.flatMap((state) => likelySlips(state, order, lineResidue)),
  };
}

const NOTHING = 0n as Mass;

function likelySlips(
  state: DrawState,
  { status }: Pick<InfusionOrder, 'status'>,
  lineResidue: 'flushed' | 'waste',
): readonly LikelySlip[] {
  const { draw, dispositions, inProcess, entered } = state;
  // Before anything was given, what is in process is in a syringe on its way to the patient.
  if (inProcess <= 0n || status === 'ordered') return [];
  const typed = entered.flatMap(({ line, quantity: found }) => {
    const should = quantity(found + inProcess);
    const named = typingSlip(found, should, draw);
    return named === undefined
      ? []
      : [{ slip: named, draw: draw.id, line, entered: found, should }];
  });
  const missing = { draw: draw.id, line: null, entered: null, should: inProcess };
  if (entered.length === 0) return [...typed, { slip: 'not-recorded-at-all', ...missing }];
  const isWasted = dispositions.wasted > 0n;
  const isLine = draw.preparation !== null && lineResidue === 'waste' && !isWasted;
  return [
    ...typed,
    { slip: isLine ? 'line-residue-not-recorded' : 'waste-not-recorded', ...missing },
  ];
}

function typingSlip(
  found: Quantity,
  should: Quantity,
  { strength }: Draw,
): LikelySlip['slip'] | undefined {
  const likely = slip(found, should, strength);
  if (likely === 'mg-for-mL') return 'milligrams-for-millilitres';
  if (likely !== undefined) return 'decimal-point';
  return isTransposed(found, should) ? 'transposed-digits' : undefined;
}

/** Whether two neighbouring digits of one figure stand the other way round in the other: 0.530 and 0.350. */
export function isTransposed(a: Quantity, b: Quantity): boolean {
  const [first, second] = [formatQuantity(a), formatQuantity(b)].map((text) =>
    text.replace('.', ''),
  );
  if (first === undefined || second === undefined || first.length !== second.length) return false;
  const places = Array.from({ length: first.length }, (_, index) => index);
  const differing = places.filter((index) => first[index] !== second[index]);
  const [left = 0, right = 0] = differing;
  return (
    differing.length === 2 &&
    right === left + 1 &&
    first[left] === second[right] &&
    first[right] === second[left]
  );
}
