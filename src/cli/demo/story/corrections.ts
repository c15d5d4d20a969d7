import { addDays, businessDate } from '../../../domain/measures/instant.js';
import { usualProduct, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { LooseEnds } from '../loose-ends.js';
import type { Episode } from '../quarter.js';
import { delivery, keepInvoice, receive, shelve } from '../stockroom.js';
import { correct } from './correcting.js';

const REGISTRANT = { who: 'registrant', seen: ['papers'] } as const;
const CUSTODIAN = { who: 'custodian', seen: ['papers'] } as const;

/** Two digits of an invoice number were typed wrongly: particulars change, no drug moves. */
async function invoiceNumber(clinic: Clinic, { deliveries, reopened }: LooseEnds): Promise<void> {
  const wrong = deliveries.pop();
  if (wrong === undefined) return;
  await correct(clinic, {
    performer: 'custodian',
    wrong,
    original: wrong.line,
    note: 'Two digits of the invoice number were transposed.',
    change: {
      type: 'receipt-particulars',
      invoiceNumber: '80881',
      invoiceDate: clinic.today,
      invoiceFile: null,
    },
    approvedBy: REGISTRANT,
  });
  // The pharmacist signs the day of the delivery anew.
  reopened.add(wrong.date);
}

/** The expiry of one vial of a delivery was read from its neighbour. */
async function labelledExpiry(clinic: Clinic, { deliveries, reopened }: LooseEnds): Promise<void> {
  const sealed = new Set([...clinic.sealed.values()].flat());
  const wrong = deliveries.findLast(({ vials }) => vials.some((each) => sealed.has(each)));
  const vial = wrong?.vials.find((each) => sealed.has(each));
  if (wrong === undefined || vial === undefined) return;
  deliveries.splice(deliveries.indexOf(wrong), 1);
  await correct(clinic, {
    performer: 'custodian',
    wrong,
    original: wrong.line,
    note: 'The label says another day than the box.',
    change: {
      type: 'lot-particulars',
      containers: [vial.id],
      lot: vial.lot,
      expires: addDays(businessDate(wrong.date), 400),
    },
    approvedBy: REGISTRANT,
  });
  reopened.add(wrong.date);
}

/** A patient has moved, and says so when they leave. */
async function patientsAddress(clinic: Clinic, { orders }: LooseEnds): Promise<void> {
  const wrong = orders.at(-1);
  if (wrong === undefined) return;
  await until(clinic, clinic.minute + 4);
  await correct(clinic, {
    performer: 'custodian',
    wrong,
    original: wrong.line,
    note: 'The patient has moved.',
    change: { type: 'patient-particulars', address: '77 Gull Terrace, Harrow Bay, FL 33999' },
    approvedBy: REGISTRANT,
  });
}

/** An order was written for a patient of the same first name. */
async function wrongPatient(clinic: Clinic, { orders }: LooseEnds): Promise<void> {
  const wrong = orders.at(-1);
  const namesake = clinic.patients.find(({ id }) => id !== wrong?.patient);
  if (wrong === undefined || namesake === undefined) return;
  await until(clinic, clinic.minute + 4);
  await correct(clinic, {
    performer: 'registrant',
    wrong,
    original: wrong.line,
    note: 'The order was written on the chart of a namesake.',
    change: { type: 'order-patient', patient: namesake.id },
    approvedBy: CUSTODIAN,
  });
}

/** The wholesaler sent the stronger vials, and the line was chosen from the list of what usually comes. */
async function wrongStrength(clinic: Clinic): Promise<void> {
  const [usual, strong] = clinic.products;
  if (usual === undefined || strong === undefined) return;
  const number = `${86_000 + clinic.day}`;
  const file = await keepInvoice(clinic, strong, number);
  const entered = await receive(clinic, delivery(clinic, usual, { number, file }));
  await until(clinic, clinic.minute + 8);
  const containers = usual.order * clinic.size.stock;
  const lot = `${usual.lotPrefix}${clinic.day}`;
  const vials = shelve(clinic, entered.line, [{ product: strong.id, lot, containers }]);
  await correct(clinic, {
    performer: 'custodian',
    wrong: entered,
    original: entered.line,
    note: 'The labels say 100 mg/mL.',
    change: { type: 'product', containers: vials.map(({ id }) => id), product: strong.id },
    approvedBy: REGISTRANT,
  });
}

/** One delivery was typed in twice; its second line never came. */
async function deliveryTwice(clinic: Clinic): Promise<void> {
  const product = usualProduct(clinic);
  const number = `${87_000 + clinic.day}`;
  const entered = await receive(clinic, delivery(clinic, product, { number, file: null }));
  await until(clinic, clinic.minute + 20);
  const containers = product.order * clinic.size.stock;
  await correct(clinic, {
    performer: 'custodian',
    wrong: entered,
    original: entered.line,
    note: 'The packing slip of a delivery that was already entered by its invoice.',
    change: {
      type: 'receipt-withdrawn',
      containers: Array.from({ length: containers }, (_, index) => `${entered.line}-${index + 1}`),
    },
    approvedBy: REGISTRANT,
  });
}

export const CORRECTIONS: readonly Episode[] = [
  { days: [10], when: 'afternoon', isOnce: true, happens: wrongStrength },
  { days: [12], when: 'morning', happens: invoiceNumber },
  { days: [13, 20, 34], when: 'morning', happens: labelledExpiry },
  { days: [16], when: 'afternoon', happens: patientsAddress },
  { days: [18], when: 'afternoon', happens: deliveryTwice },
  { days: [26], when: 'afternoon', happens: wrongPatient },
];
