import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const MINUTE = 60_000;

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let omar: Member;
let paul: Member;
let draw: string;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  omar = await hire(clinic, 'omar.haddad', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  const [vial = ''] = await stockVials(clinic, { custodian: paul, witness: nina }, 3);
  const order = await orderInfusion(clinic, nina);
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value: '0.700', unit: 'mL' } }],
  });
  draw = expectStatus(drawn, 201).textAt('draws.0.draw');
});
beforeEach(async () => {
  await prove(nina);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

/** Waste of a hundredth of a millilitre: there is enough of it for every test. */
const waste = (change: JsonObject = {}): JsonObject => ({
  ...now(clinic),
  lines: [{ draw, quantity: { value: '0.010', unit: 'mL' } }],
  why: 'dose-remainder',
  manner: 'sink',
  ...change,
});
const ask = (act: { readonly key: string; readonly body: JsonObject }, change: JsonObject = {}) =>
  nina.device.post(sitePath(clinic, 'signatures'), {
    entry: act.key,
    kind: 'waste',
    request: act.body,
    signer: omar.signInName,
    meaning: 'witnessed',
    seen: ['residue', 'destruction'],
    ...change,
  });
const sign = (id: string, proof: JsonObject) =>
  nina.device.post(sitePath(clinic, `signatures/${id}`), proof);
const record = (act: { readonly key: string; readonly body: JsonObject }, ...ids: string[]) =>
  nina.device.post(sitePath(clinic, 'waste'), { ...act.body, signatures: ids }, act.key);
const newAct = (change: JsonObject = {}) => ({ key: randomUUID(), body: waste(change) });

const size = async (): Promise<number> => {
  const audits = await checkLedger(service.database);
  return audits.reduce((total, audit) => total + audit.size, 0);
};

describe('a second person', () => {
  test('signs on the first one’s device, and the first one’s session stays', async () => {
    const act = newAct({ note: 'Rest of the dose.' });
    const asked = await ask(act);
    expect(asked.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      signer: omar.person,
      words: [
        `Waste, about to be done by Person nina.cole at ${service.clock.now()}.`,
        'Note: Rest of the dose.',
        `Lines: draw ${draw}, quantity 0.010 mL`,
        'Why: dose-remainder',
        'Manner: sink',
        'Person omar.haddad signs this as witnessed, having seen: residue, destruction.',
      ],
      contentHash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      expiresAt: expect.any(String),
    });
    const signed = await sign(asked.textAt('id'), { pin: omar.pin });
    expect(signed.body).toMatchObject({ signer: omar.person, method: 'pin' });
    expect((await nina.device.get('/api/session')).at('person')).toBe(nina.person);
    const wasted = await record(act, asked.textAt('id'));
    expect([wasted.status, wasted.at('flags')]).toEqual([201, []]);
  });

  test('may sign with the password instead', async () => {
    const act = newAct();
    const id = (await ask(act)).textAt('id');
    expect((await sign(id, { password: omar.password })).at('method')).toBe('password');
    expect((await record(act, id)).status).toBe(201);
  });

  test('is needed: without one, intended waste is refused', async () => {
    expect((await record(newAct())).refusal).toBe('422 waste.needs-witness');
  });
});

describe('a signature is refused', () => {
  test('with a wrong PIN, and the act then does not carry it', async () => {
    const act = newAct();
    const id = (await ask(act)).textAt('id');
    expect((await sign(id, { pin: '000111' })).refusal).toBe('403 signature.refused');
    expect((await sign(id, { pin: nina.pin, password: 'x' })).status).toBe(400);
    expect((await sign(id, { password: nina.password })).refusal).toBe('403 signature.refused');
    expect((await record(act, id)).refusal).toBe('403 signature.unknown');
    expect((await sign(id, { pin: omar.pin })).status).toBe(200);
  });

  test('by the performer, asked for or in their own name', async () => {
    const before = await size();
    const own = await ask(newAct(), { signer: nina.signInName });
    expect(own.refusal).toBe('403 witness.same-person');
    const other = await ask(newAct(), { meaning: 'performed' });
    expect(other.refusal).toBe('403 witness.same-person');
    expect(await size()).toBe(before);
  });

  test('of somebody without the grant to witness', async () => {
    const fay = await hire(clinic, 'fay.dunn', ['clinician']);
    const act = newAct();
    const id = (await ask(act, { signer: fay.signInName })).textAt('id');
    expect((await sign(id, { pin: fay.pin })).status).toBe(200);
    expect((await record(act, id)).refusal).toBe('403 witness.not-permitted');
  });

  test('of nobody that we know', async () => {
    expect((await ask(newAct(), { signer: 'nobody.here' })).refusal).toBe('422 person.unknown');
  });

  test('when it expired before the act was sent', async () => {
    const act = newAct();
    const id = (await ask(act)).textAt('id');
    expect((await sign(id, { pin: omar.pin })).status).toBe(200);
    service.clock.advance(11 * MINUTE);
    await prove(nina);
    expect((await record(act, id)).refusal).toBe('403 signature.unknown');
  });

  test('when it expired before it was made', async () => {
    const id = (await ask(newAct())).textAt('id');
    service.clock.advance(11 * MINUTE);
    await prove(nina);
    expect((await sign(id, { pin: omar.pin })).refusal).toBe('404 signature.not-found');
  });

  test('a second time, and for a second entry', async () => {
    const act = newAct();
    const id = (await ask(act)).textAt('id');
    await sign(id, { pin: omar.pin });
    expect((await sign(id, { pin: omar.pin })).refusal).toBe('404 signature.not-found');
    const other = { key: randomUUID(), body: act.body };
    expect((await record(other, id)).refusal).toBe('403 signature.unknown');
    expect((await record(act, id)).status).toBe(201);
    const again = await record(act, id);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect((await record(other, id)).refusal).toBe('403 signature.unknown');
  });

  test('for content that differs in anything', async () => {
    const act = newAct({ note: 'as shown' });
    const id = (await ask(act)).textAt('id');
    await sign(id, { pin: omar.pin });
    const changes: readonly JsonObject[] = [
      { lines: [{ draw, quantity: { value: '0.011', unit: 'mL' } }] },
      { manner: 'rx-destroyer' },
      { note: 'not as shown' },
      { note: null },
      { occurredAt: '2026-03-02T13:59:59Z' },
      { source: 'scan' },
      { reason: 'other' },
      { posture: 'done' },
    ];
    for (const change of changes) {
      const changed = { key: act.key, body: { ...act.body, ...change } };
      expect([change, (await record(changed, id)).refusal]).toEqual([
        change,
        '403 signature.unknown',
      ]);
    }
    expect((await record(act, id)).status).toBe(201);
  });

  test('when it was made for another site’s ledger, or never', async () => {
    expect((await sign(randomUUID(), { pin: omar.pin })).refusal).toBe('404 signature.not-found');
    expect((await sign('x', { pin: omar.pin })).refusal).toBe('404 request.not-found');
    expect((await record(newAct(), randomUUID())).refusal).toBe('403 signature.unknown');
  });

  test('as long as the signer’s PIN was set by somebody else', async () => {
    const gil = await hire(clinic, 'gil.orr', ['clinician', 'witness']);
    const secrets = { password: 'words that rita chose', pin: '573914' };
    await prove(clinic.rita);
    await clinic.rita.device.put(`/api/people/${gil.person}/secrets`, secrets);
    const id = (await ask(newAct(), { signer: gil.signInName })).textAt('id');
    expect((await sign(id, { pin: secrets.pin })).refusal).toBe('403 session.secrets-temporary');
  });
});

describe('asking for a signature', () => {
  test('reads the act as strictly as its own door', async () => {
    const wrong = await ask({ key: randomUUID(), body: waste({ surprise: 1 }) });
    expect(wrong.refusal).toBe('400 request.invalid');
    expect(wrong.at('errors')).toEqual([
      { field: 'request.surprise', says: 'is not a member of this request' },
    ]);
    expect((await ask(newAct(), { kind: 'theft' })).refusal).toBe('400 request.invalid');
    expect((await ask(newAct(), { seen: ['everything'] })).refusal).toBe('400 request.invalid');
    const body = waste({ lines: [{ draw, quantity: { value: '1', unit: 'each' } }] });
    expect((await ask({ key: randomUUID(), body })).at('errors')).toEqual([
      { field: 'lines.0.quantity.unit', says: 'must be mL, the unit of this product' },
    ]);
  });
});

describe('guessing a PIN at another person’s device', () => {
  test('is slowed down, written down, and ends with a PIN that sleeps until its person comes', async () => {
    const lena = await hire(clinic, 'lena.fenn', ['clinician', 'witness']);
    const statuses: string[] = [];
    for (let i = 0; i < 21; i += 1) {
      await prove(nina);
      const id = (await ask(newAct(), { signer: lena.signInName })).textAt('id');
      statuses.push((await sign(id, { pin: '112358' })).refusal);
      if (i >= 4) service.clock.advance(16 * MINUTE);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill('403 signature.refused'));
    expect(statuses[20]).toBe('429 sign-in.throttled');
    await prove(nina);
    const act = newAct();
    const id = (await ask(act, { signer: lena.signInName })).textAt('id');
    expect((await sign(id, { pin: lena.pin })).status).toBe(429);
    expect((await sign(id, { password: lena.password })).status).toBe(200);
    const next = (await ask(newAct(), { signer: lena.signInName })).textAt('id');
    expect((await sign(next, { pin: lena.pin })).status).toBe(200);
    await prove(clinic.rita);
    const journal = await clinic.rita.device.get(sitePath(clinic, 'journal?limit=200'));
    expect(JSON.stringify(journal.body)).toContain('"kind":"signature-refused"');
    expect(journal.text).not.toContain('112358');
  });
});

describe('an act that somebody else writes down', () => {
  test('names both, and the performer signs it by a signature of their own', async () => {
    const act = newAct({ performer: omar.person, posture: 'done', reason: 'alone-on-site' });
    const asked = await ask(act, { signer: omar.signInName, meaning: 'performed', seen: [] });
    const id = expectStatus(asked, 201).textAt('id');
    expect((await sign(id, { pin: omar.pin })).status).toBe(200);
    expect((await record(act, id)).status).toBe(201);
  });

  test('the other person needs the right as well', async () => {
    const ines = await hire(clinic, 'ines.brandt', ['inspector']);
    const refused = await record(newAct({ performer: ines.person }));
    expect(refused.refusal).toBe('403 entry.not-permitted');
  });
});

test('signing works from a device of one’s own too', async () => {
  const act = newAct();
  const id = (await ask(act)).textAt('id');
  const own = new Device(service.url);
  const { signInName, password } = omar;
  expectStatus(await own.post('/api/session', { signInName, password }), 200);
  expect((await own.post(sitePath(clinic, `signatures/${id}`), { pin: omar.pin })).status).toBe(
    200,
  );
  expect((await record(act, id)).status).toBe(201);
});
