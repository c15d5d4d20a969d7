import { cellKey } from '../book.js';
import { inProcessAccount } from '../custody.js';
import { policyForDrug, present, refuse, settle } from '../decision.js';
import { mintLine } from '../ids.js';
import type { Draw, Preparation } from '../bedside/infusion.js';
import { plus } from '../measures/instant.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { formatMeasured, sum } from '../measures/quantity.js';

/**
 * Draws and a diluent become a bag or syringe for one order. No quantity moves: each draw stays in process under its own
 * name, so that what is given and wasted is accounted in microlitres of the source product.
 */
export const preparation: KindRules<'preparation'> = {
  right: 'prepare',
  reads: (request) =>
    cells(
      REGISTER,
      POLICIES,
      cellKey('order', request.order),
      ...request.draws.flatMap((id) => [
        cellKey('draw', id),
        cellKey('account', inProcessAccount(id)),
      ]),
    ),
  decide: (request, context) => {
    const { order, draws, vessel, diluent, totalVolume, volumeIs } = request;
    present(context.book.find('order', order), 'order.unknown', { order });
    if (draws.length === 0 || new Set(draws).size !== draws.length)
      refuse('preparation.nothing-to-prepare');
    const parents = draws.map((id) =>
      present(context.book.find('draw', id), 'draw.unknown', { draw: id }),
    );
    for (const parent of parents) {
      if (parent.order !== order)
        refuse('draw.other-order', { draw: parent.id, order: parent.order });
      if (parent.preparation !== null)
        refuse('preparation.already-prepared', {
          draw: parent.id,
          preparation: parent.preparation,
        });
      if (context.book.balance(inProcessAccount(parent.id)) <= 0n)
        refuse('draw.nothing-in-process', { draw: parent.id });
    }
    const drug = sum(parents.map(({ id }) => context.book.balance(inProcessAccount(id))));
    if (totalVolume < drug) {
      refuse('preparation.volume-too-small', {
        total: formatMeasured(totalVolume, 'mL'),
        drug: formatMeasured(drug, 'mL'),
      });
    }
    const hours = policyForDrug(context, request.occurredAt).settings.preparationHours;
    const beyondUseAt = plus(request.occurredAt, { hours });
    const id: Preparation['id'] = mintLine(context.seq);
    const prepared: Preparation = {
      noun: 'preparation',
      id,
      order,
      draws,
      vessel,
      diluent,
      totalVolume,
      volumeIs,
      beyondUseAt,
    };
    const joined = parents.map((parent): Draw => ({ ...parent, preparation: id }));
    return settle(request, context, { states: [prepared, ...joined] });
  },
};
