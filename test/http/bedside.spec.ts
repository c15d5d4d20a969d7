import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  orderInfusion,
  prove,
  setUpClinic,
  signedBy,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let omar: Member;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  omar = await hire(clinic, 'omar.diaz', ['clinician', 'witness']);
  const custodian = await hire(clinic, 'paul.ode', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian, witness: nina }, 4);
}, 120_000);
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const mL = (value: string) => ({ value, unit: 'mL' });
const mg = (value: string) => ({ value, unit: 'mg' });

async function post(path: string, body: JsonObject, key: string = randomUUID()): Promise<Answer> {
  await prove(nina);
  return nina.device.post(sitePath(clinic, path), { ...now(clinic), ...body }, key);
}

/** The same, with a second person who signs it beforehand. */
async function postSigned(
  path: string,
  kind: string,
  body: JsonObject,
  second: { readonly meaning: string; readonly seen: readonly string[] },
): Promise<Answer> {
  await prove(nina);
  const key = randomUUID();
  const act = { kind, body: { ...now(clinic), ...body }, key };
  const signed = await signedBy(clinic, nina, act, { who: omar, ...second });
  return nina.device.post(sitePath(clinic, path), signed, key);
}

async function drawn(order: string, vial: string, value: string): Promise<string> {
  const body = { order, lines: [{ container: vial, quantity: mL(value) }] };
  return expectStatus(await post('draws', body), 201).textAt('draws.0.draw');
}

const custody = (): Promise<Answer> => nina.device.get(sitePath(clinic, 'custody'));

describe('what is drawn and not accounted for', () => {
  test('is named with its holder, in a bag, and in other hands', async () => {
    const [vial = ''] = vials;
    const order = await orderInfusion(clinic, nina);
    const draw = await drawn(order, vial, '0.700');
    expect((await custody()).at('inHand')).toMatchObject([
      { draw, holder: nina.person, quantity: mL('0.700'), minutes: 0 },
    ]);

    const handing = { draws: [draw], to: omar.person };
    const alone = await post('hand-offs', handing);
    expect([alone.status, alone.textAt('code')]).toEqual([403, 'hand-off.needs-taker']);
    const taken = await postSigned('hand-offs', 'hand-off', handing, {
      meaning: 'received',
      seen: ['draw'],
    });
    expectStatus(taken, 201);
    expect((await custody()).at('inHand.0.holder')).toBe(omar.person);

    const lines = [{ draw, quantity: mL('0.700') }];
    const sealing = { bag: 'T-1041', location: 'safe', lines, why: 'not-given' };
    const sealed = expectStatus(await post('holds', sealing), 201);
    expect(sealed.at('movements')).toMatchObject([{ to: 'held:T-1041', quantity: '0.700' }]);
    expect((await custody()).at('inHand')).toEqual([]);
    expect((await custody()).at('sealed')).toMatchObject([
      {
        bag: 'T-1041',
        location: 'safe',
        sealedBy: nina.person,
        volume: mL('0.700'),
        draws: [draw],
      },
    ]);

    const opening = { bag: 'T-1041', end: 'wasted', seal: 'intact', manner: 'rx-destroyer' };
    const seen = { meaning: 'witnessed', seen: ['sealed-bag', 'destruction'] };
    const opened = await postSigned('holds/openings', 'release-hold', opening, seen);
    expectStatus(opened, 201);
    expect(opened.at('movements')).toMatchObject([{ from: 'held:T-1041' }, { to: 'waste' }]);
    expect(await custody().then(({ body }) => body)).toMatchObject({ inHand: [], sealed: [] });
    const standing = await nina.device.get(sitePath(clinic, `infusion-orders/${order}`));
    expect(standing.at('draws.0')).toMatchObject({
      wasted: mL('0.700'),
      held: mL('0.000'),
      inProcess: mL('0.000'),
    });
  });

  test('leaves with a patient, and a custodian is asked to look at it', async () => {
    const [vial = ''] = vials;
    const order = await orderInfusion(clinic, nina);
    const draw = await drawn(order, vial, '0.700');
    const gone = await post('hand-overs', {
      order,
      cause: 'transferred',
      unit: 'ambulance',
      unitName: 'Bay County EMS 12',
      lines: [{ draw, quantity: mL('0.700') }],
    });
    expectStatus(gone, 201);
    expect(gone.at('movements')).toMatchObject([{ to: 'handed-over', quantity: '0.700' }]);
    const line = await nina.device.get(sitePath(clinic, `entries/${String(gone.at('line'))}`));
    expect(line.at('awaiting')).toBe('review');
    // The name of the unit is personal: the leaf commits to it, and who may read patients is shown it.
    expect(line.at('personal')).toEqual([{ field: 'receiving_unit', value: 'Bay County EMS 12' }]);
  });
});

test('an infusion says what is missing and why, and is closed only when it adds up', async () => {
  const [vial = ''] = vials;
  const order = await orderInfusion(clinic, nina);
  const draw = await drawn(order, vial, '0.700');
  const line = (value: string) => ({ lines: [{ draw, quantity: mL(value) }] });
  const given = await post('administrations', { order, outcome: 'completed', ...line('0.070') });
  expect(expectStatus(given, 201).at('infusions')).toMatchObject([
    { order, drawn: mg('35.000'), given: mg('3.500'), missing: mg('31.500'), isBalanced: false },
  ]);
  expect(given.at('infusions.0.likely.0')).toMatchObject({
    slip: 'decimal-point',
    line: given.at('line'),
    entered: mL('0.070'),
    should: mL('0.700'),
  });
  const early = await post('infusion-orders/closings', { order });
  expect([early.status, early.textAt('code')]).toEqual([422, 'order.unbalanced']);
  expect(early.at('facts')).toMatchObject({
    draws: [draw],
    drawn: '35.000 mg',
    missing: '31.500 mg',
  });
  const standing = await nina.device.get(sitePath(clinic, `infusion-orders/${order}`));
  expect(standing.at('balance')).toEqual(given.at('infusions.0'));
  const rest = { order, outcome: 'completed', ...line('0.630') };
  expectStatus(await post('administrations', rest), 201);
  const closing = async (): Promise<boolean> => {
    const list = await nina.device.get(sitePath(clinic, 'work-list?whose=mine'));
    const items = expectStatus(list, 200).at('items') as readonly { readonly key: string }[];
    return items.some(({ key }) => key === `order-close:${order}`);
  };
  // Everything was given, and its end is not recorded.
  expect(await closing()).toBe(true);
  const closed = expectStatus(await post('infusion-orders/closings', { order }), 201);
  expect(closed.at('infusions')).toMatchObject([
    { order, missing: mg('0.000'), isBalanced: true, lineResidue: 'flushed' },
  ]);
  expect(await closing()).toBe(false);
});

describe('containers', () => {
  test('that break leave what was saved in quarantine, and two signatures', async () => {
    const [, vial = ''] = vials;
    const broken = {
      cause: 'dropped',
      circumstances: 'Slipped from the tray.',
      lines: [{ container: vial, recovered: mL('3.500') }],
    };
    const alone = await post('breakages', broken);
    expect([alone.status, alone.textAt('code')]).toEqual([422, 'breakage.needs-witness']);
    const answer = await postSigned('breakages', 'breakage', broken, {
      meaning: 'witnessed',
      seen: ['residue'],
    });
    expectStatus(answer, 201);
    expect(answer.at('movements')).toMatchObject([{ to: 'spilled', quantity: '6.500' }]);
    const stands = await nina.device.get(sitePath(clinic, `containers/${vial}`));
    expect(stands.at('quarantine')).toBe('damaged');
  });

  test('go back to stock only while they are sealed', async () => {
    const [opened = '', , sealed = ''] = vials;
    const seen = { meaning: 'witnessed', seen: ['container'] };
    const back = (container: string): Promise<Answer> =>
      postSigned('returns', 'return-to-stock', { containers: [container], location: 'safe' }, seen);
    const refused = await back(opened);
    expect([refused.status, refused.textAt('code')]).toEqual([422, 'return-to-stock.not-sealed']);
    expectStatus(await back(sealed), 201);
  });
});

describe('the infusions of a day and the vials for them', () => {
  test('are listed by day and by patient, with where each stands', async () => {
    const [vial = ''] = vials;
    const order = await orderInfusion(clinic, nina);
    const list = (query: string): Promise<Answer> =>
      nina.device.get(sitePath(clinic, `infusion-orders?${query}`));
    const named = async (query: string): Promise<JsonObject | undefined> => {
      const items = expectStatus(await list(query), 200).at('items') as readonly JsonObject[];
      return items.find((each) => each['order'] === order);
    };
    const found = await named('limit=200');
    expect(found).toMatchObject({ standing: 'ordered', isAccountedFor: true, plannedFor: null });
    const { patient, orderedOn } = found as { patient: string; orderedOn: string };
    await drawn(order, vial, '0.100');
    expect(await named(`patient=${patient}&date=${orderedOn}`)).toMatchObject({
      standing: 'drawn',
      isAccountedFor: false,
    });
    expect((await list('date=2020-01-01')).at('items')).toEqual([]);
    const first = expectStatus(await list('limit=1'), 200);
    expect(first.at('items')).toHaveLength(1);
    const second = await list(`limit=1&cursor=${first.textAt('next')}`);
    expect(second.at('items.0.order')).not.toBe(first.at('items.0.order'));
  });

  test('the open vial comes first, and the next one gives the rest', async () => {
    const path = (query: string): string => sitePath(clinic, `containers/next?${query}`);
    const [vial = ''] = vials;
    const whole = await nina.device.get(sitePath(clinic, `containers/${vial}`));
    const item = encodeURIComponent(whole.textAt('item'));
    const next = await nina.device.get(path(`item=${item}&quantity=9.950`));
    const [open, sealed] = expectStatus(next, 200).at('items') as readonly JsonObject[];
    expect(open).toMatchObject({ status: 'open' });
    expect(sealed).toMatchObject({ status: 'sealed' });
    const elsewhere = await nina.device.get(path(`item=${item}&location=nowhere`));
    expect(elsewhere.at('items')).toEqual([]);
    expect((await nina.device.get(path('quantity=1'))).status).toBe(400);
  });
});

test('wastes are listed with the minutes from draw to waste and from waste to witness', async () => {
  const vial = vials.at(-1) ?? '';
  const order = await orderInfusion(clinic, nina);
  const draw = await drawn(order, vial, '0.700');
  service.clock.advance(12 * 60_000);
  const wasted = {
    lines: [{ draw, quantity: mL('0.400') }],
    why: 'dose-remainder',
    manner: 'sink',
  };
  const seen = await postSigned('waste', 'waste', wasted, { meaning: 'witnessed', seen: ['act'] });
  const line = Number(expectStatus(seen, 201).textAt('line'));
  const rest = { ...wasted, lines: [{ draw, quantity: mL('0.300') }] };
  await prove(nina);
  const alone = await nina.device.post(sitePath(clinic, 'waste'), {
    ...now(clinic, 'done'),
    reason: 'alone-on-site',
    ...rest,
  });
  const unseen = Number(expectStatus(alone, 201).textAt('line'));
  const listed = async () => (await nina.device.get(sitePath(clinic, 'waste?limit=2'))).at('items');
  const first = {
    line,
    why: 'dose-remainder',
    parts: [{ draw, container: null, quantity: '0.400' }],
    witness: omar.person,
    minutesSinceDraw: 12,
    minutesToWitness: 0,
    isWitnessLate: false,
  };
  const second = { line: unseen, witness: null, minutesToWitness: null, isWitnessLate: false };
  expect(await listed()).toMatchObject([second, first]);

  // Nobody has come within the time that the policy allows; whoever comes later is late.
  service.clock.advance(16 * 60_000);
  await prove(nina);
  expect(await listed()).toMatchObject([{ ...second, isWitnessLate: true }, first]);
  await prove(omar);
  const { leafHash } = (await omar.device.get(sitePath(clinic, `entries/${unseen}`)))
    .body as JsonObject;
  const signed = await omar.device.post(sitePath(clinic, 'countersignatures'), {
    ...now(clinic),
    line: unseen,
    leaf: leafHash ?? '',
    seen: ['residue'],
  });
  expectStatus(signed, 201);
  expect(await listed()).toMatchObject([
    { line: unseen, witness: omar.person, minutesToWitness: 16, isWitnessLate: true },
    first,
  ]);
});

test('a draw that was entered under another order is printed for the patient whose it was', async () => {
  const vial = vials.at(-1) ?? '';
  const [wrong, right] = [await orderInfusion(clinic, nina), await orderInfusion(clinic, nina)];
  const draw = await drawn(wrong, vial, '0.700');
  const lines = [{ draw, quantity: mL('0.700') }];
  const given = await post('administrations', { order: wrong, outcome: 'completed', lines });
  const line = expectStatus(given, 201).textAt('line');
  const printed = async (order: string) => {
    const patient = (await nina.device.get(sitePath(clinic, `infusion-orders/${order}`))).textAt(
      'patient',
    );
    await prove(clinic.rita);
    const csv = await clinic.rita.device.get(
      sitePath(clinic, `reports/dispensing.csv?patient=${patient}`),
    );
    return expectStatus(csv, 200)
      .text.split('\r\n')
      .some((row) => row.startsWith(`${line},`));
  };
  expect([await printed(wrong), await printed(right)]).toEqual([true, false]);
  const entry = await nina.device.get(sitePath(clinic, `entries/${draw.split('-')[0] ?? ''}`));
  const corrected = await post('corrections', {
    reason: 'mistake-noticed',
    line: Number(entry.textAt('line')),
    original: Number(entry.textAt('line')),
    leaf: entry.textAt('leafHash'),
    change: { type: 'draw-order', draw, order: right },
  });
  expectStatus(corrected, 201);
  expect([await printed(wrong), await printed(right)]).toEqual([false, true]);
});
