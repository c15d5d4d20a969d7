import { at, millilitres, now, recordAlone, recordTogether, until } from './clinic.js';
import type { Clinic } from './clinic.js';
import { MINUTES_OF_INFUSION } from './course.js';
import type { Course, Deeds } from './course.js';
import type { Drawn } from './drawing.js';
import { residue } from './residue.js';

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
  await recordAlone(clinic, holding.clinician, {
    kind: 'administration',
    door: 'administrations',
    body: {
      ...now(clinic),
      order: syringe.order,
      outcome: 'completed',
      preparation: null,
      lines: parts
        .filter(({ given }) => given > 0)
        .map(({ draw, given }) => ({ draw, quantity: millilitres(given) })),
      startedAt,
    },
  });
  const lines = parts.filter(({ rest }) => rest > 0);
  await residue(
    clinic,
    holding,
    {
      preparation: null,
      lines: lines.map(({ draw, rest }) => ({ draw, quantity: millilitres(rest) })),
      why: 'dose-remainder',
      volume: lines.reduce((total, { rest }) => total + rest, 0),
    },
    done,
  );
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
