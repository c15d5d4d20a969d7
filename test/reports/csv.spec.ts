import { printDispensing, dispensingWorkbook } from '../../reports/dispensing.js';
import { safeText } from '../../reports/csv.js';
import { discrepancyWorkbook } from '../../reports/discrepancy.js';
import { ledgerWorkbook } from '../../reports/ledger-csv.js';
import { writeWorkbook } from '../../reports/write-workbook.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { busyLines } from './busy-ledger.js';
import { at, facts, KETAMINE_50, ledger, line, section } from './clinic.js';
import { dispensing, dispensingLine, discrepancies, EXPLAINED, OPEN } from './papers.js';
import { collected, flat, printed, removePrints } from './tools.js';

/** RFC 4180 as its grammar has it, and nothing more lenient. */
function records(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let end = 0;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
    end = field.lastIndex;
    if (end === text.length) break;
  }
  expect(end).toBe(text.length);
  rows.pop();
  const [names = [], ...rest] = rows;
  return rest.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']));
  });
}

const BEFORE = quantity(126_500);

function hostile(text: string): ReturnType<typeof ledger> {
  const own = line(facts(10, at(2, '09:12'), { remark: text, performedBy: text }), {
    party: text,
    detail: text,
    containers: [{ label: text, lot: text }],
    out: quantity(-700),
    onHand: quantity(-200),
  });
  return ledger([section(KETAMINE_50, quantity(-900), [own])]);
}

afterAll(removePrints);

test('the ledger has one record for each printed line, with the same values', async () => {
  const own = busyLines(KETAMINE_50, BEFORE);
  const rows = records(
    await collected((out) =>
      writeWorkbook(ledgerWorkbook(ledger([section(KETAMINE_50, BEFORE, own)])), 'csv', out),
    ),
  );
  const sequences = own.flatMap((each) => [
    each.sequence,
    ...each.dispositions.map(({ sequence }) => sequence),
  ]);
  expect(rows.map(({ line: number }) => Number(number))).toEqual(sequences);
  expect(rows[0]).toMatchObject({
    audit_item: 'Ketamine hydrochloride injection 50 mg/mL, 10 mL vial',
    entry: 'Received',
    containers: '1041-1 to 1041-20',
    in: '200.000',
    balance: '326.500',
    mg: '10000',
    occurred_local: '2026-03-02 08:10:00-05:00',
    occurred_utc: '2026-03-02T13:10:00.000000Z',
    witness: 'MO',
  });
  expect(rows.find(({ line: number }) => number === '1046')).toMatchObject({
    under_line: '1044',
    entry: 'Wasted',
    wasted: '0.075',
    balance: '',
    witness_state: 'witnessed',
  });
  expect(rows.find(({ corrects_line: corrects }) => corrects === '1073')).toMatchObject({
    out: '-0.800',
    mg: '-40',
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
  'a text cell that begins like a formula is marked as text: %j',
  async (text) => {
    expect(safeText(text)).toBe(`'${text}`);
    const [row] = records(
      await collected((out) => writeWorkbook(ledgerWorkbook(hostile(text)), 'csv', out)),
    );
    for (const cell of ['party', 'detail', 'containers', 'lots', 'performed_by', 'remark']) {
      expect(row?.[cell]).toBe(`'${text}`);
    }
    expect(row).toMatchObject({ out: '-0.700', balance: '-0.200', line: '10' });
  },
);

test('quotes, commas and line ends survive', async () => {
  const text = 'She said "stop",\r\nthen\n"go", ünïcödé 😀';
  const [row] = records(
    await collected((out) => writeWorkbook(ledgerWorkbook(hostile(text)), 'csv', out)),
  );
  expect(row?.['remark']).toBe(text);
});

test('an empty period is a header alone', async () => {
  const text = await collected((out) => writeWorkbook(ledgerWorkbook(ledger([])), 'csv', out));
  expect(text).toMatch(/^audit_item,line,under_line,.*remark\r\n$/);
});

test('the dispensing record has the same lines as its print', async () => {
  const report = dispensing(Array.from({ length: 30 }, (_, index) => dispensingLine(index)));
  const rows = records(
    await collected((out) => writeWorkbook(dispensingWorkbook(report), 'csv', out)),
  );
  const { texts } = await printed((out) => printDispensing(report, out, { paper: 'letter' }));
  expect(rows).toHaveLength(30);
  for (const row of rows) {
    const found = new RegExp(`^ *${row['line'] ?? ''} .* ${row['given'] ?? ''} `, 'm');
    expect(texts.join('\n')).toMatch(found);
  }
  expect(rows[1]).toMatchObject({
    patient: 'Marcus Delgado-Rivera',
    address: '4 Rue des Érables, Apt 12B, Plattsburgh, NY 12901',
    ordered_mg: '37.5',
    ordered_mg_per_kg: '0.5',
    route: 'IV infusion',
    drug: 'Ketamine hydrochloride 50 mg/mL',
    given: '0.750',
    mg: '37.5',
    wasted: '0.075',
    drawn_by: 'MO',
    performed_by: 'TA',
  });
  expect(flat(rows[14]?.['address'])).toBe('NO ADDRESS RECORDED');
});

test('the discrepancy report has a record for each case, the open one first, and the sums after them', async () => {
  const all = records(
    await collected((out) =>
      writeWorkbook(discrepancyWorkbook(discrepancies([EXPLAINED, OPEN])), 'csv', out),
    ),
  );
  const rows = all.filter(({ part }) => part === 'discrepancies');
  const sums = all.filter(({ part }) => part === 'by_item');
  expect(all).toEqual([...rows, ...sums]);
  expect(sums.map(({ cases }) => cases)).toEqual(['1', '1']);
  expect(rows.map(({ case: id }) => id)).toEqual(['1115-1', '1079-1']);
  expect(rows[1]).toMatchObject({
    first_count: '5.350',
    recount: '5.400',
    book: '6.500',
    difference: '-1.100',
    explained_low: '6.100',
    explained_high: '7.050',
    cause: 'Entry missing',
    explained_by_lines: '1088',
    closed_by: 'PW DL',
  });
});

test.each(['csv', 'json', 'xlsx'] as const)(
  'rows that cannot be read fail the file, and nothing else: %s',
  async (format) => {
    const [first] = busyLines(KETAMINE_50, BEFORE);
    const broken = {
      ...section(KETAMINE_50, BEFORE, []),
      lines: async function* () {
        if (first !== undefined) yield first;
        await Promise.reject(new Error('the database is gone'));
      },
    };
    const book = ledgerWorkbook(ledger([broken]));
    await expect(collected((out) => writeWorkbook(book, format, out))).rejects.toThrow(
      'the database is gone',
    );
  },
);
