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
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  const nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
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
