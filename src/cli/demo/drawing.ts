import { millilitres, now, recordAlone, sealedVial } from './clinic.js';
import type { Clinic } from './clinic.js';
import type { Course, Deeds, DrawDeed } from './course.js';
import { correctAtOnce } from './story/correcting.js';
import { skim } from './skimmer.js';
import { drawable, takeFrom } from './vials.js';
import type { Vial } from './vials.js';
import { lineOf } from './way-in.js';
import type { WrittenLine } from './way-in.js';

/** Vials that one dose may take. */
const MOST_VIALS = 3;
/** By how much an amount is typed wrong, in microlitres; the last drop of a vial is not misread. */
export const SLIP = 50;

/** Draws of one dose, as what is made from them names them. */
export type Drawn = readonly {
  readonly id: string;
  readonly quantity: number;
  readonly line: WrittenLine;
}[];

interface Taken {
  readonly vial: Vial;
  readonly quantity: number;
}

/** Draws from the open vial and, when it runs out, the rest from a fresh one. */
export async function draw(
  clinic: Clinic,
  course: Course,
  wanted: { readonly order: string; readonly quantity: number },
  done: Deeds,
): Promise<Drawn> {
  const { clinician, slip } = course;
  const from = takenUp(clinic, course, wanted.quantity, done);
  const stated = from.map(({ quantity }, index) =>
    slip === 'amount' && index === 0 && quantity > SLIP ? quantity - SLIP : quantity,
  );
  const answer = await recordAlone(clinic, clinician, {
    kind: 'draw',
    door: 'draws',
    body: {
      ...now(clinic),
      order: wanted.order,
      lines: from.map(({ vial, quantity }, index) => ({
        container: vial.id,
        quantity: millilitres(stated[index] ?? quantity),
      })),
    },
  });
  const line = lineOf(answer);
  const draws = from.map(({ vial, quantity }, index): DrawDeed => ({
    ...line,
    id: `${line.line}-${index + 1}`,
    vial,
    stated: stated[index] ?? quantity,
    true: quantity,
  }));
  done.draws.push(...draws);
  const [first] = draws;
  if (first !== undefined && first.stated !== first.true)
    await correctAmount(clinic, course, first);
  return draws.map(({ id, true: quantity }) => ({ id, quantity, line }));
}

/** Takes it out of the vials, whoever else draws meanwhile. Those that give all they have are emptied. */
function takenUp(
  clinic: Clinic,
  { product, clinician }: Course,
  wanted: number,
  done: Deeds,
): readonly Taken[] {
  const from: Taken[] = [];
  let missing = wanted;
  for (let vials = 0; missing > 0 && vials < MOST_VIALS; vials += 1) {
    const vial = clinic.open.get(product.id) ?? sealedVial(clinic, product);
    clinic.open.set(product.id, vial);
    const quantity = Math.min(missing, drawable(vial));
    if (quantity > 0) {
      from.push({ vial, quantity });
      takeFrom(vial, quantity, clinician, clinic.chance);
      skim(vial, clinician, clinic.chance);
      vial.openedDay ??= clinic.day;
    }
    missing -= quantity;
    if (missing > 0) {
      done.emptied.push(vial);
      clinic.open.delete(product.id);
    }
  }
  return from;
}

/** The clinician sees at once that the syringe holds more than was typed, and corrects the line. */
async function correctAmount(
  clinic: Clinic,
  { clinician }: Course,
  drawn: DrawDeed,
): Promise<void> {
  const { id, vial, true: quantity } = drawn;
  await correctAtOnce(clinic, {
    performer: clinician,
    wrong: drawn,
    note: 'The syringe was read again before the bag was made.',
    change: { type: 'draw', draw: id, container: vial.id, quantity: millilitres(quantity) },
    seen: ['draw'],
  });
}
