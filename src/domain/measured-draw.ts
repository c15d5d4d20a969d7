import { policyForDrug } from './decision.js';
import type { Context } from './decision.js';
import type { InfusionOrder } from './infusion.js';
import { drugOf } from './product.js';
import { formatQuantity } from './quantity.js';
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
