import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { checkLedger } from '../support/check-ledger.js';
import { newFolder } from '../support/database.js';
import { codeOnPage } from '../support/page-codes.js';
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
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let custodian: Member;
let nurse: Member;
let compliance: Member;

beforeAll(async () => {
  // A packet of more than one entry is for a job alone.
  service = await startHttpService({ printEntries: 10 });
  clinic = await setUpClinic(service);
  custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  nurse = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  compliance = await hire(clinic, 'clara.munk', ['compliance']);
  await stockVials(clinic, { custodian, witness: nurse }, 2);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const jobs = (rest = ''): string => sitePath(clinic, `reports/jobs${rest}`);

async function ask(member: Member, body: JsonObject, key: string = randomUUID()): Promise<Answer> {
  await prove(member);
  return member.device.post(jobs(), body, key);
}

const cookieOf = (member: Member): string =>
  [...member.device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const fetched = (member: Member, path: string): Promise<Response> =>
  fetch(`${service.url}${path}`, { headers: { cookie: cookieOf(member) } });

/** Every event until the stream ends. */
async function watched(member: Member, id: string): Promise<readonly Record<string, unknown>[]> {
  const response = await fetched(member, jobs(`/${id}/events`));
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  return Array.from(
    text.matchAll(/^event: job\ndata: (.*)$/gm),
    ([, data]) => JSON.parse(data ?? '') as Record<string, unknown>,
  );
}

describe('a document that is printed meanwhile', () => {
  let id: string;

  it('is watched to its end, and is the file that its own address gives', async () => {
    const body = { file: 'ledger.pdf', from: '2020-01-01', to: '2030-01-01' };
    id = expectStatus(await ask(custodian, body), 201).textAt('id');
    const events = await watched(custodian, id);
    const last = events.at(-1);
    expect(last).toMatchObject({ id, state: 'done', failure: null });
    const file = await fetched(custodian, jobs(`/${id}/file`));
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(last?.['bytes']);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(last?.['sha256']);
    const query = 'from=2020-01-01&to=2030-01-01';
    const direct = await fetched(custodian, sitePath(clinic, `reports/ledger.pdf?${query}`));
    expect(Buffer.from(await direct.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is asked for once under one key', async () => {
    const key = randomUUID();
    const first = expectStatus(await ask(custodian, { file: 'waste.csv' }, key), 201);
    const second = expectStatus(await ask(custodian, { file: 'waste.csv' }, key), 201);
    expect(second.textAt('id')).toBe(first.textAt('id'));
    await watched(custodian, first.textAt('id'));
  });

  it('is nobody else’s, and its fetching is in the journal', async () => {
    await prove(compliance);
    for (const rest of ['', '/file', '/events']) {
      expect((await compliance.device.get(jobs(`/${id}${rest}`))).status).toBe(404);
    }
    await prove(clinic.rita);
    const journal = await clinic.rita.device.get(sitePath(clinic, 'journal?limit=50'));
    const items = expectStatus(journal, 200).at('items') as Record<string, unknown>[];
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'printed', person: custodian.person, act: 'ledger-pdf' }),
    );
    expect((await ask(nurse, { file: 'ledger.pdf' })).status).toBe(403);
  });

  it('is kept encrypted, for a day', async () => {
    const client = new pg.Client({ connectionString: service.database.serviceUrl });
    await client.connect();
    const { rows } = await client.query<{ sealed: Buffer }>(
      'SELECT sealed FROM beside.print_part WHERE job = $1',
      [id],
    );
    await client.end();
    expect(rows).not.toHaveLength(0);
    for (const { sealed } of rows) expect(sealed.includes('%PDF')).toBe(false);
  });

  it.each([
    ['prices.pdf', {}, 404],
    ['ledger.pdf', { size: '999999' }, 400],
    ['container.pdf', {}, 400],
  ])('is refused at once where it cannot be printed: %s %o', async (file, more, status) => {
    expect((await ask(custodian, { file, ...more })).status).toBe(status);
  });

  it('is refused while it is sent where it is long, and a job prints it', async () => {
    await prove(compliance);
    const refused = await compliance.device.get(sitePath(clinic, 'reports/packet.zip'));
    expect(expectStatus(refused, 409).textAt('code')).toBe('report.long');
    expect(refused.at('facts')).toMatchObject({ most: '1' });
    const id = expectStatus(await ask(compliance, { file: 'packet.zip' }), 201).textAt('id');
    expect((await watched(compliance, id)).at(-1)).toMatchObject({ state: 'done' });
    // A shorter period is sent at once.
    const short = sitePath(clinic, 'reports/packet.zip?from=2020-01-01&to=2020-01-02');
    expect((await fetched(compliance, short)).status).toBe(200);
  });

  it('is issued once a job has printed it, and not before where it is long', async () => {
    // What the journal has of the moment of the checkpoint belongs to the packet.
    service.clock.advance(1_000);
    await prove(compliance);
    const { text } = await compliance.device.get(sitePath(clinic, 'checkpoint'));
    const size = Number(text.split('\n')[1]);
    const asked = { file: 'packet.zip', from: '2020-01-01', to: '2030-01-01' };
    const issue = async (): Promise<Answer> => {
      await prove(compliance);
      const body = { ...now(clinic), purpose: 'inspection', ...asked, size };
      return compliance.device.post(sitePath(clinic, 'reports/issued'), body);
    };
    expect((await issue()).refusal).toBe('409 report.long');
    const job = expectStatus(await ask(compliance, { ...asked, size: String(size) }), 201);
    const printed = (await watched(compliance, job.textAt('id'))).at(-1);
    expect(printed).toMatchObject({ state: 'done' });
    expect(expectStatus(await issue(), 201).textAt('file')).toBe(printed?.['sha256']);
  });

  it('has pages that a job checks one by one, where it is too long to be printed for each', async () => {
    service.clock.advance(1_000);
    const job = expectStatus(await ask(compliance, { file: 'contents.pdf' }), 201);
    expect((await watched(compliance, job.textAt('id'))).at(-1)).toMatchObject({ state: 'done' });
    const file = await fetched(compliance, jobs(`/${job.textAt('id')}/file`));
    const path = join(await newFolder(), 'contents.pdf');
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    const code = await codeOnPage(path, 1);
    const direct = `reports/page-check?code=${encodeURIComponent(code)}`;
    const refused = await compliance.device.get(sitePath(clinic, direct));
    expect(refused.refusal).toBe('409 report.long');
    // What can be told without a print is told at once.
    const other = await compliance.device.get(
      sitePath(clinic, direct.replace(/%2BL\d+/, '%2BL999')),
    );
    expect(expectStatus(other, 200).at('standing')).toBe('other-release');

    await prove(compliance);
    const begun = await compliance.device.post(jobs('/page-checks'), { code }, randomUUID());
    const id = expectStatus(begun, 201).textAt('id');
    expect((await watched(compliance, id)).at(-1)).toMatchObject({ state: 'done', fileName: null });
    const page = expectStatus(await compliance.device.get(jobs(`/${id}/page`)), 200);
    expect(page.at('standing')).toBe('as-printed');
    expect(page.at('text')).toMatch(/disposals/);
    for (const [member, rest] of [
      [compliance, '/file'],
      [custodian, '/page'],
    ] as const) {
      await prove(member);
      expect((await member.device.get(jobs(`/${id}${rest}`))).status).toBe(404);
    }
    await prove(compliance);
    const wrong = await compliance.device.post(
      jobs('/page-checks'),
      { code: 'CSP1' },
      randomUUID(),
    );
    expectStatus(wrong, 400);
  });

  it('is refused where it is to be signed and nothing is there to sign with', async () => {
    const refused = await ask(custodian, { file: 'ledger.pdf', signed: 'true' });
    expect(refused.refusal).toBe('409 report.no-certificate');
  });

  it('that is cancelled before it is done has no file', async () => {
    // The instance prints one at a time: the second waits.
    const first = expectStatus(await ask(custodian, { file: 'packet.zip' }), 201).textAt('id');
    const second = expectStatus(await ask(custodian, { file: 'packet.zip' }), 201).textAt('id');
    const cancelled = await custodian.device.post(jobs(`/${second}/cancellation`), {});
    expect(['waiting', 'running', 'cancelled']).toContain(
      expectStatus(cancelled, 200).textAt('state'),
    );
    const events = await watched(custodian, second);
    expect(events.at(-1)).toMatchObject({ state: 'cancelled', fileName: null });
    expect((await fetched(custodian, jobs(`/${second}/file`))).status).toBe(404);
    await watched(custodian, first);
  });
});

it('watching does not put off the lock of the session', async () => {
  const id = expectStatus(await ask(custodian, { file: 'waste.csv' }), 201).textAt('id');
  const locksAt = async (): Promise<string> =>
    expectStatus(await custodian.device.get('/api/session'), 200).textAt('locksAt');
  const before = await locksAt();
  service.clock.advance(60_000);
  await watched(custodian, id);
  expect(await locksAt()).toBe(before);
  expectStatus(await custodian.device.get(jobs(`/${id}`)), 200);
  expect(await locksAt()).not.toBe(before);
});

it('watching ends with the session', async () => {
  const id = expectStatus(await ask(compliance, { file: 'packet.zip' }), 201).textAt('id');
  const events = watched(compliance, id);
  await delay(50);
  await compliance.device.delete('/api/session');
  expect((await events).length).toBeGreaterThan(0);
  expect((await fetched(compliance, jobs(`/${id}/events`))).status).toBe(401);
});

it('what was printed is gone after a day, though nobody prints or fetches', async () => {
  const client = new pg.Client({ connectionString: service.database.serviceUrl });
  await client.connect();
  const parts = async (): Promise<number> =>
    (await client.query('SELECT job FROM beside.print_part')).rows.length;
  expect(await parts()).toBeGreaterThan(0);
  // More than once: the last print may still be on its way.
  while ((await parts()) > 0) {
    service.clock.advance(26 * 3_600_000);
    await delay(100);
  }
  await client.end();
});
