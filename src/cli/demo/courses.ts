import { inventPatient } from './cast.js';
import type { Colleague, DemoPatient } from './cast.js';
import { pairOnDuty, usualProduct } from './clinic.js';
import type { Clinic, Stocked } from './clinic.js';
import type { Course } from './course.js';
import { dayOfQuarter } from './quarter.js';

/** What is remarkable about single infusions, by the day of the quarter. */
const DAYS: Readonly<Record<string, readonly number[]>> = {
  amountSlip: [6, 33],
  wrongVial: [24],
  otherOrder: [9, 39],
  givenAmount: [11, 36],
  wastedAmount: [8, 42],
  eveningAlone: [15, 44],
  handOff: [2, 22, 40],
  handOver: [3, 37],
  bagged: [4, 19, 35],
  toldLate: [7, 28],
};
const isDayOf = (clinic: Clinic, what: string): boolean =>
  DAYS[what]?.includes(dayOfQuarter(clinic)) ?? false;

/** The others have left, and the last patient is still there. */
export const isEveningAlone = (clinic: Clinic): boolean => isDayOf(clinic, 'eveningAlone');

const FIRST_INFUSION = 9 * 60;
const EVENING = 18 * 60 + 30;
/** Minutes between two infusions in one chair. */
const BETWEEN_INFUSIONS = 55;
const INFUSIONS_OF_A_SERIES = 6;

/** The infusions of a day, planned in the morning. */
export async function coursesOfToday(clinic: Clinic): Promise<readonly Course[]> {
  const wanted = clinic.chance.between(...clinic.size.infusions);
  const due = clinic.patients.filter(
    ({ nextDay, given }) => nextDay <= clinic.day && given < INFUSIONS_OF_A_SERIES,
  );
  while (due.length < wanted) due.push(await admit(clinic));
  return due.slice(0, wanted).map((patient, index): Course => {
    patient.nextDay = clinic.day + patient.everyDays;
    const isAlone = isEveningAlone(clinic) && index === wanted - 1;
    const { first, second } = pairOnDuty(clinic);
    const isFirst = clinic.chance.happens(0.5);
    const [clinician, other] = isFirst ? [first, second] : [second, first];
    const usual: Course = {
      patient,
      product: productFor(clinic, patient),
      clinician,
      witness: isAlone ? null : other,
      startMinute: isAlone ? EVENING : startOf(clinic, index),
      how: isAlone ? 'syringe-with-remainder' : howItGoes(clinic),
      runsIn: clinic.chance.between(30, 85),
      taker: null,
      residue: 'wasted',
      isToldLate: false,
      slip: slipOf(clinic, index),
    };
    return index === 1 ? remarkable(clinic, usual, other) : usual;
  });
}

/** The second infusion of a day is the one that something happens to. */
function remarkable(clinic: Clinic, course: Course, other: Colleague['key']): Course {
  if (isDayOf(clinic, 'handOff'))
    return { ...course, how: 'syringe-with-remainder', taker: other, residue: 'examined' };
  if (isDayOf(clinic, 'handOver')) return { ...course, how: 'handed-over' };
  if (isDayOf(clinic, 'bagged')) return { ...course, how: 'stopped', residue: 'bagged' };
  if (isDayOf(clinic, 'otherOrder')) return { ...course, slip: 'other-order' };
  if (isDayOf(clinic, 'givenAmount'))
    return { ...course, how: 'syringe-with-remainder', slip: 'given-amount' };
  if (isDayOf(clinic, 'wastedAmount'))
    return { ...course, how: 'syringe-with-remainder', slip: 'wasted-amount' };
  return isDayOf(clinic, 'toldLate') ? { ...course, how: 'completed', isToldLate: true } : course;
}

/** All chairs begin together, and each goes on when its last patient is up. */
const startOf = ({ size }: Clinic, index: number): number =>
  FIRST_INFUSION + Math.floor(index / size.chairs) * BETWEEN_INFUSIONS;

function howItGoes(clinic: Clinic): Course['how'] {
  const roll = clinic.chance.next();
  if (roll < 0.05) return 'stopped';
  if (roll < 0.065) return 'not-given';
  return roll < 0.3 ? 'syringe-with-remainder' : 'completed';
}

function slipOf(clinic: Clinic, index: number): Course['slip'] {
  if (index !== 0) return 'none';
  if (isDayOf(clinic, 'amountSlip')) return 'amount';
  return isDayOf(clinic, 'wrongVial') ? 'wrong-vial' : 'none';
}

/** Most patients get the usual vial; the heaviest ones the stronger, the lightest ones the weaker. */
function productFor(clinic: Clinic, patient: DemoPatient): Stocked {
  const [, strong, weak] = clinic.products;
  if (patient.weightGrams > 104_000 && strong !== undefined) return strong;
  return patient.weightGrams < 52_000 && weak !== undefined ? weak : usualProduct(clinic);
}

async function admit(clinic: Clinic): Promise<DemoPatient> {
  clinic.stop.throwIfAborted();
  const id = await clinic.way.admit(inventPatient(clinic.chance));
  const weightGrams = clinic.chance.between(480, 1120) * 100;
  const patient: DemoPatient = {
    id,
    weightGrams,
    doseMicrograms: Math.round((weightGrams * 0.5) / 500) * 500,
    given: 0,
    everyDays: clinic.chance.between(2, 3),
    nextDay: clinic.day,
    ordered: undefined,
  };
  clinic.patients.push(patient);
  return patient;
}
