import { ADDRESS_FIELD, WEIGHT_FIELD } from '../../src/domain/kinds/infusion-order.js';
import { factorField } from '../../src/domain/losses/loss.js';
import { formatMass, formatQuantity, negate } from '../../src/domain/measures/quantity.js';
import type { Mass, Quantity } from '../../src/domain/measures/quantity.js';
import type { CorrectionChange, RequestOf, SiteLedgerRequest } from '../../src/domain/request.js';
import { NAME_FIELD } from '../../src/features/patient-records.js';
import type { JsonObject } from './http-clinic.js';
import type { Json } from './http-service.js';

/** Where an act is sent, below the site's address, and what. */
export interface ActBody {
  readonly path: string;
  readonly body: JsonObject;
}

/** Acts that are one request to one door. A count is several; an opening line is the site's own; who issues a document has it printed. */
export type PlainAct = Exclude<
  SiteLedgerRequest,
  { kind: 'opened' | 'count' | 'recount' | 'report-issued' }
>;

const DOORS: Readonly<Record<PlainAct['kind'], string>> = {
  policy: 'policies',
  inventory: 'inventories',
  filing: 'inventories/signed-copies',
  receipt: 'receipts',
  'infusion-order': 'infusion-orders',
  'order-close': 'infusion-orders/closings',
  draw: 'draws',
  preparation: 'preparations',
  administration: 'administrations',
  waste: 'waste',
  assay: 'assays',
  hold: 'holds',
  'release-hold': 'holds/openings',
  'hand-off': 'hand-offs',
  'hand-over': 'hand-overs',
  'return-to-stock': 'returns',
  breakage: 'breakages',
  countersign: 'countersignatures',
  'close-out': 'close-outs',
  quarantine: 'quarantines',
  release: 'releases',
  move: 'moves',
  disposal: 'disposals',
  'disposal-returned': 'disposals/returned',
  'return-to-supplier': 'returns-to-supplier',
  sample: 'samples',
  weighing: 'weighings',
  discrepancy: 'discrepancies',
  loss: 'losses',
  correction: 'corrections',
  'day-close': 'days',
  review: 'reviews',
  reconciliation: 'reconciliations',
  disclosure: 'disclosures',
};

/** Says to a door what a request says to the rules. Doors have a form of their own for some kinds. */
export function bodyOf(request: PlainAct): ActBody {
  const path = DOORS[request.kind];
  switch (request.kind) {
    case 'infusion-order':
      return infusionOrderOf(path, request);
    case 'inventory':
      return { path, body: mintedOf(request) };
    case 'draw':
      return { path, body: drawOf(request) };
    case 'discrepancy':
      return { path, body: discrepancyOf(request) };
    case 'loss':
      return { path, body: lossOf(request) };
    case 'breakage':
      return {
        path,
        body: { ...plainOf(request), circumstances: personal(request, 'circumstances') },
      };
    case 'assay': {
      const { expected, found } = request;
      return {
        path,
        body: { ...plainOf(request), expected: massOf(expected), found: massOf(found) },
      };
    }
    case 'reconciliation':
      return { path, body: reconciliationOf(request) };
    case 'correction':
      return { path, body: correctionOf(request) };
    default:
      return { path, body: plainOf(request) };
  }
}

/** What was said of a container stands beside its volume. */
const drawOf = ({ lines, stated, ...rest }: RequestOf<'draw'>): JsonObject => ({
  ...headOf({ ...rest, lines, stated }),
  order: rest.order,
  lines: lines.map(({ container, quantity }) => {
    const said = stated.find((each) => each.container === container);
    return {
      container,
      quantity: quantityOf(quantity),
      ...(said?.lot == null ? {} : { lot: said.lot }),
      ...(said?.syringe == null ? {} : { syringe: quantityOf(said.syringe) }),
    };
  }),
});

function infusionOrderOf(path: string, request: RequestOf<'infusion-order'>): ActBody {
  const order = request.order ?? '';
  switch (request.act) {
    case 'ordered':
      return { path, body: orderOf(request) };
    case 'changed':
      return { path: `${path}/changes`, body: { ...orderOf(request), order } };
    case 'cancelled':
      return { path: `${path}/cancellations`, body: { ...headOf(request), order } };
  }
}

/** What every act says about itself. */
export const headOf = ({
  posture,
  occurredAt,
  reason,
  confirmed,
}: SiteLedgerRequest): JsonObject => ({ posture, occurredAt, reason, confirmed });

/** Members as they are, with quantities as doors take them. */
function plainOf(request: PlainAct): JsonObject {
  const said = Object.entries(request).filter(([name]) => name !== 'kind' && name !== 'personal');
  return Object.fromEntries(said.map(([name, value]) => [name, jsonOf(value)]));
}

/** Every integer of arbitrary size in a site's request, but for a mass, is a quantity. */
export function jsonOf(value: unknown): Json {
  if (typeof value === 'bigint') return quantityOf(value as Quantity);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonOf(part)]));
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`a request holds a ${typeof value}`);
}

/** Everything in the clinic of the scenarios is measured in millilitres. */
export const quantityOf = (quantity: Quantity): JsonObject => ({
  value: formatQuantity(quantity),
  unit: 'mL',
});

const massOf = (mass: Mass): JsonObject => ({ value: formatMass(mass), unit: 'mg' });

/** An inventory that brings stock in says nothing of what only an asserting one does. */
function mintedOf(request: RequestOf<'inventory'>): JsonObject {
  const { previous, relocated, sealed, open, type, asOf, startedAt, endedAt } = request;
  const said = { type, asOf, startedAt, endedAt, sealed, open, previous };
  const from = relocated === null ? null : { site: relocated.site, line: relocated.line };
  return { ...headOf(request), ...(jsonOf(said) as JsonObject), relocated: from };
}

/** Name and address are the patient's record's, and no part of the order's body. */
function orderOf(request: RequestOf<'infusion-order'>): JsonObject {
  const { patient, orderedBy, given, route, dose, dosePerKilogram } = request;
  const grams = personal(request, WEIGHT_FIELD);
  return {
    ...headOf(request),
    patient,
    orderedBy,
    given,
    route,
    dose: massOf(dose),
    dosePerKilogram,
    weightGrams: grams === null ? null : Number(grams),
    minutes: request.minutes,
    diluent: request.diluent,
    series: jsonOf(request.series),
    item: request.item,
    plannedFor: request.plannedFor,
  };
}

function discrepancyOf(request: RequestOf<'discrepancy'>): JsonObject {
  return {
    ...plainOf(request),
    explainedBy: request.explainedBy.map(String),
    settle: request.settle.map(({ container, quantity }) => ({
      container,
      direction: quantity < 0n ? 'over' : 'missing',
      quantity: quantityOf(quantity < 0n ? negate(quantity) : quantity),
    })),
  };
}

/** Why a factor weighs as it does is told beside it. */
function lossOf(request: RequestOf<'loss'>): JsonObject {
  const { loss, step } = request;
  const told =
    step.type === 'determined'
      ? {
          ...step,
          factors: step.factors.map((answer) => ({
            ...answer,
            because: personal(request, factorField(answer.factor)),
          })),
        }
      : step;
  return { ...headOf(request), loss, step: jsonOf(told) };
}

/** A person signs the difference that was read; the door draws the other figures anew. */
function reconciliationOf(request: RequestOf<'reconciliation'>): JsonObject {
  const { item, by, knownAt, beginning, closing, figures } = request;
  return {
    ...headOf(request),
    item,
    by,
    knownAt,
    beginning: beginning.lines.map(String),
    closing: closing.lines.map(String),
    difference: formatQuantity(figures.difference),
  };
}

function correctionOf(request: RequestOf<'correction'>): JsonObject {
  const { line, original, leaf, change } = request;
  const [name, address] = [personal(request, NAME_FIELD), personal(request, ADDRESS_FIELD)];
  const told =
    change.type === 'patient-particulars' ? { ...change, name, address } : withoutCopies(change);
  return { ...headOf(request), line, original, leaf, change: jsonOf(told) };
}

/** What the door finds by itself is not sent to it: the patient's record, and the lines that used a container. */
function withoutCopies(change: CorrectionChange): object {
  switch (change.type) {
    case 'order-patient':
      return { type: change.type, patient: change.patient };
    case 'product':
      return { type: change.type, containers: change.containers, product: change.product };
    default:
      return change;
  }
}

/** A field about a person, as the screen would send it. */
export const personal = (request: SiteLedgerRequest, field: string): string | null =>
  request.personal.find((each) => each.field === field)?.value ?? null;
