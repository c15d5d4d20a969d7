import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool } from '../../src/platform/database/connection.js';
import { SetupCode } from '../../src/platform/identity/setup-code.js';
import { checkLedger } from '../support/check-ledger.js';
import { SETUP } from '../support/http-clinic.js';
import { Device, startGuardedService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let device: Device;
beforeEach(async () => {
  service = await startGuardedService();
  device = new Device(service.url);
});
afterEach(async () => {
  await checkLedger(service.database);
  await service.close();
});

const newCode = (): Promise<string> => service.app.get(SetupCode).make();

describe('setting a deployment up', () => {
  test('makes organisation, first person, first site and their ledgers, and can be done once', async () => {
    expect((await device.get('/api/setup')).body).toEqual({ state: 'needed' });
    const code = await newCode();
    const done = await device.post('/api/setup', { ...SETUP, code });
    expect(done.status).toBe(201);
    expect(done.body).toEqual({
      organisation: expect.stringMatching(/^[a-z0-9]{12}$/),
      site: expect.stringMatching(/^[a-z0-9]{12}$/),
      person: 'person-1',
    });
    expect((await device.get('/api/setup')).body).toEqual({ state: 'finished' });
    const again = await device.post('/api/setup', { ...SETUP, code });
    expect(again.refusal).toBe('409 setup.finished');
    const files = await readdir(join(service.dataFolder, 'keys'));
    expect(files.sort()).toEqual([
      'data-0001.key',
      ...[`log-${done.textAt('organisation')}.pem`, `log-${done.textAt('site')}.pem`].sort(),
    ]);
  });

  test('the first person signs in, as administrator and registrant of everything', async () => {
    await device.post('/api/setup', { ...SETUP, code: await newCode() });
    const { signInName, password } = SETUP.person;
    const session = await device.post('/api/session', { signInName, password });
    expect(session.body).toMatchObject({
      person: 'person-1',
      name: 'Rita Vance',
      initials: 'RV',
      needsNewSecrets: false,
      grants: [{ site: 'organisation', roles: ['administrator', 'registrant'], until: null }],
    });
    const sites = await device.get('/api/sites');
    expect(sites.at('items')).toMatchObject([
      { facts: { name: 'Harrow Bay', zone: 'America/New_York' } },
    ]);
  });

  test('takes the code in force and no other; a newer one ends an older one', async () => {
    const old = await newCode();
    const code = await newCode();
    for (const wrong of [old, '', 'AAAA-AAAA-AAAA-AAAA-AAAA', `${code}A`]) {
      const answer = await device.post('/api/setup', { ...SETUP, code: wrong });
      expect(answer.refusal).toBe(wrong === '' ? '400 request.invalid' : '403 setup.code-wrong');
    }
    // As people type it.
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await device.post('/api/setup', { ...SETUP, code: typed })).status).toBe(201);
  });

  test('tries to guess the code are slowed down', async () => {
    const code = 'AAAA-AAAA-AAAA-AAAA-AAAA';
    const statuses = new Set<number>();
    for (let i = 0; i < 45; i += 1) {
      statuses.add((await device.post('/api/setup', { ...SETUP, code })).status);
    }
    expect([...statuses]).toEqual([403, 429]);
  });

  test('is finished by a second try where the first was cut off', async () => {
    // The site is refused, after the organisation and the person are recorded.
    const code = await newCode();
    const site = { ...SETUP.site, deaNumber: 'BV1234560' };
    const cutOff = await device.post('/api/setup', { ...SETUP, site, code });
    expect(cutOff.refusal).toBe('422 registration.dea-number-invalid');
    expect((await device.get('/api/setup')).body).toEqual({ state: 'begun' });
    // The service starts again and prints another code.
    const done = await device.post('/api/setup', { ...SETUP, code: await newCode() });
    expect([done.status, done.at('person')]).toEqual([201, 'person-1']);
    const { signInName, password } = SETUP.person;
    expect((await device.post('/api/session', { signInName, password })).status).toBe(200);
  });

  test('two tries at once make one organisation', async () => {
    const code = await newCode();
    const other = new Device((await service.another()).url);
    await Promise.all([device, other].map((each) => each.post('/api/setup', { ...SETUP, code })));
    await device.post('/api/setup', { ...SETUP, code: await newCode() });
    const pool = createPool(service.database.serviceUrl, { max: 1 });
    const { rows } = await pool.query('SELECT scope, size::int FROM ledger.head ORDER BY scope');
    await pool.end();
    expect(rows).toEqual([
      { scope: 'organisation', size: 4 },
      { scope: 'site', size: 1 },
    ]);
  });

  test('until then nobody is signed in', async () => {
    const { signInName, password } = SETUP.person;
    const answer = await device.post('/api/session', { signInName, password });
    expect(answer.refusal).toBe('401 sign-in.refused');
    expect((await device.get('/api/sites')).status).toBe(401);
  });
});
