import { milligrams, now, recordAlone, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { MINUTES_OF_INFUSION } from './course.js';
import type { Course, Deeds } from './course.js';
import { draw } from './drawing.js';
import type { Drawn } from './drawing.js';
import { fromBag } from './bag.js';
import { correct } from './story/correcting.js';
import { fromSyringe } from './syringe.js';
import { lineOf } from './way-in.js';
import type { WrittenLine } from './way-in.js';

const STEP = 10;
const OF_A_SERIES = 6;
/** What is drawn above the dose where a syringe is filled to the next mark. */
const REMAINDER = 50;

/** From the order to the last drop: 0.5 mg/kg over forty minutes. Adds what it leaves to be done. */
export async function infuse(clinic: Clinic, course: Course, done: Deeds): Promise<void> {
  const { patient } = course;
  const { order, dose, drawn } = await begin(clinic, course, done);
  if (course.how === 'syringe-with-remainder')
    await fromSyringe(clinic, course, { order, dose, drawn }, done);
  else await fromBag(clinic, course, { order, drawn }, done);
  await recordAlone(clinic, course.clinician, {
    kind: 'order-close',
    door: 'infusion-orders/closings',
    body: { ...now(clinic), order },
  });
  patient.given += course.how === 'not-given' ? 0 : 1;
}

/** The order and the draw. */
export async function begin(clinic: Clinic, course: Course, done: Deeds) {
  const { patient } = course;
  await until(clinic, course.startMinute);
  const order = patient.ordered ?? (await prescribe(clinic, course, patient.given, done));
  // Two sessions were ordered at once, and the draw is entered under the later one.
  const isMixedUp = course.slip === 'other-order' && patient.given + 2 <= OF_A_SERIES;
  const next = isMixedUp ? await prescribe(clinic, course, patient.given + 1, done) : undefined;
  patient.ordered = next;
  await until(clinic, clinic.minute + 3);
  const dose = Math.round(patient.doseMicrograms / course.product.perMicrolitre / STEP) * STEP;
  const quantity = dose + (course.how === 'syringe-with-remainder' ? REMAINDER : 0);
  const drawn = await draw(clinic, course, { order: next ?? order, quantity }, done);
  if (isMixedUp) await correctOrder(clinic, course, { drawn, order });
  return { order, dose, drawn };
}

/** The registrant orders the infusion after so many that were given; gives the order. */
export async function prescribe(
  clinic: Clinic,
  { patient }: Pick<Course, 'patient'>,
  given: number,
  done: Pick<Deeds, 'orders'>,
): Promise<string> {
  const ordered = await recordAlone(clinic, 'registrant', {
    kind: 'infusion-order',
    door: 'infusion-orders',
    body: {
      ...now(clinic),
      patient: patient.id,
      orderedBy: clinic.people.get('registrant') ?? '',
      given: 'written',
      route: 'iv-infusion',
      dose: milligrams(patient.doseMicrograms),
      dosePerKilogram: 500,
      minutes: MINUTES_OF_INFUSION,
      diluent: 'sodium chloride 0.9 %',
      series: { number: (given % OF_A_SERIES) + 1, of: OF_A_SERIES },
      weightGrams: patient.weightGrams,
    },
  });
  done.orders.push({ ...lineOf(ordered), patient: patient.id });
  return String(ordered['line']);
}

/** The draw goes to the order of today. */
async function correctOrder(
  clinic: Clinic,
  { clinician }: Course,
  { drawn, order }: { readonly drawn: Drawn; readonly order: string },
): Promise<void> {
  let wrong: WrittenLine | undefined;
  for (const { id, line } of drawn) {
    await until(clinic, clinic.minute + 1);
    wrong = await correct(clinic, {
      performer: clinician,
      wrong: wrong ?? line,
      original: line.line,
      note: 'The draw was entered under the order of the next session.',
      change: { type: 'draw-order', draw: id, order },
      approvedBy: { who: 'custodian', seen: ['papers'] },
    });
  }
}
