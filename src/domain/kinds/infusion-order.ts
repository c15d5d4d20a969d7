import { cellKey } from '../book.js';
import { present, refuse, policyForPeople, settle } from '../decision.js';
import type { Context, Decision } from '../decision.js';
import type { InfusionOrder } from '../bedside/infusion.js';
import { mintLine } from '../ids.js';
import { cells, POLICIES, REGISTER } from '../kind-rules.js';
import type { KindRules } from '../kind-rules.js';
import { auditItemOf } from '../product.js';
import { statedDosePerKilogram, statedMass } from '../measures/quantity.js';
import { objection } from '../rejection.js';
import type { Objection } from '../rejection.js';
import type { InfusionOrderRequest } from '../request.js';

/** Name of the personal field that holds the weight in grams; rules see it once, the leaf only its commitment. */
export const WEIGHT_FIELD = 'patient.weight_g';
export const ADDRESS_FIELD = 'patient.address';

/** How far dose, weight and mg/kg may disagree before it is questioned: rounding to a syringe's graduation stays inside. */
const DOSE_AGREEMENT_PERCENT = 5n;

/** An order for one infusion of one patient, written or verbal. */
export const infusionOrder: KindRules<'infusion-order'> = {
  right: 'order',
  reads: (request) =>
    request.order === null
      ? cells(REGISTER, POLICIES)
      : cells(REGISTER, POLICIES, cellKey('order', request.order)),
  decide: (request, context) => ACTS[request.act](request, context),
};

const ACTS = { ordered: order, changed: change, cancelled: cancel } as const;

function order(request: InfusionOrderRequest, context: Context): Decision {
  const ordered: InfusionOrder = {
    noun: 'order',
    id: mintLine(context.seq),
    status: 'ordered',
    patient: request.patient,
    patientAddress: addressStanding(request),
    ...termsOf(request, context),
    draws: [],
    particulars: context.seq,
  };
  // A coded reason lets the drug be drawn, and the line stands on the exception report.
  const isUnknown = ordered.patientAddress !== 'known' && ordered.patientAddress !== 'missing';
  return settle(request, context, {
    states: [ordered],
    objections: doseObjections(request, context),
    flags: isUnknown ? [{ code: 'order.address-unknown', about: null }] : [],
  });
}

type Terms = Omit<
  InfusionOrder,
  'noun' | 'id' | 'status' | 'patient' | 'patientAddress' | 'draws' | 'particulars'
>;

/** What is to be given, how, and on whose order. */
function termsOf(request: InfusionOrderRequest, context: Context): Terms {
  const { series, orderedBy, route, dose, dosePerKilogram, minutes, diluent, item, plannedFor } =
    request;
  if (series !== null && (series.number > series.of || series.number < 1)) {
    refuse('order.series-out-of-range', { number: series.number, of: series.of });
  }
  const { persons, products } = context.organisation;
  present(persons.get(orderedBy), 'person.unknown', { person: orderedBy });
  if (item !== null && ![...products.values()].some((product) => auditItemOf(product) === item))
    refuse('order.item-unknown', { item });
  return {
    orderedBy,
    route,
    dose,
    dosePerKilogram,
    minutes,
    diluent,
    series,
    item,
    plannedFor,
  };
}

/** The practitioner orders otherwise: the dose, the route, the day. What was drawn stays drawn, and the line says so. */
function change(request: InfusionOrderRequest, context: Context): Decision {
  const before = orderOf(request, context);
  if (request.patient !== before.patient) refuse('order.other-patient', { order: before.id });
  if (before.status !== 'ordered' && before.status !== 'given')
    refuse('order.not-open', { order: before.id, status: before.status });
  const hasDraws = before.draws.length > 0;
  return settle(request, context, {
    states: [{ ...before, ...termsOf(request, context) }],
    objections: doseObjections(request, context),
    flags: hasDraws ? [{ code: 'order.changed-after-draw', about: before.id }] : [],
  });
}

function addressStanding(request: InfusionOrderRequest): InfusionOrder['patientAddress'] {
  if (request.personal.some(({ field, value }) => field === ADDRESS_FIELD && value.trim() !== ''))
    return 'known';
  return request.addressUnknown ?? 'missing';
}

/** Ten-fold errors and mix-ups of mg and mL show as a dose that does not fit the patient. */
function doseObjections(request: InfusionOrderRequest, context: Context): readonly Objection[] {
  const grams = request.personal.find(({ field }) => field === WEIGHT_FIELD)?.value;
  if (grams === undefined || !/^\d{1,7}$/.test(grams)) return [];
  const weight = BigInt(grams);
  if (weight === 0n) return [];
  const found: Objection[] = [];
  // Dose in ng over weight in g is ng/g = ug/kg: thousandths of mg/kg.
  const perKilogram = request.dose / weight;
  const ceiling = BigInt(policyForPeople(context).settings.doseCeilingPerKilogram);
  if (request.dosePerKilogram !== null) {
    const expected = BigInt(request.dosePerKilogram) * weight;
    const apart = request.dose > expected ? request.dose - expected : expected - request.dose;
    if (apart * 100n > expected * DOSE_AGREEMENT_PERCENT) {
      found.push(
        objection('order.dose-does-not-match-weight', null, { dose: statedMass(request.dose) }),
      );
    }
  }
  if (perKilogram > ceiling) {
    found.push(
      objection('order.dose-above-ceiling', null, {
        dose: statedMass(request.dose),
        ceiling: statedDosePerKilogram(ceiling),
      }),
    );
  }
  return found;
}

function cancel(request: InfusionOrderRequest, context: Context): Decision {
  const before = orderOf(request, context);
  const { id, status, draws } = before;
  if (status !== 'ordered') refuse('order.not-open', { order: id, status });
  if (draws.length > 0) refuse('order.has-draws', { order: id, draws });
  return settle(request, context, { states: [{ ...before, status: 'cancelled' }] });
}

function orderOf(request: InfusionOrderRequest, context: Context): InfusionOrder {
  const id = request.order ?? refuse('order.unknown');
  return present(context.book.find('order', id), 'order.unknown', { order: id });
}
