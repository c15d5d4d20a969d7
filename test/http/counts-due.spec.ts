import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  prove,
  setUpClinic,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let paul: Member;
let nina: Member;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  await stockVials(clinic, { custodian: paul, witness: nina }, 2);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const due = () => paul.device.get(sitePath(clinic, 'counts/due'));

function publish(countSchedules: readonly JsonObject[]) {
  const settings = { ...HOUSE_POLICY, deadSpacePerDraw: { value: '0.070', unit: 'mL' } };
  return clinic.rita.device.post(sitePath(clinic, 'policies'), {
    ...now(clinic),
    effectiveFrom: service.clock.now(),
    settings: { ...settings, countSchedules } as unknown as JsonObject,
  });
}

test('a schedule is due once it is published, met by its count, and missed when its period goes by', async () => {
  expect((await due()).body).toEqual({ items: [] });
  await prove(clinic.rita);
  const shifts = { location: 'safe', type: 'shift', every: 'shift', weekdays: [] };
  const wrong = await publish([{ ...shifts, shifts: ['19:00', '07:00'] }]);
  expect(wrong.refusal).toBe('422 policy.schedule-impossible');
  const elsewhere = await publish([{ ...shifts, location: 'vault', shifts: ['07:00'] }]);
  expect(elsewhere.refusal).toBe('422 location.unknown');
  expectStatus(await publish([{ ...shifts, shifts: ['10:00', '22:00'] }]), 201);

  // It is nine in the morning at the site: the first whole shift begins in an hour.
  expect((await due()).at('items.0')).toMatchObject({ status: 'counted', due: null, last: null });

  service.clock.advance(2 * 3_600_000);
  await prove(paul);
  const shift = { from: '2026-03-02T15:00:00.000000Z', until: '2026-03-03T03:00:00.000000Z' };
  expect((await due()).at('items.0')).toMatchObject({ status: 'due', due: shift, missed: [] });

  const begun = await paul.device.post(sitePath(clinic, 'counts'), {
    type: 'shift',
    location: 'safe',
  });
  const [item] = begun.at('items') as readonly string[];
  const counted = await paul.device.post(
    sitePath(clinic, `counts/${expectStatus(begun, 201).textAt('id')}/tally`),
    {
      ...now(clinic),
      sealed: [{ item: item ?? '', containers: 2 }],
      quarantined: [],
      open: [],
    },
  );
  const line = Number(expectStatus(counted, 201).textAt('entry.line'));
  expect((await due()).at('items.0')).toMatchObject({
    status: 'counted',
    due: null,
    last: { line },
  });

  service.clock.advance(30 * 3_600_000);
  await prove(paul);
  expect((await due()).at('items.0')).toMatchObject({
    status: 'overdue',
    missed: [{ from: '2026-03-03T03:00:00.000000Z', until: '2026-03-03T15:00:00.000000Z' }],
  });
});

test('an inventory is counted blind, signed by two, read by its reviewer, and begins the time to the next', async () => {
  const dueNow = async () => (await paul.device.get(sitePath(clinic, 'inventories/due'))).body;
  expect(await dueNow()).toMatchObject({
    status: 'in-time',
    months: 24,
    last: { type: 'initial', date: '2026-03-02' },
    due: '2028-03-02',
    warning: null,
  });
  const begun = await paul.device.post(sitePath(clinic, 'inventories/running'), {
    type: 'biennial',
    asOf: 'opening',
    date: '2026-03-03',
  });
  const inventory = expectStatus(begun, 201).textAt('id');
  // The list names things to count, and no number that could be the book's.
  expect(begun.text.replace(inventory, '')).not.toMatch(/"(?:book|expected|containers|remaining)"/);
  const [item = ''] = begun.at('places.0.items') as readonly string[];
  const again = await paul.device.post(sitePath(clinic, 'inventories/running'), {
    type: 'annual',
    asOf: 'opening',
    date: '2026-03-03',
  });
  expect(again.refusal).toBe('409 count.running');

  const tally = (containers: number) => ({
    ...now(clinic),
    inventory,
    places: [{ location: 'safe', sealed: [{ item, containers }], quarantined: [], open: [] }],
  });
  const handIn = async (containers: number) => {
    const [entry, request] = [randomUUID(), tally(containers)];
    const signatures = [await signedBy(nina, { entry, request, kind: 'inventory-tally' })];
    const address = sitePath(clinic, `inventories/running/${inventory}/tally`);
    return paul.device.post(address, { ...request, signatures }, entry);
  };
  expect((await handIn(1)).body).toEqual({
    status: 'recount',
    again: [`sealed ${item} in safe`],
    entry: null,
  });
  // What is found again stands, beside what was found first.
  const line = Number(expectStatus(await handIn(2), 201).textAt('entry.line'));
  await prove(nina);
  expect((await nina.device.get(sitePath(clinic, `inventories/${line}`))).status).toBe(403);
  const sheet = await paul.device.get(sitePath(clinic, `inventories/${line}`));
  expect(sheet.body).toMatchObject({
    type: 'biennial',
    date: '2026-03-03',
    at: '2026-03-03T05:00:00.000000Z',
    places: [{ location: 'safe', sealed: [{ first: 1, counted: 2, book: 2, discrepancy: null }] }],
    stated: [{ item, sealed: 2, onHand: '20.000', inProcess: '0.000' }],
    addedBack: [],
  });
  expect((await paul.device.get(sitePath(clinic, 'inventories/1'))).status).toBe(404);
  expect((await paul.device.get(sitePath(clinic, 'inventories'))).at('items.0')).toMatchObject({
    line,
    type: 'biennial',
    date: '2026-03-03',
  });
  expect(await dueNow()).toMatchObject({ last: { line, date: '2026-03-03' }, due: '2028-03-03' });

  // Its print is signed by hand: until the scan is filed with its line, somebody owes it.
  const owed = async (): Promise<readonly string[]> => {
    const items = (await paul.device.get(sitePath(clinic, 'work-list'))).at('items');
    return (items as readonly { readonly key: string }[]).map(({ key }) => key);
  };
  expect(await owed()).toContain(`signed-copy:${line}`);
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }));
  const stored = await paul.device.send('POST', sitePath(clinic, 'files'), form, {});
  const file = expectStatus(stored, 201).textAt('sha256');
  const leaf = (await paul.device.get(sitePath(clinic, `entries/${line}`))).textAt('leafHash');
  const copies = sitePath(clinic, 'inventories/signed-copies');
  await prove(paul);
  const other = { ...now(clinic), line, leaf: `${'A'.repeat(43)}=`, file };
  expect((await paul.device.post(copies, other)).refusal).toBe('409 filing.leaf-mismatch');
  const filed = await paul.device.post(copies, { ...now(clinic), line, leaf, file });
  const filing = Number(expectStatus(filed, 201).textAt('line'));
  expect((await paul.device.get(sitePath(clinic, 'inventories'))).at('items.0.signedCopy')).toEqual(
    { line: filing, file, filedBy: paul.person, filedAt: service.clock.now(), afterDays: 0 },
  );
  expect(await owed()).not.toContain(`signed-copy:${line}`);
});

/** A second person signs what will be sent, on the first one's device. */
async function signedBy(
  member: Member,
  asked: { readonly entry: string; readonly kind: string; readonly request: JsonObject },
): Promise<string> {
  const address = sitePath(clinic, 'signatures');
  const body = { ...asked, signer: member.signInName, meaning: 'counted', seen: ['count'] };
  const challenge = await paul.device.post(address, body);
  const id = expectStatus(challenge, 201).textAt('id');
  expectStatus(await paul.device.post(`${address}/${id}`, { pin: member.pin }), 200);
  return id;
}
