import { millilitres, now, recordAlone, recordTogether, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import type { Course, Deeds } from './course.js';
import { correctAtOnce } from './story/correcting.js';
import { lineOf } from './way-in.js';
import type { WrittenLine } from './way-in.js';

/** What was drawn and not given. */
export interface Residue {
  readonly preparation: string | null;
  /** Microlitres. */
  readonly lines: readonly { readonly draw: string; readonly quantity: number }[];
  readonly why: 'infusion-stopped' | 'not-given' | 'dose-remainder';
  /** Microlitres of fluid, diluent included. */
  readonly volume: number;
}

/** Wasted before a witness, or sealed in a bag until one comes, or wasted alone and told why nobody saw it. */
export async function residue(
  clinic: Clinic,
  course: Course,
  what: Residue,
  done: Deeds,
): Promise<void> {
  await until(clinic, clinic.minute + 2);
  if (course.residue === 'bagged') await seal(clinic, course, what, done);
  else if (course.witness === null) await wasteAlone(clinic, course, what, done);
  else await waste(clinic, course, { ...what, witness: course.witness }, done);
}

/** By how much a waste is typed wrong, in microlitres: two marks of the syringe. */
const MISREAD = 20;

const linesOf = (lines: Residue['lines']) =>
  lines.map(({ draw, quantity }) => ({ draw, quantity: millilitres(quantity) }));

const wasteOf = ({ preparation, lines, why }: Residue) => ({
  preparation,
  lines: linesOf(lines),
  why,
  container: null,
  manner: 'rx-destroyer',
});

async function waste(
  clinic: Clinic,
  course: Course,
  what: Residue & { readonly witness: NonNullable<Course['witness']> },
  done: Deeds,
): Promise<void> {
  const { clinician, residue: becomes, product, slip } = course;
  const isExamined = becomes === 'examined';
  const isMisread = slip === 'wasted-amount' && what.lines.length > 0;
  const told = what.lines.map((each, index) =>
    isMisread && index === 0 ? { ...each, quantity: each.quantity - MISREAD } : each,
  );
  const jar = { manner: 'other', note: 'Into the sealed jar that goes to the laboratory.' };
  const answer = await recordTogether(
    clinic,
    clinician,
    {
      kind: 'waste',
      door: 'waste',
      body: {
        ...now(clinic),
        ...wasteOf({ ...what, lines: told }),
        ...(isExamined ? jar : {}),
      },
    },
    { who: what.witness, meaning: 'witnessed', seen: ['residue', 'destruction'] },
  );
  if (isMisread) await correctWaste(clinic, course, lineOf(answer), what.lines);
  const { line } = lineOf(answer);
  if (isExamined)
    for (const { draw } of what.lines)
      done.sent.push({ line, draw, perMicrolitre: product.perMicrolitre });
}

/** Two marks of the syringe were misread; both see it before they part. */
async function correctWaste(
  clinic: Clinic,
  { clinician }: Course,
  wrong: WrittenLine,
  lines: Residue['lines'],
): Promise<void> {
  await correctAtOnce(clinic, {
    performer: clinician,
    wrong,
    note: 'The syringe was read again before it was emptied.',
    change: { type: 'waste', lines: linesOf(lines) },
    seen: ['residue'],
  });
}

async function wasteAlone(
  clinic: Clinic,
  { clinician }: Course,
  what: Residue,
  done: Deeds,
): Promise<void> {
  const answer = await recordAlone(clinic, clinician, {
    kind: 'waste',
    door: 'waste',
    body: {
      ...now(clinic),
      posture: 'done',
      reason: 'alone-on-site',
      note: 'The others had left; the residue was sealed and photographed.',
      ...wasteOf(what),
    },
  });
  done.unsigned.push({ ...lineOf(answer), seen: ['residue', 'papers'], needsExcuse: true });
}

/** Everybody is at a patient's side: the residue waits in a numbered bag. */
async function seal(
  clinic: Clinic,
  { clinician }: Course,
  { preparation, lines, why, volume }: Residue,
  done: Deeds,
): Promise<void> {
  const number = `T-${10_000 + clinic.day}`;
  await recordAlone(clinic, clinician, {
    kind: 'hold',
    door: 'holds',
    body: {
      ...now(clinic),
      bag: number,
      location: 'safe',
      lines: linesOf(lines),
      preparation,
      why,
    },
  });
  done.bags.push({ number, sealedBy: clinician, volume });
}
