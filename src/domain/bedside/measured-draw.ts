import { inProcessAccount } from '../custody.js';
import { policyForDrug, refuse } from '../decision.js';
import type { Context } from '../decision.js';
import type { InfusionOrder } from './infusion.js';
import { drugOf } from '../product.js';
import {
  addMass,
  formatMeasured,
  massOf,
  slip,
  statedMass,
  volumeFor,
} from '../measures/quantity.js';
import type { Mass, Quantity, Strength } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { DrawRequest } from '../request.js';
import { wholeContainer } from '../stock/stock.js';
import { isOnMark, syringeFor } from './syringe.js';

/** Whether a draw takes what was ordered, and a volume that its syringe can show. */

/** An order that names its drug is drawn from that drug: another strength of the neighbour shelf stops the hand. */
export function drugObjections(
  { lines }: DrawRequest,
  context: Context,
  { item }: Pick<InfusionOrder, 'item'>,
): readonly Objection[] {
  if (item === null) return [];
  return lines.flatMap(({ container }) => {
    const found = wholeContainer(context.book, container).stock.item;
    return drugOf(found) === drugOf(item)
      ? []
      : [objection('draw.other-drug', container, { container, ordered: item, found })];
  });
}

/** What the hand reads on the container is of the container that it means: another lot is another container. */
export function labelObjections(
  { lines, stated }: DrawRequest,
  context: Context,
): readonly Objection[] {
  return stated.flatMap(({ container, lot }) => {
    if (!lines.some((line) => line.container === container))
      refuse('draw.stated-elsewhere', { container });
    const found = wholeContainer(context.book, container).stock.lot;
    return lot === null || lot === found
      ? []
      : [objection('draw.other-lot', container, { container, stated: lot, found })];
  });
}

/** A syringe that was stated is one of the site's, where the site says which it has, and holds what was drawn with it. */
export function syringeObjections(
  { lines, stated, occurredAt }: DrawRequest,
  context: Context,
): readonly Objection[] {
  const { syringes } = policyForDrug(context, occurredAt).settings;
  return stated.flatMap(({ container, syringe }) => {
    const drawn = lines.find((line) => line.container === container)?.quantity;
    if (syringe === null || drawn === undefined) return [];
    const facts = {
      container,
      syringe: formatMeasured(syringe, 'mL'),
      quantity: formatMeasured(drawn, 'mL'),
    };
    const isKnown = syringes.length === 0 || syringes.some(({ size }) => size === syringe);
    return [
      ...(isKnown ? [] : [objection('draw.syringe-unknown', container, facts)]),
      ...(drawn > syringe ? [objection('draw.exceeds-syringe', container, facts)] : []),
    ];
  });
}

/**
 * A volume below the first mark, or between two, is a guess. Only the site knows its syringes: with none, nothing is asked.
 * Where nobody says which was used, it is the one that measures best.
 */
export function markObjections(
  { lines, stated, occurredAt }: DrawRequest,
  context: Context,
): readonly Objection[] {
  const { settings } = policyForDrug(context, occurredAt);
  return lines.flatMap(({ container, quantity }) => {
    const used = stated.find((each) => each.container === container)?.syringe ?? null;
    const scale =
      used === null
        ? syringeFor(quantity, settings.syringes)
        : settings.syringes.find(({ size }) => size === used);
    if (scale === undefined || isOnMark(quantity, scale)) return [];
    const facts = {
      container,
      quantity: formatMeasured(quantity, 'mL'),
      syringe: formatMeasured(scale.size, 'mL'),
      graduation: formatMeasured(scale.graduation, 'mL'),
    };
    return [objection('draw.between-marks', container, facts)];
  });
}

/** Ten-fold slips, milligrams typed as millilitres, and doses above the order are questioned before they are recorded. */
export function doseObjections(
  request: DrawRequest,
  context: Context,
  order: InfusionOrder,
): readonly Objection[] {
  const stocks = request.lines.map((line) => ({
    ...line,
    ...wholeContainer(context.book, line.container).stock,
  }));
  const asked = massTogether(stocks);
  const drawn = massTogether([...stocks, ...inProcessOf(order, context)]);
  const facts = { drawn: statedMass(drawn), ordered: statedMass(order.dose) };
  const percent = BigInt(policyForDrug(context, request.occurredAt).settings.drawOverOrderPercent);
  // The last drops of one vial and the rest from the next: what adds up to the dose holds no slip in its parts.
  const addsUp =
    asked * 100n <= order.dose * (100n + percent) && asked * 100n >= order.dose * (100n - percent);
  for (const { quantity, strength } of addsUp ? [] : stocks) {
    const likely = slip(quantity, volumeFor(order.dose, strength).quantity, strength);
    if (likely === 'mg-for-mL') return [objection('draw.looks-like-milligrams', order.id, facts)];
    if (likely !== undefined) return [objection('draw.looks-ten-fold', order.id, facts)];
  }
  return drawn * 100n > order.dose * (100n + percent)
    ? [objection('draw.exceeds-order', order.id, facts)]
    : [];
}

interface Part {
  readonly quantity: Quantity;
  readonly strength: Strength;
}

/** Labelled milligrams of several quantities. */
function massTogether(parts: readonly Part[]): Mass {
  const [first, ...rest] = parts.map(({ quantity, strength }) => massOf(quantity, strength));
  return rest.reduce<Mass>(addMass, first ?? refuse('draw.not-positive'));
}

/** What earlier draws of the order still have in process: drug that can yet reach the patient. */
function inProcessOf(order: InfusionOrder, context: Context): readonly Part[] {
  return order.draws.flatMap((id) => {
    const earlier = context.book.find('draw', id);
    const quantity = context.book.balance(inProcessAccount(id));
    return earlier === undefined ? [] : [{ quantity, strength: earlier.strength }];
  });
}
