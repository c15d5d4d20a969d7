import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../support/check-ledger.js';
import {
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

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  const paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 3);
});
beforeEach(async () => {
  await prove(nina);
  await prove(clinic.rita);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const drawBody = (order: string, change: JsonObject = {}): JsonObject => ({
  ...now(clinic),
  order,
  lines: [{ container: vials[0] ?? '', quantity: { value: '0.700', unit: 'mL' } }],
  ...change,
});

describe('draws', () => {
  test('a draw is answered with its line, its hash and what is left', async () => {
    const order = await orderInfusion(clinic, nina);
    const key = randomUUID();
    const drawn = await nina.device.post(sitePath(clinic, 'draws'), drawBody(order), key);
    expect(drawn.status).toBe(201);
    const line = Number(drawn.textAt('line'));
    expect(drawn.body).toEqual({
      line,
      id: key,
      leafHash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      recordedAt: service.clock.now(),
      businessDate: '2026-03-02',
      flags: [],
      draws: [
        {
          draw: `${line}-1`,
          container: vials[0],
          order,
          drawnBy: nina.person,
          drawnAt: service.clock.now(),
          quantity: { value: '0.700', unit: 'mL' },
          remaining: { value: '9.300', unit: 'mL' },
        },
      ],
    });
    const one = await nina.device.get(sitePath(clinic, `draws/${line}-1`));
    expect(one.body).toMatchObject({
      inProcess: { value: '0.700', unit: 'mL' },
      holder: nina.person,
    });
    const listed = await nina.device.get(sitePath(clinic, 'draws?limit=1'));
    expect(listed.at('items.0')).toEqual(drawn.body);
  });

  test('sent again with its key it gives the first answer; with other content it is refused', async () => {
    const order = await orderInfusion(clinic, nina);
    const key = randomUUID();
    const body = drawBody(order);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => nina.device.post(sitePath(clinic, 'draws'), body, key)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const replayed = answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
    expect(replayed).toHaveLength(7);
    const upper = await nina.device.post(sitePath(clinic, 'draws'), body, key.toUpperCase());
    expect(upper.headers.get('idempotent-replayed')).toBe('true');
    const other = drawBody(order, { note: 'another' });
    const conflict = await nina.device.post(sitePath(clinic, 'draws'), other, key);
    expect(conflict.refusal).toBe('409 request.key-reused');
  });

  test('a quantity has a unit, and the right one', async () => {
    const order = await orderInfusion(clinic, nina);
    const of = (quantity: JsonObject | number | string) =>
      nina.device.post(
        sitePath(clinic, 'draws'),
        drawBody(order, { lines: [{ container: vials[0] ?? '', quantity }] }),
      );
    const wrong: readonly (readonly [JsonObject | number | string, string])[] = [
      [0.7, 'lines.0.quantity'],
      ['0.7', 'lines.0.quantity'],
      [{ value: '0.7' }, 'lines.0.quantity.unit'],
      [{ value: 0.7, unit: 'mL' }, 'lines.0.quantity.value'],
      [{ value: '.7', unit: 'mL' }, 'lines.0.quantity.value'],
      [{ value: '0,7', unit: 'mL' }, 'lines.0.quantity.value'],
      [{ value: '0.7000', unit: 'mL' }, 'lines.0.quantity.value'],
      [{ value: '-0.7', unit: 'mL' }, 'lines.0.quantity.value'],
      [{ value: '0.7', unit: 'mg' }, 'lines.0.quantity.unit'],
      [{ value: '0.7', unit: 'each' }, 'lines.0.quantity.unit'],
      [{ value: '99999999999999', unit: 'mL' }, 'lines.0.quantity.value'],
    ];
    for (const [quantity, field] of wrong) {
      const answer = await of(quantity);
      expect([quantity, answer.refusal, answer.at('errors.0.field')]).toEqual([
        quantity,
        '400 request.invalid',
        field,
      ]);
    }
    expect((await of({ value: '0.7', unit: 'mL' })).status).toBe(201);
  });

  test('a refusal says what is wrong, of what kind it is and what to do', async () => {
    const refused = await nina.device.post(sitePath(clinic, 'draws'), drawBody('999999'));
    expect(refused.body).toEqual({
      type: 'urn:countersign:problem:order.unknown',
      title: 'This infusion order is not in this ledger.',
      status: 422,
      detail: 'This infusion order is not in this ledger.',
      code: 'order.unknown',
      class: 'identity',
      facts: { order: '999999' },
      next: 'Choose an order of this site.',
    });
    expect(refused.headers.get('cache-control')).toBe('no-store');
    const journal = await clinic.rita.device.get(sitePath(clinic, 'journal?limit=1'));
    expect(journal.at('items.0')).toMatchObject({
      kind: 'request-refused',
      person: nina.person,
      code: 'order.unknown',
      act: 'draw',
    });
  });

  test('a question is answered by repeating it with its code', async () => {
    const order = await orderInfusion(clinic, nina);
    const lines = [{ container: vials[1] ?? '', quantity: { value: '7.000', unit: 'mL' } }];
    const asked = await nina.device.post(sitePath(clinic, 'draws'), drawBody(order, { lines }));
    expect([asked.status, asked.at('class')]).toEqual([422, 'question']);
    const code = asked.textAt('code');
    const confirmed = drawBody(order, { lines, confirmed: [code] });
    const drawn = await nina.device.post(sitePath(clinic, 'draws'), confirmed);
    expect([drawn.status, drawn.at('flags')]).toEqual([
      201,
      [{ code: `confirmed:${code}`, about: order }],
    ]);
  });

  test('a stale proof of identity is asked for again', async () => {
    const order = await orderInfusion(clinic, nina);
    service.clock.advance(11 * 60_000);
    const stale = await nina.device.post(sitePath(clinic, 'draws'), drawBody(order));
    expect(stale.refusal).toBe('403 entry.reauthentication-needed');
    await nina.device.post('/api/session/proof', { pin: nina.pin });
    expect((await nina.device.post(sitePath(clinic, 'draws'), drawBody(order))).status).toBe(201);
  });

  test('lists go on where the page before ended', async () => {
    const seen: unknown[] = [];
    let next: unknown = null;
    do {
      const cursor = typeof next === 'string' ? `&cursor=${next}` : '';
      const page = await nina.device.get(sitePath(clinic, `draws?limit=2${cursor}`));
      const items = page.at('items');
      if (Array.isArray(items))
        seen.push(...items.map((item: unknown) => Reflect.get(Object(item), 'line') as unknown));
      next = page.at('next');
    } while (next !== null);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
    expect(seen.length).toBeGreaterThan(4);
  });
});
