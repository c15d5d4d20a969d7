import { deskOf, pairOnDuty, putBack, sitePath, usualProduct } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import { count } from '../counting.js';
import type { LooseEnds } from '../loose-ends.js';
import type { Episode } from '../quarter.js';
import { lineOf } from '../way-in.js';
import { assign, close, GIVEN_UP } from './cases.js';

/** Microlitres that vanish at once, and what must be left of the vial for it to be noticed. */
const VANISHED = 2_400;
const LEFT = 600;

/** A sealed vial stays in the preparation room in the evening. */
function leftOutside(clinic: Clinic, ends: LooseEnds): Promise<void> {
  ends.missing = clinic.sealed.get(usualProduct(clinic).id)?.pop();
  return Promise.resolve();
}

/** In the morning it is found, the safe is counted again, and the difference is explained. */
async function foundInTheMorning(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { missing, yesterday } = ends;
  if (missing === undefined || yesterday === undefined) return;
  putBack(clinic, missing);
  ends.missing = undefined;
  const answer = await count(clinic, pairOnDuty(clinic).first, {
    type: 'day',
    location: 'safe',
    recounts: yesterday.count,
  });
  for (const id of ends.cases.splice(0)) {
    await assign(clinic, id);
    await close(clinic, id, {
      cause: 'counting-mistake',
      outcome: 'explained',
      explainedBy: [String(lineOf(answer).line)],
      note: 'The vial stood in the preparation room, sealed, and is back in the safe.',
    });
  }
}

/** Somebody took from an open vial what no entry tells of. */
function vanishes(clinic: Clinic): Promise<void> {
  const [fullest] = [...clinic.open.values()].sort((a, b) => b.left - a.left);
  if (fullest !== undefined && fullest.left > VANISHED + LEFT) fullest.left -= VANISHED;
  return Promise.resolve();
}

/** Nobody finds out why, and the case is closed as that. */
async function givenUp(clinic: Clinic, { cases }: LooseEnds): Promise<void> {
  for (const id of cases.splice(0)) {
    const { container, difference } = await deskOf(clinic, 'compliance').get(
      sitePath(clinic, `discrepancies/${id}`),
    );
    await assign(clinic, id);
    const missing = String(Reflect.get(Object(difference), 'value')).replace('-', '');
    await close(clinic, id, {
      ...GIVEN_UP,
      settle: [
        {
          container: String(container),
          direction: 'missing',
          quantity: { value: missing, unit: 'mL' },
        },
      ],
    });
  }
}

export const DISCREPANCIES: readonly Episode[] = [
  { days: [7, 20], when: 'afternoon', happens: leftOutside },
  { days: [8, 21], when: 'morning', happens: foundInTheMorning },
  { days: [41], when: 'afternoon', happens: vanishes },
  { days: [42], when: 'morning', happens: givenUp },
];
