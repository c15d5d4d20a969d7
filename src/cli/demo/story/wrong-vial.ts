import { millilitres, until } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { Course, DrawDeed } from '../course.js';
import type { WrittenLine } from '../way-in.js';
import { correct } from './correcting.js';

/** The neighbour's label was scanned: physical truth wins, and both pages show it. */
export async function correctVial(clinic: Clinic, course: Course, drawn: DrawDeed): Promise<void> {
  const neighbour = clinic.sealed.get(course.product.id)?.[0];
  if (neighbour === undefined) return;
  await until(clinic, clinic.minute + 3);
  const moved = (wrong: WrittenLine, container: string, note: string) =>
    correct(clinic, {
      performer: course.clinician,
      wrong,
      original: drawn.line,
      note,
      change: { type: 'draw', draw: drawn.id, container, quantity: millilitres(drawn.true) },
      approvedBy: { who: 'custodian', seen: ['container'] },
    });
  const wrong = await moved(
    drawn,
    neighbour.id,
    'The label of the next vial was thought to be the right one.',
  );
  await until(clinic, clinic.minute + 5);
  await moved(
    wrong,
    drawn.vial.id,
    'The first label was right after all; the next vial is still sealed.',
  );
}
