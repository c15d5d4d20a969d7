import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { createPool } from '../../src/platform/database/connection.js';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  prove,
  SETUP,
  setUpClinic,
  sitePath,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
});
beforeEach(async () => {
  await prove(nina);
  await prove(clinic.rita);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

describe('the ledger of the organisation', () => {
  test('is read line by line, and tells no name', async () => {
    const { device } = clinic.rita;
    const first = await device.get('/api/organisation/entries?order=oldest&limit=2');
    expect(first.at('items.0')).toMatchObject({ line: 0, kind: 'opened' });
    const rest = await device.get(
      `/api/organisation/entries?order=oldest&cursor=${first.textAt('next')}`,
    );
    expect(rest.at('items.0.line')).toBe(2);
    const grants = await device.get('/api/organisation/entries?kind=grant&limit=1');
    expect(grants.at('items.0')).toMatchObject({
      kind: 'grant',
      performer: clinic.rita.person,
      movements: [],
      about: [{ noun: 'grant', id: expect.stringContaining(nina.person) }],
    });
    const { line, leafHash } = (grants.at('items') as { line: number; leafHash: string }[])[0] ?? {
      line: -1,
      leafHash: '',
    };
    const whole = await device.get(`/api/organisation/entries/${line}`);
    const leaf = whole.textAt('leaf');
    const hash = createHash('sha256')
      .update(Buffer.from([0]))
      .update(leaf, 'utf8')
      .digest('base64');
    expect({ hash, leafHash: whole.at('leafHash') }).toEqual({ hash: leafHash, leafHash });
    expect(JSON.parse(leaf)).toMatchObject({ kind: 'grant', seq: line });
    expect(leaf).not.toContain('nina.cole');
    const missing = await device.get('/api/organisation/entries/999999');
    expect(missing.refusal).toBe('404 record.not-found');
    expect((await nina.device.get('/api/organisation/entries')).refusal).toBe(
      '403 site.not-permitted',
    );
  });
});

describe('people', () => {
  test('are listed with their printed names, and renamed by a new entry', async () => {
    const { device } = clinic.rita;
    const before = await device.get(`/api/people/${nina.person}`);
    expect(before.body).toEqual({
      person: nina.person,
      name: 'Person nina.cole',
      initials: 'NI',
      licenseClass: 'RN',
      status: 'active',
      signInName: 'nina.cole',
      needsNewSecrets: false,
      hasPin: true,
      grants: [{ site: clinic.site, roles: ['clinician', 'witness'], until: null }],
      maySign: [{ site: clinic.site, meanings: ['witnessed', 'received', 'verified', 'counted'] }],
    });
    const name = { ...now(clinic), name: 'Nina Cole-Park', initials: 'NCP', licenseClass: 'CRNA' };
    expect((await device.post(`/api/people/${nina.person}/name`, name)).status).toBe(201);
    expect((await device.get(`/api/people/${nina.person}`)).at('name')).toBe('Nina Cole-Park');
    expect((await nina.device.get('/api/session')).at('initials')).toBe('NCP');
  });

  test('a sign-in name is given once, in whatever capitals, also after access has ended', async () => {
    const omar = await hire(clinic, 'omar.haddad', ['clinician']);
    await clinic.rita.device.post(`/api/people/${omar.person}/end`, now(clinic));
    for (const signInName of ['omar.haddad', 'OMAR.Haddad', 'ｏmar.haddad']) {
      const answer = await clinic.rita.device.post('/api/people', {
        ...now(clinic),
        name: 'Somebody Else',
        initials: 'SE',
        licenseClass: 'none',
        signInName,
        password: 'some words for the first day',
      });
      expect([signInName, answer.refusal]).toEqual([signInName, '409 person.sign-in-name-taken']);
    }
  });

  test('a name that was refused by the rules is free again, and a repeated request adds one person', async () => {
    const person = (occurredAt: string, password = 'some words for the first day'): JsonObject => ({
      posture: 'intended',
      occurredAt,
      name: 'June Park',
      initials: 'JP',
      licenseClass: 'RN',
      signInName: 'june.park',
      password,
      pin: '918273',
    });
    const { device } = clinic.rita;
    const late = await device.post('/api/people', person('2030-01-01T00:00:00Z'));
    expect(late.refusal).toBe('422 entry.in-future');
    const key = randomUUID();
    const added = await device.post('/api/people', person(service.clock.now()), key);
    expect(added.status).toBe(201);
    const again = await device.post('/api/people', person(service.clock.now()), key);
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([added.text, 'true']);
    const other = person(service.clock.now(), 'other words for the first day');
    expect((await device.post('/api/people', other, key)).refusal).toBe('409 request.key-reused');
  });

  test('easy secrets are not taken', async () => {
    const easy: readonly (readonly [string, string, readonly string[]])[] = [
      ['aaaaaaaaaaaa', '918273', ['password']],
      ['123456789012', '918273', ['password']],
      ['abcabcabcabc', '918273', ['password']],
      ['Password1234', '918273', ['password']],
      ['glen.orr is my name', '918273', ['password']],
      ['some words for the first day', '111111', ['pin']],
      ['some words for the first day', '123456', ['pin']],
      ['some words for the first day', '987654', ['pin']],
      ['some words for the first day', '121212', ['pin']],
      ['qwertyuiop12', '890123', ['password', 'pin']],
    ];
    for (const [password, pin, weak] of easy) {
      const answer = await clinic.rita.device.post('/api/people', {
        ...now(clinic),
        name: 'Glen Orr',
        initials: 'GO',
        licenseClass: 'RN',
        signInName: 'glen.orr',
        password,
        pin,
      });
      expect([password, pin, answer.refusal, answer.at('facts')]).toEqual([
        password,
        pin,
        '422 secret.too-weak',
        { weak },
      ]);
    }
    for (const pin of ['12345', '1234567890123', '12345a', '１２３４５６']) {
      const body = { password: 'some words for the first day', pin };
      expect(
        (await clinic.rita.device.put(`/api/people/${nina.person}/secrets`, body)).status,
      ).toBe(400);
    }
  });
});

describe('sites', () => {
  test('another site has its own ledger, and its registration can be stated anew', async () => {
    const { device } = clinic.rita;
    const key = randomUUID();
    const facts = { ...SETUP.site, name: 'North', locations: [{ id: 'safe', name: 'Safe' }] };
    const added = await device.post('/api/sites', { ...now(clinic), facts }, key);
    expect(added.status).toBe(201);
    const again = await device.post('/api/sites', { ...now(clinic), facts }, key);
    expect(again.text).toBe(added.text);
    const site = added.textAt('site');
    const moved = { ...facts, locations: [...facts.locations, { id: 'cart', name: 'Cart' }] };
    const path = `/api/sites/${site}/registration`;
    expect((await device.post(path, { ...now(clinic), facts: moved })).status).toBe(201);
    expect((await device.get(`/api/sites/${site}`)).at('facts.locations.1.id')).toBe('cart');
    const pool = createPool(service.database.serviceUrl, { max: 1 });
    const { rows } = await pool.query('SELECT origin FROM ledger.head WHERE ledger_id = $1', [
      site,
    ]);
    await pool.end();
    expect(rows).toEqual([{ origin: `clinic.example/csl/site/${site}` }]);
  });

  test('licenses, keys and older records are stated with the registration, and kept', async () => {
    const { device } = clinic.rita;
    const facts = { ...SETUP.site, locations: [...SETUP.site.locations] };
    const path = sitePath(clinic, 'registration');
    const license = { state: 'US-NY', name: 'Clinic license', number: '0300-17' };
    const premises = {
      licenses: [{ ...license, expires: '2027-12-31' }],
      keyHolders: [{ location: 'safe', person: clinic.rita.person, opensWith: 'key' }],
      earlierRecords: 'Paper logs in cabinet 2',
    };
    const state = (stated: JsonObject) => device.post(path, { ...now(clinic), facts, ...stated });
    expect((await device.get(sitePath(clinic, 'premises'))).at('licenses')).toEqual([]);
    expectStatus(await state({ premises }), 201);
    expectStatus(await state({}), 201);
    expect((await device.get(sitePath(clinic, 'premises'))).body).toEqual(premises);
    const held = (changes: JsonObject) =>
      state({ premises: { ...premises, keyHolders: [{ ...premises.keyHolders[0], ...changes }] } });
    expect((await held({ location: 'attic' })).refusal).toBe('422 location.unknown');
    expect((await held({ person: 'person-999' })).refusal).toBe('422 person.unknown');
    expect((await held({ opensWith: 'force' })).refusal).toBe('400 request.invalid');
    expect(expectStatus(await device.get(sitePath(clinic, 'premises')), 200).body).toEqual(
      premises,
    );
  });

  test('a wrong DEA number is refused, an unusual one is asked about', async () => {
    const { device } = clinic.rita;
    const facts = { ...SETUP.site, deaNumber: 'BV1234560', locations: [...SETUP.site.locations] };
    const wrong = await device.post('/api/sites', { ...now(clinic), facts });
    expect(wrong.refusal).toBe('422 registration.dea-number-invalid');
    const zone = { ...now(clinic), facts: { ...facts, zone: 'EST' } };
    expect((await device.post('/api/sites', zone)).at('errors.0.field')).toBe('facts.zone');
  });
});

test('a person who signs in with a password of twelve thousand characters is refused, not waited for', async () => {
  const answer = await new Device(service.url).post('/api/session', {
    signInName: 'nina.cole',
    password: 'x'.repeat(12_000),
  });
  expect(answer.refusal).toBe('400 request.invalid');
});
