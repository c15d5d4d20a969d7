import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
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
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let paul: Member;
let carla: Member;
let ada: Member;
let draw: string;
let waste: string;
let order: string;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  carla = await hire(clinic, 'carla.diaz', ['compliance']);
  ada = await hire(clinic, 'ada.moor', ['administrator'], 'organisation');
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 3);
  const first = await orderInfusion(clinic, nina);
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order: first,
    lines: [{ container: vials[0] ?? '', quantity: { value: '0.700', unit: 'mL' } }],
  });
  draw = expectStatus(drawn, 201).textAt('draws.0.draw');
  const wasted = await nina.device.post(sitePath(clinic, 'waste'), {
    ...now(clinic, 'done'),
    reason: 'alone-on-site',
    lines: [{ draw, quantity: { value: '0.500', unit: 'mL' } }],
    why: 'dose-remainder',
    manner: 'rx-destroyer',
  });
  waste = expectStatus(wasted, 201).textAt('line');
  order = await orderInfusion(clinic, nina);
});
beforeEach(async () => {
  for (const member of [nina, paul, carla, ada]) await prove(member);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

type Item = JsonObject & { readonly key: string };

async function workOf(member: Member, query = ''): Promise<ReadonlyMap<string, Item>> {
  const answer = await member.device.get(sitePath(clinic, `work-list${query}`));
  const items = expectStatus(answer, 200).at('items') as readonly Item[];
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  return new Map(items.map((item) => [item.key, item]));
}
const own = async (member: Member, key: string) => (await workOf(member)).get(key)?.['whose'];

describe('a work-list', () => {
  test('shows each person what they can do and what they must know of', async () => {
    const ninas = await workOf(nina);
    expect(ninas.get(`in-process:${draw}`)).toMatchObject({
      kind: 'in-process',
      subject: { type: 'draw', id: draw },
      whose: 'mine',
      basis: 'house policy',
      persons: [nina.person],
      clock: {
        due: '2026-03-03T04:59:59.999999Z',
        daysLeft: 0,
        businessDaysLeft: 0,
        urgency: 'today',
      },
    });
    // Nobody witnesses their own act, and its performer knows that it waits.
    expect(ninas.get(`witness:${waste}`)).toMatchObject({
      whose: 'site',
      clock: { due: '2026-03-02T14:15:00.000000Z', daysLeft: 0, urgency: 'today' },
      door: 'countersignatures',
    });
    expect(ninas.get(`infusion-order:${order}`)).toMatchObject({ whose: 'mine' });
    expect([...ninas.keys()].filter((key) => key.startsWith('receipt'))).toEqual([]);

    const pauls = await workOf(paul);
    expect(pauls.get(`witness:${waste}`)).toMatchObject({ whose: 'mine' });
    expect(pauls.get(`in-process:${draw}`)).toMatchObject({ whose: 'site' });
    expect(pauls.get(`open-container:${vials[0] ?? ''}`)).toMatchObject({
      whose: 'mine',
      clock: { urgency: 'open' },
    });
    expect((await workOf(carla)).get(`witness:${waste}`)).toMatchObject({ whose: 'site' });
    expect([...(await workOf(ada)).keys()]).toEqual([]);

    const mine = await workOf(paul, '?whose=mine');
    expect([...mine.values()].every(({ whose }) => whose === 'mine')).toBe(true);
    const wrong = await paul.device.get(sitePath(clinic, 'work-list?whose=theirs'));
    expect(wrong.refusal).toBe('400 request.invalid');
  });

  test('turns overdue by its clock, and is shorter by what was done', async () => {
    service.clock.advance(20 * 60_000);
    await prove(paul);
    expect((await workOf(paul)).get(`witness:${waste}`)).toMatchObject({
      clock: { urgency: 'overdue' },
    });
    const entry = await paul.device.get(sitePath(clinic, `entries/${waste}`));
    const signed = await paul.device.post(sitePath(clinic, 'countersignatures'), {
      ...now(clinic),
      line: Number(waste),
      leaf: entry.textAt('leafHash'),
      seen: ['residue'],
    });
    expectStatus(signed, 201);
    expect(await own(paul, `witness:${waste}`)).toBeUndefined();
    const totals = (await paul.device.get(sitePath(clinic, 'work-list'))).at('totals');
    const pauls = [...(await workOf(paul)).values()];
    expect(totals).toMatchObject({
      mine: pauls.filter(({ whose }) => whose === 'mine').length,
      overdue: 0,
    });
  });

  test('names counts that are due and missed, and days that nobody closed or reviewed', async () => {
    await prove(clinic.rita);
    const settings = { ...HOUSE_POLICY, deadSpacePerDraw: { value: '0.070', unit: 'mL' } };
    const schedule = { location: 'safe', type: 'day', every: 'day', weekdays: [], shifts: [] };
    const published = await clinic.rita.device.post(sitePath(clinic, 'policies'), {
      ...now(clinic),
      effectiveFrom: service.clock.now(),
      settings: { ...settings, countSchedules: [schedule] } as unknown as JsonObject,
    });
    expectStatus(published, 201);
    service.clock.advance(DAY_MS);
    await prove(paul);
    const key = 'count:safe:day:day';
    expect((await workOf(paul)).get(key)).toMatchObject({
      whose: 'mine',
      clock: { urgency: 'today' },
    });
    expect((await workOf(paul)).get('day-close:2026-03-02')).toMatchObject({
      whose: 'mine',
      clock: { due: '2026-03-03T04:59:59.999999Z', daysLeft: -1, urgency: 'overdue' },
    });
    service.clock.advance(DAY_MS);
    await prove(paul);
    expect((await workOf(paul)).get(key)).toMatchObject({
      says: 'The day count of safe was missed once.',
      clock: { urgency: 'overdue' },
    });
    const closed = await paul.device.post(sitePath(clinic, 'days'), {
      ...now(clinic),
      date: '2026-03-02',
      excused: [{ what: `in-process:${draw}`, why: 'infusion-running' }],
    });
    expectStatus(closed, 201);
    const pauls = await workOf(paul);
    expect(pauls.get('day-close:2026-03-02')).toBeUndefined();
    expect(pauls.get('day-review:2026-03-02')).toMatchObject({
      subject: { type: 'day', id: '2026-03-02' },
      whose: 'mine',
    });
  });

  test('names stock that is set apart, as old as it is, and people who have not chosen own secrets', async () => {
    const vial = vials[2] ?? '';
    await prove(paul);
    const apart = await paul.device.post(sitePath(clinic, 'quarantines'), {
      ...now(clinic),
      containers: [vial],
      why: 'damaged',
    });
    expectStatus(apart, 201);
    const since = service.clock.now();
    service.clock.advance(11 * 30 * DAY_MS);
    await prove(paul);
    await prove(clinic.rita);
    await prove(nina);
    expect((await workOf(paul)).get('quarantined-stock:safe:damaged')).toMatchObject({
      since,
      whose: 'mine',
      basis: 'house policy',
      clock: { urgency: 'soon' },
    });
    const added = await clinic.rita.device.post('/api/people', {
      ...now(clinic),
      name: 'Person new',
      initials: 'PN',
      licenseClass: 'RN',
      signInName: 'new.here',
      password: 'words of somebody else 5',
    });
    const person = expectStatus(added, 201).textAt('person');
    await clinic.rita.device.post(`/api/people/${person}/grants`, {
      ...now(clinic),
      site: clinic.site,
      roles: ['witness'],
    });
    await prove(ada);
    expect(await own(ada, `temporary-secret:${person}`)).toBe('mine');
    expect(await own(nina, `temporary-secret:${person}`)).toBeUndefined();
  });
});
