import { inProcessAccount } from './custody.js';
import { policyForDrug, refuse } from './decision.js';
import type { Context } from './decision.js';
import type { InfusionOrder } from './infusion.js';
import { drugOf } from './product.js';
import { addMass, formatMass, formatQuantity, massOf, slip, volumeFor } from './quantity.js';
import type { Mass, Quantity, Strength } from './quantity.js';
import { objection } from './rejection.js';
import type { Objection } from './rejection.js';
import type { DrawRequest } from './request.js';
import { wholeContainer } from './stock.js';
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

/** A volume below the first mark, or between two, is a guess. Only the site knows its syringes: with none, nothing is asked. */
export function markObjections(
  { lines, occurredAt }: DrawRequest,
  context: Context,
): readonly Objection[] {
  const { settings } = policyForDrug(context, occurredAt);
  return lines.flatMap(({ container, quantity }) => {
    const scale = syringeFor(quantity, settings);
    if (scale === undefined || isOnMark(quantity, scale)) return [];
    const facts = {
      container,
      quantity: formatQuantity(quantity),
      syringe: formatQuantity(scale.size),
      graduation: formatQuantity(scale.graduation),
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
  const facts = { drawn: formatMass(drawn), ordered: formatMass(order.dose) };
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
