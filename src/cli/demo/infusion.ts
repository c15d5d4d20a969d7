import { at, milligrams, millilitres, now, recordAlone, recordTogether, until } from './clinic.js';
import type { Clinic, Stocked } from './clinic.js';
import type { Colleague, DemoPatient } from './cast.js';
import { drawable, takeFrom } from './vials.js';
import type { Vial } from './vials.js';
import type { Json } from './desk.js';
import { sealedVial } from './stockroom.js';
import { deeds } from './deeds.js';
import type { Deeds } from './deeds.js';

/** How one infusion goes. */
export interface Course {
  readonly patient: DemoPatient;
  readonly product: Stocked;
  readonly clinician: Colleague['key'];
  /** Null where nobody is there to witness: the evening alone. */
  readonly witness: Colleague['key'] | null;
  readonly startMinute: number;
  readonly how: 'completed' | 'stopped' | 'not-given' | 'syringe-with-remainder';
  /** An honest slip to be corrected later that day. */
  readonly slip: 'none' | 'amount' | 'wrong-vial';
}

const MINUTES_OF_INFUSION = 40;
const BAG = 100_000;
const STEP = 10;
const MISREAD_BY = 50;

interface Drawn {
  readonly line: number;
  readonly draws: readonly { readonly id: string; readonly quantity: number }[];
}

/** From the order to the last drop: 0.5 mg/kg over forty minutes. Gives the lines that later acts refer to. */
export async function infuse(clinic: Clinic, course: Course): Promise<Deeds> {
  const { patient } = course;
  const done = deeds();
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
  const order = String(ordered.line);
  await until(clinic, clinic.minute + 3);
  const dose = Math.round(patient.doseMicrograms / course.product.perMicrolitre / STEP) * STEP;
  const remainder = course.how === 'syringe-with-remainder' ? 50 : 0;
  const drawn = await draw(clinic, course, { order, quantity: dose + remainder }, done);
  if (course.how === 'syringe-with-remainder')
    await fromSyringe(clinic, course, { order, dose, drawn });
  else await fromBag(clinic, course, { order, drawn }, done);
  await recordAlone(clinic, course.clinician, {
    kind: 'order-close',
    door: 'infusion-orders/closings',
    body: { ...now(clinic), order },
  });
  patient.given += course.how === 'not-given' ? 0 : 1;
  return done;
}

/** Draws from the open vial and, when it runs out, the rest from a fresh one. */
async function draw(
  clinic: Clinic,
  course: Course,
  wanted: { readonly order: string; readonly quantity: number },
  done: Deeds,
): Promise<Drawn> {
  const { product, clinician } = course;
  const from: { vial: Vial; quantity: number }[] = [];
  let missing = wanted.quantity;
  for (let opened = 0; missing > 0 && opened < 3; opened += 1) {
    const vial = clinic.open.get(product.id) ?? sealedVial(clinic, product);
    clinic.open.set(product.id, vial);
    const quantity = Math.min(missing, drawable(vial));
    if (quantity > 0) from.push({ vial, quantity });
    missing -= quantity;
    if (missing > 0) {
      done.emptied.push(vial);
      clinic.open.delete(product.id);
    }
  }
  const stated =
    course.slip === 'amount'
      ? from.map((one) => ({ ...one, quantity: misread(one.quantity) }))
      : from;
  const answer = await recordAlone(clinic, clinician, {
    kind: 'draw',
    door: 'draws',
    body: {
      ...now(clinic),
      order: wanted.order,
      lines: stated.map(({ vial, quantity }) => ({
        container: vial.id,
        quantity: millilitres(quantity),
      })),
    },
  });
  const line = Number(answer.line);
  from.forEach(({ vial, quantity }, index) => {
    takeFrom(vial, quantity, clinician, clinic.chance);
    vial.openedDay ??= clinic.day;
    done.draws.push({
      line,
      id: `${line}-${index + 1}`,
      vial,
      stated: stated[index]?.quantity ?? quantity,
      true: quantity,
      leaf: String(answer.leafHash),
    });
  });
  if (course.slip === 'amount') await correctAmounts(clinic, course, done);
  return {
    line,
    draws: from.map(({ quantity }, index) => ({ id: `${line}-${index + 1}`, quantity })),
  };
}

/** Half a tenth of a millilitre too little; a last drop from a vial is not misread. */
const misread = (quantity: number): number =>
  quantity > MISREAD_BY ? quantity - MISREAD_BY : quantity;

/** The clinician sees at once that the syringe holds more than was typed, and corrects the line. */
async function correctAmounts(clinic: Clinic, course: Course, done: Deeds): Promise<void> {
  await until(clinic, clinic.minute + 1);
  for (const { line, id, vial, stated, true: quantity, leaf } of done.draws) {
    if (stated === quantity) continue;
    await recordTogether(
      clinic,
      course.clinician,
      {
        kind: 'correction',
        door: 'corrections',
        body: {
          ...now(clinic),
          reason: 'mistake-noticed',
          note: 'The syringe was read again before the bag was made.',
          line,
          original: line,
          leaf,
          change: { type: 'draw', draw: id, container: vial.id, quantity: millilitres(quantity) },
        },
      },
      { who: 'custodian', meaning: 'approved', seen: ['draw'] },
    );
  }
}

/** The draw goes into a bag; the bag runs in, or stops early, or is never hung. */
async function fromBag(
  clinic: Clinic,
  course: Course,
  bag: { readonly order: string; readonly drawn: Drawn },
  done: Deeds,
): Promise<void> {
  const { how } = course;
  await until(clinic, clinic.minute + 2);
  const prepared = await recordAlone(clinic, course.clinician, {
    kind: 'preparation',
    door: 'preparations',
    body: {
      ...now(clinic),
      order: bag.order,
      draws: bag.drawn.draws.map(({ id }) => id),
      vessel: 'bag',
      diluent: 'sodium chloride 0.9 %',
      totalVolume: millilitres(BAG),
      volumeIs: 'stated',
    },
  });
  const preparation = String(prepared.line);
  const startedAt = at(clinic, clinic.minute + 4);
  const infused =
    how === 'completed' ? BAG : how === 'stopped' ? clinic.chance.between(30, 85) * 1000 : 0;
  await until(
    clinic,
    clinic.minute +
      (how === 'not-given' ? 10 : 4 + Math.ceil((MINUTES_OF_INFUSION * infused) / BAG)),
  );
  await recordAlone(clinic, course.clinician, {
    kind: 'administration',
    door: 'administrations',
    body: {
      ...now(clinic),
      order: bag.order,
      outcome: how,
      preparation: { id: preparation, infused: millilitres(infused) },
      lines: [],
      startedAt: how === 'not-given' ? null : startedAt,
      ...(how === 'stopped' ? { note: 'Stopped at the patient’s wish.' } : {}),
    },
  });
  if (how === 'completed') return;
  await waste(clinic, course, done, {
    preparation,
    lines: [],
    container: null,
    why: how === 'stopped' ? 'infusion-stopped' : 'not-given',
    manner: 'rx-destroyer',
  });
}

/** Given by a pump straight from the syringe; what was drawn above the dose is wasted. */
async function fromSyringe(
  clinic: Clinic,
  course: Course,
  syringe: { readonly order: string; readonly dose: number; readonly drawn: Drawn },
): Promise<void> {
  let left = syringe.dose;
  const given = syringe.drawn.draws.map(({ id, quantity }) => {
    const part = Math.min(left, quantity);
    left -= part;
    return { draw: id, quantity: part, rest: quantity - part };
  });
  const startedAt = at(clinic, clinic.minute + 3);
  await until(clinic, clinic.minute + 3 + MINUTES_OF_INFUSION);
  await recordAlone(clinic, course.clinician, {
    kind: 'administration',
    door: 'administrations',
    body: {
      ...now(clinic),
      order: syringe.order,
      outcome: 'completed',
      preparation: null,
      lines: given
        .filter(({ quantity }) => quantity > 0)
        .map(({ draw: id, quantity }) => ({ draw: id, quantity: millilitres(quantity) })),
      startedAt,
    },
  });
  await waste(clinic, course, deeds(), {
    preparation: null,
    lines: given
      .filter(({ rest }) => rest > 0)
      .map(({ draw: id, rest }) => ({ draw: id, quantity: millilitres(rest) })),
    container: null,
    why: 'dose-remainder',
    manner: 'rx-destroyer',
  });
}

interface Wasting {
  readonly [key: string]: Json;
  readonly preparation: string | null;
  readonly why: 'infusion-stopped' | 'not-given' | 'dose-remainder';
  readonly manner: 'rx-destroyer';
}

/** Before a witness; or alone in the evening, as what has happened and why nobody saw it. */
async function waste(clinic: Clinic, course: Course, done: Deeds, what: Wasting): Promise<void> {
  await until(clinic, clinic.minute + 2);
  if (course.witness !== null) {
    await recordTogether(
      clinic,
      course.clinician,
      { kind: 'waste', door: 'waste', body: { ...now(clinic), ...what } },
      { who: course.witness, meaning: 'witnessed', seen: ['residue', 'destruction'] },
    );
    return;
  }
  const answer = await recordAlone(clinic, course.clinician, {
    kind: 'waste',
    door: 'waste',
    body: {
      ...now(clinic),
      posture: 'done',
      reason: 'alone-on-site',
      note: 'The others had left; the residue was sealed and photographed.',
      ...what,
    },
  });
  done.unwitnessed.push({ line: Number(answer.line), leaf: String(answer.leafHash) });
}
