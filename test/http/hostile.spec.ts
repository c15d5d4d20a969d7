import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPool } from '../../src/platform/database/connection.js';
import { addressOf } from '../support/addresses.js';
import { checkLedger } from '../support/check-ledger.js';
import { hire, setUpClinic } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';
import { bodyOf, operationsOf } from '../support/openapi.js';
import type { Operation } from '../support/openapi.js';
import { ROLES } from '../../src/domain/person.js';
import type { Role } from '../../src/domain/person.js';

const RUNS = 4;
const KEY = 'a3bb189e-8bf9-4c8f-9d3d-0123456789ab';
const JSON_TYPE = { 'content-type': 'application/json', 'idempotency-key': KEY };

let service: HttpService;
let clinic: Clinic;
/** Somebody who may do everything, so that nothing stops a request but its form. */
let all: Member;
let operations: readonly Operation[];
beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  all = await hire(clinic, 'everybody', Object.keys(ROLES) as Role[], 'organisation');
  operations = operationsOf((await all.device.get('/api/openapi.json')).body);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const entries = async (): Promise<number> => {
  const pool = createPool(service.database.serviceUrl, { max: 1 });
  const { rows } = await pool.query<{ size: string }>('SELECT sum(size) AS size FROM ledger.head');
  await pool.end();
  return Number(rows[0]?.size);
};
const pathOf = ({ path }: Operation): string => addressOf(path, clinic.site);
const send = (operation: Operation, body: string): Promise<Answer> =>
  // Without the cookie of an answer: a session that changes would end the others.
  all.device.copy().send(operation.method, pathOf(operation), body, JSON_TYPE);
const writing = (): readonly Operation[] => operations.filter(({ body }) => body !== undefined);
/**
 * Bodies are read by one reader for all endpoints, so each endpoint gets its share of what is wrong, and each wrong thing is
 * tried on many of them: whatever two numbers have the same rest belong together.
 */
const isItsTurn = (first: number, second: number, shares: number): boolean =>
  first % shares === second % shares;

/** Bodies that no endpoint takes. */
const HOSTILE: Readonly<Record<string, string>> = {
  'cut short': '{"posture":"inten',
  'nothing at all': '',
  'not JSON': 'posture=intended',
  'a byte order mark': '\ufeff{}',
  'a list': '[]',
  'a list of lists': `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  'nested objects': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  'a number': '1',
  'a number that is none': '1e999999999',
  'a text': '"posture"',
  nothing: 'null',
  yes: 'true',
  'an unknown member': '{"surprise":1}',
  'its own columns': '{"seq":0,"at":"2026-01-01T00:00:00Z","by":"person-1","recordedAt":"x"}',
  'a prototype': '{"__proto__":{"posture":"intended"}}',
  'a prototype in disguise': '{"__pr\\u006fto__":{"posture":"intended"}}',
  'a constructor': '{"constructor":{"prototype":{"posture":"intended"}}}',
  methods: '{"toString":1,"hasOwnProperty":1,"valueOf":null,"then":"x"}',
  'a NUL': '{"posture":"in\\u0000tended"}',
  'half a character': '{"posture":"\\ud800"}',
  'a NUL in a name': '{"post\\u0000ure":1}',
  'many parts': `{"lines":[${Array(30_000).fill('1').join(',')}]}`,
  'too much': `{"note":"${'x'.repeat(300_000)}"}`,
  SQL: `{"posture":"' OR 1=1; DROP TABLE ledger.entry; --"}`,
};

describe('hostile bodies', () => {
  test.each(Object.entries(HOSTILE))(
    '%s is refused wherever it is sent and leaves no entry',
    async (name, body) => {
      const before = await entries();
      const turn = Object.keys(HOSTILE).indexOf(name);
      const shares = 4;
      for (const [index, operation] of writing().entries()) {
        if (!isItsTurn(index, turn, shares)) continue;
        const answer = await send(operation, body);
        const where = `${operation.method} ${operation.path}`;
        expect([where, answer.status]).toEqual([where, expect.any(Number)]);
        expect([
          where,
          answer.status >= 400 && answer.status < 500,
          answer.text.slice(0, 200),
        ]).toEqual([where, true, answer.text.slice(0, 200)]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }
      expect(await entries()).toBe(before);
      expect(Reflect.get({}, 'posture')).toBeUndefined();
    },
  );

  test('other kinds of content are refused, also JSON under another name', async () => {
    const kinds = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'x',
    ];
    for (const [index, operation] of writing().entries()) {
      for (const [turn, kind] of kinds.entries()) {
        if (!isItsTurn(index, turn, kinds.length)) continue;
        const headers = { ...JSON_TYPE, 'content-type': kind };
        const answer = await all.device
          .copy()
          .send(operation.method, pathOf(operation), '{}', headers);
        expect([operation.path, kind, answer.refusal]).toEqual([
          operation.path,
          kind,
          '415 request.media-type',
        ]);
      }
    }
  });
});

describe('bodies of the right form', () => {
  test('are never answered with a failure, whatever they say', async () => {
    for (const operation of writing()) {
      await fc.assert(
        fc.asyncProperty(bodyOf(operation), fc.uuid({ version: 4 }), async (body, key) => {
          const headers = { ...JSON_TYPE, 'idempotency-key': key };
          const answer = await all.device
            .copy()
            .send(operation.method, pathOf(operation), JSON.stringify(body), headers);
          if (answer.status >= 500) throw new Error(`${operation.path}: ${answer.text}`);
        }),
        { numRuns: RUNS, seed: 7, endOnFailure: true },
      );
    }
  }, 600_000);

  test('with one member of another type are refused, and say which', async () => {
    const before = await entries();
    const others = [null, 1e300, 'x'.repeat(5_000), true, [{}]];
    let member = 0;
    for (const operation of writing()) {
      const [sample = {}] = fc.sample(bodyOf(operation, 'all members'), { numRuns: 1, seed: 11 });
      for (const [name, value] of Object.entries(sample)) {
        member += 1;
        for (const [turn, other] of others.entries()) {
          // Two of the five.
          if (!isItsTurn(member, turn, 5) && !isItsTurn(member, turn + 2, 5)) continue;
          if (JSON.stringify(other) === JSON.stringify(value)) continue;
          const answer = await send(operation, JSON.stringify({ ...sample, [name]: other }));
          if (answer.status >= 500) {
            const said = service
              .logged()
              .split('\n')
              .filter((line) => line.includes('request failed'));
            throw new Error(
              `${operation.path} ${name} ${JSON.stringify(other)}: ${said.at(-1) ?? ''}`,
            );
          }
        }
      }
    }
    // Ids are made up, so whatever passed the form was refused by the rules.
    expect(await entries()).toBe(before);
  }, 600_000);
});

describe('addresses', () => {
  const ODD = [
    '%00',
    '%2e%2e%2f',
    '%ff',
    "'",
    '%27%20OR%201=1',
    'a'.repeat(101),
    '%E2%80%AE',
    '{{7*7}}',
    '*',
  ];
  test('odd parameters are not found, and never a failure', async () => {
    const withParameters = operations.filter(({ path }) => path.includes('{'));
    for (const [index, { method, path }] of withParameters.entries()) {
      for (const [turn, odd] of ODD.entries()) {
        if (!isItsTurn(index, turn, 3)) continue;
        const address = path.replace(/\{\w+\}/g, odd);
        const answer = await all.device
          .copy()
          .send(
            method,
            address,
            method === 'GET' || method === 'DELETE' ? undefined : '{}',
            method === 'GET' || method === 'DELETE' ? {} : JSON_TYPE,
          );
        const refused = answer.status >= 400 && answer.status < 500;
        expect([method, address, refused]).toEqual([method, address, true]);
      }
    }
  }, 300_000);

  test('odd queries are refused', async () => {
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=1e2',
      'limit=1&limit=2',
      'cursor=',
      'cursor=%00',
      'cursor[]=1',
      'x=1',
      '__proto__=1',
      'cursor=-1',
    ]) {
      const answer = await all.device.get(`/api/sites/${clinic.site}/draws?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });

  test('what is not there is a problem document too', async () => {
    for (const [method, path] of [
      ['GET', '/api'],
      ['GET', '/api/nothing'],
      ['POST', '/api/health/live'],
      ['DELETE', '/api/sites'],
      ['GET', '/api/%'],
    ] as const) {
      const answer = await new Device(service.url).send(method, path, undefined, {});
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect([path, answer.headers.get('content-type')]).toEqual([
        path,
        'application/problem+json',
      ]);
    }
  });
});

describe('keys', () => {
  test('a request that records needs one, and it is a UUID', async () => {
    const recording = operations.filter(({ needsKey }) => needsKey);
    expect(recording.length).toBeGreaterThan(10);
    for (const [index, operation] of recording.entries()) {
      const [sample = {}] = fc.sample(bodyOf(operation, 'all members'), { numRuns: 1, seed: 3 });
      for (const [turn, key] of [undefined, '', 'x', `${KEY}x`, `${KEY}, ${KEY}`].entries()) {
        if (!isItsTurn(index, turn, 3)) continue;
        const headers = {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        };
        const answer = await all.device
          .copy()
          .send(operation.method, pathOf(operation), JSON.stringify(sample), headers);
        expect([operation.path, key, answer.status]).toEqual([operation.path, key, 400]);
      }
    }
  });
});

describe('pages of other origins', () => {
  const origins: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 400],
    [{}, 400],
  ];
  test.each(origins)('with %j a write is answered with %i', async (headers, status) => {
    const answer = await all.device
      .copy()
      .send('POST', '/api/people', '{}', { ...JSON_TYPE, ...headers });
    expect(answer.status).toBe(status);
  });

  test('of our own origin may write', async () => {
    const headers = { ...JSON_TYPE, origin: service.url };
    expect((await all.device.copy().send('POST', '/api/people', '{}', headers)).status).toBe(400);
  });
});
