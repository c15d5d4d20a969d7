import { present, refuse } from '../decision.js';
import type { Context, Draft } from '../decision.js';
import type { Condition } from '../stock/container.js';
import type { Flag } from '../entry.js';
import type { InfusionOrder } from '../bedside/infusion.js';
import type { CorrectionChange, CorrectionRequest, RequestHead } from '../request.js';
import { ADDRESS_FIELD } from './infusion-order.js';

type Change<T extends CorrectionChange['type']> = Extract<CorrectionChange, { readonly type: T }>;

/** Name or address of the patient: the values are personal and stand in this line's confidential fields. */
export function correctPatient(
  request: CorrectionRequest,
  change: Change<'patient-particulars'>,
  context: Context,
): Draft {
  const before = orderOf(request, context);
  return { states: [withParticulars(before, request, change, context)] };
}

/**
 * The order was written for somebody else. Whatever was drawn, given and wasted for it was this patient's: no drug moves,
 * and the dispensing record names the right person from this line on, beside the wrong one.
 */
export function correctOrderPatient(
  request: CorrectionRequest,
  change: Change<'order-patient'>,
  context: Context,
): Draft {
  const before = orderOf(request, context);
  if (before.patient === change.patient)
    refuse('correction.changes-nothing', { line: request.original });
  const after = withParticulars(before, request, change, context);
  const containers = belongings(before, change.patient, context);
  return {
    states: [{ ...after, patient: change.patient }, ...containers.states],
    flags: [{ code: 'order.patient-corrected', about: before.id }, ...containers.flags],
  };
}

/** Containers that serve one patient serve the right one, where all that was taken from them was for this order. */
function belongings(
  { draws, patient }: InfusionOrder,
  to: InfusionOrder['patient'],
  { book }: Context,
): { readonly states: readonly Condition[]; readonly flags: readonly Flag[] } {
  const own = draws.flatMap((id) => book.find('draw', id)?.container ?? []);
  const conditions = [...new Set(own)].flatMap((id) => book.find('condition', id) ?? []);
  const bound = conditions.filter((each) => each.patient !== null && each.patient !== to);
  const isOwn = (each: Condition): boolean =>
    each.patient === patient && each.draws === own.filter((id) => id === each.id).length;
  return {
    states: bound.filter(isOwn).map((each) => ({ ...each, patient: to })),
    flags: bound
      .filter((each) => !isOwn(each))
      .map(({ id }) => ({ code: 'draw.second-patient', about: id })),
  };
}

function orderOf({ original }: CorrectionRequest, context: Context): InfusionOrder {
  return present(context.book.find('order', String(original)), 'correction.wrong-kind', {
    line: original,
  });
}

/** The order as it stands once this line holds the patient's name and address. */
function withParticulars(
  before: InfusionOrder,
  { personal }: RequestHead,
  { addressUnknown }: Pick<Change<'patient-particulars'>, 'addressUnknown'>,
  context: Context,
): InfusionOrder {
  const isKnown = personal.some(
    ({ field, value }) => field === ADDRESS_FIELD && value.trim() !== '',
  );
  const patientAddress = isKnown ? ('known' as const) : (addressUnknown ?? 'missing');
  return { ...before, patientAddress, particulars: context.seq };
}
