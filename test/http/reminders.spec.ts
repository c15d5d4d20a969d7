/** Reminders leave by real mail and real webhooks, once a day for each piece of work, and name no patient. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ReminderRound } from '../../src/features/reminders/reminder-round.js';
import { instant } from '../../src/domain/measures/instant.js';
import { createPool } from '../../src/platform/database/connection.js';
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
import type { Answer, HttpService } from '../support/http-service.js';
import { arrived, receiveHooks, receiveMail, signersOf, until } from '../support/receivers.js';
import type { HookReceiver, Hooked, MailReceiver } from '../support/receivers.js';

let mail: MailReceiver;
let hooks: HookReceiver;
let service: HttpService;
let clinic: Clinic;
let nina: Member;
let carla: Member;
let vials: readonly string[];
let draws: readonly string[];
beforeAll(async () => {
  [mail, hooks] = await Promise.all([receiveMail(), receiveHooks()]);
  service = await startHttpService({
    mail: {
      host: '127.0.0.1',
      port: mail.port,
      encryption: 'none',
      user: undefined,
      password: undefined,
      from: 'Register <register@clinic.example>',
    },
    localWebhooks: true,
    publicUrl: 'https://register.clinic.example',
  });
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  carla = await hire(clinic, 'carla.diaz', ['compliance']);
  const custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  vials = await stockVials(clinic, { custodian, witness: nina }, 2);
  draws = [await drawn(0)];
}, 180_000);
beforeEach(async () => {
  for (const member of [clinic.rita, nina, carla]) await prove(member);
});
afterEach(() => {
  hooks.status = 200;
  mail.status = 250;
  hooks.received.length = 0;
  mail.received.length = 0;
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
  hooks.close();
  await mail.close();
});

async function drawn(vial: number): Promise<string> {
  const order = await orderInfusion(clinic, nina);
  const answer = await nina.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines: [{ container: vials[vial] ?? '', quantity: { value: '0.700', unit: 'mL' } }],
  });
  return expectStatus(answer, 201).textAt('draws.0.draw');
}

const round = (): Promise<number> => service.app.get(ReminderRound).go();
const path = (id = '', part = ''): string =>
  sitePath(clinic, ['reminder-targets', id, part].filter(Boolean).join('/'));

const target = (parts: JsonObject = {}): JsonObject => ({
  way: 'webhook',
  name: 'On call',
  address: hooks.url,
  kinds: ['in-process'],
  leadDays: 0,
  at: '07:30',
  ...parts,
});
const add = (parts: JsonObject = {}, key?: string): Promise<Answer> =>
  carla.device.post(path(), target(parts), key);
async function end(...added: readonly Answer[]): Promise<void> {
  for (const answer of added) {
    const ended = await carla.device.delete(path(answer.textAt('id')));
    expectStatus(ended, 204);
  }
}

/** Those of some secrets with which a message to the target is signed now. */
async function signing(id: string, secrets: readonly string[]): Promise<readonly string[]> {
  hooks.received.length = 0;
  expectStatus(await carla.device.post(path(id, 'trial'), {}), 200);
  service.clock.advance(1_000);
  const [message] = (await arrived(hooks.received, 1)) as [Hooked];
  return signersOf(message, secrets);
}

const recordOf = async (added: Answer): Promise<JsonObject | undefined> => {
  const items = (await carla.device.get(path())).at('items') as readonly JsonObject[];
  return items.find(({ id }) => id === added.textAt('id'));
};
interface Told {
  readonly type: string;
  readonly data: {
    readonly date: string;
    readonly items: readonly { readonly key: string; readonly urgency: string }[];
  };
}
const told = ({ body }: Hooked): Told => JSON.parse(body) as Told;
const keysOf = (message: Hooked): readonly string[] =>
  told(message).data.items.map(({ key }) => key);

describe('a target', () => {
  test('is reminded of each piece of work once on a business day, whoever looks', async () => {
    const webhook = expectStatus(await add(), 201);
    const letters = await add({ way: 'mail', address: 'safe.team@clinic.example', kinds: [] });
    expectStatus(letters, 201);
    // As two instances do that look at the same moment.
    const asked = await Promise.all([round(), round(), round()]);
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(2);
    const [first] = await arrived(hooks.received, 1);
    const [letter] = await arrived(mail.received, 1);
    const key = `in-process:${draws[0] ?? ''}`;
    expect(JSON.parse(first?.body ?? '')).toEqual({
      type: 'reminder.due',
      timestamp: service.clock.now(),
      data: {
        site: clinic.site,
        siteName: 'Harrow Bay',
        date: '2026-03-02',
        total: 1,
        items: [
          {
            key,
            kind: 'in-process',
            subject: { type: 'draw', id: draws[0] },
            due: '2026-03-03T04:59:59.999999Z',
            daysLeft: 0,
            urgency: 'today',
            title: 'Drawn drug is not accounted for',
            link: 'https://register.clinic.example/',
          },
        ],
      },
    });
    const secret = webhook.textAt('secret');
    expect(signersOf(first ?? { headers: {}, body: '' }, [secret])).toEqual([secret]);
    const sentAt = Math.floor(Date.parse(service.clock.now()) / 1000);
    expect(first?.headers['webhook-timestamp']).toBe(String(sentAt));
    expect(letter?.to).toEqual(['safe.team@clinic.example']);
    expect(letter?.text).toMatch(/^From: Register <register@clinic[.]example>/m);
    expect(letter?.text).toMatch(/^Subject: Harrow Bay: \d+ due/m);
    expect(letter?.text).toContain('Drawn drug is not accounted for: draw');
    for (const text of [first?.body, letter?.text, service.logged()]) {
      expect(text).not.toMatch(/Hana|Quill|Cedar Street|nina|Cole/i);
    }
    expect(service.logged()).not.toMatch(/safe\.team|127\.0\.0\.1:\d+\/hook/);

    // Nothing new, nothing said; then only what is new.
    expect(await round()).toBe(0);
    draws = [...draws, await drawn(1)];
    expect(await round()).toBe(2);
    const [, second] = await arrived(hooks.received, 2);
    expect(second === undefined ? [] : keysOf(second)).toEqual([`in-process:${draws[1] ?? ''}`]);

    // The next morning everything that is still open, not before the hour that was asked for.
    service.clock.set(instant('2026-03-03T12:29:00Z'));
    expect(await round()).toBe(0);
    service.clock.set(instant('2026-03-03T12:31:00Z'));
    expect(await round()).toBe(2);
    const [, , third] = await arrived(hooks.received, 3);
    expect(third === undefined ? [] : keysOf(third)).toEqual(
      draws.map((draw) => `in-process:${draw}`),
    );
    expect(third === undefined ? '' : told(third).data.items[0]?.urgency).toBe('overdue');
    await prove(carla);
    await until(async () => (await recordOf(letters))?.['reachedAt'] ?? undefined);
    expect(await recordOf(letters)).toMatchObject({ failure: null, failedAt: null });
    await end(webhook, letters);
    service.clock.set(instant('2026-03-04T14:00:00Z'));
    expect(await round()).toBe(0);
  });

  test('that takes no message is tried again under the same id, without what was done meanwhile', async () => {
    hooks.status = 503;
    const added = expectStatus(await add(), 201);
    const waiting = await drawn(0);
    expect(await round()).toBe(1);
    await until(async () => ((await recordOf(added))?.['failure'] ? true : undefined));
    expect(await recordOf(added)).toMatchObject({ failure: 'webhook.status-503', reachedAt: null });
    const wasted = await nina.device.post(sitePath(clinic, 'waste'), {
      ...now(clinic, 'done'),
      reason: 'alone-on-site',
      lines: [{ draw: waiting, quantity: { value: '0.700', unit: 'mL' } }],
      why: 'dose-remainder',
      manner: 'rx-destroyer',
    });
    expectStatus(wasted, 201);
    hooks.status = 204;
    service.clock.advance(30_000);
    const [first, second] = (await arrived(hooks.received, 2)) as [Hooked, Hooked];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    const keys = draws.map((draw) => `in-process:${draw}`);
    expect(keysOf(first)).toEqual([...keys, `in-process:${waiting}`]);
    expect(keysOf(second)).toEqual(keys);
    await until(async () => ((await recordOf(added))?.['reachedAt'] ? true : undefined));
    expect(await recordOf(added)).toMatchObject({ failure: null, failedAt: null });
    await end(added);
  });

  test('that is gone is left alone, and an administrator sees it and asks again', async () => {
    hooks.status = 410;
    mail.status = 550;
    const webhook = expectStatus(await add({ kinds: ['loss-notice'] }), 201);
    const letters = expectStatus(
      await add({ way: 'mail', address: 'away@clinic.example', kinds: ['loss-notice'] }),
      201,
    );
    const jobs: string[] = [];
    for (const added of [webhook, letters]) {
      const trial = await carla.device.post(path(added.textAt('id'), 'trial'), {});
      const job = expectStatus(trial, 200).textAt('job');
      jobs.push(job);
      service.clock.advance(1_000);
      await until(async () => {
        const one = await clinic.rita.device.get(`/api/jobs/${job}`);
        return expectStatus(one, 200).at('state') === 'failed' ? true : undefined;
      });
    }
    const failed = await clinic.rita.device.get('/api/jobs');
    expect(failed.at('items')).toMatchObject([
      { id: jobs[1], kind: 'reminder', failure: 'mail.refused-550', attempts: 1 },
      { id: jobs[0], failure: 'webhook.gone', site: clinic.site, person: carla.person },
    ]);
    const page = await clinic.rita.device.get('/api/jobs?limit=1');
    expect(page.at('items.length')).toBe(1);
    const next = await clinic.rita.device.get(`/api/jobs?limit=1&cursor=${page.textAt('next')}`);
    expect([next.at('items.0.id'), next.at('next')]).toEqual([jobs[0], null]);
    expect((await clinic.rita.device.get('/api/jobs?cursor=1_x')).refusal).toBe(
      '400 request.invalid',
    );
    expect((await carla.device.get('/api/jobs')).refusal).toBe('403 site.not-permitted');

    hooks.status = 200;
    const again = await clinic.rita.device.post(`/api/jobs/${jobs[0] ?? ''}/again`, {});
    expectStatus(again, 200);
    await until(async () => {
      const one = await clinic.rita.device.get(`/api/jobs/${jobs[0] ?? ''}`);
      return one.at('state') === 'done' ? true : undefined;
    });
    expect(told(hooks.received.at(-1) ?? { headers: {}, body: '{}' }).type).toBe('reminder.trial');
    const done = await clinic.rita.device.post(`/api/jobs/${jobs[0] ?? ''}/again`, {});
    expect(done.refusal).toBe('409 job.not-ended');
    const unknown = await clinic.rita.device.get(`/api/jobs/${randomUUID()}`);
    expect([unknown.refusal, (await clinic.rita.device.get('/api/jobs/x')).refusal]).toEqual([
      '404 job.not-found',
      '404 request.not-found',
    ]);
    await end(webhook, letters);
  });
});

describe('the administration of targets', () => {
  test('shows a secret once, keeps addresses encrypted, and writes the journal', async () => {
    const key = randomUUID();
    const added = expectStatus(await add({}, key), 201);
    const secret = added.textAt('secret');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await add({}, key)).textAt('id')).toBe(added.textAt('id'));
    expect((await add({ address: `${hooks.url}/other` }, key)).refusal).toBe(
      '409 request.key-reused',
    );
    const listed = await carla.device.get(path());
    expect(listed.text).not.toContain('whsec_');
    expect(listed.at('items.0')).toMatchObject({
      name: 'On call',
      address: hooks.url,
      at: '07:30',
    });
    const pool = createPool(service.database.serviceUrl, { max: 1 });
    const { rows } = await pool.query<{ row: string }>(
      'SELECT target::text AS row, encode(sealed, $1) AS bytes FROM beside.reminder_target AS target',
      ['escape'],
    );
    await pool.end();
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|clinic\.example|whsec/);

    const id = added.textAt('id');
    const settings = { name: 'Night', kinds: ['in-process'], leadDays: 14, at: '07:30' };
    const changed = await carla.device.put(path(id), settings);
    expect(changed.body).toMatchObject({ name: 'Night', leadDays: 14, kinds: ['in-process'] });
    const renewed = expectStatus(await carla.device.post(path(id, 'secret'), {}), 200);
    expect(renewed.textAt('secret')).not.toBe(secret);
    // Whoever still holds the earlier secret can verify what is sent for a day, and no longer.
    const secrets = [renewed.textAt('secret'), secret];
    expect(await signing(id, secrets)).toEqual(secrets);
    service.clock.set(instant(renewed.textAt('earlierUntil')));
    for (const member of [carla, nina]) await prove(member);
    expect(await signing(id, secrets)).toEqual([renewed.textAt('secret')]);
    await end(added);
    expect((await carla.device.put(path(id), settings)).refusal).toBe(
      '404 reminder.target-not-found',
    );
    expect((await carla.device.delete(path('x'))).refusal).toBe('404 reminder.target-not-found');
    const journal = await carla.device.get(sitePath(clinic, 'journal?limit=10'));
    const lines = journal.at('items') as readonly {
      readonly kind: string;
      readonly about: readonly string[];
    }[];
    const changes = lines.filter(({ about }) => about.includes(id)).map(({ kind }) => kind);
    // Added twice under one key, changed, given a new secret, ended.
    expect(changes).toEqual(Array(5).fill('reminder-target-changed'));
    expect((await nina.device.get(path())).refusal).toBe('403 site.not-permitted');
  });

  test('refuses addresses that are none, and mail without a server', async () => {
    for (const address of ['safe', 'a@b, c@d', 'Team <a@b.example>', 'a@b\tc', '@b.example']) {
      const refused = await add({ way: 'mail', address });
      expect([address, refused.refusal, refused.at('facts')]).toEqual([
        address,
        '422 reminder.address-refused',
        { why: 'not a mail address' },
      ]);
    }
    const inside = await add({ address: 'https://10.0.0.7/hook' });
    expect([inside.refusal, inside.at('facts.why')]).toEqual([
      '422 reminder.address-refused',
      'not a public host',
    ]);
    expect((await add({ at: '24:00' })).refusal).toBe('400 request.invalid');
    expect((await add({ kinds: ['everything'] })).refusal).toBe('400 request.invalid');
    expect((await add({ leadDays: 61 })).refusal).toBe('400 request.invalid');
    const unsigned = expectStatus(await add({ way: 'mail', address: 'a@b.example' }), 201);
    expect(unsigned.at('secret')).toBeNull();
    const renewed = await carla.device.post(path(unsigned.textAt('id'), 'secret'), {});
    expect(renewed.refusal).toBe('404 reminder.target-not-found');
    await end(unsigned);

    const added: Answer[] = [];
    for (let index = 0; index < 50; index += 1) added.push(expectStatus(await add(), 201));
    expect((await add()).refusal).toBe('409 reminder.too-many-targets');
    await end(...added);
  });
});
