import { addDays, businessDate, weekday } from '../../domain/instant.js';
import { inventPatient } from './cast.js';
import type { Colleague, DemoPatient } from './cast.js';
import {
  at,
  deskOf,
  millilitres,
  now,
  recordAlone,
  recordTogether,
  sideBySide,
  sitePath,
  until,
} from './clinic.js';
import type { Clinic, Stocked } from './clinic.js';
import type { DrawDeed } from './deeds.js';
import { infuse } from './infusion.js';
import type { Course } from './infusion.js';
import {
  closeOut,
  countTheSafe,
  findPastUse,
  receiveWhatRunsLow,
  sealedVial,
} from './stockroom.js';
import type { Vial } from './vials.js';

/** What happens on some days and not on others, by the number of the business day. */
const DAYS = {
  amountSlip: [6, 33],
  wrongVial: 24,
  typoOnInvoice: 12,
  eveningAlone: [15, 44],
  sealedMissing: 20,
  sealedFound: 21,
  openMissing: 41,
  openGivenUp: 42,
} as const;

/** ISO 8601: Monday is 1. */
const SATURDAY = 6;
const MORNING = 8 * 60;
const FIRST_INFUSION = 9 * 60;
const EVENING = 18 * 60 + 30;
/** Minutes between two infusions in one chair, and between chairs. */
const BETWEEN_INFUSIONS = 55;
const BETWEEN_CHAIRS = 5;

/** What one day leaves to the next. */
export interface Pending {
  readonly unwitnessed: { readonly line: number; readonly leaf: string }[];
  readonly cases: string[];
  readonly receipts: { readonly line: number; readonly leaf: string }[];
}

/** Moves the calendar to the next business day, at the hour when the first person unlocks the door. */
export function nextMorning(clinic: Clinic): void {
  let date = businessDate(clinic.today);
  do date = addDays(date, 1);
  while (weekday(date) >= SATURDAY);
  const before = clinic.clock.now();
  clinic.today = date;
  clinic.day += 1;
  clinic.minute = MORNING;
  const opens = Date.parse(at(clinic, MORNING));
  clinic.clock.advance(opens - Date.parse(before));
}

/** Lives one business day. */
export async function liveOneDay(clinic: Clinic, pending: Pending): Promise<void> {
  await clinic.way.beginDay();
  await countersign(clinic, pending);
  await findPastUse(clinic);
  pending.receipts.push(...(await receiveWhatRunsLow(clinic)));
  if (clinic.day === DAYS.typoOnInvoice) await correctInvoice(clinic, pending);
  await investigate(clinic, pending);
  const emptied = await infusions(clinic, pending);
  for (const vial of emptied) await closeOut(clinic, vial);
  await closingCount(clinic, pending);
}

/** All infusions of a day: one after the other at a small clinic, side by side where several people work. */
async function infusions(clinic: Clinic, pending: Pending): Promise<readonly Vial[]> {
  const emptied: Vial[] = [];
  const courses = await coursesOfToday(clinic);
  const give = async (course: Course): Promise<void> => {
    const done = await infuse(clinic, course);
    pending.unwitnessed.push(...done.unwitnessed);
    emptied.push(...done.emptied);
    const [drawn] = done.draws;
    if (course.slip === 'wrong-vial' && drawn !== undefined)
      await correctVial(clinic, course, drawn);
  };
  const atChairs = Array.from({ length: clinic.size.chairs }, (_, chair) =>
    courses.filter((_course, index) => index % clinic.size.chairs === chair),
  );
  await sideBySide(
    clinic,
    atChairs.map((own) => async () => {
      for (const course of own) await give(course);
    }),
  );
  return emptied;
}

async function coursesOfToday(clinic: Clinic): Promise<readonly Course[]> {
  const wanted = clinic.chance.between(...clinic.size.infusions);
  const due = clinic.patients.filter(
    (patient) => patient.nextDay <= clinic.day && patient.given < 6,
  );
  while (due.length < wanted) due.push(await admit(clinic));
  const clinicians: readonly Colleague['key'][] = ['nina', 'omar', 'june'];
  const isEveningAlone = DAYS.eveningAlone.some((day) => day === clinic.day);
  return due.slice(0, wanted).map((patient, index): Course => {
    patient.nextDay = clinic.day + patient.everyDays;
    const clinician = clinicians[(index + clinic.day) % clinicians.length] ?? 'nina';
    const isLast = index === wanted - 1;
    const isAlone = isEveningAlone && isLast;
    return {
      patient,
      product: productFor(clinic, patient),
      clinician,
      witness: isAlone ? null : clinician === 'june' ? 'nina' : 'june',
      startMinute: isAlone ? EVENING : startOf(clinic, index),
      how: isAlone ? 'syringe-with-remainder' : howItGoes(clinic),
      slip: slipOf(clinic, index),
    };
  });
}

/** Chairs begin a few minutes apart, and each goes on when its last patient is up. */
const startOf = ({ size }: Clinic, index: number): number =>
  FIRST_INFUSION +
  Math.floor(index / size.chairs) * BETWEEN_INFUSIONS +
  (index % size.chairs) * BETWEEN_CHAIRS;

function howItGoes(clinic: Clinic): Course['how'] {
  const roll = clinic.chance.next();
  if (roll < 0.05) return 'stopped';
  if (roll < 0.065) return 'not-given';
  return roll < 0.3 ? 'syringe-with-remainder' : 'completed';
}

function slipOf(clinic: Clinic, index: number): Course['slip'] {
  if (index !== 0) return 'none';
  if (DAYS.amountSlip.some((day) => day === clinic.day)) return 'amount';
  return clinic.day === DAYS.wrongVial ? 'wrong-vial' : 'none';
}

/** Most patients get the usual vial; the heaviest ones the stronger, the lightest ones the weaker. */
function productFor(clinic: Clinic, patient: DemoPatient): Stocked {
  const [usual, strong, weak] = clinic.products;
  if (usual === undefined) throw new Error('the clinic stocks nothing');
  if (patient.weightGrams > 104_000 && strong !== undefined) return strong;
  return patient.weightGrams < 52_000 && weak !== undefined ? weak : usual;
}

async function admit(clinic: Clinic): Promise<DemoPatient> {
  const particulars = inventPatient(clinic.chance);
  const id = await clinic.way.admit(particulars);
  const weightGrams = clinic.chance.between(480, 1120) * 100;
  const patient: DemoPatient = {
    id,
    weightGrams,
    doseMicrograms: Math.round((weightGrams * 0.5) / 500) * 500,
    given: 0,
    everyDays: clinic.chance.between(2, 3),
    nextDay: clinic.day,
  };
  clinic.patients.push(patient);
  return patient;
}

/** The neighbour's label was scanned: physical truth wins, and both pages show it. */
async function correctVial(clinic: Clinic, course: Course, drawn: DrawDeed): Promise<void> {
  const neighbour = clinic.sealed.get(course.product.id)?.[0];
  if (neighbour === undefined) return;
  await until(clinic, clinic.minute + 3);
  const change = (container: string) => ({
    type: 'draw',
    draw: drawn.id,
    container,
    quantity: millilitres(drawn.true),
  });
  const correct = (body: { line: number; leaf: string; container: string; note: string }) =>
    recordTogether(
      clinic,
      course.clinician,
      {
        kind: 'correction',
        door: 'corrections',
        body: {
          ...now(clinic),
          reason: 'mistake-noticed',
          note: body.note,
          line: body.line,
          original: drawn.line,
          leaf: body.leaf,
          change: change(body.container),
        },
      },
      { who: 'custodian', meaning: 'approved', seen: ['container'] },
    );
  const wrong = await correct({
    line: drawn.line,
    leaf: drawn.leaf,
    container: neighbour.id,
    note: 'The label of the next vial was thought to be the right one.',
  });
  await until(clinic, clinic.minute + 5);
  await correct({
    line: Number(wrong.line),
    leaf: String(wrong.leafHash),
    container: drawn.vial.id,
    note: 'The first label was right after all; the next vial is still sealed.',
  });
}

/** A digit of the invoice number was typed wrongly: particulars change, no drug moves. */
async function correctInvoice(clinic: Clinic, pending: Pending): Promise<void> {
  const receipt = pending.receipts.at(-1);
  if (receipt === undefined) return;
  await recordTogether(
    clinic,
    'custodian',
    {
      kind: 'correction',
      door: 'corrections',
      body: {
        ...now(clinic),
        reason: 'mistake-noticed',
        note: 'Two digits of the invoice number were transposed.',
        line: receipt.line,
        original: receipt.line,
        leaf: receipt.leaf,
        change: {
          type: 'receipt-particulars',
          invoiceNumber: '80881',
          invoiceDate: clinic.today,
          invoiceFile: null,
        },
      },
    },
    { who: 'registrant', meaning: 'approved', seen: ['papers'] },
  );
}

/** The morning after an evening alone: one signature per line, for what was really seen. */
async function countersign(clinic: Clinic, pending: Pending): Promise<void> {
  for (const { line, leaf } of pending.unwitnessed.splice(0)) {
    await recordAlone(clinic, 'custodian', {
      kind: 'countersign',
      door: 'countersignatures',
      body: {
        ...now(clinic),
        line,
        leaf,
        seen: ['residue', 'papers'],
      },
    });
  }
}

async function closingCount(clinic: Clinic, pending: Pending): Promise<void> {
  await until(clinic, clinic.minute + 10);
  const [usual] = clinic.products;
  if (clinic.day === DAYS.openMissing && usual !== undefined) vanish(clinic, usual);
  const isMissing = clinic.day === DAYS.sealedMissing && usual !== undefined;
  const entry = await countTheSafe(clinic, isMissing ? { missingSealed: usual.id } : {});
  const cases: unknown = entry['discrepancies'];
  if (Array.isArray(cases)) pending.cases.push(...cases.map(String));
}

/** Somebody took from an open vial what no entry tells of. */
function vanish(clinic: Clinic, product: Stocked): void {
  const vial = clinic.open.get(product.id) ?? sealedVial(clinic, product);
  clinic.open.set(product.id, vial);
  vial.left = Math.max(0, vial.left - 2_400);
}

/** One discrepancy is explained the next day; the other is not, and is closed as that. */
async function investigate(clinic: Clinic, pending: Pending): Promise<void> {
  if (clinic.day !== DAYS.sealedFound && clinic.day !== DAYS.openGivenUp) return;
  const isFound = clinic.day === DAYS.sealedFound;
  for (const id of pending.cases.splice(0)) {
    const { container, difference } = await deskOf(clinic, 'compliance').get(
      sitePath(clinic, `discrepancies/${id}`),
    );
    await recordAlone(clinic, 'compliance', {
      kind: 'discrepancy',
      door: 'discrepancies',
      body: {
        ...now(clinic),
        act: 'assigned',
        case: id,
        owner: clinic.people.get('compliance') ?? '',
        due: clinic.today,
        note: 'All entries since the last agreed count are read again.',
      },
    });
    await until(clinic, clinic.minute + 9);
    const missing = String(Reflect.get(Object(difference), 'value')).replace('-', '');
    await recordTogether(
      clinic,
      'compliance',
      {
        kind: 'discrepancy',
        door: 'discrepancies',
        body: {
          ...now(clinic),
          act: 'closed',
          case: id,
          ...(isFound
            ? FOUND_AGAIN
            : {
                ...GIVEN_UP,
                settle: [
                  {
                    container: String(container),
                    direction: 'missing',
                    quantity: { value: missing, unit: 'mL' },
                  },
                ],
              }),
        },
      },
      { who: 'registrant', meaning: 'closed', seen: ['papers'] },
    );
  }
}

const FOUND_AGAIN = {
  cause: 'counting-mistake',
  outcome: 'explained',
  note: 'The vial stood in the preparation room, sealed, and is back in the safe.',
} as const;
const GIVEN_UP = {
  cause: 'unknown',
  outcome: 'could-not-be-reconciled',
  note: 'No entry, paper or person explains the difference. The book takes over what was counted.',
} as const;
