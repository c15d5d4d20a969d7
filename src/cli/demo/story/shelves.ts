import {
  at,
  earlier,
  millilitres,
  now,
  pairOnDuty,
  putBack,
  recordAlone,
  recordTogether,
  sealedVial,
  until,
  usualProduct,
} from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { LooseEnds } from '../loose-ends.js';
import type { Episode } from '../quarter.js';
import type { Vial } from '../vials.js';

const MOVED = 2;
const WARMED = 2;
/** Percent of a broken vial that can be saved, and to what it is measured, in microlitres. */
const SAVED = [40, 75] as const;
const STEP = 50;
/** An empty vial of the usual size, in milligrams, and the density of its content, in milligrams per millilitre. */
const TARE = 14_180;
const DENSITY = 1_010;

/** Two vials for emergencies go to the cabinet of the treatment room. */
async function toTheCabinet(clinic: Clinic): Promise<void> {
  const vials = Array.from({ length: MOVED }, () => sealedVial(clinic, usualProduct(clinic)));
  await move(clinic, vials, 'cabinet');
  clinic.cabinet.push(...vials);
}

/** Nobody needed them, and they go back before they are forgotten. */
async function backToTheSafe(clinic: Clinic): Promise<void> {
  const vials = clinic.cabinet.splice(0);
  await move(clinic, vials, 'safe');
  for (const vial of vials) putBack(clinic, vial);
}

async function move(clinic: Clinic, vials: readonly Vial[], to: 'safe' | 'cabinet'): Promise<void> {
  await until(clinic, clinic.minute + 2);
  await recordTogether(
    clinic,
    'custodian',
    { kind: 'move', door: 'moves', body: { ...now(clinic), containers: idsOf(vials), to } },
    { who: pairOnDuty(clinic).first, meaning: 'verified', seen: ['container'] },
  );
}

/** A vial that was taken out for a patient who then did not come. */
async function bringBackUnused(clinic: Clinic): Promise<void> {
  const { first, second } = pairOnDuty(clinic);
  const vial = sealedVial(clinic, usualProduct(clinic));
  await until(clinic, clinic.minute + 2);
  await recordTogether(
    clinic,
    first,
    {
      kind: 'return-to-stock',
      door: 'returns',
      body: { ...now(clinic), containers: [vial.id], location: 'safe' },
    },
    { who: second, meaning: 'witnessed', seen: ['container'] },
  );
  putBack(clinic, vial);
}

/** The thermometer of the safe showed too much in the night; the maker is asked. */
async function setWarmOnesApart(clinic: Clinic): Promise<void> {
  const vials = Array.from({ length: WARMED }, () => sealedVial(clinic, usualProduct(clinic)));
  await recordAlone(clinic, 'custodian', {
    kind: 'quarantine',
    door: 'quarantines',
    body: {
      ...now(clinic),
      containers: idsOf(vials),
      why: 'temperature',
      note: 'The lower shelf had 31 °C in the morning. The maker is asked.',
    },
  });
  clinic.apart.push(...vials.map((vial) => ({ vial, why: 'temperature' as const })));
}

/** The maker answers: one of them may be used. */
async function letOneGo(clinic: Clinic): Promise<void> {
  const index = clinic.apart.findIndex(({ why }) => why === 'temperature');
  const [warm] = index < 0 ? [] : clinic.apart.splice(index, 1);
  if (warm === undefined) return;
  await recordAlone(clinic, 'custodian', {
    kind: 'release',
    door: 'releases',
    body: {
      ...now(clinic),
      containers: [warm.vial.id],
      note: 'By the maker’s answer the upper one may be used.',
    },
  });
  putBack(clinic, warm.vial);
}

/** A vial falls; what is saved of it stays in custody until it is destroyed. */
async function dropOne(clinic: Clinic): Promise<void> {
  const { first } = pairOnDuty(clinic);
  const vial = sealedVial(clinic, usualProduct(clinic));
  const saved = (vial.size * clinic.chance.between(...SAVED)) / 100;
  vial.left = Math.floor(saved / STEP) * STEP;
  vial.book = vial.left;
  vial.openedDay = clinic.day;
  await until(clinic, clinic.minute + 2);
  await recordTogether(
    clinic,
    'custodian',
    {
      kind: 'breakage',
      door: 'breakages',
      body: {
        ...now(clinic),
        cause: 'dropped',
        circumstances: 'It slipped from a wet glove onto the floor of the preparation room.',
        lines: [{ container: vial.id, recovered: millilitres(vial.left) }],
      },
    },
    { who: first, meaning: 'witnessed', seen: ['act', 'residue'] },
  );
  clinic.quarantined.push(vial);
}

/** The open vial on the balance: evidence that needs no count. */
async function weigh(clinic: Clinic): Promise<void> {
  await weighed(clinic, now(clinic));
}

/** Yesterday's weighing was written on paper. Its day is closed, and is reviewed anew. */
async function weighOnPaper(clinic: Clinic, { yesterday, reopened }: LooseEnds): Promise<void> {
  const evening =
    yesterday === undefined ? undefined : at({ ...clinic, today: yesterday.date }, 1060);
  if (evening === undefined || yesterday === undefined) return;
  const note = 'Weighed before the evening count, and written on the paper form.';
  const isWeighed = await weighed(clinic, earlier(evening, 'recorded-after-the-act', note));
  if (isWeighed) reopened.add(yesterday.date);
}

async function weighed(
  clinic: Clinic,
  head: ReturnType<typeof now> | ReturnType<typeof earlier>,
): Promise<boolean> {
  const vial = clinic.open.get(usualProduct(clinic).id);
  if (vial === undefined) return false;
  await recordAlone(clinic, 'custodian', {
    kind: 'weighing',
    door: 'weighings',
    body: {
      ...head,
      container: vial.id,
      gross: TARE + Math.round((vial.left * DENSITY) / 1000) + clinic.chance.between(-8, 8),
      tare: TARE,
      density: DENSITY,
      grossUncertainty: 10,
      tareUncertainty: 60,
      densityUncertainty: 10,
    },
  });
  return true;
}

const idsOf = (vials: readonly Vial[]): readonly string[] => vials.map(({ id }) => id);

export const SHELVES: readonly Episode[] = [
  { days: [1, 36], when: 'afternoon', happens: toTheCabinet },
  { days: [31, 60], when: 'afternoon', happens: backToTheSafe },
  { days: [2, 23, 43], when: 'afternoon', happens: bringBackUnused },
  { days: [3, 48], when: 'morning', happens: setWarmOnesApart },
  { days: [4, 49], when: 'morning', happens: letOneGo },
  { days: [6, 38], when: 'afternoon', happens: dropOne },
  { days: [2, 17, 32, 47], when: 'afternoon', happens: weigh },
  { days: [9], when: 'morning', happens: weighOnPaper },
];
