import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../support/check-ledger.js';
import {
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
import type { Clinic, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let paul: Member;
let vials: readonly string[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian: paul, witness: nina }, 2);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

test('a case file tells what was done in order, and what would explain the gap', async () => {
  const container = vials[0] ?? '';
  // 7 mL were drawn, and 0.7 written.
  const order = await orderInfusion(clinic, nina);
  const lines = [{ container, quantity: { value: '0.700', unit: 'mL' } }];
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), { ...now(clinic), order, lines });
  const draw = Number(expectStatus(drawn, 201).textAt('line'));
  await prove(paul);
  const key = randomUUID();
  const act = { kind: 'close-out', body: { ...now(clinic), container }, key };
  const seen = { who: nina, meaning: 'witnessed', seen: ['container'] };
  const body = await signedBy(clinic, paul, act, seen);
  const closed = await paul.device.post(sitePath(clinic, 'close-outs'), body, key);
  const id = expectStatus(closed, 201).textAt('discrepancies.0');
  const step = {
    ...now(clinic),
    act: 'noted',
    case: id,
    note: 'asked everybody in the morning',
  };
  expectStatus(await paul.device.post(sitePath(clinic, 'discrepancies'), step), 201);

  const path = sitePath(clinic, `discrepancies/${id}`);
  const timeline = await paul.device.get(`${path}/timeline`);
  expect(timeline.at('items')).toMatchObject([
    { kind: 'close-out', part: 'opened', act: null, note: null },
    { kind: 'discrepancy', part: 'step', act: 'noted', note: 'asked everybody in the morning' },
  ]);
  expect(timeline.at('items.0.signatures')).toMatchObject([
    { person: paul.person, meaning: 'performed' },
    { person: nina.person, meaning: 'witnessed', seen: ['container'] },
  ]);

  const explained = await paul.device.get(`${path}/explanations`);
  expect(explained.body).toMatchObject({ since: 0, difference: '-9.230', in: 'product' });
  expect(explained.at('items.0')).toMatchObject({ cause: 'waste-not-recorded' });
  expect(explained.text).not.toContain('morning');
  expect(draw).toBeGreaterThan(0);

  const signals = await clinic.rita.device.get(sitePath(clinic, 'monitoring?months=3'));
  expect(expectStatus(signals, 200).body).toMatchObject({
    intervals: 0,
    referencePercent: 25,
    signals: [],
  });
  expect((await nina.device.get(sitePath(clinic, 'monitoring'))).status).toBe(403);

  // Month by month: the draw is of who drew, and so is what the vial lacks.
  const trends = await clinic.rita.device.get(sitePath(clinic, 'trends?months=2'));
  expect(expectStatus(trends, 200).at('months')).toEqual(['2026-02', '2026-03']);
  const { figures } = trends.at('items.0') as {
    readonly figures: readonly { figure: string; sums: unknown[]; people: unknown[] }[];
  };
  const sumsOf = (figure: string) => figures.find((each) => each.figure === figure);
  const sum = { month: '2026-03', quantity: '0.700', lines: 1 };
  expect(sumsOf('drawn')).toEqual({
    figure: 'drawn',
    sums: [sum],
    people: [{ person: nina.person, sums: [sum] }],
  });
  expect(sumsOf('wasted')).toMatchObject({ sums: [], people: [] });
  const item = encodeURIComponent(trends.textAt('items.0.item'));
  const behind = `trends/lines?item=${item}&month=2026-03&figure=`;
  const lacking = await clinic.rita.device.get(sitePath(clinic, `${behind}unexplained`));
  expect(expectStatus(lacking, 200).at('items')).toMatchObject([{ people: [nina.person] }]);
  const ofPaul = await clinic.rita.device.get(
    sitePath(clinic, `${behind}drawn&person=${paul.person}`),
  );
  expect(ofPaul.body).toEqual({ items: [], next: null });
  const astray = await clinic.rita.device.get(sitePath(clinic, `${behind}drawn&cursor=x`));
  expectStatus(astray, 400);
  expect((await nina.device.get(sitePath(clinic, 'trends'))).status).toBe(403);
});

test('the sums of a month follow what is recorded after they were asked for', async () => {
  const drawn = async (): Promise<object | undefined> => {
    const trends = await clinic.rita.device.get(sitePath(clinic, 'trends?months=2'));
    const figures = expectStatus(trends, 200).at('items.0.figures') as readonly {
      readonly figure: string;
      readonly sums: readonly object[];
    }[];
    return figures.find(({ figure }) => figure === 'drawn')?.sums[0];
  };
  const before = await drawn();
  expect(before).toMatchObject({ quantity: '0.700', lines: 1 });
  const order = await orderInfusion(clinic, nina);
  const lines = [{ container: vials[1] ?? '', quantity: { value: '0.500', unit: 'mL' } }];
  const answer = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines,
  });
  const line = Number(expectStatus(answer, 201).textAt('line'));
  expect(await drawn()).toMatchObject({ quantity: '1.200', lines: 2 });

  const entry = await nina.device.get(sitePath(clinic, `entries/${line}`));
  const quantity = { value: '0.600', unit: 'mL' };
  const correction = {
    ...now(clinic),
    reason: 'mistake-noticed',
    line,
    original: line,
    leaf: entry.textAt('leafHash'),
    change: {
      type: 'draw',
      draw: answer.textAt('draws.0.draw'),
      container: vials[1] ?? '',
      quantity,
    },
  };
  expectStatus(await nina.device.post(sitePath(clinic, 'corrections'), correction), 201);
  expect(await drawn()).toMatchObject({ quantity: '1.300', lines: 3 });
});
