/** The stream of sizes: what it tells, and that it ends with its session and never prolongs one. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkLedger } from '../support/check-ledger.js';
import {
  expectStatus,
  hire,
  orderInfusion,
  setUpClinic,
  sitePath,
} from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let nina: Member;
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  nina = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

interface Told {
  readonly ledger: string;
  readonly size: number;
}

/** Listens as a browser does. */
class Listener {
  #text = '';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  private constructor(
    readonly answer: Response,
    private readonly leaving: AbortController,
  ) {
    if (answer.body === null) throw new Error('a stream without a body');
    this.#reader = answer.body.getReader();
  }

  static async of(device: Device, headers: Readonly<Record<string, string>> = {}) {
    const leaving = new AbortController();
    const cookie = [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${service.url}${sitePath(clinic, 'events')}`, {
      headers: { cookie, accept: 'text/event-stream', ...headers },
      signal: leaving.signal,
    });
    return new Listener(answer, leaving);
  }

  /** The next event with data; undefined at the end of the stream. */
  async next(): Promise<Told | undefined> {
    for (;;) {
      const event = /^(?:(?!\n\n)[\s\S])*?data: (.*)\n\n/m.exec(this.#text);
      if (event !== null) {
        this.#text = this.#text.slice(event.index + event[0].length);
        return JSON.parse(event[1] ?? '') as Told;
      }
      const { value, done } = await this.#reader.read();
      if (done) return undefined;
      this.#text += Buffer.from(value).toString('utf8');
    }
  }

  leave(): void {
    this.leaving.abort();
  }
}

const sizeNow = async (): Promise<number> => {
  const entries = await nina.device.get(sitePath(clinic, 'entries?limit=1'));
  return Number(entries.textAt('items.0.line')) + 1;
};

test('tells ledger and size at once, and again when a line is recorded', async () => {
  const listener = await Listener.of(nina.device);
  expect(listener.answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const before = await sizeNow();
  expect(await listener.next()).toEqual({ ledger: clinic.site, size: before });
  await orderInfusion(clinic, nina);
  expect(await listener.next()).toEqual({ ledger: clinic.site, size: before + 1 });
  listener.leave();
});

test('whoever comes back is told the size as it is now', async () => {
  const listener = await Listener.of(nina.device, { 'last-event-id': '1' });
  expect(await listener.next()).toEqual({ ledger: clinic.site, size: await sizeNow() });
  listener.leave();
});

test('is a stream and nothing else, and no session has more than a few', async () => {
  const asked = await nina.device.get(sitePath(clinic, 'events'));
  expect(asked.refusal).toBe('400 request.invalid');
  const listeners = await Promise.all(Array.from({ length: 8 }, () => Listener.of(nina.device)));
  const refused = listeners.filter(({ answer }) => answer.status === 400);
  expect(refused.length).toBeGreaterThan(0);
  for (const listener of listeners) listener.leave();
});

test('ends with its session', async () => {
  const device = new Device(service.url);
  const { signInName, password } = nina;
  expectStatus(await device.post('/api/session', { signInName, password }), 200);
  const listener = await Listener.of(device);
  expect(await listener.next()).toBeDefined();
  expectStatus(await device.delete('/api/session'), 204);
  expect(await listener.next()).toBeUndefined();
});

test('listening does not keep a session open', async () => {
  const locksAt = (await nina.device.get('/api/session')).textAt('locksAt');
  service.clock.advance(5 * 60_000);
  const listener = await Listener.of(nina.device);
  expect(await listener.next()).toBeDefined();
  expect((await nina.device.get('/api/session')).textAt('locksAt')).toBe(locksAt);
  service.clock.advance(11 * 60_000);
  expect(await listener.next()).toBeUndefined();
  const again = await Listener.of(nina.device);
  expect(again.answer.status).toBe(401);
  again.leave();
});
