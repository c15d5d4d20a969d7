import { milligrams, now, recordAlone, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { MINUTES_OF_INFUSION } from './course.js';
import type { Course, Deeds } from './course.js';
import { draw } from './drawing.js';
import { fromBag } from './bag.js';
import { fromSyringe } from './syringe.js';
import { lineOf } from './way-in.js';

const STEP = 10;
/** What is drawn above the dose where a syringe is filled to the next mark. */
const REMAINDER = 50;

/** From the order to the last drop: 0.5 mg/kg over forty minutes. Adds what it leaves to be done. */
export async function infuse(clinic: Clinic, course: Course, done: Deeds): Promise<void> {
  const { patient } = course;
  await until(clinic, course.startMinute);
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
      series: { number: (patient.given % 6) + 1, of: 6 },
      weightGrams: patient.weightGrams,
    },
  });
  done.orders.push({ ...lineOf(ordered), patient: patient.id });
  const order = String(ordered['line']);
  await until(clinic, clinic.minute + 3);
  const dose = Math.round(patient.doseMicrograms / course.product.perMicrolitre / STEP) * STEP;
  const isSyringe = course.how === 'syringe-with-remainder';
  const quantity = dose + (isSyringe ? REMAINDER : 0);
  const drawn = await draw(clinic, course, { order, quantity }, done);
  if (isSyringe) await fromSyringe(clinic, course, { order, dose, drawn }, done);
  else await fromBag(clinic, course, { order, drawn }, done);
  await recordAlone(clinic, course.clinician, {
    kind: 'order-close',
    door: 'infusion-orders/closings',
    body: { ...now(clinic), order },
  });
  patient.given += course.how === 'not-given' ? 0 : 1;
}
