import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
import { startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const TODAY = '2026-03-02';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
let paul: Member;
let draw: string;
let waste: string;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  const [vial = ''] = await stockVials(clinic, { custodian: paul, witness: nina }, 2);
  const order = await orderInfusion(clinic, nina);
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value: '0.700', unit: 'mL' } }],
  });
  draw = expectStatus(drawn, 201).textAt('draws.0.draw');
  const wasted = await nina.device.post(sitePath(clinic, 'waste'), {
    ...now(clinic, 'done'),
    reason: 'alone-on-site',
    lines: [{ draw, quantity: { value: '0.500', unit: 'mL' } }],
    why: 'dose-remainder',
    manner: 'rx-destroyer',
  });
  waste = expectStatus(wasted, 201).textAt('line');
});
beforeEach(async () => {
  await prove(nina);
  await prove(paul);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const close = (body: JsonObject) =>
  paul.device.post(sitePath(clinic, 'days'), { ...now(clinic), date: TODAY, excused: [], ...body });
const day = (date: string) => paul.device.get(sitePath(clinic, `days/${date}`));

describe('the end of a day', () => {
  test('the state of the day names what stands in the way', async () => {
    const standing = await day(TODAY);
    expect(standing.body).toEqual({
      date: TODAY,
      canClose: false,
      standing: [
        {
          what: `in-process:${draw}`,
          type: 'in-process',
          since: service.clock.now(),
          item: expect.stringContaining('ketamine'),
          quantity: '0.200',
        },
        {
          what: `line:${waste}`,
          type: 'unwitnessed',
          since: service.clock.now(),
          item: null,
          quantity: null,
        },
      ],
      closed: null,
    });
    const tomorrow = await day('2026-03-03');
    expect([tomorrow.at('canClose'), tomorrow.at('standing.length')]).toEqual([false, 2]);
    const yesterday = await day('2026-03-01');
    expect([yesterday.at('canClose'), yesterday.at('standing')]).toEqual([true, []]);
    expect((await day('2026-02-30')).refusal).toBe('404 record.not-found');
    expect((await day('today')).refusal).toBe('404 record.not-found');
  });

  test('it does not close over them, and does when each is excused', async () => {
    const refused = await close({});
    expect(refused.refusal).toBe('409 day.not-clear');
    expect(refused.at('facts.standing')).toEqual([`in-process:${draw}`, `line:${waste}`]);
    const excused = [
      { what: `in-process:${draw}`, why: 'infusion-running' },
      { what: `line:${waste}`, why: 'witness-not-here-today' },
    ];
    const unneeded = await close({ excused: [...excused, { what: 'held:1', why: 'other' }] });
    expect(unneeded.refusal).toBe('409 day.excuse-unneeded');
    const closed = await close({ excused });
    expect(closed.status).toBe(201);
    expect((await close({ excused })).refusal).toBe('409 day.already-closed');
    const state = await day(TODAY);
    expect(state.at('closed')).toEqual({
      date: TODAY,
      status: 'closed',
      line: Number(closed.textAt('line')),
      closedBy: paul.person,
      excused,
      late: [],
      review: null,
      unreviewed: [Number(closed.textAt('line'))],
    });
    const listed = await paul.device.get(sitePath(clinic, 'days'));
    expect(listed.body).toEqual({ items: [state.at('closed')], next: null });
  });

  test('a range is signed up to the line that was read, and a later line reopens it', async () => {
    const head = await paul.device.get(sitePath(clinic, 'entries?limit=1'));
    const to = Number(head.textAt('items.0.line'));
    const leaf = head.textAt('items.0.leafHash');
    const sign = (body: JsonObject) =>
      paul.device.post(sitePath(clinic, 'reviews'), {
        ...now(clinic),
        from: 0,
        to,
        leaf,
        days: [TODAY],
        ...body,
      });
    const noDate = await sign({ days: ['2026-02-30'] });
    expect([noDate.refusal, noDate.at('errors.0.field')]).toEqual(['400 request.invalid', 'days']);
    expect((await sign({ to: to - 1 })).refusal).toBe('409 review.leaf-mismatch');
    expect((await sign({ days: ['2026-03-01'] })).refusal).toBe('409 review.day-open');
    const signed = expectStatus(await sign({}), 201);
    expect((await day(TODAY)).at('closed.status')).toBe('reviewed');
    const wasted = await nina.device.post(sitePath(clinic, 'waste'), {
      ...now(clinic, 'done'),
      reason: 'alone-on-site',
      lines: [{ draw, quantity: { value: '0.200', unit: 'mL' } }],
      why: 'dose-remainder',
      manner: 'rx-destroyer',
    });
    expect(wasted.at('flags')).toContainEqual({ code: 'day.closed', about: TODAY });
    const reopened = await day(TODAY);
    expect(reopened.at('closed')).toMatchObject({
      status: 'reopened',
      late: [Number(wasted.textAt('line'))],
      unreviewed: [Number(wasted.textAt('line'))],
    });
    const ranges = await paul.device.get(sitePath(clinic, 'reviews'));
    expect(ranges.body).toEqual({
      items: [
        { line: Number(signed.textAt('line')), from: 0, to, days: [TODAY], reviewer: paul.person },
      ],
      next: null,
    });
  });
});
