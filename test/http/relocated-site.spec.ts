import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  orderInfusion,
  prove,
  SETUP,
  setUpClinic,
  signedBy,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

/** A clinic moves, and two people are all there is at the new place. */
let service: HttpService;
let old: Clinic;
let moved: Clinic;
let rita: Member;
let paul: Member;
let nina: Member;
let closing: number;

beforeAll(async () => {
  service = await startHttpService();
  old = await setUpClinic(service);
  rita = old.rita;
  nina = await hire(old, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(old, 'paul.odell', ['custodian', 'witness']);
  await stockVials(old, { custodian: paul, witness: nina }, 2);
  const facts = { ...SETUP.site, name: 'North', locations: [{ id: 'safe', name: 'Safe' }] };
  await prove(rita);
  const added = await rita.device.post('/api/sites', { ...now(old), facts });
  moved = { ...old, site: expectStatus(added, 201).textAt('site') };
  const roles = { [rita.person]: ['registrant'], [paul.person]: ['custodian', 'clinician'] };
  for (const [person, own] of Object.entries(roles)) {
    const grant = { ...now(old), site: moved.site, roles: own };
    expectStatus(await rita.device.post(`/api/people/${person}/grants`, grant), 201);
  }
});
beforeEach(async () => {
  for (const member of [rita, paul, nina]) await prove(member);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

/** Paul acts, and a second person signs it beforehand on his device. */
async function postSigned(
  clinic: Clinic,
  act: { readonly path: string; readonly kind: string; readonly body: JsonObject },
  second: { readonly who: Member; readonly meaning: string; readonly seen: readonly string[] },
): Promise<Answer> {
  const key = randomUUID();
  const body = { ...now(clinic), ...act.body };
  const signed = await signedBy(clinic, paul, { kind: act.kind, body, key }, second);
  return paul.device.post(sitePath(clinic, act.path), signed, key);
}
const counted = (who: Member) => ({ who, meaning: 'counted', seen: ['count'] });

test('the old place closes with an inventory, and the new one opens with the same', async () => {
  service.clock.advance(24 * 3_600_000);
  for (const member of [rita, paul, nina]) await prove(member);
  const begun = await paul.device.post(sitePath(old, 'inventories/running'), {
    type: 'relocation-out',
    asOf: 'opening',
    date: '2026-03-03',
  });
  const inventory = expectStatus(begun, 201).textAt('id');
  const [item = ''] = begun.at('places.0.items') as readonly string[];
  const places = (begun.at('places') as readonly { readonly location: string }[]).map(
    ({ location }) => ({
      location,
      sealed: location === 'safe' ? [{ item, containers: 2 }] : [],
      quarantined: [],
      open: [],
    }),
  );
  const path = `inventories/running/${inventory}/tally`;
  const body = { inventory, places };
  const taken = await postSigned(old, { path, kind: 'inventory-tally', body }, counted(nina));
  closing = Number(expectStatus(taken, 201).textAt('entry.line'));

  const products = await paul.device.get('/api/products');
  const product = expectStatus(products, 200).textAt('0.id');
  const opening = (containers: number, line: number): JsonObject => ({
    type: 'relocation-in',
    asOf: 'opening',
    startedAt: service.clock.now(),
    endedAt: service.clock.now(),
    sealed: [{ product, location: 'safe', lot: 'A1', expires: '2028-06-30', containers }],
    open: [],
    relocated: { site: old.site, line },
  });
  const open = (containers: number, line: number) =>
    postSigned(
      moved,
      { path: 'inventories', kind: 'inventory', body: opening(containers, line) },
      counted(rita),
    );
  // Neither without the closing inventory of the old place, nor with other stock than that stated.
  await expect(open(2, 1)).rejects.toThrow('inventory.needs-closing');
  expect((await open(1, closing)).refusal).toBe('422 inventory.relocation-differs');
  const opened = expectStatus(await open(2, closing), 201);
  expect(opened.at('containers')).toHaveLength(2);
  const due = await paul.device.get(sitePath(moved, 'inventories/due'));
  expect(due.at('last')).toMatchObject({ type: 'relocation-in', date: '2026-03-03' });
});

test('a clinic of two closes its own cases, once it says that nobody else is there', async () => {
  const stock = await paul.device.get(sitePath(moved, 'containers?limit=1'));
  const vial = expectStatus(stock, 200).textAt('items.0.container');
  const order = await orderInfusion(moved, rita);
  const draw = (member: Member, value: string) =>
    member.device.post(sitePath(moved, 'draws'), {
      ...now(moved),
      order,
      lines: [{ container: vial, quantity: { value, unit: 'mL' } }],
    });
  expectStatus(await draw(rita, '0.400'), 201);
  expectStatus(await draw(paul, '0.300'), 201);
  const begun = await paul.device.post(sitePath(moved, 'counts'), {
    type: 'day',
    location: 'safe',
  });
  const [item = ''] = begun.at('items') as readonly string[];
  const tally = {
    ...now(moved),
    sealed: [{ item, containers: 1 }],
    quarantined: [],
    open: [
      {
        container: vial,
        quantity: { value: '8.000', unit: 'mL' },
        method: 'measured',
        resolution: { value: '0.100', unit: 'mL' },
      },
    ],
  };
  const address = sitePath(moved, `counts/${expectStatus(begun, 201).textAt('id')}/tally`);
  expect((await paul.device.post(address, tally)).at('status')).toBe('recount');
  const found = expectStatus(await paul.device.post(address, tally), 201);
  const about = {
    act: 'closed',
    case: found.textAt('entry.discrepancies.0'),
    outcome: 'could-not-be-reconciled',
    cause: 'unknown',
  };
  const close = (body: JsonObject) =>
    postSigned(
      moved,
      { path: 'discrepancies', kind: 'discrepancy', body: { ...about, ...body } },
      { who: rita, meaning: 'closed', seen: ['papers'] },
    );
  const silent = await close({});
  expect(silent.refusal).toBe('422 case.needs-uninvolved-closer');
  expect(silent.at('facts')).toMatchObject({ uninvolved: 0 });
  expectStatus(await close({ nobodyUninvolved: true }), 201);
});
