/** kill -9 between sending a reminder and marking it: it is sent again under its id, and marked once. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { SystemClock } from '../../src/platform/clock.js';
import { freshDatabase, newFolder } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { expectStatus, setUpWith, sitePath } from '../support/http-clinic.js';
import { Device } from '../support/http-service.js';
import { arrived, receiveHooks, until } from '../support/receivers.js';
import type { HookReceiver } from '../support/receivers.js';
import { startProcess } from '../support/service-process.js';
import type { ServiceProcess } from '../support/service-process.js';

const LIMIT_MS = 120_000;

let database: TestDatabase;
let owner: pg.Client;
let hooks: HookReceiver;
let dataFolder: string;
const started: ServiceProcess[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  hooks = await receiveHooks();
  dataFolder = join(await newFolder(), 'data');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
});
afterAll(async () => {
  hooks.close();
  await owner.end();
  await database.drop();
});

async function start(): Promise<ServiceProcess> {
  const service = await startProcess({
    environment: {
      COUNTERSIGN_DATA: dataFolder,
      COUNTERSIGN_LOCAL_WEBHOOKS: 'yes',
      DATABASE_URL: database.serviceUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
  });
  started.push(service);
  await service.ready;
  return service;
}

const codeOf = (service: ServiceProcess): Promise<string> =>
  until(() => /Set-up code, good for one use: (\S+)/.exec(service.output())?.[1]);

async function stateOf(
  job: string,
): Promise<{ readonly state: string; readonly attempts: number }> {
  const { rows } = await owner.query<{ state: string; attempts: number }>(
    'SELECT state, attempts FROM beside.job WHERE id = $1',
    [job],
  );
  return rows[0] ?? { state: 'none', attempts: 0 };
}

test(
  'a reminder whose sender was killed is sent again, and marked once',
  async () => {
    const first = await start();
    const place = { url: await first.ready, clock: new SystemClock() };
    const clinic = await setUpWith(await codeOf(first), place);
    const { device } = clinic.rita;
    const settings = { name: 'On call', kinds: [], leadDays: 0, at: '07:30' };
    const path = sitePath(clinic, 'reminder-targets');
    const mail = await device.post(path, { ...settings, way: 'mail', address: 'a@b.example' });
    expect(mail.refusal).toBe('409 reminder.mail-not-set-up');
    const added = await device.post(path, { ...settings, way: 'webhook', address: hooks.url });
    const target = expectStatus(added, 201).textAt('id');

    // The receiver has the message and holds its answer back.
    hooks.status = undefined;
    const trial = await device.post(`${path}/${target}/trial`, {});
    const job = expectStatus(trial, 200).textAt('job');
    await arrived(hooks.received, 1);
    expect(await stateOf(job)).toEqual({ state: 'running', attempts: 1 });
    await first.kill();
    expect(await stateOf(job)).toEqual({ state: 'running', attempts: 1 });

    // As half a minute does.
    await owner.query(
      `UPDATE beside.job SET leased_until = clock_timestamp() - interval '1 second' WHERE id = $1`,
      [job],
    );
    hooks.status = 204;
    const second = await start();
    await until(async () => ((await stateOf(job)).state === 'done' ? true : undefined));
    expect(await stateOf(job)).toEqual({ state: 'done', attempts: 2 });
    expect(hooks.received).toHaveLength(2);
    const [sent, again] = hooks.received;
    expect(again?.headers['webhook-id']).toBe(sent?.headers['webhook-id']);
    const secret = new Webhook(added.textAt('secret'));
    for (const { body, headers } of hooks.received) {
      expect(secret.verify(body, headers)).toMatchObject({ type: 'reminder.trial' });
    }

    const other = new Device(await second.ready);
    const { signInName, password } = clinic.rita;
    expectStatus(await other.post('/api/session', { signInName, password }), 200);
    const listed = await other.get(path);
    expect(listed.at('items.0')).toMatchObject({ id: target, failure: null });
    expect(listed.at('items.0.reachedAt')).not.toBeNull();
    expect(await second.stop()).toMatchObject({ code: 0 });
  },
  LIMIT_MS,
);
