import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { checkLedger } from '../support/check-ledger.js';
import { hire, now, prove, setUpClinic } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startGuardedService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let service: HttpService;
let clinic: Clinic;
let nina: Member;
beforeAll(async () => {
  service = await startGuardedService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician']);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const signIn = async (member: Member, device = new Device(service.url)): Promise<Device> => {
  const { signInName, password } = member;
  const answer = await device.post('/api/session', { signInName, password });
  expect(answer.status).toBe(200);
  return device;
};
const token = (device: Device): string => device.cookies.get('countersign') ?? '';

test('secrets are kept as OWASP asks for argon2id at least', async () => {
  const client = new pg.Client({ connectionString: service.database.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ hash: string }>(
    `SELECT password_hash AS hash FROM beside.credential
     UNION ALL SELECT pin_hash FROM beside.credential WHERE pin_hash IS NOT NULL`,
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(2);
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

describe('the session cookie', () => {
  test('is HttpOnly, SameSite=Strict, for the whole host, and plain over HTTP on loopback', async () => {
    const { signInName, password } = nina;
    const answer = await new Device(service.url).post('/api/session', { signInName, password });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(
      /^countersign-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(cookies[1]).toMatch(/^countersign=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test('is a Secure __Host- cookie behind a proxy that ends TLS', async () => {
    const other = await startGuardedService({ trustedProxies: ['127.0.0.1'] });
    try {
      const { rita } = await setUpClinic(other);
      expect([...rita.device.cookies.keys()]).toEqual([
        '__Host-countersign-device',
        '__Host-countersign',
      ]);
      const { signInName, password } = rita;
      const answer = await rita.device.post('/api/session', { signInName, password });
      expect(answer.headers.getSetCookie().every((each) => each.includes('; Secure'))).toBe(true);
    } finally {
      await other.close();
    }
  });

  test('its number changes at every proof of identity, and the old one is good no longer', async () => {
    const device = await signIn(nina);
    const before = device.copy();
    expect((await device.post('/api/session/proof', { password: nina.password })).status).toBe(200);
    expect(token(device)).not.toBe(token(before));
    expect((await before.get('/api/session')).refusal).toBe('401 session.missing');
    expect((await device.get('/api/session')).status).toBe(200);
  });

  test('made up, cut short or sent twice, it lets nobody in', async () => {
    const good = token(await signIn(nina));
    for (const wrong of ['', 'x', good.slice(1), `${good}x`, 'A'.repeat(43), `${good}%00`]) {
      const answer = await new Device(service.url).get('/api/session', {
        cookie: `countersign=${wrong}`,
      });
      expect([wrong, answer.refusal]).toEqual([wrong, '401 session.missing']);
    }
    const named = await new Device(service.url).get('/api/session', {
      cookie: `__Host-countersign=${good}`,
    });
    expect(named.status).toBe(401);
  });

  test('whoever signs in on a device ends the session that was open there', async () => {
    const device = await signIn(nina);
    const before = device.copy();
    await signIn(nina, device);
    expect((await before.get('/api/session')).status).toBe(401);
  });
});

describe('a session', () => {
  test('locks after 15 minutes without use, and only the password unlocks it', async () => {
    const device = await signIn(nina);
    service.clock.advance(14 * MINUTE);
    expect((await device.get('/api/sites')).status).toBe(200);
    service.clock.advance(14 * MINUTE);
    expect((await device.get('/api/sites')).status).toBe(200);
    service.clock.advance(15 * MINUTE);
    expect((await device.get('/api/sites')).refusal).toBe('401 session.locked');
    expect((await device.get('/api/session')).at('isLocked')).toBe(true);
    expect((await device.post('/api/session/proof', { pin: nina.pin })).refusal).toBe(
      '401 session.locked',
    );
    const unlocked = await device.post('/api/session/proof', { password: nina.password });
    expect([unlocked.status, unlocked.at('isLocked')]).toEqual([200, false]);
    expect((await device.get('/api/sites')).status).toBe(200);
  });

  test('asking whether one is signed in does not keep it from locking', async () => {
    const device = await signIn(nina);
    for (let minute = 0; minute < 15; minute += 5) {
      service.clock.advance(5 * MINUTE);
      expect((await device.get('/api/session')).status).toBe(200);
    }
    expect((await device.get('/api/sites')).refusal).toBe('401 session.locked');
  });

  test('ends after twelve hours however it is used, and a proof does not prolong it', async () => {
    const device = await signIn(nina);
    for (let hour = 0; hour < 11; hour += 1) {
      service.clock.advance(HOUR);
      await device.post('/api/session/proof', { password: nina.password });
    }
    expect((await device.get('/api/sites')).status).toBe(200);
    service.clock.advance(HOUR);
    expect((await device.get('/api/sites')).refusal).toBe('401 session.missing');
    expect((await device.post('/api/session/proof', { password: nina.password })).status).toBe(401);
  });

  test('signing out ends it, on every instance within a second', async () => {
    const device = await signIn(nina);
    const elsewhere = new Device((await service.another()).url);
    elsewhere.cookies.set('countersign', token(device));
    expect((await elsewhere.get('/api/sites')).status).toBe(200);
    const left = await device.delete('/api/session');
    expect([left.status, left.text]).toEqual([204, '']);
    expect(device.cookies.has('countersign')).toBe(false);
    service.clock.advance(1_001);
    expect((await elsewhere.get('/api/sites')).status).toBe(401);
  });

  test('a new password ends every other session of the person', async () => {
    const june = await hire(clinic, 'june.park', ['clinician']);
    const other = await signIn(june);
    const { password } = june;
    const next = 'another phrase entirely';
    const weak = await june.device.put('/api/session/secrets', {
      current: password,
      password: 'password123456',
    });
    expect([weak.refusal, weak.at('facts')]).toEqual([
      '422 secret.too-weak',
      { weak: ['password'] },
    ]);
    const wrong = await june.device.put('/api/session/secrets', { current: next, password: next });
    expect(wrong.refusal).toBe('403 proof.refused');
    const changed = await june.device.put('/api/session/secrets', {
      current: password,
      password: next,
    });
    expect(changed.status).toBe(200);
    expect((await june.device.get('/api/sites')).status).toBe(200);
    expect((await other.get('/api/sites')).status).toBe(401);
    const { signInName } = june;
    const old = await new Device(service.url).post('/api/session', { signInName, password });
    expect(old.refusal).toBe('401 sign-in.refused');
  });

  test('of a person whose access has ended, ends at once', async () => {
    const omar = await hire(clinic, 'omar.haddad', ['clinician', 'witness']);
    expect((await omar.device.get('/api/sites')).status).toBe(200);
    await prove(clinic.rita);
    const ended = await clinic.rita.device.post(`/api/people/${omar.person}/end`, now(clinic));
    expect(ended.status).toBe(201);
    expect((await omar.device.get('/api/sites')).refusal).toBe('401 session.missing');
    const { signInName, password } = omar;
    const again = await new Device(service.url).post('/api/session', { signInName, password });
    expect(again.refusal).toBe('401 sign-in.refused');
    const listed = await clinic.rita.device.get(`/api/people/${omar.person}`);
    expect(listed.body).toMatchObject({ status: 'disabled', name: 'Person omar.haddad' });
  });
});

describe('a password that somebody else has set', () => {
  test('is good for choosing another and for nothing else', async () => {
    const ines = await hire(clinic, 'ines.brandt', ['inspector']);
    await prove(clinic.rita);
    const first = 'words that rita chose';
    const reset = await clinic.rita.device.put(`/api/people/${ines.person}/secrets`, {
      password: first,
      pin: '573914',
    });
    expect(reset.status).toBe(204);
    expect((await ines.device.get('/api/sites')).status).toBe(401);
    const device = new Device(service.url);
    const { signInName } = ines;
    const opened = await device.post('/api/session', { signInName, password: first });
    expect(opened.at('needsNewSecrets')).toBe(true);
    expect((await device.get('/api/sites')).refusal).toBe('403 session.secrets-temporary');
    const chosen = { current: first, password: 'words of her own now', pin: '573914' };
    expect((await device.put('/api/session/secrets', chosen)).at('needsNewSecrets')).toBe(false);
    expect((await device.get('/api/sites')).status).toBe(200);
  });
});

describe('signing in', () => {
  test('capitals of the sign-in name do not matter', async () => {
    const answer = await new Device(service.url).post('/api/session', {
      signInName: 'NINA.Cole',
      password: nina.password,
    });
    expect(answer.status).toBe(200);
  });

  test('an unknown name and a wrong password are answered alike', async () => {
    const device = new Device(service.url);
    const unknown = await device.post('/api/session', { signInName: 'nobody', password: 'x' });
    const wrong = await device.post('/api/session', { signInName: 'nina.cole', password: 'x' });
    expect(unknown.text).toBe(wrong.text);
    expect(unknown.refusal).toBe('401 sign-in.refused');
  });
});
