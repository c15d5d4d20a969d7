import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { printLedger } from '../../reports/ledger.js';
import { SignedFile } from '../../reports/signed-file.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import {
  endsSoon,
  openPrintSigning,
  signingOf,
  warningOf,
} from '../../src/features/reports/print-signing.js';
import { instant } from '../../src/domain/measures/instant.js';
import { SimulatedClock } from '../../src/platform/clock.js';
import { PrintCertificate } from '../../src/platform/keys/print-certificate.js';
import { certificateFile, PrintAuthority, SUBJECT } from '../support/print-certificates.js';
import { busyLines } from './busy-ledger.js';
import { KETAMINE_50, ledger, section } from './clinic.js';
import { PdfObjects } from './pdf-objects.js';
import { tool } from './tools.js';

const LINES = busyLines(KETAMINE_50, quantity(0)).slice(0, 60);
const AT = new Date('2026-03-31T22:00:00Z');
const report = ledger([section(KETAMINE_50, quantity(0), LINES)]);

let authority: PrintAuthority;
let unsigned: Buffer;
beforeAll(async () => {
  authority = new PrintAuthority();
  const file = join(authority.folder, 'unsigned.pdf');
  await printLedger(report, createWriteStream(file), { paper: 'letter' });
  unsigned = await readFile(file);
});
afterAll(() => {
  authority.remove();
});

/** Prints, signs, and writes the file. */
async function signed(certificate: PrintCertificate, name: string): Promise<string> {
  const file = join(authority.folder, name);
  const stream = new SignedFile((digest) => certificate.sign(digest));
  const stored = pipeline(stream, createWriteStream(file));
  const signature = {
    at: AT,
    room: certificate.room,
    onPlace: (place: NonNullable<SignedFile['place']>) => {
      stream.place = place;
    },
  };
  await Promise.all([printLedger(report, stream, { paper: 'letter', signature }), stored]);
  expect(stream.unsigned).toBe(createHash('sha256').update(unsigned).digest('hex'));
  return file;
}

describe.each(['ec', 'rsa'] as const)('a print that is signed with a key of %s', (kind) => {
  let file: string;
  let bytes: Buffer;
  beforeAll(async () => {
    const certificate = await PrintCertificate.open(certificateFile(authority.issue(kind, kind)));
    file = await signed(certificate, `${kind}.pdf`);
    bytes = await readFile(file);
  });

  test('is the unsigned print, byte for byte, and an update after it', async () => {
    expect(bytes.subarray(0, unsigned.length).equals(unsigned)).toBe(true);
    expect(bytes.length - unsigned.length).toBeLessThan(20_000);
    await tool('qpdf', '--check', file);
  });

  test('is valid for who did not make it, and signed as a whole', async () => {
    const says = await tool('pdfsig', file);
    expect(says).toContain(`Signer Certificate Common Name: ${SUBJECT}`);
    expect(says).toContain('Signing Time: Mar 31 2026 22:00:00');
    expect(says).toContain('Signature Type: ETSI.CAdES.detached');
    expect(says).toContain('Total document signed');
    expect(says).toContain('Signature Validation: Signature is Valid.');
  });

  test('brings the certificates that lead to the root', async () => {
    const [range = ''] = /\/ByteRange\[[\d ]+\]/.exec(bytes.toString('latin1')) ?? [];
    const [, before = 0, after = 0] = Array.from(range.matchAll(/\d+/g), Number);
    const contents = Buffer.from(bytes.toString('latin1', before + 1, after - 1), 'hex');
    const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)]);
    await writeFile(join(authority.folder, 'contents.der'), contents);
    await writeFile(join(authority.folder, 'content'), content);
    const files = ['-in', 'contents.der', '-content', 'content', '-CAfile', 'root.pem'];
    const form = ['-inform', 'DER', '-binary', '-purpose', 'any', '-out', 'verified'];
    execFileSync('openssl', ['cms', '-verify', '-cades', ...form, ...files], {
      cwd: authority.folder,
      stdio: 'pipe',
    });
  });

  test('is found out when one byte is changed', async () => {
    for (const place of [1000, unsigned.length + 100]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const copy = join(authority.folder, 'changed.pdf');
      await writeFile(copy, changed);
      const says = await tool('pdfsig', copy);
      expect(says).not.toContain('Signature is Valid');
    }
  });
});

test('the field belongs to the structure, and the tree of parents leads to its element', async () => {
  const objects = await PdfObjects.of(join(authority.folder, 'ec.pdf'));
  const [page] = objects.pages();
  const [field] = objects.at(page?.reference)['/Annots'] as readonly string[];
  const catalogue = objects.catalogue();
  expect(catalogue['/AcroForm']).toEqual({ '/Fields': [field], '/SigFlags': 3 });
  const widget = objects.at(field);
  expect(widget).toMatchObject({
    '/Subtype': '/Widget',
    '/FT': '/Sig',
    '/TU': 'u:Electronic signature of this file',
    '/P': page?.reference,
  });
  const [document, element] = objects.at(catalogue['/StructTreeRoot'])['/K'] as readonly string[];
  expect(objects.at(document)['/S']).toBe('/Document');
  expect(objects.at(element)).toMatchObject({ '/S': '/Form', '/K': { '/Obj': field } });
  expect(objects.parents(Number(widget['/StructParent']))).toEqual(objects.at(element));
  expect(objects.parents(0).length).toBeGreaterThan(5);
});

describe('a certificate', () => {
  const NOW = instant('2026-03-02T14:00:00Z');
  const opened = (path: string, at = NOW) =>
    openPrintSigning(certificateFile(path), new SimulatedClock(at));

  test('that is not valid now signs nothing, and the warning says why', async () => {
    const ended = authority.issue('ended', 'ec', {
      from: '20200101000000Z',
      to: '20260302140000Z',
    });
    const warned = async (path: string): Promise<string | undefined> => {
      const signing = await opened(path);
      if (signing === undefined) throw new Error('expected a certificate');
      expect(() => signingOf({ signed: true, format: 'pdf' }, signing)).toThrow(
        'report.certificate-not-valid',
      );
      return warningOf(signing);
    };
    expect(await warned(ended)).toMatch(/ended on 2026-03-02T14:00:00.000000Z: prints are not/);
    const early = authority.issue('early', 'ec', {
      from: '20260302140001Z',
      to: '20270101000000Z',
    });
    expect(await warned(early)).toMatch(/is valid from 2026-03-02T14:00:01.000000Z on: prints/);
  });

  test('that has ended since signs nothing, and says so in time', async () => {
    const soon = authority.issue('soon', 'ec', { from: '20200101000000Z', to: '20260401000000Z' });
    const clock = new SimulatedClock(instant('2026-03-01T23:59:59Z'));
    const signing = await openPrintSigning(certificateFile(soon), clock);
    if (signing === undefined) throw new Error('expected a certificate');
    const pdf = { signed: true, format: 'pdf' } as const;
    expect([endsSoon(signing), warningOf(signing)]).toEqual([false, undefined]);
    clock.advance(1000);
    expect(endsSoon(signing)).toBe(true);
    expect(warningOf(signing)).toMatch(/ends on 2026-04-01T00:00:00.000000Z: prints/);
    expect(signingOf(pdf, signing)).toBe(signing);
    clock.set(instant('2026-04-01T00:00:00Z'));
    expect(() => signingOf(pdf, signing)).toThrow('report.certificate-not-valid');
  });

  test('of a key that signs otherwise is refused', async () => {
    await expect(opened(authority.issue('ed25519', 'ed25519'))).rejects.toThrow(
      /neither of RSA nor of a named curve: have another one certified/,
    );
  });
});
