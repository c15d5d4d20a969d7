import { at, earlier, millilitres, now, recordAlone, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { MINUTES_OF_INFUSION } from './course.js';
import type { Course, Deeds } from './course.js';
import type { Json } from './desk.js';
import type { Drawn } from './drawing.js';
import { residue } from './residue.js';
import { lineOf } from './way-in.js';

/** Microlitres. */
const BAG = 100_000;
const MINUTES_ON_PAPER = 80;

/** The draw goes into a bag; the bag runs in, or stops early, or leaves with the patient, or is never hung. */
export async function fromBag(
  clinic: Clinic,
  course: Course,
  bag: { readonly order: string; readonly drawn: Drawn },
  done: Deeds,
): Promise<void> {
  const { how, clinician } = course;
  await until(clinic, clinic.minute + 2);
  const prepared = await recordAlone(clinic, clinician, {
    kind: 'preparation',
    door: 'preparations',
    body: {
      ...now(clinic),
      order: bag.order,
      draws: bag.drawn.map(({ id }) => id),
      vessel: 'bag',
      diluent: 'sodium chloride 0.9 %',
      totalVolume: millilitres(BAG),
      volumeIs: 'stated',
    },
  });
  const preparation = String(prepared['line']);
  const infused = infusedOf(course);
  await give(clinic, course, { order: bag.order, preparation, infused });
  if (how === 'completed') return;
  if (how === 'handed-over') {
    const left = { id: preparation, left: millilitres(BAG - infused) };
    await handOver(clinic, course, { order: bag.order, preparation: left }, done);
    return;
  }
  const why = how === 'stopped' ? 'infusion-stopped' : 'not-given';
  await residue(clinic, course, { preparation, lines: [], why, volume: BAG - infused }, done);
}

function infusedOf({ how, runsIn }: Course): number {
  if (how === 'completed') return BAG;
  return how === 'not-given' ? 0 : (BAG * runsIn) / 100;
}

/** What ran in, told at once; or from paper, when the network is back. */
async function give(
  clinic: Clinic,
  { how, clinician, witness, isToldLate }: Course,
  bag: { readonly order: string; readonly preparation: string; readonly infused: number },
): Promise<void> {
  const isGiven = how !== 'not-given';
  const startedAt = at(clinic, clinic.minute + 4);
  const minutes = 4 + Math.ceil((MINUTES_OF_INFUSION * bag.infused) / BAG);
  await until(clinic, clinic.minute + (isGiven ? minutes : 10));
  const endedAt = clinic.clock.now();
  if (isToldLate) await until(clinic, clinic.minute + MINUTES_ON_PAPER);
  // A colleague copies the paper form: whoever gave the drug is named as its performer.
  await recordAlone(clinic, isToldLate ? (witness ?? clinician) : clinician, {
    kind: 'administration',
    door: 'administrations',
    body: {
      ...(isToldLate
        ? {
            ...earlier(
              endedAt,
              'system-unavailable',
              'The network was down; written on the paper form.',
            ),
            performer: clinic.people.get(clinician) ?? '',
          }
        : now(clinic)),
      order: bag.order,
      outcome: how === 'handed-over' ? 'stopped' : how,
      preparation: { id: bag.preparation, infused: millilitres(bag.infused) },
      lines: [],
      startedAt: isGiven ? startedAt : null,
      ...(how === 'stopped' ? { note: 'Stopped at the patient’s wish.' } : {}),
    },
  });
}

/** The patient leaves with the drug running. A custodian looks at it afterwards. */
async function handOver(
  clinic: Clinic,
  { clinician }: Course,
  what: { readonly order: string; readonly preparation: Json },
  done: Deeds,
): Promise<void> {
  const answer = await recordAlone(clinic, clinician, {
    kind: 'hand-over',
    door: 'hand-overs',
    body: {
      ...now(clinic),
      order: what.order,
      cause: 'transferred',
      unit: 'ambulance',
      unitName: 'Port Alder Ambulance, crew 12',
      preparation: what.preparation,
      lines: [],
    },
  });
  done.unsigned.push({ ...lineOf(answer), seen: ['papers'], needsExcuse: false });
}
