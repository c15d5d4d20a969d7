import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_KINDS, DOCUMENTS, PACKET_ORDER } from '../../src/features/reports/documents.js';
import { SITE_ID } from './from-ledger-clinic.js';
import { verifyInclusion } from '../../src/evidence/tree.js';
import { PrintedDays } from './printed-days.js';
import type { Row } from './printed-reports.js';

let life: PrintedDays;
let clinic: PrintedDays['clinic'];
let days: PrintedDays['days'];
let reports: PrintedDays['reports'];

beforeAll(async () => {
  life = await PrintedDays.live();
  ({ clinic, days, reports } = life);
});
afterAll(() => life.end());

/** A spreadsheet keeps numbers, not their zeros, and does not mark text that would be a formula. */
const bare = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, value.replace(/^'(?=[=+\-@])/, '')]),
  );

// The sheet of contents is read where all others are printed for it: in the packet.
describe.each(DOCUMENTS.filter((each) => each !== 'contents'))('%s', (document) => {
  const asked = () => ({
    document,
    narrow: {
      ...(about(document, 'container') ? { container: days.vials[0] ?? ('' as never) } : {}),
      ...(about(document, 'person') ? { person: clinic.person('NN') } : {}),
      ...(about(document, 'loss') ? { loss: life.loss } : {}),
    },
  });

  test('says the same as CSV, JSON and XLSX', async () => {
    const csv = (await reports.rowsOf(asked())).map(bare);
    expect((await reports.jsonOf(asked())).map(bare)).toEqual(csv);
    expect((await reports.sheetsOf(asked())).map(bare)).toEqual(csv);
  });

  test('names registrant, clause and page on paper that other tools read', async () => {
    const text = await reports.textOf(asked());
    expect(text).toContain('DEA registration');
    expect(text).toMatch(/Page 1 of\s+\d/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

function about(document: keyof typeof DOCUMENT_KINDS, what: string): boolean {
  return DOCUMENT_KINDS[document].about === what;
}

/** Records of schedule II are kept apart. */
const OTHERS = 'schedules-iii-to-v';

describe('receipts', () => {
  test('tell supplier, papers and three numbers, and list the short delivery', async () => {
    const rows = await reports.rowsOf({ document: 'receipts' });
    expect(rows.filter(({ part }) => part === `receipts-${OTHERS}`)).toHaveLength(2);
    expect(rows.find(({ counted }) => counted === '4')).toMatchObject({
      part: `receipts-${OTHERS}`,
      supplier_dea_number: expect.stringMatching(/^[A-Z]{2}\d{7}$/) as string,
      invoice_number: 'N-88412',
      ordered: '5',
      invoiced: '5',
      quantity: '20.000',
      mg: '2000',
    });
    expect(rows.find(({ part }) => part === `exceptions-${OTHERS}`)).toMatchObject({
      exception: 'COUNT DIFFERS FROM INVOICE',
    });
  });
});

describe('the waste record', () => {
  test('tells what the witness saw and how long everybody took', async () => {
    const rows = await reports.rowsOf({ document: 'waste' });
    expect(
      rows.find(({ line, part }) => part === `waste-${OTHERS}` && line === '13'),
    ).toMatchObject({
      quantity: '0.200',
      mg: '10',
      minutes_draw_to_waste: '0',
      minutes_waste_to_witness: '859',
      witness_saw: 'the residue',
      witness_state: 'countersigned',
    });
    expect(rows.filter(({ part }) => part === `exceptions-${OTHERS}`)).toMatchObject([
      { line: '13', exception: `SIGNED LATER, BY LINE ${days.countersigned}` },
    ]);
    const text = await reports.textOf({ document: 'waste' });
    expect(text).toMatch(/Total\s+Ketamine injection 50.mg\/mL.*4.lines, 0 unwitnessed\s+0\.620/);
  });
});

describe('corrections and late entries', () => {
  test('stand beside their originals, each chain with its first line', async () => {
    const rows = await reports.rowsOf({ document: 'corrections' });
    const corrections = rows.filter(({ part }) => part === 'corrections');
    expect(
      corrections.map(({ line, original_line }) => [Number(line), Number(original_line)]),
    ).toEqual(
      expect.arrayContaining([
        ...days.drawCorrections.map((line) => [line, days.correctedDraw]),
        [days.givenCorrection, days.givenCorrected],
      ]),
    );
    expect(rows.find(({ line }) => line === String(days.lateDraw))).toMatchObject({
      part: 'late',
      entry: 'Drawn',
      minutes_late: '1185',
    });
  });
});

describe('overfill and hub loss', () => {
  test('are added up by lot and by the people who drew', async () => {
    const rows = await reports.rowsOf({ document: 'residue' });
    const sums = { ended_containers: '1', draws: '1', overfill: '0.000', hub_loss: '0.070' };
    expect(rows.find(({ part }) => part === 'ends')).toMatchObject({
      containers: '1-2',
      book: '9.200',
    });
    expect(rows.find(({ part }) => part === 'by_lot')).toMatchObject({ ...sums, lot: 'K1A' });
    expect(rows.find(({ part }) => part === 'by_person')).toMatchObject({
      ...sums,
      initials: 'NN',
    });
  });
});

describe('the ledger of a container', () => {
  test('has the stored balance after each line, and each line’s own leaf hash', async () => {
    const vial = days.vials[0] ?? ('' as never);
    const rows = await reports.rowsOf({ document: 'container', narrow: { container: vial } });
    const { rows: stored } = await life.instance.pool.query<{ seq: string; after: string }>(
      `SELECT DISTINCT ON (seq) seq::text, (coalesce(CASE WHEN to_account = $1 THEN to_after END, from_after) / 1000.0)::numeric(20, 3)::text AS after
         FROM ledger.movement WHERE $1 IN (from_account, to_account) ORDER BY seq, part DESC`,
      [`container:${vial}`],
    );
    expect(stored.length).toBeGreaterThan(4);
    const tuesday = { from: '2026-03-03' as never, to: '2026-03-03' as never };
    const later = await reports.textOf({
      document: 'container',
      narrow: { container: vial },
      ...tuesday,
    });
    expect(later).toMatch(/Balance brought forward at the start of 2026-03-03\s+7\.050/);
    expect(later).toContain('5 Dune Road');
    expect(rows.find(({ entry }) => entry === 'Count')).toMatchObject({
      detail: 'Measured first 5.000, then 5.100, book 6.450.',
      balance: '6.450',
    });
    for (const { seq, after } of stored) {
      expect(rows.find(({ line }) => line === seq)).toMatchObject({ balance: after });
    }
    const leaf = await life.instance.reader.entry(SITE_ID, days.lateDraw);
    expect(rows.find(({ line }) => line === String(days.lateDraw))?.['leaf_hash']).toBe(
      leaf?.leafHash,
    );
  });

  test.each([
    ['container', {}, 'must be chosen'],
    ['container', { container: '999-1' as never }, 'must be one of this site'],
    ['entries', { person: 'nobody' as never }, 'must be one of the organisation'],
    ['ledger', { container: '1-1' as never }, 'can be chosen for container alone'],
    ['ledger', { by: 'patient' as const }, 'can be chosen for dispensing alone'],
    ['loss-notice', {}, 'must be chosen'],
    ['loss-worksheet', { loss: '1-1' as never }, 'must be a theft or loss of this site'],
    ['dispensing', { patient: 'nobody' as never }, 'must be one with an order at this site'],
    ['dispensing', { practitioner: 'nobody' as never }, 'must be one of the organisation'],
  ] as const)('refuses %s of %j', async (document, narrow, says) => {
    await expect(reports.print({ document, narrow })).rejects.toThrow(says);
  });
});

describe('the entries of a person', () => {
  test('are what they made, signed and witnessed', async () => {
    const narrow = { person: clinic.person('WW') };
    const rows = await reports.rowsOf({ document: 'entries', narrow });
    const lines = rows.filter(({ part }) => part === 'lines');
    const parts = lines.map(({ entry }) => entry);
    expect(parts).toEqual(expect.arrayContaining(['Inventory', 'Received', 'Wasted', 'Count']));
    expect(parts).not.toContain('Drawn');
    const proofs = rows.filter(({ part }) => part === 'proofs');
    expect(proofs.map(({ line }) => line)).toEqual(lines.map(({ line }) => line));
    const head = await life.instance.checkpoints.now(SITE_ID);
    const bytes = (text = ''): Uint8Array => Buffer.from(text, 'base64');
    for (const { line, leaf_hash, proof = '' } of proofs) {
      const asked = { index: Number(line), size: head?.size ?? 0, root: head?.root ?? bytes() };
      const given = { leafHash: bytes(leaf_hash), proof: proof.split(' ').map(bytes) };
      expect(verifyInclusion({ ...asked, ...given })).toBe(true);
    }
  });
});

describe('the dispensing record', () => {
  test('stands under patients, practitioners or people, with everything in it', async () => {
    const byTime = await reports.rowsOf({ document: 'dispensing' });
    for (const by of ['patient', 'practitioner', 'person'] as const) {
      const rows = await reports.rowsOf({ document: 'dispensing', narrow: { by } });
      const lines = (of: readonly Row[]) =>
        of.map(({ line }) => Number(line)).sort((a, b) => a - b);
      expect(lines(rows)).toEqual(lines(byTime));
      const under = rows.map((row) => row['under'] ?? '');
      expect(under).toEqual([...under].sort());
      expect(under[0]).not.toBe('');
    }
    const under = await reports.rowsOf({ document: 'dispensing', narrow: { by: 'person' } });
    expect(new Set(under.map((row) => row['under']))).toEqual(
      new Set(['Ada Admin (AA), MD, physician', 'Nils Nurse (NN), RN, registered nurse'].slice(1)),
    );
  });

  test('of one patient has that patient alone, and says so on the page', async () => {
    const narrow = { patient: 'erikeng' as never };
    const rows = await reports.rowsOf({ document: 'dispensing', narrow });
    expect(rows.map(({ patient, given }) => [patient, given])).toEqual([
      ['Erik Eng', '0.800'],
      ['Erik Eng', '-0.050'],
    ]);
    const text = await reports.textOf({ document: 'dispensing', narrow });
    expect(text).toContain('Dispensing record: one');
    expect(text).toMatch(/Total\s.*1.administration, 0.doses not given\s+0\.750/);
  });

  test('of one practitioner or one person has what they ordered or gave', async () => {
    const of = (narrow: Parameters<typeof reports.rowsOf>[0]['narrow']) =>
      reports.rowsOf({ document: 'dispensing', ...(narrow === undefined ? {} : { narrow }) });
    expect(await of({ practitioner: clinic.person('AA') })).toHaveLength(7);
    expect(await of({ practitioner: clinic.person('PP') })).toHaveLength(0);
    const given = await of({ person: clinic.person('NN') });
    expect(given.every((row) => row['performed_by'] === 'NN')).toBe(true);
  });
});

const HEBREW = 'הלל היל (Hill)';

test('a dose of a draw that was entered under another order stands under the patient it was for', async () => {
  const [vial = '' as never] = days.vials;
  clinic.at('2026-03-06T10:00');
  const [gus, hal] = [
    await clinic.order('Gus Gray', '35', '7 Fir Road, Ithaca, NY 14850'),
    await clinic.order(HEBREW, '35', '8 Gorse Way, Ithaca, NY 14850'),
  ];
  const [own, other] = [
    await clinic.draw(gus, vial, '0.300'),
    await clinic.draw(gus, vial, '0.400'),
  ];
  await clinic.give(gus, own, '0.300');
  const given = await clinic.give(gus, other, '0.400');
  const line = Number(other.split('-')[0]);
  await clinic.correct(line, line, { type: 'draw-order', draw: other, order: hal });
  for (const by of ['patient', 'practitioner'] as const) {
    const rows = await reports.rowsOf({ document: 'dispensing', narrow: { by } });
    const dose = rows.filter((row) => row['line'] === String(given.seq));
    expect(dose).toMatchObject([{ patient: HEBREW, given: '0.400' }]);
    if (by === 'patient') expect(dose[0]?.['under']).toBe(`\u2068${HEBREW}\u2069, patient hill`);
  }
  const of = (patient: string) =>
    reports.rowsOf({ document: 'dispensing', narrow: { patient: patient as never } });
  expect((await of('gusgray')).map((row) => row['given'])).toEqual(['0.300']);
  expect(await of('hill')).toMatchObject([
    { given: '0.400', under: `\u2068${HEBREW}\u2069, patient hill` },
  ]);
  // Read from right to left, the name leaves the words beside it where they are: right of it.
  const path = await reports.print({
    document: 'dispensing',
    format: 'pdf',
    narrow: { patient: 'hill' as never },
  });
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
  const words = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)];
  const [, besides = '', level] = words.find(([, , , word]) => word === 'hill') ?? [];
  const name = words.filter(
    ([, , y, word = '']) => Math.abs(Number(y) - Number(level)) < 6 && /[א-ת]/.test(word),
  );
  expect(name.length).toBeGreaterThan(0);
  for (const [, x] of name) expect(Number(x)).toBeLessThan(Number(besides));
});

describe('the accountability audit', () => {
  test('runs from the first inventory to the last count, and names the lines of each figure', async () => {
    const rows = await reports.rowsOf({ document: 'audit' });
    const figures = (column: string) => rows.filter((row) => row['column'] === column);
    expect(figures('5').map(({ quantity }) => quantity)).toEqual(['140.000', '20.000']);
    expect(figures('8')[0]).toMatchObject({ quantity: '0.620', lines: '9 13 24 26' });
    expect(figures('13').map(({ quantity }) => quantity)).toEqual(['-1.400', '-5.000']);
  });
});

describe('the inventory', () => {
  test('says opening or close, names the lots, and has lines to sign on', async () => {
    const text = await reports.textOf({ document: 'inventories' });
    expect(text).toMatch(/OPENING of business, 2026-03-02/);
    expect(text).toMatch(/K1A\s+10\.000\s+4\s+0\.000\s+40\.000\s+mL/);
    expect(text).toContain('Second counter: printed name, signature, date');
  });
});

describe('the inspection packet', () => {
  test('holds every document with its hash, and the log with its checkpoint', async () => {
    const path = await reports.print({ document: 'packet', format: 'zip' });
    const member = (name: string): Buffer => execFileSync('unzip', ['-p', path, name]);
    const manifest = JSON.parse(member('manifest.json').toString('utf8')) as {
      readonly size: number;
      readonly files: readonly { readonly path: string; readonly sha256: string }[];
    };
    const names = manifest.files.map((file) => file.path);
    for (const document of PACKET_ORDER) {
      expect(names.some((name) => name.endsWith(`-${document}.pdf`))).toBe(true);
      for (const format of ['csv', 'json', 'xlsx'])
        expect(names.some((name) => name.endsWith(`-${document}.${format}`))).toBe(true);
    }
    expect(names).toContain('log/checkpoint');
    const contents = JSON.parse(member('00-contents.json').toString('utf8')) as {
      readonly parts: readonly { rows: readonly { pages: number; in_period: string }[] }[];
    };
    const pagesOf = (document: string, index: number): number => {
      const number = String(index + 1).padStart(2, '0');
      const pdf = join(reports.folder, 'counted.pdf');
      writeFileSync(pdf, member(`${number}-${document}.pdf`));
      const told = execFileSync('qpdf', ['--show-npages', pdf], { encoding: 'utf8' });
      return Number(told);
    };
    const rows = contents.parts[0]?.rows ?? [];
    expect(rows.map(({ pages }) => pages)).toEqual(PACKET_ORDER.map(pagesOf));
    expect(rows.filter((row) => row.in_period === 'none')).toMatchObject([
      { document: 'disposals' },
    ]);
    const sheet = execFileSync('pdftotext', ['-layout', '-', '-'], {
      input: member('00-contents.pdf'),
      encoding: 'utf8',
    });
    expect(sheet).toMatch(/^ *09\s+disposals .* None in period\s+1$/m);
    const csv = member('00-contents.csv').toString('utf8');
    expect(csv).toContain('contents,09,disposals,');
    // Printed alone, the sheet of contents is the one of the packet.
    const alone = await reports.print({ document: 'contents', format: 'pdf', size: manifest.size });
    expect(readFileSync(alone).equals(member('00-contents.pdf'))).toBe(true);
    for (const file of manifest.files) {
      const hash = createHash('sha256').update(member(file.path)).digest('hex');
      expect([file.path, hash]).toEqual([file.path, file.sha256]);
    }
    const listed = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n');
    expect(listed).toEqual([...names, 'manifest.json']);
    const cover = await reports.textOf({ document: 'cover', size: manifest.size });
    expect(cover).toContain(`Case ${days.openCase}`);
    for (const words of [
      'Clinic license, class 3a, number 0300-17, expires 2027-12-31',
      'Pia Pharmacist (PP)',
      'Opens with a code',
      'locked cabinet 2',
      'Initial inventory, opening of business 2026-03-02, counted to 2026-03-02 08:29 EST; signed copy filed',
      'Every 24 months at the latest',
      'Amended Form 106 to DEA Diversion Control Division OPEN',
    ]) {
      expect(cover.replace(/\s+/g, ' ')).toContain(words);
    }
  });

  test('has a count sheet that shows no figure of the book', async () => {
    const rows = await reports.rowsOf({ document: 'count-sheet' });
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows)
      expect([row['sealed'], row['opened'], row['quarantined']]).toEqual(['', '', '']);
  });
});
