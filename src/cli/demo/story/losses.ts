import { millilitres, now, putBack, recordAlone, until, usualProduct } from '../clinic.js';
import type { Clinic } from '../clinic.js';
import type { Colleague } from '../cast.js';
import type { Json } from '../desk.js';
import type { LooseEnds, OpenLoss } from '../loose-ends.js';
import type { Episode } from '../quarter.js';
import { lineOf } from '../way-in.js';
import { assign, close, GIVEN_UP } from './cases.js';

/** What a registrant weighs before a loss is called significant. 21 CFR 1301.74(c). */
const FACTORS = [
  ['quantity-for-the-business', 'for', 'A whole vial of a clinic that keeps ten of them.'],
  ['substance', 'for', 'Ketamine is sought after.'],
  ['access', 'for', 'Three people have the key of the safe.'],
  ['pattern', 'unknown', 'Nothing like it was found in the last months.'],
  ['diversion-candidate', 'for', 'A sealed vial leaves no trace.'],
  ['local-trends', 'unknown', 'The police know of no other case.'],
] as const;

const FORM_106 = {
  type: 'other',
  explanation: 'A sealed vial was missing at the evening count. The safe showed no mark of force.',
  principalBusiness: 'practitioner',
  county: 'Harrow',
  telephone: '239-555-0142',
  purchaseValue: 4_200,
  measures: 'The key of the safe is handed over against a signature.',
} as const;

/** A sealed vial is gone, and nobody says where. */
function goesMissing(clinic: Clinic, ends: LooseEnds): Promise<void> {
  ends.missing = clinic.sealed.get(usualProduct(clinic).id)?.pop();
  return Promise.resolve();
}

/** The custodian tells the registrant; no entry explains it, and the clocks start. */
async function discovered(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const [id] = ends.cases.splice(0);
  const { missing } = ends;
  if (id === undefined || missing === undefined) return;
  ends.missing = undefined;
  const cases = [id];
  const suspected = await step(clinic, 'custodian', null, { type: 'suspected', cases });
  await assign(clinic, id);
  const settledIn = await close(clinic, id, {
    ...GIVEN_UP,
    settle: [{ container: missing.id, direction: 'missing', quantity: millilitres(missing.size) }],
  });
  const loss = `${suspected}-1`;
  await step(clinic, 'registrant', loss, { type: 'discovered', cases });
  ends.loss = { id: loss, vial: missing, settledIn };
}

async function determined(clinic: Clinic, { loss }: LooseEnds): Promise<void> {
  if (loss === undefined) return;
  const { id, vial, settledIn } = loss;
  await until(clinic, clinic.minute + 10);
  await step(clinic, 'registrant', id, {
    type: 'determined',
    as: 'significant-loss',
    factors: FACTORS.map(([factor, weighs, because]) => ({ factor, weighs, because })),
    taken: [{ container: vial.id, quantity: millilitres(vial.size), settledIn }],
  });
}

/** The written notice within one business day. */
async function notified(clinic: Clinic, { loss }: LooseEnds): Promise<void> {
  if (loss === undefined) return;
  await step(clinic, 'registrant', loss.id, {
    type: 'notified',
    to: 'field-division-office',
    office: 'Miami Field Division',
    manner: 'email',
  });
}

async function reported(clinic: Clinic, { loss }: LooseEnds): Promise<void> {
  if (loss !== undefined) await report(clinic, loss, 'first');
}

const report = (clinic: Clinic, { id }: OpenLoss, which: string): Promise<number> =>
  step(clinic, 'registrant', id, {
    type: 'form-106',
    form: FORM_106,
    submission: { reference: `TL-${clinic.today}-${which}` },
  });

/** It lay behind a drawer. It comes in apart, and what was reported is amended. */
async function foundLater(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { loss } = ends;
  if (loss === undefined) return;
  const { id, vial } = loss;
  const containers = [{ container: vial.id, quantity: millilitres(vial.size) }];
  await step(clinic, 'registrant', id, { type: 'found', containers });
  clinic.apart.push({ vial, why: 'suspect' });
  await until(clinic, clinic.minute + 15);
  await report(clinic, loss, 'amended');
}

/** The seal is whole, and the custodian lets it go. */
async function letGo(clinic: Clinic, ends: LooseEnds): Promise<void> {
  const { loss } = ends;
  const index = clinic.apart.findIndex(({ vial }) => vial === loss?.vial);
  if (loss === undefined || index < 0) return;
  await recordAlone(clinic, 'custodian', {
    kind: 'release',
    door: 'releases',
    body: { ...now(clinic), containers: [loss.vial.id], note: 'Seal and cap are whole.' },
  });
  clinic.apart.splice(index, 1);
  putBack(clinic, loss.vial);
  ends.loss = undefined;
}

async function step(
  clinic: Clinic,
  by: Colleague['key'],
  loss: string | null,
  what: Json,
): Promise<number> {
  await until(clinic, clinic.minute + 2);
  const body = { ...now(clinic), loss, step: what };
  return lineOf(await recordAlone(clinic, by, { kind: 'loss', door: 'losses', body })).line;
}

export const LOSSES: readonly Episode[] = [
  { days: [10], when: 'afternoon', happens: goesMissing },
  { days: [11], when: 'morning', happens: discovered },
  { days: [11], when: 'afternoon', happens: determined },
  { days: [12], when: 'morning', happens: notified },
  { days: [13], when: 'morning', happens: reported },
  { days: [15], when: 'morning', happens: foundLater },
  { days: [16], when: 'morning', happens: letGo },
];
