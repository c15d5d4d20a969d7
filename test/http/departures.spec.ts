import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
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
let paul: Member;
let vials: readonly string[];
let distributor: string;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 6);
  const added = await clinic.rita.device.post('/api/suppliers', {
    ...now(clinic),
    name: 'Ridge Returns',
    address: '4 Mill Road, Utica, NY 13501',
    deaNumber: 'RG1234563',
    registrationExpires: '2028-12-31',
  });
  distributor = `supplier-${expectStatus(added, 201).textAt('line')}`;
});
beforeEach(async () => {
  for (const member of [nina, paul, clinic.rita]) await prove(member);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const SAW = { meaning: 'witnessed', seen: ['act', 'destruction'] };

/** Paul's act, signed by Nina. */
async function together(
  path: string,
  kind: string,
  facts: JsonObject,
  second: { readonly meaning: string; readonly seen: readonly string[] } = SAW,
): Promise<Answer> {
  const key = randomUUID();
  const body = { ...now(clinic), ...facts };
  const signed = await signedBy(clinic, paul, { kind, body, key }, { who: nina, ...second });
  return paul.device.post(sitePath(clinic, path), signed, key);
}

async function drawFrom(vial: string): Promise<void> {
  const order = await orderInfusion(clinic, nina);
  const quantity = { value: '0.700', unit: 'mL' };
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity }],
  });
  expectStatus(drawn, 201);
}

const measured = (value: string) => ({
  quantity: { value, unit: 'mL' },
  method: 'measured',
  resolution: { value: '0.050', unit: 'mL' },
});

test('a destruction takes full and partial packages, and fills Form 41 in', async () => {
  const [opened = '', sealed = '', another = ''] = vials;
  await drawFrom(opened);
  const facts = {
    way: 'destroyed-on-site',
    lines: [
      { container: opened, measured: measured('9.250') },
      { container: sealed, measured: null },
      { container: another, measured: null },
    ],
    method: 'chemical-digestion',
  };
  const gone = expectStatus(await together('disposals', 'disposal', facts), 201);
  expect(gone.at('movements')).toEqual([
    expect.objectContaining({ to: 'hub-loss', quantity: '0.050' }),
    expect.objectContaining({ to: 'destroyed', quantity: '9.250' }),
    expect.objectContaining({ to: 'destroyed', quantity: '10.000' }),
    expect.objectContaining({ to: 'destroyed', quantity: '10.000' }),
  ]);
  const line = gone.textAt('line');
  const form = await paul.device.get(sitePath(clinic, `disposals/${line}/form-41`));
  expect(form.body).toMatchObject({
    registrant: { deaNumber: 'BV1234563' },
    way: 'destroyed',
    method: 'chemical-digestion',
    rows: [
      {
        packageQuantity: { value: '10.000', unit: 'mL' },
        fullPackages: 2,
        partialPackages: [{ value: '9.250', unit: 'mL' }],
        total: { value: '29.250', unit: 'mL' },
      },
    ],
    witnesses: [{ name: 'Person paul.odell' }, { name: 'Person nina.cole' }],
    returned: [],
  });
});

test('what was drawn and wasted never stands on Form 41', async () => {
  const draws = await nina.device.get(sitePath(clinic, 'draws?limit=1'));
  const key = randomUUID();
  const body = {
    ...now(clinic),
    lines: [
      { draw: draws.textAt('items.0.draws.0.draw'), quantity: { value: '0.700', unit: 'mL' } },
    ],
    why: 'not-given',
    manner: 'rx-destroyer',
  };
  const act = { kind: 'waste', body, key };
  const signed = await signedBy(clinic, nina, act, {
    who: paul,
    meaning: 'witnessed',
    seen: ['act'],
  });
  const wasted = expectStatus(await nina.device.post(sitePath(clinic, 'waste'), signed, key), 201);
  for (const line of [wasted.textAt('line'), '99999', 'x']) {
    const form = await paul.device.get(sitePath(clinic, `disposals/${line}/form-41`));
    expect([line, form.status]).toEqual([line, 404]);
  }
});

test('a refused parcel comes back quarantined, and leaves the form', async () => {
  const vial = vials[3] ?? '';
  const facts = {
    way: 'reverse-distributor',
    lines: [{ container: vial }],
    recipient: distributor,
    manifest: 'M-17',
  };
  const line = expectStatus(await together('disposals', 'disposal', facts), 201).textAt('line');
  const back = await together('disposals/returned', 'disposal-returned', {
    line: Number(line),
    containers: [vial],
    location: 'safe',
    why: 'refused',
  });
  expect(expectStatus(back, 201).at('movements.0')).toMatchObject({ from: 'reverse-distributor' });
  const container = await paul.device.get(sitePath(clinic, `containers/${vial}`));
  expect(container.body).toMatchObject({ status: 'sealed', quarantine: 'awaiting-disposal' });
  const form = await paul.device.get(sitePath(clinic, `disposals/${line}/form-41`));
  expect(form.body).toMatchObject({
    rows: [],
    returned: [vial],
    recipient: 'Ridge Returns',
    recipientDeaNumber: 'RG1234563',
    manifest: 'M-17',
  });
});

test('nobody disposes of stock alone, and a measure has the unit of the drug', async () => {
  const facts = {
    ...now(clinic),
    way: 'destroyed-on-site',
    lines: [{ container: vials[4] ?? '' }],
    method: 'incineration',
  };
  const alone = await paul.device.post(sitePath(clinic, 'disposals'), facts);
  expect(alone.refusal).toBe('422 departure.needs-second-person');
  const each = { quantity: { value: '1', unit: 'each' }, method: 'measured' };
  const lines = [
    {
      container: vials[4] ?? '',
      measured: { ...each, resolution: { value: '0.1', unit: 'mL' } },
    },
  ];
  const wrong = await paul.device.post(sitePath(clinic, 'disposals'), { ...facts, lines });
  expect([wrong.refusal, wrong.at('errors.0.field')]).toEqual([
    '400 request.invalid',
    'lines.0.measured.quantity.unit',
  ]);
  const refused = await nina.device.post(sitePath(clinic, 'disposals'), facts);
  expect(refused.refusal).toBe('403 site.not-permitted');
});

test('stock goes back to its supplier, and a sample to a laboratory', async () => {
  const [, , , , vial = '', last = ''] = vials;
  const back = await together('returns-to-supplier', 'return-to-supplier', {
    supplier: distributor,
    lines: [{ container: vial }],
    why: 'recall',
    authorisation: 'R-9',
  });
  expect(expectStatus(back, 201).at('movements.0.to')).toBe('returned-to-supplier');
  const sample = await together('samples', 'sample', {
    by: 'assay',
    taker: 'Finger Lakes Laboratory',
    receipt: '13',
    lines: [],
    drawn: [{ container: last, quantity: { value: '0.200', unit: 'mL' } }],
  });
  expect(expectStatus(sample, 201).at('movements.0')).toMatchObject({
    to: 'authority',
    quantity: '0.200',
    left: '9.800',
  });
});

test('a weighing says whether the book lies inside what the balance leaves open', async () => {
  const facts = {
    ...now(clinic),
    container: vials[5] ?? '',
    gross: 24_196,
    tare: 14_200,
    density: 1_020,
    grossUncertainty: 20,
    tareUncertainty: 20,
    densityUncertainty: 5,
  };
  const weighed = await nina.device.post(sitePath(clinic, 'weighings'), facts);
  expect(expectStatus(weighed, 201).at('weighed')).toEqual({
    line: Number(weighed.textAt('line')),
    volume: '9.800',
    uncertainty: '0.056',
    book: '9.800',
    range: ['9.730', '10.800'],
    agrees: 'book',
  });
  const light = await nina.device.post(sitePath(clinic, 'weighings'), { ...facts, gross: 20_000 });
  expect([light.at('weighed.agrees'), light.at('flags.0.code')]).toEqual([
    'no',
    'weighing.outside-range',
  ]);
});
