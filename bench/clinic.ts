/** What the clinics of the bench record, as the ledger is asked for it. */
import { asId } from '../src/domain/ids.js';
import type { PatientId, PersonId, ProductId, SupplierId } from '../src/domain/ids.js';
import { businessDate } from '../src/domain/measures/instant.js';
import type { Instant } from '../src/domain/measures/instant.js';
import { massOf, quantity, strength, units } from '../src/domain/measures/quantity.js';
import type { PersonalField, Request, RequestHead } from '../src/domain/request.js';

export const LATEST = businessDate('2099-12-31');

/** A request without what all of them say alike; what is said of it here stands above what is usual. */
export type RequestBody = Request extends infer R
  ? R extends Request
    ? Omit<R, keyof RequestHead> & Partial<RequestHead>
    : never
  : never;

/** The whole request: asked beforehand, at `occurredAt`, with nothing to excuse. */
export function requestOf(body: RequestBody, occurredAt: Instant): Request {
  const head: RequestHead = {
    posture: 'intended',
    occurredAt,
    reason: null,
    confirmed: [],
    personal: [],
  };
  return { ...head, ...body };
}

export const PRODUCT: RequestBody = {
  kind: 'product',
  act: 'approved',
  product: null,
  facts: {
    ndc: '42023-0113-10',
    cartonNdc: null,
    containersPerCarton: 10,
    name: 'Ketalar',
    labeler: 'Par',
    substance: 'ketamine',
    schedule: 'III',
    form: 'injection',
    unit: 'mL',
    strength: strength(50_000),
    size: units(10),
    containerType: 'vial',
    doseType: 'multiple-dose',
  },
  productType: 'human',
};

export const SUPPLIER: RequestBody = {
  kind: 'supplier',
  act: 'added',
  supplier: null,
  facts: {
    name: 'Wholesale Inc.',
    address: '3 Main Street, Springfield',
    deaNumber: 'PW1234563',
    registrationExpires: LATEST,
  },
};

/** An initial inventory of a place that has nothing yet. */
export function emptyInventory(startedAt: Instant, endedAt: Instant): RequestBody {
  return {
    kind: 'inventory',
    posture: 'done',
    reason: 'alone-on-site',
    type: 'initial',
    asOf: 'opening',
    startedAt,
    endedAt,
    sealed: [],
    open: [],
    previous: null,
    date: null,
    places: [],
    items: [],
    since: [],
    relocated: null,
  };
}

export function receiptOf(what: {
  readonly product: ProductId;
  readonly supplier: SupplierId;
  readonly vials: number;
}): RequestBody {
  const { product, supplier, vials } = what;
  return {
    kind: 'receipt',
    supplier,
    document: 'invoice',
    invoiceNumber: 'I-1',
    invoiceDate: businessDate('2026-01-02'),
    invoiceFile: null,
    orderedOn: null,
    lines: [
      {
        product,
        location: asId('safe'),
        lot: 'LOT1',
        expires: LATEST,
        ordered: vials,
        invoiced: vials,
        counted: vials,
        serials: [],
      },
    ],
  };
}

const PATIENT: readonly PersonalField[] = [
  { field: 'patient.name', value: 'Carla Cruz', retention: 'patient' },
  { field: 'patient.address', value: '1 Main Street, Springfield', retention: 'patient' },
  { field: 'patient.weight_g', value: '70000', retention: 'patient' },
];

/** 35 mg, which is 0.700 mL of `PRODUCT`. */
export function orderOf(patient: PatientId, orderedBy: PersonId): RequestBody {
  return {
    kind: 'infusion-order',
    act: 'ordered',
    order: null,
    patient,
    addressUnknown: null,
    orderedBy,
    given: 'written',
    route: 'iv-infusion',
    dose: massOf(quantity(700), strength(50_000)),
    dosePerKilogram: 500,
    minutes: 40,
    diluent: 'NaCl 0.9 %',
    series: null,
    item: null,
    plannedFor: null,
    personal: PATIENT,
  };
}
