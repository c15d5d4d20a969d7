import { createHash, randomUUID } from 'node:crypto';
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
import type { Clinic, Member } from '../support/http-clinic.js';
import { downloaded, signatureOf } from '../support/downloads.js';
import { certificateFile, PrintAuthority, SUBJECT } from '../support/print-certificates.js';
import { startHttpService } from '../support/http-service.js';
import type { Answer, HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let custodian: Member;
let nurse: Member;
let inspector: Member;
let size: number;

/** The clock of these tests begins 28 days before the certificate ends. */
const ENDS_SOON = { from: '20200101000000Z', to: '20260330000000Z' };

beforeAll(async () => {
  const authority = new PrintAuthority();
  const printCertificate = certificateFile(authority.issue('site', 'ec', ENDS_SOON));
  authority.remove();
  service = await startHttpService({ printCertificate });
  clinic = await setUpClinic(service);
  custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  nurse = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  inspector = await hire(clinic, 'ines.kent', ['inspector']);
  await stockVials(clinic, { custodian, witness: nurse }, 2);
  await orderInfusion(clinic, clinic.rita);
  const checkpoint = await custodian.device.get(sitePath(clinic, 'reports/ledger.pdf'));
  expectStatus(checkpoint, 200);
  size = await signedSize();
});
afterAll(async () => {
  await checkLedger(service.database);
  await service.close();
});

/** Printing has the newest lines signed. */
async function signedSize(): Promise<number> {
  const answer = await custodian.device.get(sitePath(clinic, 'checkpoint'));
  return Number(answer.text.split('\n')[1]);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const today = (): string => now(clinic).occurredAt.slice(0, 10);

const issueOf = (changes: object = {}) => ({
  ...now(clinic),
  purpose: 'inspection',
  file: 'ledger.pdf',
  from: '2020-01-01',
  to: today(),
  size,
  ...changes,
});

async function issue(member: Member, changes: object = {}, key?: string): Promise<Answer> {
  await prove(member);
  return member.device.post(sitePath(clinic, 'reports/issued'), issueOf(changes), key);
}

describe('an issued document', () => {
  let line: string;
  let file: string;

  it('is a line with the hash of the file that everybody then gets', async () => {
    const issued = expectStatus(await issue(custodian), 201);
    line = issued.textAt('line');
    file = issued.textAt('file');
    const query = new URLSearchParams({ from: '2020-01-01', to: today(), size: String(size) });
    await prove(clinic.rita);
    const cookie = [...clinic.rita.device.cookies].map(([n, v]) => `${n}=${v}`).join('; ');
    const address = `${service.url}${sitePath(clinic, `reports/ledger.pdf?${query.toString()}`)}`;
    const download = await fetch(address, { headers: { cookie } });
    expect(download.status).toBe(200);
    const bytes = Buffer.from(await download.arrayBuffer());
    expect(sha256(bytes)).toBe(file);
  });

  it('is signed after its bytes, which stay those that were issued', async () => {
    const query = new URLSearchParams({
      from: '2020-01-01',
      to: today(),
      size: String(size),
      signed: 'true',
    });
    await prove(clinic.rita);
    const address = sitePath(clinic, `reports/ledger.pdf?${query.toString()}`);
    const signed = await downloaded(service.url, clinic.rita, address);
    expect(signed.status).toBe(200);
    expect(signed.headers.get('etag')).toBeNull();
    expect(signed.headers.get('content-disposition')).toContain('-signed.pdf');
    const end = signed.bytes.indexOf('%%EOF\n') + '%%EOF\n'.length;
    expect(sha256(signed.bytes.subarray(0, end))).toBe(file);
    const says = await signatureOf(signed.bytes);
    expect(says).toContain(`Signer Certificate Common Name: ${SUBJECT}`);
    expect(says).toContain('Total document signed');
    expect(says).toContain('Signature is Valid');
    const key = randomUUID();
    const body = { file: 'ledger.pdf', ...Object.fromEntries(query) };
    const path = sitePath(clinic, 'reports/jobs');
    await prove(clinic.rita);
    const asked = expectStatus(await clinic.rita.device.post(path, body, key), 201).textAt('id');
    const events = await downloaded(service.url, clinic.rita, `${path}/${asked}/events`);
    expect(events.bytes.toString('utf8')).toContain(`"unsignedSha256":"${file}"`);
    const stored = await downloaded(service.url, clinic.rita, `${path}/${asked}/file`);
    expect(await signatureOf(stored.bytes)).toContain('Signature is Valid');
    const journal = await clinic.rita.device.get(sitePath(clinic, 'journal?limit=50'));
    expect(journal.text).toContain(`unsigned sha256 ${file}`);
  });

  it('is signed with a certificate that ends soon, which health says to whoever runs the service', async () => {
    const ready = await clinic.rita.device.get('/api/health/ready');
    expect(ready.body).toEqual({
      status: 'ready',
      warnings: [expect.stringMatching(/^the certificate .* ends on 2026-03-30T00:00:00.000000Z/)],
    });
  });

  it('is issued once, however often it is sent', async () => {
    const key = '0190a000-0000-7000-8000-00000000aa01';
    const changes = { file: 'count-sheet.csv', purpose: 'audit' };
    const first = expectStatus(await issue(custodian, changes, key), 201);
    const second = expectStatus(await issue(custodian, changes, key), 201);
    expect(second.textAt('line')).toBe(first.textAt('line'));
  });

  it('stands in the list, the newest first', async () => {
    await prove(inspector);
    const list = await inspector.device.get(sitePath(clinic, 'reports/issued'));
    expect(expectStatus(list, 200).at('items')).toMatchObject([
      { name: 'count-sheet.csv', purpose: 'audit' },
      {
        line: Number(line),
        name: 'ledger.pdf',
        purpose: 'inspection',
        size,
        file,
        by: custodian.person,
      },
    ]);
  });

  it('is explained by what came since, and by nothing else', async () => {
    const address = sitePath(clinic, `reports/issued/${line}/since`);
    await prove(custodian);
    const before = expectStatus(await custodian.device.get(address), 200);
    expect(before.at('items')).toEqual([]);
    const order = await orderInfusion(clinic, clinic.rita);
    await prove(custodian);
    const after = expectStatus(await custodian.device.get(address), 200);
    expect(after.at('items')).toMatchObject([
      { line: Number(order), kind: 'infusion-order', about: null },
    ]);
    expect(after.at('next')).toBeNull();
    const unknown = await custodian.device.get(sitePath(clinic, 'reports/issued/0/since'));
    expect(unknown.status).toBe(404);
  });

  it.each([
    ['an unknown document', { file: 'prices.pdf' }, 404],
    ['a size without a checkpoint', { size: 999_999 }, 400],
    ['what the document is not about', { about: { container: '1-1' } }, 400],
    ['a period that ends before it begins', { from: '2026-01-02', to: '2026-01-01' }, 400],
  ])('is refused for %s, and leaves no line', async (_, changes, status) => {
    const before = await lines();
    expect((await issue(custodian, changes)).status).toBe(status);
    expect(await lines()).toBe(before);
  });

  it('is not the business of an inspector, nor of a clinician', async () => {
    expect((await issue(inspector)).status).toBe(403);
    expect((await issue(nurse)).status).toBe(403);
  });
});

async function lines(): Promise<number> {
  const answer = await custodian.device.get(sitePath(clinic, 'entries?limit=1&order=newest'));
  const [newest] = expectStatus(answer, 200).at('items') as readonly { readonly line: number }[];
  return newest?.line ?? -1;
}

describe('a disclosure', () => {
  const disclosureOf = (reports: readonly string[], changes: object = {}) => ({
    ...now(clinic),
    reports,
    to: 'drug-enforcement',
    organisation: 'Drug Enforcement Administration',
    taker: 'Inspector Lane',
    badge: '4711',
    manner: 'paper',
    reference: 'DEA-82',
    ...changes,
  });

  it('names what was issued, and keeps who took it confidential', async () => {
    const issued = expectStatus(await issue(custodian), 201).textAt('line');
    await prove(custodian);
    const path = sitePath(clinic, 'disclosures');
    const told = expectStatus(await custodian.device.post(path, disclosureOf([issued])), 201);
    await prove(inspector);
    const list = expectStatus(await inspector.device.get(path), 200);
    expect(list.at('items')).toMatchObject([
      {
        line: told.at('line'),
        reports: [Number(issued)],
        reference: 'DEA-82',
        by: custodian.person,
      },
    ]);
    expect(list.text).not.toContain('Lane');
    await prove(custodian);
    const entry = await custodian.device.get(sitePath(clinic, `entries/${told.textAt('line')}`));
    expect(expectStatus(entry, 200).text).toContain('Inspector Lane');
  });

  it('of something that was not issued is refused, as is one to nobody', async () => {
    await prove(custodian);
    const path = sitePath(clinic, 'disclosures');
    const other = await custodian.device.post(path, disclosureOf(['1']));
    expect(expectStatus(other, 422).textAt('code')).toBe('disclosure.not-issued');
    const issued = expectStatus(await issue(custodian), 201).textAt('line');
    const nobody = { organisation: null, taker: null, badge: null };
    const answer = await custodian.device.post(path, disclosureOf([issued], nobody));
    expect(expectStatus(answer, 422).textAt('code')).toBe('disclosure.nobody-named');
  });
});
