import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { HOUSE_POLICY } from '../../src/domain/policy.js';
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
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let paul: Member;
let nina: Member;
let omar: Member;
let vial: string;
let item: string;
/** Seven sealed vials stand there, and an open one of 9.317 mL by the book. */
const SEALED = 7;
const BOOK = '9.317';

beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  paul = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  omar = await hire(clinic, 'omar.diaz', ['custodian']);
  [vial = ''] = await stockVials(clinic, { custodian: paul, witness: nina }, SEALED + 1);
  const order = await orderInfusion(clinic, nina);
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value: '0.683', unit: 'mL' } }],
  });
  expectStatus(drawn, 201);
  await prove(clinic.rita);
  const settings = {
    ...HOUSE_POLICY,
    deadSpacePerDraw: { value: '0.070', unit: 'mL' },
    countsBy: 'two-people',
    countLockMinutes: 60,
  };
  const published = await clinic.rita.device.post(sitePath(clinic, 'policies'), {
    ...now(clinic),
    effectiveFrom: service.clock.now(),
    settings: settings as unknown as JsonObject,
  });
  expectStatus(published, 201);
});
beforeEach(async () => {
  for (const member of [paul, nina, omar]) await prove(member);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const found = (containers: number, volume: string) => ({
  sealed: [{ item, containers }],
  quarantined: [],
  open: [
    {
      container: vial,
      quantity: { value: volume, unit: 'mL' },
      method: 'measured',
      resolution: { value: '0.050', unit: 'mL' },
    },
  ],
});

async function begin(): Promise<string> {
  const begun = await paul.device.post(sitePath(clinic, 'counts'), {
    type: 'day',
    location: 'safe',
  });
  expectStatus(begun, 201);
  item = (begun.at('items') as readonly string[])[0] ?? '';
  expect(begun.body).toMatchObject({ by: 'two-people', status: 'counting', round: 1, again: [] });
  return begun.textAt('id');
}

const handIn = (member: Member, count: string, round: number, figures: JsonObject) =>
  member.device.post(sitePath(clinic, `counts/${count}/figures`), { round, ...figures });
const shown = (member: Member, count: string) =>
  member.device.get(sitePath(clinic, `counts/${count}`));

/** The tally as who began it hands it in, with the signature of the second counter. */
async function tally(count: string, figures: JsonObject, signer: Member | null): Promise<Answer> {
  const [key, body] = [randomUUID(), { ...now(clinic), count, ...figures }];
  const act = { kind: 'count', body, key };
  const signed =
    signer === null
      ? body
      : await signedBy(clinic, paul, act, { who: signer, meaning: 'counted', seen: ['count'] });
  return paul.device.post(sitePath(clinic, `counts/${count}/tally`), signed, key);
}

test('two people count apart, and no answer before they agree tells a figure of the other or of the book', async () => {
  const count = await begin();
  const [pauls, omars] = [found(5, '8.111'), found(6, '7.222')];
  const answers: Answer[] = [];
  const listed = await omar.device.get(sitePath(clinic, 'counts/running'));
  expect(listed.at('items.0')).toMatchObject({
    id: count,
    location: 'safe',
    by: 'two-people',
    counter: paul.person,
    secondCounter: null,
  });
  answers.push(listed, await shown(omar, count), await handIn(paul, count, 1, pauls));
  expect(answers.at(-1)?.body).toMatchObject({
    status: 'waiting',
    round: 1,
    items: expect.arrayContaining([item]),
    open: [{ container: vial, item, unit: 'mL' }],
  });
  // Nobody changes what they have handed in, and nobody records it or has it signed before the other has as well.
  const otherFigures = await handIn(paul, count, 1, found(7, '9.300'));
  const early = await tally(count, pauls, null);
  expect(early.refusal).toBe('422 count.needs-second-counter');
  answers.push(otherFigures, early, await handIn(omar, count, 1, omars));
  expect(answers.at(-1)?.body).toMatchObject({ status: 'differ', round: 2, again: [] });
  answers.push(await shown(paul, count));
  expect(answers.at(-1)?.body).toMatchObject({ status: 'differ', round: 2, again: [] });
  // The same request sent again is no figure of the next round.
  answers.push(await handIn(omar, count, 1, omars), await handIn(paul, count, 2, pauls));
  expect(answers.at(-1)?.body).toMatchObject({ status: 'waiting', round: 2 });
  const asked = await paul.device.post(sitePath(clinic, 'signatures'), {
    entry: randomUUID(),
    kind: 'count',
    request: { ...now(clinic), count, ...pauls },
    signer: omar.signInName,
    meaning: 'counted',
    seen: ['count'],
  });
  expect(asked.refusal).toBe('409 count.counters-differ');
  const refused = await tally(count, pauls, null);
  expect(refused.refusal).toBe('409 count.counters-differ');
  const third = await handIn(nina, count, 2, omars);
  expect(third.refusal).toBe('404 count.not-found');
  answers.push(asked, refused, third, await omar.device.get(sitePath(clinic, 'counts/running')));
  expect(answers.length).toBeGreaterThan(10);
  for (const { text } of answers) {
    const told = text.replaceAll(count, '').replaceAll(/"\w*(?:At|Line)":"[^"]*"/g, '');
    expect(told).not.toMatch(/8\.111|7\.222|9\.317/);
    expect(told).not.toMatch(/"(?:containers|quantity|book|counted|first|remaining|expected)"/);
    // Numbers that stand alone: rounds and statuses of HTTP, and none of 5, 6 and 7 vials.
    expect([...told.matchAll(/:(\d+)/g)].map(([, number]) => number)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^[567]$/)]),
    );
  }

  // Both found the same, within what the measure can tell; the book has another number, which nobody is told either.
  expect((await handIn(omar, count, 2, found(5, '8.100'))).at('status')).toBe('agreed');
  expect((await shown(paul, count)).at('status')).toBe('agreed');
  expect((await tally(count, found(6, '8.111'), null)).refusal).toBe('409 count.counters-differ');
  const again = await tally(count, pauls, omar);
  const lines = [`sealed ${item}`, `open ${vial}`];
  expect(again.body).toEqual({ status: 'recount', again: lines, entry: null });
  expect((await shown(omar, count)).body).toMatchObject({
    status: 'recount',
    round: 3,
    again: [...lines].sort(),
  });

  const last = found(SEALED, BOOK);
  await handIn(paul, count, 3, last);
  expect((await handIn(omar, count, 3, found(SEALED, '9.300'))).at('status')).toBe('agreed');
  // The signature of another is not that of who counted.
  expect((await tally(count, last, nina)).refusal).toBe('422 count.needs-second-counter');
  const recorded = await tally(count, last, omar);
  const line = expectStatus(recorded, 201).textAt('entry.line');
  expect((await shown(paul, count)).at('status')).toBe('recorded');
  // Whoever reviews it reads what each of them found, first and last, beside the book.
  const sheet = await paul.device.get(sitePath(clinic, `counts/recorded/${line}`));
  expect(sheet.body).toMatchObject({
    type: 'day',
    counter: paul.person,
    sealed: [{ item, first: 5, counted: SEALED, book: SEALED }],
    open: [{ container: vial, first: '8.111', counted: BOOK, book: BOOK }],
    second: {
      counter: omar.person,
      rounds: 3,
      lines: [
        { line: `sealed ${item}`, first: '6', found: `${SEALED}` },
        { line: `open ${vial}`, first: '7.222', found: '9.300' },
      ],
    },
    investigators: null,
  });
  expect((await paul.device.get(sitePath(clinic, 'counts/recorded/1'))).status).toBe(404);
});

test('a draw between both makes them measure again, and a lone count says why', async () => {
  const count = await begin();
  await handIn(paul, count, 1, found(SEALED, BOOK));
  const order = await orderInfusion(clinic, nina);
  const drawn = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vial, quantity: { value: '0.500', unit: 'mL' } }],
  });
  expectStatus(drawn, 201);
  const after = found(SEALED, '8.817');
  expect((await handIn(omar, count, 1, after)).at('status')).toBe('differ');
  await handIn(paul, count, 2, after);
  expect((await handIn(omar, count, 2, after)).at('status')).toBe('agreed');
  // Everything was measured after the draw: it touched nothing of it.
  expectStatus(await tally(count, after, omar), 201);

  const alone = await begin();
  const { container = '' } = after.open[0] ?? {};
  expect(container).toBe(vial);
  const told = { ...now(clinic, 'done'), reason: 'alone-on-site', ...after };
  const recorded = await paul.device.post(sitePath(clinic, `counts/${alone}/tally`), told);
  expect(expectStatus(recorded, 201).at('entry.flags')).toEqual([
    { code: 'count.needs-second-counter', about: null },
  ]);
});

test('investigators’ figures stand beside ours, and their names beside the ledger', async () => {
  const begun = await paul.device.post(sitePath(clinic, 'counts'), {
    type: 'inspection',
    location: 'safe',
  });
  const count = expectStatus(begun, 201).textAt('id');
  const ours = found(SEALED, '8.817');
  for (const member of [paul, omar]) await handIn(member, count, 1, ours);
  const investigators = {
    agency: 'Drug Enforcement Administration',
    who: 'Ann Field, badge 4711',
    sealed: [{ item, containers: SEALED }],
    quarantined: [],
    open: [{ container: vial, quantity: { value: '8.500', unit: 'mL' } }],
  };
  const wrong = {
    ...investigators,
    open: [{ container: vial, quantity: { value: '8', unit: 'each' } }],
  };
  const inOtherUnit = await tally(count, { ...ours, investigators: wrong }, null);
  expect(inOtherUnit.refusal).toBe('400 request.invalid');
  const recorded = await tally(count, { ...ours, investigators }, omar);
  const line = expectStatus(recorded, 201).textAt('entry.line');
  expect(recorded.at('entry.flags')).toEqual([
    { code: 'count.investigators-differ', about: `open ${vial}` },
  ]);
  expect(recorded.at('entry.discrepancies') ?? []).toEqual([]);
  const sheet = await paul.device.get(sitePath(clinic, `counts/recorded/${line}`));
  expect(sheet.at('investigators')).toEqual({
    agency: 'Drug Enforcement Administration',
    lines: [
      { line: `sealed ${item}`, first: null, found: `${SEALED}` },
      { line: `open ${vial}`, first: null, found: '8.500' },
    ],
  });
  const entry = await clinic.rita.device.get(sitePath(clinic, `entries/${line}`));
  expect(entry.at('personal')).toContainEqual({
    field: 'investigators',
    value: 'Ann Field, badge 4711',
  });
  expect(sheet.text).not.toContain('Ann Field');
  // On paper all three stand side by side.
  const { text: ledger } = await clinic.rita.device.get(sitePath(clinic, 'reports/ledger.csv'));
  const dea = 'investigators (Drug Enforcement Administration)';
  expect(ledger).toContain(
    `Sealed ${SEALED}, book ${SEALED}, second count OM ${SEALED}, ${dea} 7.`,
  );
  expect(ledger).toMatch(
    /measured 8\.817, book 8\.817, explained from [\d.]+ to [\d.]+, second count OM 8\.817, /,
  );
  expect(ledger).toContain(`${dea} 8.500`);
  expect(service.logged()).not.toContain('Ann Field');
});

test('a count by one person takes no figures of two', async () => {
  await prove(clinic.rita);
  const settings = { ...HOUSE_POLICY, deadSpacePerDraw: { value: '0.070', unit: 'mL' } };
  const published = await clinic.rita.device.post(sitePath(clinic, 'policies'), {
    ...now(clinic),
    effectiveFrom: service.clock.now(),
    settings: settings as unknown as JsonObject,
  });
  expectStatus(published, 201);
  const begun = await paul.device.post(sitePath(clinic, 'counts'), {
    type: 'day',
    location: 'safe',
  });
  const count = expectStatus(begun, 201).textAt('id');
  expect(begun.at('by')).toBe('one-person');
  expect((await handIn(paul, count, 1, found(1, '1.000'))).refusal).toBe('409 count.by-one-person');
});
