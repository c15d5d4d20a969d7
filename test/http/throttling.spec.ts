import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hire, setUpClinic } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startGuardedService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const SECOND = 1_000;

let service: HttpService;
let clinic: Clinic;
beforeAll(async () => {
  // Behind a proxy, so that the tests can come from many addresses.
  service = await startGuardedService({ trustedProxies: ['127.0.0.1'] });
  clinic = await setUpClinic(service);
});
afterAll(async () => {
  await service.close();
});

let addresses = 0;
/** A device at an address that nobody used before. */
class Stranger extends Device {
  readonly #address = `198.51.${100 + Math.floor((addresses += 1) / 250)}.${addresses % 250}`;

  override send(...[method, path, body, headers]: Parameters<Device['send']>) {
    return super.send(method, path, body, { ...headers, 'x-forwarded-for': this.#address });
  }
}

const guess = async (device: Device, signInName: string, password = 'a wrong guess') =>
  (await device.post('/api/session', { signInName, password })).status;

describe('guessing a password', () => {
  test('is possible at most nine times in a quarter of an hour, from however many addresses', async () => {
    const nina = await hire(clinic, 'nina.cole', ['clinician']);
    let tries = 0;
    for (let second = 0; second < 900; second += 5) {
      if ((await guess(new Stranger(service.url), nina.signInName)) === 401) tries += 1;
      service.clock.advance(5 * SECOND);
    }
    expect(tries).toBe(9);
  });

  test('all at once, over two instances, is counted one by one', async () => {
    const omar = await hire(clinic, 'omar.haddad', ['clinician']);
    const other = await service.another();
    const statuses = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        guess(new Stranger(index % 2 === 0 ? service.url : other.url), omar.signInName),
      ),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  test('keeps nobody from signing in on a device that they have used before', async () => {
    const june: Member = await hire(clinic, 'june.park', ['clinician']);
    const stranger = new Stranger(service.url);
    for (let i = 0; i < 6; i += 1) await guess(stranger, june.signInName);
    const { signInName, password } = june;
    expect(await guess(new Stranger(service.url), signInName, password)).toBe(429);
    expect(await guess(june.device, signInName, password)).toBe(200);
  });

  test('a stranger who sends a device cookie of their own invention is a stranger', async () => {
    const ines = await hire(clinic, 'ines.brandt', ['inspector']);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const stranger = new Stranger(service.url);
      stranger.cookies.set('__Host-countersign-device', String(i).repeat(43));
      statuses.push(await guess(stranger, ines.signInName));
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('says how long to wait, and lets the right person in after it', async () => {
    const paul = await hire(clinic, 'paul.odell', ['custodian']);
    for (let i = 0; i < 5; i += 1) await guess(new Stranger(service.url), paul.signInName);
    const { signInName, password } = paul;
    const waiting = await new Stranger(service.url).post('/api/session', { signInName, password });
    expect(waiting.refusal).toBe('429 sign-in.throttled');
    expect(waiting.headers.get('retry-after')).toBe('30');
    expect(waiting.at('facts')).toEqual({ seconds: 30 });
    service.clock.advance(30 * SECOND);
    expect(await guess(new Stranger(service.url), signInName, password)).toBe(200);
  });

  test('one password tried at everybody is slowed down by where it comes from', async () => {
    const stranger = new Stranger(service.url);
    const statuses: number[] = [];
    for (let i = 0; i < 45; i += 1) statuses.push(await guess(stranger, `somebody.${i}`));
    expect(statuses.indexOf(429)).toBe(40);
    // An address that the proxy did not add does not help.
    const forged = await stranger.send(
      'POST',
      '/api/session',
      JSON.stringify({ signInName: 'x', password: 'y' }),
      { 'content-type': 'application/json', 'x-forwarded-host': 'a', forwarded: 'for=192.0.2.9' },
    );
    expect(forged.status).toBe(429);
    expect(await guess(new Stranger(service.url), 'somebody.1')).toBe(401);
  });

  test('is written into the access journal, without what was typed', async () => {
    await guess(new Stranger(service.url), 'my secret password in the wrong field');
    const journal = await clinic.rita.device.get('/api/journal?limit=200');
    expect(journal.text).not.toContain('secret password');
    expect(journal.at('items.0')).toMatchObject({
      kind: 'sign-in-failed',
      code: 'sign-in.refused',
      person: null,
      address: expect.stringMatching(/^198\.51\./),
    });
  });
});
