import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { base32 } from '../../reports/page-code.js';
import { registerIsRead } from './register-read.js';
import { checkLedger } from '../support/check-ledger.js';
import { newFolder } from '../support/database.js';
import {
  ITEM,
  expectStatus,
  hire,
  now,
  orderInfusion,
  prove,
  setUpClinic,
  sitePath,
  stockVials,
} from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { certificateFile, PrintAuthority, SUBJECT } from '../support/print-certificates.js';
import { downloaded, signatureOf, textOf } from '../support/downloads.js';
import type { File } from '../support/downloads.js';
import { codeOnPage } from '../support/page-codes.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

const PATIENT = 'Hana Quill';
const DOCUMENTS = ['ledger', 'dispensing', 'discrepancies'] as const;

let service: HttpService;
let clinic: Clinic;
let custodian: Member;
let nurse: Member;
let compliance: Member;
let vials: readonly string[];
let order: string;
let draw: string;

beforeAll(async () => {
  const authority = new PrintAuthority();
  const printCertificate = certificateFile(authority.issue('site'));
  authority.remove();
  service = await startHttpService({ printCertificate });
  clinic = await setUpClinic(service);
  custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  nurse = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  compliance = await hire(clinic, 'clara.munk', ['compliance']);
  vials = await stockVials(clinic, { custodian, witness: nurse }, 3);
  order = await orderInfusion(clinic, clinic.rita);
  await prove(nurse);
  const lines = [{ container: vials[0] ?? '', quantity: { value: '0.700', unit: 'mL' } }];
  const drawn = await nurse.device.post(sitePath(clinic, 'draws'), {
    ...now(clinic),
    order,
    lines,
  });
  draw = `${expectStatus(drawn, 201).textAt('line')}-1`;
  const given = await nurse.device.post(sitePath(clinic, 'administrations'), {
    ...now(clinic),
    order,
    outcome: 'completed',
    lines: [{ draw, quantity: { value: '0.600', unit: 'mL' } }],
  });
  expectStatus(given, 201);
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

const download = (member: Member, path: string): Promise<File> =>
  downloaded(service.url, member, sitePath(clinic, path));

const journal = async (): Promise<readonly Record<string, unknown>[]> => {
  await prove(clinic.rita);
  const answer = await clinic.rita.device.get(sitePath(clinic, 'journal?limit=50'));
  return expectStatus(answer, 200).at('items') as Record<string, unknown>[];
};

describe('a document', () => {
  test.each(DOCUMENTS)('%s is a PDF that other tools read, and a CSV', async (document) => {
    await prove(compliance);
    const pdf = await download(compliance, `reports/${document}.pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${document}-${clinic.site}-[0-9-]+\\.pdf"$`),
    );
    expect(await textOf(pdf)).toContain('BV1234563');
    const csv = await download(compliance, `reports/${document}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.bytes.toString('utf8')).toMatch(/^[a-z_]+(,[a-z_]+)+\r\n/);
  });

  test('has the same bytes and tag whenever it is asked for', async () => {
    const [one, two] = await Promise.all([
      download(compliance, 'reports/ledger.pdf'),
      download(compliance, 'reports/ledger.pdf'),
    ]);
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
    expect(one.headers.get('etag')).toBe(two.headers.get('etag'));
    const other = await download(compliance, 'reports/ledger.pdf?paper=a4');
    expect(other.headers.get('etag')).not.toBe(one.headers.get('etag'));
  });

  test('prints the patient, and the process log never names one', async () => {
    expect(await textOf(await download(compliance, 'reports/dispensing.pdf'))).toContain(PATIENT);
    expect(await textOf(await download(compliance, 'reports/ledger.pdf'))).toContain(PATIENT);
    expect(service.logged()).not.toContain(PATIENT);
    expect(service.logged()).not.toContain('Quill');
  });

  test('stands in the access journal with its scope and the hash of its bytes', async () => {
    const file = await download(compliance, 'reports/dispensing.csv?from=2026-03-01&to=2026-03-02');
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const identity = (file.headers.get('etag') ?? '').replaceAll('"', '');
    for (;;) {
      const lines = (await journal()).filter(({ act }) => act === 'dispensing-csv');
      const abouts = lines.map(({ about }) => about as readonly string[]);
      const ended = abouts.find((about) => about.includes(`sha256 ${hash}`));
      if (ended === undefined) {
        await delay(20);
        continue;
      }
      expect(ended).toContain(`identity ${identity}`);
      const begun = abouts.find((about) => about.includes('from 2026-03-01'));
      expect(begun).toEqual(expect.arrayContaining([`identity ${identity}`, 'to 2026-03-02']));
      expect(lines[0]?.['person']).toBe(compliance.person);
      return;
    }
  });

  test('can be asked for as it was known at an earlier size', async () => {
    const file = await download(compliance, 'reports/ledger.csv');
    const size = /-(\d+)\.csv"$/.exec(file.headers.get('content-disposition') ?? '')?.[1] ?? '';
    await prove(nurse);
    const waste = { lines: [{ draw, quantity: { value: '0.100', unit: 'mL' } }] };
    const wasted = await nurse.device.post(sitePath(clinic, 'waste'), {
      ...now(clinic, 'done'),
      ...waste,
      reason: 'alone-on-site',
      why: 'dose-remainder',
      manner: 'rx-destroyer',
    });
    expectStatus(wasted, 201);
    const then = await download(compliance, `reports/ledger.csv?size=${size}`);
    expect(then.bytes.toString('utf8')).toBe(file.bytes.toString('utf8'));
    const today = (await download(compliance, 'reports/ledger.csv')).bytes.toString('utf8');
    expect(today).toContain('Wasted');
    expect(file.bytes.toString('utf8')).not.toContain('Wasted');
  });
});

describe('own entries', () => {
  test('are given to whoever made them, and to nobody else', async () => {
    await prove(nurse);
    const own = (await download(nurse, 'reports/mine/entries.csv')).bytes.toString('utf8');
    expect(own).toContain('Drawn');
    expect(own).toMatch(/^proofs,/m);
    expect((await download(nurse, 'reports/entries.csv?person=' + nurse.person)).status).toBe(403);
    const other = await nurse.device.get(
      sitePath(clinic, `reports/mine/entries.csv?person=${custodian.person}`),
    );
    expect(other.refusal).toBe('400 request.invalid');
    const ledger = await nurse.device.get(sitePath(clinic, 'reports/mine/ledger.pdf'));
    expect(ledger.refusal).toBe('404 report.not-found');
  });
});

test('the documents are told, with what each is about and whether whoever asks may print it', async () => {
  const { items, certificate } = (await compliance.device.get(sitePath(clinic, 'reports')))
    .body as {
    readonly certificate: unknown;
    readonly items: readonly {
      name: string;
      about: string | null;
      allowed: boolean;
      forms: string[];
    }[];
  };
  const ends = '2049-12-31T23:59:59.000000Z';
  expect(certificate).toEqual({ subject: SUBJECT, ends, endsSoon: false });
  const ready = await new Device(service.url).get('/api/health/ready');
  expect(ready.body).toEqual({ status: 'ready', warnings: [] });
  const [first, second] = items;
  expect(first).toMatchObject({ name: 'packet', forms: ['zip'], about: null, allowed: true });
  expect(second).toMatchObject({ name: 'cover', forms: ['pdf', 'csv', 'json', 'xlsx'] });
  const about = items.filter((each) => each.about !== null).map((each) => each.name);
  expect(about).toEqual(['container', 'entries', 'loss-worksheet', 'loss-notice']);
  // Compliance reads the journal, and has no part in losses.
  const denied = items.filter(({ allowed }) => !allowed).map(({ name }) => name);
  expect(denied).toEqual(['loss-worksheet', 'loss-notice']);
  expect((await nurse.device.get(sitePath(clinic, 'reports'))).status).toBe(403);
});

test('the packet is one archive, in the order of an inspection, with a manifest of signed prints', async () => {
  await prove(compliance);
  const file = await download(compliance, 'reports/packet.zip?signed=true');
  expect(file.headers.get('content-type')).toBe('application/zip');
  const path = join(await newFolder(), 'packet.zip');
  await writeFile(path, file.bytes);
  const names = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n');
  expect(names[0]).toBe('01-cover.pdf');
  expect(names.at(-1)).toBe('manifest.json');
  const unzipped = (name: string): Buffer => execFileSync('unzip', ['-p', path, name]);
  const { files, size } = JSON.parse(unzipped('manifest.json').toString('utf8')) as {
    readonly size: number;
    readonly files: readonly { path: string; sha256: string; unsignedSha256?: string }[];
  };
  const signed = files.filter(({ unsignedSha256 }) => unsignedSha256 !== undefined);
  expect(signed.map((each) => each.path)).toEqual(names.filter((name) => name.endsWith('.pdf')));
  const cover = unzipped('01-cover.pdf');
  expect(await signatureOf(cover)).toContain('Signature is Valid');
  expect(createHash('sha256').update(cover).digest('hex')).toBe(signed[0]?.sha256);
  expect(signed[0]?.unsignedSha256).not.toBe(signed[0]?.sha256);
  expect((await download(nurse, 'reports/packet.zip')).status).toBe(403);
  // Each form is what its own address gives. What the journal has of this very moment goes on growing under a fixed clock.
  const alone = names.filter((name) => /^\d\d-.*[.](?:csv|json|xlsx)$/.test(name));
  expect(alone.length).toBeGreaterThan(40);
  for (const name of alone.filter((each) => !/access|contents/.test(each))) {
    const own = await download(compliance, `reports/${name.slice(3)}?size=${size}`);
    expect({ name, isSame: own.bytes.equals(unzipped(name)) }).toEqual({ name, isSame: true });
  }
});

describe('a page on paper', () => {
  let code: string;
  const check = (text: string, member = compliance) =>
    member.device.get(sitePath(clinic, `reports/page-check?code=${encodeURIComponent(text)}`));

  beforeAll(async () => {
    await prove(compliance);
    const item = `item=${encodeURIComponent(ITEM)}`;
    const file = await download(compliance, `reports/ledger.pdf?${item}&paper=a4&signed=true`);
    const path = join(await newFolder(), 'print.pdf');
    await writeFile(path, file.bytes);
    code = await codeOnPage(path, 1);
  });

  test('is what the ledger prints, as it reads, whatever was recorded since', async () => {
    await orderInfusion(clinic, clinic.rita);
    const answer = expectStatus(await check(code), 200);
    expect(answer.at('standing')).toBe('as-printed');
    expect(answer.at('document')).toBe('ledger');
    expect(answer.at('text')).toMatch(/^Controlled-substance ledger$/m);
    expect(answer.at('text')).toContain(`\tDrawn\t`);
    const hash = createHash('sha256').update(answer.textAt('text')).digest();
    expect(code.endsWith(`/1/${base32(hash.subarray(0, 20))}`)).toBe(true);
    const seen = (await journal()).find(
      ({ act, about }) => act === 'ledger-pdf' && (about as string[]).includes('page 1'),
    );
    expect(seen).toMatchObject({ kind: 'printed', person: compliance.person, site: clinic.site });
  });

  test.each([
    ['another hash', (text: string) => text.replace(/.{4}$/, 'AAAA')],
    ['another period', (text: string) => text.replace(/\/(\d{8})\//, '/20250101/')],
    ['another page', (text: string) => text.replace('/1/', '/77/')],
    ['another root', (text: string) => text.replace(/[A-Z2-7]{16}(\/1\/)/, 'A'.repeat(16) + '$1')],
  ])('differs with %s', async (_, change) => {
    const answer = expectStatus(await check(change(code)), 200);
    expect(answer.at('standing')).toBe('differs');
  });

  test('of another layout is said to be one', async () => {
    const other = code.replace(/[+]L\d+\//, '+L999/');
    expect(expectStatus(await check(other), 200).at('standing')).toBe('other-release');
    const before = code.replace(/[+]L\d+\//, '/');
    expect(expectStatus(await check(before), 200).at('standing')).toBe('other-release');
  });

  test('of another release with the same layout is printed under its name', async () => {
    const other = code.replace(/\/\d+\.\d+\.\d+[+]/, '/0.0.9+');
    const answer = expectStatus(await check(other), 200);
    expect(answer.at('text')).toContain('Countersign 0.0.9');
    // The code was not printed by it, and its hash says so.
    expect(answer.at('standing')).toBe('differs');
  });

  test.each([
    ['no code', 'hello'],
    ['half a code', 'CSP1/LEDGER'],
    ['a code of another site', null],
  ])('%s is refused with what to do', async (_, text) => {
    const other = code.replace(clinic.site.toUpperCase(), 'A'.repeat(12));
    const answer = expectStatus(await check(text ?? other), 400);
    expect(answer.at('errors')).toMatchObject([{ field: 'code' }]);
  });

  test('is shown to nobody without the right to the document', async () => {
    expectStatus(await check(code, nurse), 403);
  });
});

describe('a document is refused', () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    ['whose period ends before it begins', 'from=2026-03-02&to=2026-03-01', 'to'],
    ['of a size that was never signed', 'size=9999', 'size'],
    ['of an audit item that was never here', 'item=morphine', 'item'],
    ['of a day that does not exist', 'from=2026-02-30', 'from'],
    ['on unknown paper', 'paper=a5', 'paper'],
    ['with what no document takes', 'colour=red', 'colour'],
    ['with a signature that is neither wanted nor not', 'signed=maybe', 'signed'],
  ];
  test.each(refusals)('%s', async (_, query, field) => {
    const answer = await compliance.device.get(sitePath(clinic, `reports/ledger.pdf?${query}`));
    expect(answer.refusal).toBe('400 request.invalid');
    expect(answer.textAt('errors.0.field')).toBe(field);
  });

  test('as a table for machines with a signature', async () => {
    const answer = await compliance.device.get(sitePath(clinic, 'reports/ledger.csv?signed=true'));
    expect(answer.refusal).toBe('400 request.invalid');
    expect(answer.textAt('errors.0.field')).toBe('signed');
  });

  test('to who has no right to reports, and to who is not signed in', async () => {
    const path = sitePath(clinic, 'reports/ledger.pdf');
    expect((await nurse.device.get(path)).refusal).toBe('403 site.not-permitted');
    const stranger = new Device(service.url);
    expect((await stranger.get(path)).refusal).toBe('401 session.missing');
  });
});

test('a reader who leaves stops the printing, and the journal says so', async () => {
  const cookie = [...compliance.device.cookies]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const url = `${service.url}${sitePath(clinic, 'reports/ledger.pdf?paper=a4&from=2020-01-01')}`;
  await new Promise<void>((resolve) => {
    const asked = request(url, { headers: { cookie } }, (answer) => {
      answer.destroy();
      resolve();
    });
    asked.end();
  });
  // The document is short: it may have been printed whole before anybody left.
  const ends = async (): Promise<boolean> =>
    (await journal()).some(
      ({ act, about }) =>
        act === 'ledger-pdf' && (about as string[]).some((each) => /^(cut off|sha256)/.test(each)),
    );
  while (!(await ends())) await delay(20);
  expect((await download(compliance, 'reports/ledger.pdf')).status).toBe(200);
});

describe('the register', () => {
  registerIsRead(() => ({ clinic, custodian, nurse, vials, order, draw }));
});
