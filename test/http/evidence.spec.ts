/** A stranger with a signed-in browser and the specifications checks a site's ledger over HTTP. */
import { decodeBase64 } from '../../src/evidence/bytes.js';
import { verifyCheckpoint } from '../../src/evidence/checkpoint.js';
import type { FileStore } from '../../src/evidence/file-store.js';
import { verifyExport } from '../../src/evidence/log-verify.js';
import { verifyProof } from '../../src/evidence/proof.js';
import { verifyConsistency, verifyInclusion } from '../../src/evidence/tree.js';
import { expectStatus, hire, setUpClinic, sitePath, stockVials } from '../support/http-clinic.js';
import type { Clinic, Member } from '../support/http-clinic.js';
import { Device, startHttpService } from '../support/http-service.js';
import type { HttpService } from '../support/http-service.js';

let service: HttpService;
let clinic: Clinic;
let inspector: Member;

beforeAll(async () => {
  service = await startHttpService();
  clinic = await setUpClinic(service);
  const custodian = await hire(clinic, 'paul.odell', ['custodian', 'witness']);
  const witness = await hire(clinic, 'nina.cole', ['clinician', 'witness']);
  inspector = await hire(clinic, 'ines.brandt', ['inspector']);
  await stockVials(clinic, { custodian, witness }, 3);
});

afterAll(() => service.close());

const ask = (path: string) => inspector.device.get(sitePath(clinic, path));

/** The bytes at a path, or null where there are none. */
async function bytes(path: string): Promise<Uint8Array | null> {
  const cookie = [...inspector.device.cookies].map(([name, value]) => `${name}=${value}`);
  const url = `${service.url}${sitePath(clinic, path)}`;
  const answer = await fetch(url, { headers: { cookie: cookie.join('; ') } });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

async function head() {
  const note = expectStatus(await ask('checkpoint'), 200).text;
  const vkey = expectStatus(await ask('log.vkey'), 200).text.trim();
  return { note, vkey, ...verifyCheckpoint({ note, vkey }) };
}

const hash = (text: unknown): Uint8Array => decodeBase64(String(text)) ?? new Uint8Array();

const hashes = (texts: unknown): readonly Uint8Array[] =>
  Array.isArray(texts) ? texts.map(hash) : [];

it('publishes a log that verifies file by file', async () => {
  const { size, note } = await head();
  expect(size).toBeGreaterThan(1);
  const store: FileStore = {
    read: (path) => (path === 'checkpoint' ? Promise.resolve(Buffer.from(note)) : bytes(path)),
  };
  expect(await verifyExport(store)).toMatchObject({ finding: null, leaves: size });
});

it('proves every line, as JSON and as C2SP writes a proof', async () => {
  const { size, root, vkey } = await head();
  for (let line = 0; line < size; line += 1) {
    const json = expectStatus(await ask(`proofs/inclusion?line=${line}&size=${size}`), 200);
    const leafHash = hash(json.at('leafHash'));
    const proof = hashes(json.at('hashes'));
    expect(verifyInclusion({ index: line, size, leafHash, proof, root })).toBe(true);
    const text = expectStatus(await ask(`entries/${line}/proof`), 200).text;
    expect(verifyProof({ text, leafHash, vkey }).index).toBe(line);
    const entry = expectStatus(await ask(`entries/${line}`), 200);
    expect(entry.at('leafHash')).toBe(json.at('leafHash'));
  }
});

it('proves that each size continues each earlier one', async () => {
  const { size } = await head();
  for (let to = 1; to <= size; to += 1) {
    for (let from = 0; from <= to; from += 1) {
      const answer = expectStatus(await ask(`proofs/consistency?from=${from}&to=${to}`), 200);
      const fromRoot = hash(answer.at('fromRoot'));
      const toRoot = hash(answer.at('toRoot'));
      const proof = hashes(answer.at('hashes'));
      expect(verifyConsistency({ from, to, fromRoot, toRoot, proof })).toBe(true);
    }
  }
});

it.each([
  'tile/0/001',
  'tile/0/000',
  'tile/1/000.p/1',
  'tile/entries/000.p/200',
  'tile/entries/x000/000',
  'tile/entries/../checkpoint',
  'tile/',
  'tile/%2e%2e/%2e%2e/etc',
  'proofs/inclusion?line=99999',
  'proofs/inclusion?line=0&size=99999',
  'proofs/consistency?from=5&to=2',
  'proofs/consistency?from=0&to=99999',
  'entries/99999/proof',
  'entries/x/proof',
])('has nothing at %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it.each([
  'proofs/inclusion',
  'proofs/inclusion?line=-1',
  'proofs/consistency?from=1e3&to=2',
  'proofs/inclusion?line=1&x=2',
])('does not understand %s', async (path) => {
  expect((await ask(path)).refusal).toBe('400 request.invalid');
});

it('shows the log to nobody without the right to read the register', async () => {
  const administrator = await hire(clinic, 'abel.frost', ['administrator']);
  for (const path of ['checkpoint', 'log.vkey', 'tile/0/000.p/1', 'proofs/inclusion?line=0']) {
    const url = sitePath(clinic, path);
    expect((await administrator.device.get(url)).refusal).toBe('403 site.not-permitted');
    expect((await new Device(service.url).get(url)).refusal).toBe('401 session.missing');
  }
});

it('lets nobody keep a partial tile', async () => {
  const { size } = await head();
  const answer = expectStatus(await ask(`tile/0/000.p/${size}`), 200);
  expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
});

it('answers from an instance that does not sign', async () => {
  const other = await service.another();
  const device = inspector.device.copy();
  const path = `${other.url}${sitePath(clinic, 'checkpoint')}`;
  const cookie = [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(path, { headers: { cookie } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe((await head()).note);
});
