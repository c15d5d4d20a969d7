import { at, millilitres, now, recordAlone, recordTogether, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { MINUTES_OF_INFUSION } from './course.js';
import type { Course, Deeds } from './course.js';
import { SLIP } from './drawing.js';
import type { Drawn } from './drawing.js';
import { residue } from './residue.js';
import { correctAtOnce } from './story/correcting.js';
import { lineOf } from './way-in.js';
import type { WrittenLine } from './way-in.js';

/** Given by a pump straight from the syringe; what was drawn above the dose is left over. */
export async function fromSyringe(
  clinic: Clinic,
  course: Course,
  syringe: { readonly order: string; readonly dose: number; readonly drawn: Drawn },
  done: Deeds,
): Promise<void> {
  const { taker } = course;
  if (taker !== null) await handOff(clinic, course, taker, syringe.drawn);
  // Whoever has the syringe gives it and answers for the rest; who drew it can witness.
  const holding: Course =
    taker === null ? course : { ...course, clinician: taker, witness: course.clinician };
  let left = syringe.dose;
  const parts = syringe.drawn.map(({ id, quantity }) => {
    const given = Math.min(left, quantity);
    left -= given;
    return { draw: id, given, rest: quantity - given };
  });
  const startedAt = at(clinic, clinic.minute + 3);
  await until(clinic, clinic.minute + 3 + MINUTES_OF_INFUSION);
  const given = parts.filter((part) => part.given > 0);
  const told = given.map((part, index) =>
    course.slip === 'given-amount' && index === 0 ? { ...part, given: part.given - SLIP } : part,
  );
  const answer = await recordAlone(clinic, holding.clinician, {
    kind: 'administration',
    door: 'administrations',
    body: {
      ...now(clinic),
      order: syringe.order,
      outcome: 'completed',
      preparation: null,
      lines: linesOf(told),
      startedAt,
    },
  });
  if (course.slip === 'given-amount') await correctGiven(clinic, holding, lineOf(answer), given);
  const lines = parts.filter(({ rest }) => rest > 0);
  await residue(
    clinic,
    holding,
    {
      preparation: null,
      lines: lines.map(({ draw, rest }) => ({ draw, quantity: rest })),
      why: 'dose-remainder',
      volume: lines.reduce((total, { rest }) => total + rest, 0),
    },
    done,
  );
}

interface Given {
  readonly draw: string;
  readonly given: number;
}

const linesOf = (parts: readonly Given[]) =>
  parts.map(({ draw, given }) => ({ draw, quantity: millilitres(given) }));

/** The pump's counter was read again: it says more than was typed. */
async function correctGiven(
  clinic: Clinic,
  { clinician }: Course,
  wrong: WrittenLine,
  given: readonly Given[],
): Promise<void> {
  await correctAtOnce(clinic, {
    performer: clinician,
    wrong,
    note: 'The pump was read again before the rest was wasted.',
    change: { type: 'administration', lines: linesOf(given), outcome: 'completed' },
    seen: ['papers'],
  });
}

/** The syringe goes into other hands, which sign for it. */
async function handOff(
  clinic: Clinic,
  { clinician }: Course,
  taker: NonNullable<Course['taker']>,
  drawn: Drawn,
): Promise<void> {
  await until(clinic, clinic.minute + 1);
  await recordTogether(
    clinic,
    clinician,
    {
      kind: 'hand-off',
      door: 'hand-offs',
      body: {
        ...now(clinic),
        draws: drawn.map(({ id }) => id),
        preparation: null,
        to: clinic.people.get(taker) ?? '',
      },
    },
    { who: taker, meaning: 'received', seen: ['draw'] },
  );
}
