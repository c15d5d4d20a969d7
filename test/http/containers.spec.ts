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
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let paul: Member;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 4);
  await prove(nina);
  const order = await orderInfusion(clinic, nina);
  const quantity = { value: '0.700', unit: 'mL' };
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vials[0] ?? '', quantity }],
  });
  const draw = expectStatus(drawn, 201).textAt('draws.0.draw');
  const given = await nina.device.post(sitePath(clinic, 'administrations'), {
    ...now(clinic),
    order,
    outcome: 'completed',
    lines: [{ draw, quantity }],
  });
  expectStatus(given, 201);
});
beforeEach(async () => {
  await prove(nina);
  await prove(paul);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const get = (path: string): Promise<Answer> => nina.device.get(sitePath(clinic, path));
const idsOf = (answer: Answer): readonly unknown[] =>
  (expectStatus(answer, 200).at('items') as readonly { container: unknown }[]).map(
    ({ container }) => container,
  );

test('containers are found by state, place, lot, expiry and beyond-use time', async () => {
  const [opened = ''] = vials;
  const found = async (query: string): Promise<readonly unknown[]> =>
    idsOf(await get(`containers?${query}`));
  expect(await found('status=open')).toEqual([opened]);
  expect(await found('lot=A1')).toEqual([...vials].sort());
  expect(await found('lot=other')).toEqual([]);
  expect(await found('location=safe&status=sealed')).toHaveLength(3);
  expect(await found('location=cart')).toEqual([]);
  expect(await found('expiresUntil=2028-06-29')).toEqual([]);
  expect(await found('expiresUntil=2028-06-30')).toHaveLength(4);
  const end = (await get(`containers/${opened}`)).textAt('beyondUseAt');
  expect(await found(`beyondUseUntil=${end}`)).toEqual([opened]);
  expect(await found('beyondUseUntil=2026-03-03T00:00:00Z')).toEqual([]);
  expect(await found('quarantined=yes')).toEqual([]);
  expect((await get('containers?expiresUntil=soon')).refusal).toBe('400 request.invalid');
});

test('pages of containers fit together', async () => {
  const seen: unknown[] = [];
  let path = 'containers?limit=3';
  for (let pages = 0; pages < 2; pages += 1) {
    const answer = await get(path);
    seen.push(...idsOf(answer));
    if (pages === 0) path = `containers?limit=3&cursor=${answer.textAt('next')}`;
    else expect(answer.at('next')).toBe(null);
  }
  expect(seen).toEqual([...vials].sort());
});

test('an open container says what may be left in it; a sealed one has nothing to explain', async () => {
  const [opened = '', sealed = ''] = vials;
  expect((await get(`containers/${opened}`)).at('expected')).toEqual({
    low: { value: '9.230', unit: 'mL' },
    high: { value: '10.300', unit: 'mL' },
  });
  expect((await get(`containers/${sealed}`)).at('expected')).toBe(null);
});

test('a recall sets apart what is on hand of the lot, once, and tells who had some of it', async () => {
  const key = randomUUID();
  const body = { ...now(clinic), lot: 'A1' };
  const recalled = await paul.device.post(sitePath(clinic, 'quarantines/recalls'), body, key);
  expect(expectStatus(recalled, 201).at('containers')).toEqual([...vials].sort());
  expect(recalled.at('more')).toBe(false);
  const again = await paul.device.post(sitePath(clinic, 'quarantines/recalls'), body, key);
  expect([again.status, again.text]).toEqual([201, recalled.text]);
  const none = await paul.device.post(sitePath(clinic, 'quarantines/recalls'), body);
  expect(none.refusal).toBe('422 container.unknown');
  expect(idsOf(await get('containers?quarantined=yes&lot=A1'))).toHaveLength(4);
  const lot = expectStatus(await get('quarantines/recalls/A1'), 200);
  expect(lot.at('containers.length')).toBe(4);
  expect(lot.at('draws')).toEqual([
    expect.objectContaining({
      container: vials[0],
      drawn: { value: '0.700', unit: 'mL' },
      given: { value: '0.700', unit: 'mL' },
    }),
  ]);
});

test('the story of a vial has every line that tells of it', async () => {
  const [opened = ''] = vials;
  const released = await paul.device.post(sitePath(clinic, 'releases'), {
    ...now(clinic),
    containers: [opened],
  });
  expectStatus(released, 201);
  const weighed = await nina.device.post(sitePath(clinic, 'weighings'), {
    ...now(clinic),
    container: opened,
    gross: 23_686,
    tare: 14_200,
    density: 1_020,
    grossUncertainty: 20,
    tareUncertainty: 20,
    densityUncertainty: 5,
  });
  expectStatus(weighed, 201);
  const story = expectStatus(await get(`containers/${opened}/story`), 200);
  const kinds = (story.at('lines') as readonly { kind: string }[]).map(({ kind }) => kind);
  expect(kinds).toEqual(['inventory', 'draw', 'quarantine', 'release', 'weighing']);
  expect(story.at('drawers')).toEqual([nina.person]);
  expect((await get(`containers/${opened}`)).at('weighing.agrees')).toBe('book');
  expect((await get('containers/999-1/story')).status).toBe(404);
});

test('the ends of each person’s vials are listed for whoever reads reports', async () => {
  const page = await paul.device.get(sitePath(clinic, 'close-outs/people'));
  expect(page.body).toEqual({ items: [], next: null });
});
