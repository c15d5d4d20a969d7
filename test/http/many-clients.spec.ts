/** Many devices at once, at two instances of the service on one database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FileStore } from '../../src/evidence/file-store.js';
import { verifyExport } from '../../src/evidence/log-verify.js';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  now,
  setUpClinic,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { Device, startGuardedService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

const CLIENTS = 64;
/** Of each person at each instance; each device has as many windows as it takes to make the clients. */
const DEVICES = 2;
const NAMES = ['nina.cole', 'omar.diaz', 'tess.lund', 'uma.frey'];
/** Ten millilitres and a tenth for overfill hold fifteen draws of this, and no sixteenth. */
const DRAWN = '0.700';
const FITTING = 15;

let service: HttpService;
let clinic: Clinic;
let urls: readonly string[];
let people: readonly Member[];
/** Each a window of a browser; the instances take turns. */
let clients: readonly Device[];
let vials: readonly string[];
let orders: readonly string[];
beforeAll(async () => {
  service = await startGuardedService();
  clinic = await setUpClinic(service);
  const hired: Member[] = [];
  for (const name of NAMES) hired.push(await hire(clinic, name, ['clinician', 'witness']));
  people = hired;
  const custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian, witness: at(people, 0) }, 3);
  urls = [service.url, (await service.another()).url];
  const devices: Device[] = [];
  for (const member of people)
    for (let number = 0; number < DEVICES * urls.length; number += 1)
      devices.push(await signedIn(member, at(urls, number % urls.length)));
  clients = range(CLIENTS).map((number) => at(devices, number % devices.length).copy());
  orders = await ordersFor(CLIENTS);
});
afterAll(async () => {
  await checkLedger(service.database);
  for (const url of urls) expect(await verifiedAt(url)).toBe(await size());
  await service.close();
});

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

function at<T>(all: readonly T[], index: number): T {
  const found = all[index];
  if (found === undefined) throw new Error(`expected one at ${index} of ${all.length}`);
  return found;
}

async function signedIn({ signInName, password }: Member, url: string): Promise<Device> {
  const device = new Device(url);
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
  return device;
}

/** So many orders for one patient: no order is drawn for twice. */
async function ordersFor(number: number): Promise<readonly string[]> {
  const { device, person } = clinic.rita;
  const added = await device.post(sitePath(clinic, 'patients'), {
    name: 'Hana Quill',
    address: '9 Cedar Street, Harrow Bay, FL 33999',
  });
  const body = {
    ...now(clinic),
    patient: expectStatus(added, 201).textAt('id'),
    orderedBy: person,
    given: 'written',
    route: 'iv-infusion',
    dose: { value: '35.000', unit: 'mg' },
  };
  const ordered = await Promise.all(
    range(number).map(() => device.post(sitePath(clinic, 'infusion-orders'), body)),
  );
  return ordered.map((order) => expectStatus(order, 201).textAt('line'));
}

const drawOf = (vial: string, order: string, change: JsonObject = {}): JsonObject => ({
  ...now(clinic),
  order,
  lines: [{ container: vial, quantity: { value: DRAWN, unit: 'mL' } }],
  ...change,
});

/** Every client sends the body that is made for it, all at once. */
const allAtOnce = (
  senders: readonly Device[],
  bodyFor: (index: number) => JsonObject,
  keyFor: (index: number) => string = () => randomUUID(),
): Promise<readonly Answer[]> =>
  Promise.all(
    senders.map((device, index) =>
      device.post(sitePath(clinic, 'draws'), bodyFor(index), keyFor(index)),
    ),
  );

const linesOf = (answers: readonly Answer[]): readonly number[] =>
  answers.map((answer) => Number(answer.textAt('line'))).sort((a, b) => a - b);

/** How many lines the site's ledger has. */
async function size(): Promise<number> {
  const newest = await clinic.rita.device.get(sitePath(clinic, 'entries?limit=1'));
  return Number(newest.textAt('items.0.line')) + 1;
}

/** Verifies the log as an instance publishes it; how many lines hold. */
async function verifiedAt(url: string): Promise<number> {
  const device = await signedIn(clinic.rita, url);
  const cookie = [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const store: FileStore = {
    read: async (path) => {
      const answer = await fetch(`${url}${sitePath(clinic, path)}`, { headers: { cookie } });
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
  };
  const { finding, leaves } = await verifyExport(store);
  expect(finding).toBeNull();
  return leaves;
}

/** What draws say is left in the vial, in the order of their lines. */
const remainders = (answers: readonly Answer[]): readonly string[] =>
  [...answers]
    .sort((a, b) => Number(a.textAt('line')) - Number(b.textAt('line')))
    .map((answer) => answer.textAt('draws.0.remaining.value'));

const millilitres = (thousandths: number): string => (thousandths / 1000).toFixed(3);

describe('64 clients of two instances who draw at once from one vial', () => {
  test('lose no draw, take no more than it can hold, and what was done anyway is recorded', async () => {
    const vial = at(vials, 0);
    const before = await size();
    const answers = await allAtOnce(clients, (index) => drawOf(vial, at(orders, index)));
    const drawn = answers.filter(({ status }) => status === 201);
    expect(linesOf(drawn)).toEqual(range(FITTING).map((index) => before + index));
    expect(remainders(drawn)).toEqual(
      range(FITTING).map((index) => millilitres(10_000 - 700 * (index + 1))),
    );
    const refused = range(CLIENTS).filter((index) => at(answers, index).status !== 201);
    for (const index of refused)
      expect(at(answers, index).refusal).toBe('422 draw.exceeds-remaining');

    // Who was refused had drawn already.
    const told = await allAtOnce(
      refused.map((index) => at(clients, index)),
      (index) =>
        drawOf(vial, at(orders, at(refused, index)), {
          posture: 'done',
          reason: 'clinical-emergency',
        }),
    );
    expect(linesOf(told)).toEqual(refused.map((_, index) => before + FITTING + index));
    for (const { body } of told)
      expect(body).toMatchObject({ flags: [{ code: 'draw.exceeds-remaining', about: vial }] });
    const left = 10_000 - 700 * CLIENTS;
    expect(remainders(told).at(-1)).toBe(millilitres(left));
    const cases = await clinic.rita.device.get(sitePath(clinic, 'discrepancies'));
    expect(cases.at('items')).toEqual([
      expect.objectContaining({
        status: 'open',
        foundBy: 'draw',
        container: vial,
        difference: { value: millilitres(-1_000 - left), in: 'product' },
        lines: linesOf(told),
      }),
    ]);
    const container = await clinic.rita.device.get(sitePath(clinic, `containers/${vial}`));
    expect(container.at('remaining')).toEqual({ value: millilitres(left), unit: 'mL' });
    expect(container.at('movements')).toHaveLength(1 + CLIENTS);
    expect(await size()).toBe(before + CLIENTS);
  });
});

describe('64 clients of two instances who repeat one act under one key', () => {
  /** Windows of one person: another person's act is another act. */
  const windows = async (): Promise<readonly Device[]> => {
    const nina = at(people, 0);
    const devices = await Promise.all(urls.map((url) => signedIn(nina, url)));
    return range(CLIENTS).map((index) => at(devices, index % devices.length).copy());
  };

  test('make one entry and get the same answer; other content under it is a conflict', async () => {
    const key = randomUUID();
    const body = drawOf(at(vials, 1), at(await ordersFor(1), 0));
    const before = await size();
    const senders = await windows();
    const answers = await allAtOnce(
      senders,
      () => body,
      () => key,
    );
    expect(await size()).toBe(before + 1);
    for (const answer of answers)
      expect([answer.status, answer.body]).toEqual([201, answers[0]?.body]);
    expect(at(answers, 0).textAt('line')).toBe(String(before));
    const replayed = answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
    expect(replayed).toHaveLength(CLIENTS - 1);

    const others = await allAtOnce(
      senders,
      (index) => ({ ...body, note: `other content ${index}` }),
      () => key,
    );
    for (const other of others) expect(other.refusal).toBe('409 request.key-reused');
    const stranger = await signedIn(at(people, 1), at(urls, 1));
    const theirs = await stranger.post(sitePath(clinic, 'draws'), body, key);
    expect(theirs.refusal).toBe('409 request.key-reused');
    expect(await size()).toBe(before + 1);
  });

  test('with two contents make one of them an entry, and tell everybody which', async () => {
    const key = randomUUID();
    const order = at(await ordersFor(1), 0);
    const bodies = [drawOf(at(vials, 1), order), drawOf(at(vials, 2), order)];
    const before = await size();
    const answers = await allAtOnce(
      await windows(),
      // Both contents at both instances.
      (index) => at(bodies, Math.floor(index / 2) % 2),
      () => key,
    );
    expect(await size()).toBe(before + 1);
    const recorded = answers.filter(({ status }) => status === 201);
    expect(recorded).toHaveLength(CLIENTS / 2);
    for (const { body } of recorded) expect(body).toEqual(recorded[0]?.body);
    for (const answer of answers)
      if (!recorded.includes(answer)) expect(answer.refusal).toBe('409 request.key-reused');
  });
});
