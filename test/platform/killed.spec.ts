/** The service is killed while clients record: what was acknowledged is there, and what was not can be repeated. */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SystemClock } from '../../src/platform/clock.js';
import { codeOf } from '../../src/platform/start-error.js';
import { databaseProcesses } from '../support/database-processes.js';
import { copyOfData, newFolder } from '../support/database.js';
import {
  expectStatus,
  hire,
  now,
  orderInfusion,
  setUpWith,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, JsonObject, Member } from '../support/http-clinic.js';
import { Device } from '../support/http-service.js';
import type { Answer } from '../support/http-service.js';
import { runCommand, startProcess } from '../support/service-process.js';
import type { ServiceProcess } from '../support/service-process.js';

const LIMIT_MS = 240_000;
const CLIENTS = 32;
/** After so many acknowledgements the line to every second client is cut: what is still answered never arrives. */
const CUT_AT = 64;
/** The kill comes after so many, and after some answers that never arrived, while every other client waits for one. */
const KILLED_AT = 80;
const LOST_AT_LEAST = 4;
const LARGEST_PAGE = 200;

const started: ServiceProcess[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
});

interface Ready {
  readonly clinic: Clinic;
  readonly clinician: Member;
  readonly draws: readonly (() => JsonObject)[];
}

/** A clinic whose service was stopped before anybody drew; each kill meets a copy. */
let ready: Ready;
let stopped: string;
beforeAll(async () => {
  stopped = join(await newFolder(), 'data');
  const service = await start(stopped);
  const clinic = await setUpWith(await setupCodeOf(service), await serviceOf(service));
  ready = { clinic, ...(await prepareDraws(clinic)) };
  expect(await service.stop()).toMatchObject({ code: 0 });
}, LIMIT_MS);

/** A draw as a client asks for it, until it is answered. */
interface Asked {
  readonly key: string;
  readonly body: JsonObject;
}
interface Acknowledged extends Asked {
  readonly line: number;
  readonly leafHash: string;
}

interface Kill {
  readonly what: string;
  readonly kill: (service: ServiceProcess, data: string) => Promise<void>;
}
const KILLS: readonly Kill[] = [
  {
    what: 'the service',
    kill: async (service) => {
      await service.kill();
    },
  },
  {
    what: 'the service and its database',
    kill: async (service, data) => {
      for (const processId of await databaseProcesses(join(data, 'postgres'))) killNow(processId);
      await service.kill();
    },
  },
];

test.each(KILLS)(
  'kill -9 of $what loses no acknowledged draw, and a repeated one is recorded once',
  async ({ kill }) => {
    const { clinic, draws } = ready;
    const data = await copyOfData(stopped);
    const first = await start(data);
    const drawing = await signIn(first);
    const before = await linesOf(clinic, drawing);

    const { acknowledged, unanswered } = await drawUntilKilled(
      clinic,
      draws.map((draw) => ({ device: drawing.copy(), draw })),
      () => kill(first, data),
    );

    const second = await start(data);
    const device = await signIn(second);
    const survived = await linesOf(clinic, device);
    expectEach(acknowledged, survived);
    expect(unanswered).toHaveLength(CLIENTS);
    const late = await Promise.all(
      unanswered.map(async (asked) => {
        const answer = await device.post(sitePath(clinic, 'draws'), asked.body, asked.key);
        // Recorded before the kill, with its answer lost, or recorded now.
        const isReplayed = answer.headers.get('idempotent-replayed') === 'true';
        expect(isReplayed).toBe(survived.has(asked.key));
        return acknowledgementOf(asked, expectStatus(answer, 201));
      }),
    );
    const after = await linesOf(clinic, device);
    expectEach([...acknowledged, ...late], after);
    expect(after.size).toBe(before.size + acknowledged.length + late.length);
    expect(unanswered.filter(({ key }) => survived.has(key)).length).toBeGreaterThanOrEqual(
      LOST_AT_LEAST,
    );

    expect(await second.stop()).toMatchObject({ code: 0 });
    const verified = await runCommand({
      command: ['verify'],
      environment: { COUNTERSIGN_DATA: data },
    });
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.output).toMatch(new RegExp(`/csl/site/${clinic.site} holds: ${after.size} `));
  },
  LIMIT_MS,
);

/** Kills a process of the database; the death of another one may have ended it already. */
function killNow(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function start(data: string): Promise<ServiceProcess> {
  const service = await startProcess({ environment: { COUNTERSIGN_DATA: data } });
  started.push(service);
  await service.ready;
  return service;
}

async function signIn(service: ServiceProcess): Promise<Device> {
  const device = new Device(await service.ready);
  const { signInName, password } = ready.clinician;
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
  return device;
}

const serviceOf = async ({ ready }: ServiceProcess) => ({
  url: await ready,
  clock: new SystemClock(),
});

/** The code comes with the line after the one that says that the service is ready. */
async function setupCodeOf(service: ServiceProcess): Promise<string> {
  for (;;) {
    const code = /Set-up code, good for one use: (\S+)/.exec(service.output())?.[1];
    if (code !== undefined) return code;
    await delay(5);
  }
}

/** A vial and an order for each client, and what each will draw again and again. */
async function prepareDraws(clinic: Clinic): Promise<Omit<Ready, 'clinic'>> {
  const clinician = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  const custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  const vials = await stockVials(clinic, { custodian, witness: clinician }, CLIENTS);
  const draws: (() => JsonObject)[] = [];
  for (const container of vials) {
    const order = await orderInfusion(clinic, clinician);
    draws.push(() => ({
      ...now(clinic),
      order,
      lines: [{ container, quantity: { value: '0.700', unit: 'mL' } }],
      // What is drawn again for one order is asked about.
      confirmed: ['draw.exceeds-order'],
    }));
  }
  return { clinician, draws };
}

interface Client {
  readonly device: Device;
  readonly draw: () => JsonObject;
}

/** Lets all clients draw until the service is killed; every client ends with a draw that nobody answered. */
async function drawUntilKilled(
  clinic: Clinic,
  clients: readonly Client[],
  kill: () => Promise<void>,
): Promise<{
  readonly acknowledged: readonly Acknowledged[];
  readonly unanswered: readonly Asked[];
}> {
  const acknowledged: Acknowledged[] = [];
  let lost = 0;
  let killing: Promise<void> | undefined;
  const takeFor =
    (client: number) =>
    (answered: Acknowledged): boolean => {
      const isLost = client % 2 === 1 && acknowledged.length >= CUT_AT;
      if (isLost) lost += 1;
      else acknowledged.push(answered);
      if (acknowledged.length >= KILLED_AT && lost >= LOST_AT_LEAST) killing ??= kill();
      return !isLost;
    };
  const unanswered = await Promise.all(
    clients.map((client, index) => drawUntilLost(clinic, client, takeFor(index))),
  );
  await killing;
  return { acknowledged, unanswered };
}

/** Draws until an answer does not come, or does not arrive; gives back what was asked last. */
async function drawUntilLost(
  clinic: Clinic,
  { device, draw }: Client,
  take: (answered: Acknowledged) => boolean,
): Promise<Asked> {
  for (;;) {
    const asked = { key: randomUUID(), body: draw() };
    const answer = await device
      .post(sitePath(clinic, 'draws'), asked.body, asked.key)
      .catch(() => undefined);
    // A service that has lost its database says so, and that the same key is to be sent again.
    if (answer === undefined || answer.status === 503) return asked;
    if (!take(acknowledgementOf(asked, expectStatus(answer, 201)))) return asked;
  }
}

const acknowledgementOf = (asked: Asked, answer: Answer): Acknowledged => ({
  ...asked,
  line: Number(answer.textAt('line')),
  leafHash: answer.textAt('leafHash'),
});

interface Line {
  readonly id: string;
  readonly line: number;
  readonly leafHash: string;
}

/** Every line of the site's ledger by its id: numbered without a gap, and no id twice. */
async function linesOf(clinic: Clinic, device: Device): Promise<ReadonlyMap<string, Line>> {
  const lines: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const path = `entries?order=oldest&limit=${LARGEST_PAGE}${from}`;
    const page = expectStatus(await device.get(sitePath(clinic, path)), 200);
    const items = page.at('items');
    if (!Array.isArray(items)) throw new Error(`expected a page, found ${page.text}`);
    for (const index of items.keys()) {
      lines.push({
        id: page.textAt(`items.${index}.id`),
        line: Number(page.textAt(`items.${index}.line`)),
        leafHash: page.textAt(`items.${index}.leafHash`),
      });
    }
    cursor = page.at('next') === null ? null : page.textAt('next');
  }
  expect(lines.map(({ line }) => line)).toEqual([...lines.keys()]);
  const byId = new Map(lines.map((line) => [line.id, line]));
  expect(byId.size).toBe(lines.length);
  return byId;
}

/** Each acknowledged draw is the line that the client was told. */
function expectEach(acknowledged: readonly Acknowledged[], lines: ReadonlyMap<string, Line>): void {
  for (const { key, line, leafHash } of acknowledged)
    expect(lines.get(key)).toEqual({ id: key, line, leafHash });
}
