import { cellKey } from '../book.js';
import type { CellKey, Slice } from '../book.js';
import { inProcessAccount } from '../custody.js';
import { present, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { AuditItem, DrawId, OrderId } from '../ids.js';
import type { Draw, Preparation } from '../bedside/infusion.js';
import { formatMeasured, share, subtract } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';
import type { RejectionCode } from '../rejection.js';

/** Drug of one draw that an act takes out of process. */
export interface DrawnPart {
  readonly draw: DrawId;
  readonly quantity: Quantity;
  readonly item: AuditItem;
}

/** So much of which draws, or of a prepared bag or syringe. */
export interface NamedParts {
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
  /** A volume of null is everything that is left in it. */
  readonly preparation: {
    readonly id: Preparation['id'];
    readonly volume: Quantity | null;
  } | null;
}

/** What the act calls its own mistakes. */
export interface PartCodes {
  readonly nothing: RejectionCode;
  readonly exceeds: RejectionCode;
}

export const drawKeys = (draw: DrawId): readonly CellKey[] => [
  cellKey('draw', draw),
  cellKey('account', inProcessAccount(draw)),
];

/** First round: what is named. */
export const partKeys = ({ lines, preparation }: NamedParts): readonly CellKey[] => [
  ...(preparation === null ? [] : [cellKey('preparation', preparation.id)]),
  ...lines.flatMap(({ draw }) => drawKeys(draw)),
];

/** Second round: the draws in a named bag or syringe. */
export const partKeysFurther = ({ preparation }: NamedParts, book: Slice): readonly CellKey[] =>
  (preparation === null ? [] : (book.find('preparation', preparation.id)?.draws ?? [])).flatMap(
    drawKeys,
  );

/** Each draw stands once: twice the same quantity could be more than is there. */
export function refuseNamedTwice(lines: readonly { readonly draw: DrawId }[]): void {
  const draws = lines.map(({ draw }) => draw);
  const twice = draws.find((draw, index) => draws.indexOf(draw) !== index);
  if (twice !== undefined) refuse('draw.named-twice', { draw: twice });
}

/** What the names come to, draw by draw. Refuses what is not in process. */
export function partsOf(
  named: NamedParts,
  context: Context,
  codes: PartCodes,
): readonly DrawnPart[] {
  const { lines, preparation } = named;
  if (lines.length > 0 === (preparation !== null)) refuse(codes.nothing);
  refuseNamedTwice(lines);
  if (preparation === null)
    return lines.map(({ draw, quantity }) => partOf(draw, quantity, context, codes));
  const prepared = present(
    context.book.find('preparation', preparation.id),
    'preparation.unknown',
    { preparation: preparation.id },
  );
  const left = prepared.draws.filter((draw) => context.book.balance(inProcessAccount(draw)) > 0n);
  if (left.length === 0) refuse('draw.nothing-in-process', { preparation: preparation.id });
  const volume = volumeOf(prepared, preparation.volume, codes);
  return left
    .map((draw) => {
      const inProcess = context.book.balance(inProcessAccount(draw));
      // Each source product leaves by its share, rounded once: the rest stays in process.
      const quantity =
        volume === prepared.totalVolume
          ? inProcess
          : share(inProcess, volume, prepared.totalVolume);
      return { draw, quantity, item: drawOf(draw, context).item };
    })
    .filter(({ quantity }) => quantity > 0n);
}

/** The bag or syringe after so much of it went. */
export function drainedBy(prepared: Preparation, volume: Quantity): Preparation {
  return { ...prepared, totalVolume: subtract(prepared.totalVolume, volume) };
}

export const drawOf = (draw: DrawId, context: Context): Draw =>
  present(context.book.find('draw', draw), 'draw.unknown', { draw });

/** Everything that one act takes belongs to one order. */
export function oneOrderOf(parts: readonly DrawnPart[], context: Context): OrderId {
  const orders = new Set(parts.map(({ draw }) => drawOf(draw, context).order));
  const [order, ...others] = orders;
  if (order === undefined) throw new Error('expected at least one draw');
  if (others.length > 0) refuse('draw.other-order', { orders: [...orders] });
  return order;
}

function volumeOf(prepared: Preparation, volume: Quantity | null, codes: PartCodes): Quantity {
  if (volume === null) return prepared.totalVolume;
  if (volume <= 0n) refuse(codes.nothing, { preparation: prepared.id });
  if (volume > prepared.totalVolume) {
    refuse(codes.exceeds, {
      preparation: prepared.id,
      volume: formatMeasured(volume, 'mL'),
      left: formatMeasured(prepared.totalVolume, 'mL'),
    });
  }
  return volume;
}

function partOf(draw: DrawId, quantity: Quantity, context: Context, codes: PartCodes): DrawnPart {
  const { item, unit } = drawOf(draw, context);
  const inProcess = context.book.balance(inProcessAccount(draw));
  if (inProcess <= 0n) refuse('draw.nothing-in-process', { draw });
  if (quantity <= 0n) refuse(codes.nothing, { draw });
  if (quantity > inProcess) {
    refuse(codes.exceeds, {
      draw,
      quantity: formatMeasured(quantity, unit),
      inProcess: formatMeasured(inProcess, unit),
    });
  }
  return { draw, quantity, item };
}
