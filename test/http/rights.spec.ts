import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '../../src/domain/person.js';
import type { Right, Role } from '../../src/domain/person.js';
import { ACCESS } from '../../src/platform/http/rights.js';
import type { Access } from '../../src/platform/http/rights.js';
import { addressOf } from '../support/addresses.js';
import { checkLedger } from '../support/check-ledger.js';
import { expectStatus, hire, now, prove, SETUP, setUpClinic } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];
/** Ending one's own session would end the test. */
const ENDPOINTS = Object.entries(ACCESS).filter(([name]) => name !== 'DELETE /api/session');
const PLACES = ['site', 'organisation'] as const;

let service: HttpService;
let clinic: Clinic;
let otherSite: string;
const members = new Map<string, Member>();
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  for (const place of PLACES) {
    for (const role of ROLE_NAMES) {
      members.set(`${role} ${place}`, await hire(clinic, `${role}.${place}`, [role], place));
    }
  }
  members.set('none site', await hire(clinic, 'none.site', []));
  await prove(clinic.rita);
  const facts = { ...SETUP.site, name: 'Second', locations: [{ id: 'safe', name: 'Safe' }] };
  const added = await clinic.rita.device.post('/api/sites', { ...now(clinic), facts });
  otherSite = expectStatus(added, 201).textAt('site');
}, 180_000);
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

/** Asks an endpoint in a form that no door takes: whoever passes the guard is refused by the door. */
async function knock(device: Device, endpoint: string, site: string): Promise<string> {
  const [method = '', pattern = ''] = endpoint.split(' ');
  const path = addressOf(pattern, site);
  if (method === 'GET' || method === 'DELETE')
    return (await device.send(method, path, undefined, {})).refusal;
  if (pattern.endsWith('/files'))
    return (await device.send(method, path, new FormData(), {})).refusal;
  const headers = { 'content-type': 'application/json' };
  return (await device.send(method, path, '{"no":"form"}', headers)).refusal;
}

function isPermitted(access: Access, roles: readonly Role[], place: 'site' | 'organisation') {
  const rights: readonly Right[] = roles.flatMap((role): readonly Right[] => ROLES[role]);
  switch (access.to) {
    case 'anyone':
    case 'signed-in':
      return true;
    case 'site-member':
      return rights.length > 0;
    case 'site':
      return rights.includes(access.right);
    case 'organisation':
      return place === 'organisation' && rights.includes(access.right);
  }
}

const NOT_PERMITTED = '403 site.not-permitted';

describe.each(PLACES)('with a role at the %s', (place) => {
  test.each(ROLE_NAMES)('a %s reaches exactly the endpoints of their rights', async (role) => {
    const device = members.get(`${role} ${place}`)?.device ?? new Device('');
    const wrong: string[] = [];
    for (const [endpoint, access] of ENDPOINTS) {
      const refusal = await knock(device, endpoint, clinic.site);
      const passed = refusal !== NOT_PERMITTED && !refusal.startsWith('401');
      if (passed !== isPermitted(access, [role], place)) wrong.push(`${endpoint}: ${refusal}`);
      if (refusal.startsWith('5')) wrong.push(`${endpoint}: ${refusal}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('nobody reaches anything of a site that they have no role at', async () => {
  const { device } = members.get('registrant site') ?? { device: new Device('') };
  for (const [endpoint, access] of ENDPOINTS) {
    if (access.to !== 'site' && access.to !== 'site-member') continue;
    expect([endpoint, await knock(device, endpoint, otherSite)]).toEqual([endpoint, NOT_PERMITTED]);
  }
  const sites = await device.get('/api/sites');
  expect(sites.at('items.length')).toBe(1);
});

test('a person without any role is signed in and reaches nothing else', async () => {
  const { device } = members.get('none site') ?? { device: new Device('') };
  for (const [endpoint, access] of ENDPOINTS) {
    if (access.to === 'anyone' || access.to === 'signed-in') continue;
    expect([endpoint, await knock(device, endpoint, clinic.site)]).toEqual([
      endpoint,
      NOT_PERMITTED,
    ]);
  }
});

test('whoever is not signed in reaches what is for anyone', async () => {
  for (const [endpoint, access] of Object.entries(ACCESS)) {
    const refusal = await knock(new Device(service.url), endpoint, clinic.site);
    if (access.to === 'anyone')
      expect([endpoint, refusal.slice(0, 3)]).not.toEqual([endpoint, '403']);
    else expect([endpoint, refusal]).toEqual([endpoint, '401 session.missing']);
  }
});

test('a site that is not there is not found, whatever its name', async () => {
  for (const site of [
    'zzzzzzzzzzzz',
    'x',
    '..%2f..',
    'K3V9Q0ZT1M5A',
    '%00',
    "'--",
    clinic.organisation,
  ]) {
    const answer = await clinic.rita.device.get(`/api/sites/${site}/draws`);
    expect([site, answer.status]).toEqual([site, 404]);
  }
});

test('what no role may do by itself', () => {
  const may = (right: Right): readonly Role[] =>
    ROLE_NAMES.filter((role) => (ROLES[role] as readonly Right[]).includes(right));
  expect(may('witness')).toEqual(['witness']);
  expect(may('manage-people')).toEqual(['administrator']);
  expect(may('draw')).toEqual(['registrant', 'clinician']);
  for (const right of ['draw', 'waste', 'receive', 'correct', 'read-patients'] as const) {
    expect([right, may(right).includes('administrator')]).toEqual([right, false]);
  }
  for (const right of ['draw', 'waste', 'receive', 'correct', 'count'] as const) {
    expect([right, may(right).includes('inspector')]).toEqual([right, false]);
  }
});

test('a right that was taken away is gone with the next request', async () => {
  const { device, person } = members.get('clinician site') ?? clinic.rita;
  expect(await knock(device, 'GET /api/sites/:site/draws', clinic.site)).toBe('200 undefined');
  await prove(clinic.rita);
  const taken = await clinic.rita.device.post(`/api/people/${person}/grants`, {
    ...now(clinic),
    site: clinic.site,
    roles: [],
  });
  expect(taken.status).toBe(201);
  expect(await knock(device, 'GET /api/sites/:site/draws', clinic.site)).toBe(NOT_PERMITTED);
});

test('access that was given until an hour ends by itself', async () => {
  const { device, person } = members.get('none site') ?? clinic.rita;
  await prove(clinic.rita);
  const until = service.clock.now().replace('T14:', 'T15:');
  const granted = await clinic.rita.device.post(`/api/people/${person}/grants`, {
    ...now(clinic),
    site: clinic.site,
    roles: ['inspector'],
    until,
  });
  expect(granted.status).toBe(201);
  expect(await knock(device, 'GET /api/sites/:site/draws', clinic.site)).toBe('200 undefined');
  service.clock.advance(61 * 60_000);
  const proof = { password: members.get('none site')?.password ?? '' };
  expect((await device.post('/api/session/proof', proof)).status).toBe(200);
  expect(await knock(device, 'GET /api/sites/:site/draws', clinic.site)).toBe(NOT_PERMITTED);
});
