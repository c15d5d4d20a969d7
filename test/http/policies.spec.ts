import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
import { checkLedger } from '../support/check-ledger.js';
import { expectStatus, hire, now, prove, setUpClinic, sitePath } from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let ines: Member;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  ines = await hire(clinic, 'ines.brandt', ['inspector']);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const standing = () => ines.device.get(sitePath(clinic, 'policies'));
const publish = async (effectiveFrom: string, settings: JsonObject): Promise<number> => {
  await prove(clinic.rita);
  const published = await clinic.rita.device.post(sitePath(clinic, 'policies'), {
    ...now(clinic),
    effectiveFrom,
    settings,
  });
  return Number(expectStatus(published, 201).textAt('line'));
};

test('a site begins with the house’s policy, each setting beside what stands behind it', async () => {
  const answer = expectStatus(await standing(), 200);
  expect(answer.at('inForce.line')).toBeNull();
  expect(answer.at('inForce.settings')).toEqual({
    ...HOUSE_POLICY,
    deadSpacePerDraw: { value: '0.070', unit: 'mL' },
  });
  expect(answer.at('house')).toEqual(answer.at('inForce.settings'));
  const basis = answer.at('basis') as readonly { setting: string; basis: string }[];
  expect(basis.map(({ setting }) => setting).sort()).toEqual(Object.keys(HOUSE_POLICY).sort());
  expect(basis).toContainEqual({ setting: 'retentionYears', basis: '21 CFR 1304.04(a)' });
});

test('what was answered can be published again, with one setting changed, from a time on', async () => {
  const settings = (await standing()).at('inForce.settings') as JsonObject;
  const line = await publish('2026-03-03T14:00:00Z', {
    ...settings,
    witnessWindowMinutes: 30,
    countSchedules: [
      { location: 'safe', type: 'day', every: 'day', shifts: [], weekdays: ['1', '5'] },
    ],
  });
  const before = await standing();
  expect(before.at('inForce.line')).toBeNull();
  expect(before.at('coming.0.line')).toBe(line);
  service.clock.advance(25 * 3_600_000);
  await prove(ines);
  const after = await standing();
  expect(after.at('house')).toEqual(before.at('house'));
  expect(after.at('inForce')).toMatchObject({
    line,
    settings: { witnessWindowMinutes: 30, countSchedules: [{ weekdays: ['1', '5'] }] },
  });
  expect(after.at('coming')).toEqual([]);
  expect(after.at('earlier.0.line')).toBeNull();
});
