import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FACTORS } from '../../src/domain/losses/loss.js';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
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
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const step = async (who: Member, loss: string | null, body: JsonObject) => {
  await prove(who);
  return who.device.post(sitePath(clinic, 'losses'), { ...now(clinic), loss, step: body });
};
const FORM: JsonObject = {
  type: 'employee-pilferage',
  explanation: 'a vial was seen in a bag',
  principalBusiness: 'practitioner',
  county: 'Lee',
  telephone: '239 555 0100',
  purchaseValue: 4_500,
};

test('a theft goes from suspicion to the form, with its clocks', async () => {
  const suspected = await step(nina, null, { type: 'suspected' });
  const loss = expectStatus(suspected, 201).textAt('loss');
  const path = sitePath(clinic, `losses/${loss}`);
  expect((await nina.device.get(`${path}/clocks`)).body).toEqual({ items: [] });
  const notHers = await step(nina, loss, { type: 'discovered' });
  expect(notHers.refusal).toBe('403 entry.not-permitted');
  expectStatus(await step(clinic.rita, loss, { type: 'discovered' }), 201);

  const clocks = await nina.device.get(`${path}/clocks`);
  // A Monday: the next business day is Tuesday. Florida has no confirmed clock of its own.
  expect(clocks.at('items.0')).toEqual({
    duty: 'notice',
    to: 'DEA Field Division Office',
    due: '2026-03-04T04:59:59.999999Z',
    lastDay: '2026-03-03',
    computed: 'Discovered on Monday 2026-03-02; the next business day is Tuesday 2026-03-03.',
    rule: '21 CFR 1301.76(b)',
    status: 'open',
    reminders: [],
  });
  expect(clocks.at('items.1.lastDay')).toBe('2026-04-16');
  expect(clocks.at('items.1.reminders')).toEqual(['2026-04-02', '2026-04-09', '2026-04-15']);
  expect(clocks.at('items.length')).toBe(2);

  const unsaid = await step(clinic.rita, loss, { type: 'determined' });
  expect([unsaid.refusal, unsaid.at('errors.0.field')]).toEqual(['400 request.invalid', 'step.as']);
  const quantity = { value: '10.000', unit: 'mL' };
  const answer = { factor: FACTORS[0], weighs: 'for', because: 'of the first' };
  const repeated = await step(clinic.rita, loss, {
    type: 'determined',
    as: 'theft',
    factors: [answer, { ...answer, weighs: 'against' }],
  });
  expect([repeated.refusal, repeated.at('errors.0.field')]).toEqual([
    '400 request.invalid',
    'step.factors',
  ]);
  const determined = await step(clinic.rita, loss, {
    type: 'determined',
    as: 'theft',
    factors: FACTORS.map((factor) => ({ factor, weighs: 'for', because: `of ${factor}` })),
    taken: [{ container: vials[0] ?? '', quantity }],
  });
  expect(expectStatus(determined, 201).at('movements.0')).toMatchObject({
    to: 'stolen-or-lost',
    quantity: '10.000',
    onHand: '20.000',
  });
  const notice = {
    type: 'notified',
    to: 'field-division-office',
    office: 'Miami',
    manner: 'email',
  };
  expectStatus(await step(clinic.rita, loss, notice), 201);
  expect((await nina.device.get(`${path}/form-106`)).status).toBe(404);
  expectStatus(await step(clinic.rita, loss, { type: 'form-106', form: FORM }), 201);
  const draft = await nina.device.get(`${path}/form-106`);
  expect(draft.body).toMatchObject({
    registrant: 'Vance, Rita MD',
    deaNumber: 'BV1234563',
    discoveredOn: '2026-03-02',
    occurredOn: '2026-03-02',
    earlierLosses: 0,
    products: [{ ndc: '0409-2051-15', quantity: '10.000', unit: 'mL' }],
    reference: null,
  });
  expect(draft.text).not.toContain('seen in a bag');
  const submission = { reference: 'TLR-1' };
  expectStatus(await step(clinic.rita, loss, { type: 'form-106', form: FORM, submission }), 201);
  const found = { type: 'found', containers: [{ container: vials[0] ?? '', quantity }] };
  expectStatus(await step(clinic.rita, loss, found), 201);

  const standing = await nina.device.get(path);
  expect(standing.body).toMatchObject({ id: loss, status: 'theft', amendmentDue: true });
  const missing = { container: vials[0] ?? '', quantity: '10.000', unit: 'mL' };
  expect(standing.body).toMatchObject({ taken: [missing], found: [missing] });
  expect((await nina.device.get(sitePath(clinic, 'losses'))).at('items.0')).toEqual(standing.body);
  expect((await nina.device.get(`${path}/clocks`)).at('items')).toMatchObject([
    { duty: 'notice', status: 'done' },
    { duty: 'form-106', status: 'done' },
    { duty: 'amended-form-106', status: 'open', due: null },
  ]);
});

test('a notice that was not given in time shows as overdue', async () => {
  const begun = await step(clinic.rita, null, { type: 'discovered', state: 'US-MO' });
  const path = sitePath(clinic, `losses/${expectStatus(begun, 201).textAt('loss')}/clocks`);
  service.clock.advance(10 * 86_400_000);
  await prove(clinic.rita);
  expect((await clinic.rita.device.get(path)).at('items')).toMatchObject([
    { duty: 'notice', status: 'overdue' },
    { duty: 'form-106', status: 'open' },
    { duty: 'state-notice', status: 'overdue' },
  ]);
});
