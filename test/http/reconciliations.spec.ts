import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../support/check-ledger.js';
import {
  ITEM,
  expectStatus,
  hire,
  now,
  orderInfusion,
  prove,
  setUpClinic,
  signedBy,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let paul: Member;
let vial: string;
let draw: string;
let inventory: string;
let count: string;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  [vial = ''] = await stockVials(clinic, { custodian: paul, witness: nina }, 2);
  inventory = vial.split('-')[0] ?? '';
  service.clock.advance(60_000);
  const order = await orderInfusion(clinic, nina);
  draw = await drawn(order, '0.700');
  service.clock.advance(60_000);
  expectStatus(
    await nina.device.post(sitePath(clinic, 'administrations'), {
      ...now(clinic),
      order,
      outcome: 'completed',
      lines: [{ draw, quantity: { value: '0.500', unit: 'mL' } }],
    }),
    201,
  );
  service.clock.advance(60_000);
  count = await counted({ containers: 1, quantity: '9.250' });
});
beforeEach(async () => {
  for (const member of [nina, paul, clinic.rita]) await prove(member);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

async function drawn(order: string, value: string): Promise<string> {
  await prove(nina);
  const answer = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value, unit: 'mL' } }],
  });
  return expectStatus(answer, 201).textAt('draws.0.draw');
}

async function counted(found: {
  readonly containers: number;
  readonly quantity: string;
}): Promise<string> {
  const begun = await paul.device.post(sitePath(clinic, 'counts'), {
    type: 'day',
    location: 'safe',
  });
  const id = expectStatus(begun, 201).textAt('id');
  const tally = await paul.device.post(sitePath(clinic, `counts/${id}/tally`), {
    ...now(clinic),
    sealed: [{ item: ITEM, containers: found.containers }],
    quarantined: [],
    open: [
      {
        container: vial,
        quantity: { value: found.quantity, unit: 'mL' },
        method: 'measured',
        resolution: { value: '0.100', unit: 'mL' },
      },
    ],
  });
  return expectStatus(tally, 201).textAt('entry.line');
}

const chart = (query: Readonly<Record<string, string>>): Promise<Answer> =>
  paul.device.get(
    sitePath(
      clinic,
      `reconciliations/chart?${new URLSearchParams({ item: ITEM, ...query }).toString()}`,
    ),
  );
const signing = (drawnUp: Answer, change: JsonObject = {}): JsonObject => ({
  ...now(clinic),
  item: ITEM,
  by: drawnUp.textAt('by'),
  knownAt: Number(drawnUp.textAt('knownAt')),
  beginning: [inventory],
  closing: [count],
  difference: drawnUp.textAt('difference'),
  ...change,
});

describe('the computation chart', () => {
  test('counts both ends, names the lines of each figure, and finds the shortage', async () => {
    const answer = await chart({ beginning: inventory, closing: count });
    expect(answer.status).toBe(200);
    const administration = Number(draw.split('-')[0]) + 1;
    expect(answer.body).toMatchObject({
      item: ITEM,
      unit: 'mL',
      by: 'event',
      beginning: {
        onHand: '20.000',
        total: '20.000',
        uncounted: '0.000',
        parts: [{ line: Number(inventory), location: null, counted: '20.000', book: '20.000' }],
      },
      receipts: { quantity: '0.000', lines: [] },
      accountableFor: '20.000',
      closing: {
        onHand: '19.250',
        inProcess: '0.200',
        held: '0.000',
        total: '19.450',
        book: '19.300',
        uncounted: '0.000',
        parts: [{ line: Number(count), location: 'safe', counted: '19.250', book: '19.300' }],
      },
      administered: { quantity: '0.500', lines: [administration] },
      accountedFor: '19.950',
      difference: '-0.050',
      differenceMilligrams: '-2.500',
      finding: 'shortage',
      differencePercent: '-0.25',
    });
    const recorded = await chart({ beginning: inventory, closing: count, by: 'recorded' });
    expect(recorded.at('difference')).toBe('-0.050');
  });

  test('drawn again as it was known then, it is the same to the byte', async () => {
    const first = await chart({ beginning: inventory, closing: count });
    const knownAt = first.textAt('knownAt');
    const order = await orderInfusion(clinic, nina);
    await drawn(order, '0.300');
    const again = await chart({ beginning: inventory, closing: count, knownAt });
    expect(again.text).toBe(first.text);
  });

  test('ends that are no counts, or lie the other way round, are refused', async () => {
    const line = draw.split('-')[0] ?? '';
    expect((await chart({ beginning: line, closing: count })).refusal).toBe(
      '422 reconciliation.not-a-count',
    );
    expect((await chart({ beginning: '999999', closing: count })).refusal).toBe(
      '422 reconciliation.not-a-count',
    );
    expect((await chart({ beginning: '0', closing: count })).refusal).toBe(
      '422 reconciliation.not-a-count',
    );
    expect((await chart({ beginning: count, closing: inventory })).refusal).toBe(
      '422 reconciliation.ends-before-start',
    );
    expect((await chart({ beginning: inventory, closing: count, item: 'tea' })).refusal).toBe(
      '422 reconciliation.item-unknown',
    );
    expect((await chart({ beginning: '1;2', closing: count })).refusal).toBe('400 request.invalid');
  });

  test('is signed as it was read, by the registrant too', async () => {
    const read = await chart({ beginning: inventory, closing: count });
    const sign = (body: JsonObject, key?: string) =>
      paul.device.post(sitePath(clinic, 'reconciliations'), body, key);
    const other = await sign(signing(read, { difference: '0.000' }));
    expect(other.refusal).toBe('409 reconciliation.figures-disagree');
    const key = randomUUID();
    const act = { kind: 'reconciliation', body: signing(read), key };
    const rita = { who: clinic.rita, meaning: 'approved', seen: ['papers'] };
    const signed = await sign(await signedBy(clinic, paul, act, rita), key);
    expect(signed.status).toBe(201);
    const listed = await paul.device.get(sitePath(clinic, 'reconciliations'));
    expect(listed.body).toEqual({
      items: [
        {
          line: Number(signed.textAt('line')),
          item: ITEM,
          from: expect.stringMatching(/^2026-03-02T/),
          to: expect.stringMatching(/^2026-03-02T/),
          beginning: [Number(inventory)],
          closing: [Number(count)],
          difference: '-0.050',
        },
      ],
      next: null,
    });
  });
});
