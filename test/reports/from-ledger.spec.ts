import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Reports } from '../../src/features/reports/reports.js';
import type { AskedReport } from '../../src/features/reports/scope.js';
import { Instance } from '../ledger/evidence/recorded-clinic.js';
import { checkLedger } from '../support/check-ledger.js';
import { freshDatabase, newFolder } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { businessDate, ORGANISATION_ID, PrintedClinic, SITE_ID } from './from-ledger-clinic.js';
import { liveThreeDays, STRONG, USUAL } from './from-ledger-days.js';
import type { Days } from './from-ledger-days.js';

let database: TestDatabase;
let instance: Instance;
let clinic: PrintedClinic;
let days: Days;
let folder: string;
/** Everything that could be printed on Monday evening, as it was known then. */
const onMonday = new Map<string, string>();

const DOCUMENTS = ['ledger', 'dispensing', 'discrepancies'] as const;
const FORMATS = ['pdf', 'csv'] as const;
const ALL: AskedReport = {
  document: 'ledger',
  format: 'csv',
  site: SITE_ID,
  from: null,
  to: null,
  item: null,
  narrow: {},
  paper: 'letter',
  size: null,
  signed: false,
};
const MONDAY = { from: businessDate('2026-03-02'), to: businessDate('2026-03-02') };
const TUESDAY = { from: businessDate('2026-03-03'), to: businessDate('2026-03-03') };

beforeAll(async () => {
  database = await freshDatabase();
  folder = await newFolder();
  instance = await Instance.open(database.serviceUrl, await newFolder());
  clinic = new PrintedClinic(instance);
  await clinic.open();
  days = await liveThreeDays(clinic, async (size) => {
    if (onMonday.size > 0) return;
    for (const document of DOCUMENTS) {
      for (const format of FORMATS) {
        onMonday.set(`${document}.${format}`, (await print({ document, format, size })).bytes);
      }
    }
  });
});
afterAll(async () => {
  await checkLedger(database, { sealer: instance.keyring });
  await clinic.close();
  await instance.close();
  await database.drop();
});

interface Printed {
  readonly path: string;
  /** As Latin-1, so that two prints are compared byte by byte. */
  readonly bytes: string;
  readonly identity: string;
}

let prints = 0;
async function print(asked: Partial<AskedReport>): Promise<Printed> {
  const { pool, reader, checkpoints } = instance;
  const organisation = () => Promise.resolve(ORGANISATION_ID);
  const reports = new Reports({ pool, reader, checkpoints, organisation });
  const report = await reports.open({ ...ALL, ...asked });
  prints += 1;
  const path = join(folder, `${prints}.${report.scope.format}`);
  await report.print(createWriteStream(path));
  return { path, bytes: await readFile(path, 'latin1'), identity: report.identity };
}

async function textOf(asked: Partial<AskedReport>): Promise<string> {
  const { path } = await print({ ...asked, format: 'pdf' });
  execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

type Row = Readonly<Record<string, string>>;

/** Records of a CSV, in which every quoted field is one of ours. */
async function rowsOf(asked: Partial<AskedReport>): Promise<readonly Row[]> {
  const text = await readFile((await print({ ...asked, format: 'csv' })).path, 'utf8');
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') records.push([]);
  }
  const [names = [], ...rest] = records.slice(0, -1);
  return rest.map((record) =>
    Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
  );
}

const at = (rows: readonly Row[], line: number): Row =>
  rows.find((row) => row['line'] === String(line)) ?? {};

/** The cases of a discrepancy report, without its summary. */
const casesOf = async (asked: Partial<AskedReport>): Promise<readonly Row[]> =>
  (await rowsOf(asked)).filter(({ part }) => part !== 'by_item');

const usual = async (asked: Partial<AskedReport> = {}): Promise<readonly Row[]> =>
  rowsOf({ item: USUAL as never, ...asked });

describe('the ledger', () => {
  test('prints the stored balance of every line that has one', async () => {
    for (const item of [USUAL, STRONG]) {
      const { rows } = await instance.pool.query<{ seq: string; after: string }>(
        `SELECT DISTINCT ON (seq) seq::text, (on_hand_after / 1000.0)::numeric(20, 3)::text AS after
           FROM ledger.movement
          WHERE ledger_id = $1 AND item = $2
            AND starts_with(from_account, 'container:') <> starts_with(to_account, 'container:')
          ORDER BY seq, part DESC`,
        [SITE_ID, item],
      );
      const printed = await rowsOf({ item: item as never });
      expect(rows.length).toBeGreaterThan(0);
      for (const { seq, after } of rows) expect(at(printed, Number(seq))['balance']).toBe(after);
    }
  });

  test('proves both of its sums for every audit item', async () => {
    const text = await textOf({});
    expect(text.match(/Agrees\./g)).toHaveLength(4);
    expect(text).not.toContain('DOES NOT AGREE');
    expect(text).toContain('4.350 drawn = 3.730 given + 0.620 wasted');
    expect(text.indexOf('50 mg/mL')).toBeLessThan(text.indexOf('100 mg/mL'));
  });

  test('shows original and corrections, each at its own line', async () => {
    const rows = await usual();
    const [amount = 0, vial = 0] = days.drawCorrections;
    expect(at(rows, days.correctedDraw)).toMatchObject({
      entry: 'Drawn',
      containers: '1-1',
      out: '0.700',
      corrected_by_line: String(vial),
    });
    expect(at(rows, amount)).toMatchObject({
      out: '0.100',
      corrects_line: String(days.correctedDraw),
      corrected_by_line: String(vial),
    });
    expect(at(rows, vial)).toMatchObject({
      containers: '1-1, 1-2',
      detail: `Draw ${days.correctedDraw}-1: 0.800 from 1-2`,
      corrects_line: String(amount),
      corrected_by_line: '',
    });
    expect(at(rows, days.givenCorrected)).toMatchObject({
      given: '0.800',
      under_line: String(days.correctedDraw),
      corrected_by_line: String(days.givenCorrection),
    });
    expect(at(rows, days.givenCorrection)).toMatchObject({ given: '-0.050', mg: '-2.5' });
  });

  test('marks late, unwitnessed and countersigned lines', async () => {
    const rows = await usual();
    expect(at(rows, days.lateDraw)).toMatchObject({
      late: 'yes',
      remark: 'System unavailable. Network down; sheet D-7, line 3.',
    });
    expect(at(rows, days.unwitnessed)).toMatchObject({
      witness_state: 'countersigned',
      witness: 'PP',
      witness_line: String(days.countersigned),
    });
    const then = await usual({ size: days.sizes[0] ?? 0 });
    expect(at(then, days.unwitnessed)).toMatchObject({ witness_state: 'unwitnessed' });
    expect(at(rows, days.countersigned)).toMatchObject({
      entry: 'Countersigned',
      detail: `Line ${days.unwitnessed}: saw the residue`,
    });
  });

  test('leaves what is wrong with one audit item to the pages of that one', async () => {
    const received = (await usual()).find(({ entry }) => entry === 'Received');
    expect(received).toMatchObject({ flags: '', containers: '17-1 to 17-10' });
    const strong = await rowsOf({ item: STRONG as never });
    expect(strong[0]?.['flags']).toBe('COUNT DIFFERS FROM INVOICE');
  });

  test('prints counts as memo lines, and the parts of a residue by name', async () => {
    const rows = await usual();
    const count = rows.find(({ entry }) => entry === 'Count');
    expect(count).toMatchObject({ in: '', out: '', balance: '' });
    expect(count?.['memo']).toContain('1-1 measured 5.100, book 6.450, explained from 6.050');
    expect(rows.find(({ entry }) => entry === 'Closed out')?.['detail']).toMatch(
      /^Hub \(dead-space\) loss 0\.070, Unexplained 9\.130; 1 draw; case \d+-1$/,
    );
  });
});

describe('the ledger by event time', () => {
  const byEvent: Partial<AskedReport> = { narrow: { sort: 'event-time' }, item: USUAL as never };

  test('says so, has late lines where they happened and marks them, and adds up', async () => {
    const text = await textOf({ ...byEvent, ...MONDAY });
    expect(text).toMatch(/^ *Controlled-substance ledger .*\n *by event time /m);
    expect(text).toMatch(/ Balance\n +by event +.*\n.* Out +time +Given/);
    const rows = (await rowsOf({ ...byEvent, ...MONDAY })).filter(
      (row) => row['under_line'] === '',
    );
    const draws = rows.filter(({ entry }) => entry === 'Drawn');
    expect(draws.map((row) => [row['out'], row['balance_by_event_time']])).toEqual([
      ['0.700', '39.300'],
      ['0.800', '38.500'],
      ['0.600', '37.900'],
      ['0.700', '37.200'],
      ['0.750', '36.450'],
    ]);
    const late = at(rows, days.lateDraw);
    expect(late).toMatchObject({ late: 'yes', out: '0.600' });
    expect(rows.filter(({ remark }) => remark?.includes('Entered after later events.'))).toEqual([
      late,
    ]);
    // The same, read from the page: the late line stands between the two draws that it happened between.
    const lines = text.split('\n').filter((line) => / Drawn /.test(line));
    expect(lines.map((line) => /(\d+\.\d{3})\s+(\d+\.\d{3})/.exec(line)?.slice(1))).toEqual(
      draws.map((row) => [row['out'], row['balance_by_event_time']]),
    );
    expect(text.replace(/\s+/g, ' ')).toContain('Entered after later events.');
    expect(text.match(/Agrees\./g)).toHaveLength(2);
  });

  test('has the lines of the register, and ends where it ends', async () => {
    const last = (rows: readonly Row[], name: string) =>
      rows.map((row) => row[name] ?? '').findLast((balance) => balance !== '');
    const rows = await rowsOf(byEvent);
    expect(last(rows, 'balance_by_event_time')).toBe(last(await usual(), 'balance'));
    const lines = (of: readonly Row[]) => of.map(({ line }) => Number(line)).sort((a, b) => a - b);
    expect(lines(rows)).toEqual(lines(await usual()));
  });
});

describe('a period', () => {
  test('has the late lines of its days, and hands its balance on to the next', async () => {
    const monday = await usual(MONDAY);
    expect(at(monday, days.lateDraw)).toMatchObject({ out: '0.600', balance: '36.450' });
    expect(at(monday, days.lateDraw)['remark']).toContain(
      'Balance in the register when written: 135.650',
    );
    const tuesday = await usual(TUESDAY);
    expect(at(tuesday, days.lateDraw)).toEqual({});
    const text = await textOf({ ...TUESDAY, item: USUAL as never });
    expect(text).toMatch(/Balance brought forward at the start of 2026-03-03\s+36\.450/);
    expect(text).toContain('36.450 brought forward + 100.000 in');
    expect(text).not.toContain('DOES NOT AGREE');
  });

  test('keeps what became of a draw with the draw, whenever it became of it', async () => {
    const open = 15;
    const text = await textOf({ ...MONDAY, item: USUAL as never });
    expect(text).toMatch(/Draws: .* 0\.000 in process mL\. Agrees\./);
    const monday = await usual({ ...MONDAY, size: days.sizes[0] ?? 0 });
    expect(at(monday, open)).toMatchObject({ in_process: '0.750' });
    const then = await textOf({ ...MONDAY, item: USUAL as never, size: days.sizes[0] ?? 0 });
    expect(then).toContain('0.750 in process mL. Agrees.');
    expect(then).toMatch(/Total in custody at the end: 37\.050 on hand \+ 0\.750 in process/);
  });

  test('without entries says so, with the balance that stood', async () => {
    const long = { from: businessDate('2026-03-20'), to: businessDate('2026-03-31') };
    const text = await textOf(long);
    expect(text).toContain('No entry for this audit item in the period.');
    expect(text).toMatch(/Balance carried forward at the end of the period\s+125\.450/);
    const before = { from: businessDate('2020-01-01'), to: businessDate('2020-01-31') };
    expect(await textOf(before)).toContain('No controlled substance was on hand or moved');
    expect(await textOf({ ...long, document: 'dispensing' })).toContain('was administered');
    expect(await textOf({ ...before, document: 'discrepancies' })).toContain('No discrepancy');
  });
});

describe('what was known', () => {
  test('is printed alike, byte by byte, whatever was recorded since', async () => {
    await clinic.rename('NN', 'Nils Newname', 'NX');
    const size = days.sizes[0] ?? 0;
    for (const document of DOCUMENTS) {
      for (const format of FORMATS) {
        const now = await print({ document, format, size });
        expect(now.bytes === onMonday.get(`${document}.${format}`)).toBe(true);
      }
    }
  });

  test('has the same identity only where the bytes are the same', async () => {
    const [one, two, other] = [
      await print({ format: 'pdf' }),
      await print({ format: 'pdf' }),
      await print({ format: 'pdf', paper: 'a4' }),
    ];
    expect(one.identity).toBe(two.identity);
    expect(one.bytes === two.bytes).toBe(true);
    expect(other.identity).not.toBe(one.identity);
    expect((await print({ size: days.sizes[1] ?? 0 })).identity).not.toBe(
      (await print({})).identity,
    );
  });
});

describe('the dispensing record', () => {
  test('has each administration once, with address, waste and witness', async () => {
    const rows = await rowsOf({ document: 'dispensing' });
    expect(rows.map(({ patient }) => patient)).toEqual([
      'Adam Abbott',
      'Bea Brown',
      'Fay Fenn',
      'Carl Cole',
      'Dora Dean',
      'Erik Eng',
      'Erik Eng',
    ]);
    const by = (patient: string): Row => rows.find((row) => row['patient'] === patient) ?? {};
    expect(by('Bea Brown')).toMatchObject({
      given: '0.480',
      wasted: '0.320',
      outcome: 'Stopped early',
    });
    expect(by('Carl Cole')).toMatchObject({
      address: 'Address unknown: no fixed address',
      witness_state: 'countersigned',
    });
    // The newest particulars: the correction of the address.
    expect(by('Fay Fenn')).toMatchObject({
      address: '100 Elm Court, Ithaca, NY 14850',
      late: 'yes',
    });
    expect(at(rows, days.givenCorrection)).toMatchObject({ entry: 'Correction', given: '-0.050' });
    expect(await textOf({ document: 'dispensing' })).toContain(
      '6 administrations, 0 doses not given',
    );
  });
});

describe('the discrepancy report', () => {
  test('has every case with counts, envelope, timeline and closers', async () => {
    const rows = await casesOf({ document: 'discrepancies' });
    expect(rows).toHaveLength(3);
    const closed = rows.find((row) => row['case'] === days.closedCase);
    expect(closed).toMatchObject({
      status: 'Could not be reconciled',
      container: '1-1',
      location: 'Safe',
      owner: 'Pia Pharmacist',
      first_count: '5.000',
      recount: '5.100',
      book: '6.450',
      difference: '-1.350',
      explained_low: '6.050',
      settled: '-1.000',
      closed_by: 'AA PP',
    });
    expect(closed?.['timeline']?.split('\n')).toHaveLength(5);
    const sealed = rows.find((row) => row['case'] === days.openCase);
    expect(sealed).toMatchObject({ status: 'Open', unit: 'containers', difference: '-1.000' });
    const text = await textOf({ document: 'discrepancies' });
    expect(text).toContain('Ada Admin (AA) and Pia Pharmacist (PP, uninvolved)');
    const sums = await rowsOf({ document: 'discrepancies' });
    expect(sums.filter(({ part, unit }) => part === 'by_item' && unit === 'mL')).toMatchObject([
      { cases: '2', open: '1', could_not_be_reconciled: '1', over: '0.000', causes: 'Unknown 1' },
    ]);
  });

  test('knows a case as open that is closed since', async () => {
    const rows = await casesOf({ document: 'discrepancies', size: days.countedSize });
    expect(rows.map(({ status, owner, settled }) => [status, owner, settled])).toEqual([
      ['Open', '', ''],
      ['Open', '', ''],
    ]);
    const before = { from: businessDate('2026-03-01'), to: businessDate('2026-03-03') };
    expect(await casesOf({ document: 'discrepancies', ...before })).toEqual([]);
  });
});
