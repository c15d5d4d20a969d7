import { businessDate, mL, SITE_ID } from './from-ledger-clinic.js';
import { liveAnnualInventory } from './from-ledger-inventory.js';
import { STRONG } from './from-ledger-days.js';
import { fileSignedCopy } from './from-ledger-loss.js';
import { PrintedDays } from './printed-days.js';
import type { Row } from './printed-reports.js';

let life: PrintedDays;
let reports: PrintedDays['reports'];

beforeAll(async () => {
  life = await PrintedDays.live();
  ({ reports } = life);
});
afterAll(() => life.end());

describe('thefts and losses', () => {
  test('have clocks as they were computed, six answers, what is gone and what was found', async () => {
    const rows = await reports.rowsOf({ document: 'losses' });
    const duties = rows.filter(({ part }) => part === 'duties');
    expect(duties.map(({ duty, last_day, status }) => [duty, last_day, status])).toEqual([
      ['Written notice', '2026-03-06', 'Done 2026-03-05 10:01 EST'],
      ['DEA Form 106', '2026-04-19', 'Done 2026-03-05 10:01 EST'],
      ['Notice to the state', '2026-03-12', 'OPEN'],
      ['Amended Form 106', '', 'OPEN'],
    ]);
    expect(duties[0]?.['rule']).toBe('21 CFR 1301.76(b)');
    const said = rows.filter(({ part }) => part === 'determination');
    expect(said.filter(({ value }) => value?.includes('because of'))).toHaveLength(6);
    expect(rows.filter(({ part }) => part === 'packages')).toMatchObject(
      [
        { full_packages: '1', total: '10.000', unit: 'mL' },
        { full_packages: '1', total: '10.000', note: /^FOUND AGAIN/ },
      ].map((row) => ({
        ...row,
        ...(row.note === undefined ? {} : { note: expect.stringMatching(row.note) as string }),
      })),
    );
    expect(rows.filter(({ part }) => part === 'lines').map(({ step }) => step)).toEqual([
      'Suspected',
      'Discovered',
      'Determined',
      'Notified',
      'Form 106 submitted',
      'Found again',
    ]);
  });

  test('print no price but on the worksheet of one', async () => {
    const narrow = { loss: life.loss };
    expect(await reports.textOf({ document: 'losses' })).not.toContain('$');
    const form = await reports.textOf({ document: 'loss-worksheet', narrow });
    expect(form).toContain('$90.05');
    expect(form).toContain('TLR-26-1');
    expect(form).toContain('Tompkins');
  });

  test('are told to DEA and to the state in letters of a page each', async () => {
    const text = await reports.textOf({ document: 'loss-notice', narrow: { loss: life.loss } });
    const pages = text.split('\f');
    expect(pages[0]).toContain('Field Division Office Buffalo');
    expect(pages[0]?.replace(/\s+/g, ' ')).toContain(
      'On 2026-03-05 10:00 EST we discovered a theft of controlled substances',
    );
    expect(pages[1]).toContain('Missouri Bureau of Narcotics and Dangerous Drugs');
    expect(pages[0]).toContain('Signed for the registrant: printed name, signature, date');
  });

  test('of a period before are not printed', async () => {
    const before = { from: '2026-03-01' as never, to: '2026-03-04' as never };
    expect(await reports.rowsOf({ document: 'losses', ...before })).toEqual([]);
  });
});

describe('the access document', () => {
  test('says who could do what on a day, as it was then', async () => {
    const people = (await reports.rowsOf({ document: 'access' })).filter(
      ({ part }) => part === 'people',
    );
    expect(people.map(({ initials, roles }) => [initials, roles])).toEqual([
      ['AA', 'administrator, registrant, witness everywhere'],
      ['NN', 'clinician, witness everywhere'],
      ['PP', 'custodian, witness everywhere'],
      ['WW', 'clinician, witness everywhere'],
    ]);
    expect(people[1]?.['rights']?.split(' ')).toEqual(expect.arrayContaining(['draw', 'witness']));
    expect(people[1]?.['rights']).not.toContain('manage-people');
    const day = { from: '2026-03-01' as never, to: '2026-03-01' as never };
    const before = await reports.rowsOf({ document: 'access', ...day });
    expect(before.filter(({ part }) => part === 'people')).toEqual([]);
  });

  test('says how access changed, who came, and what was seen and taken away', async () => {
    const { clinic } = life;
    const { pool } = life.instance;
    const write = (
      kind: string,
      act: string | null,
      about: readonly string[],
      site: string | null,
    ) =>
      pool.query(
        `INSERT INTO beside.journal (at, kind, person, site, act, about) VALUES ($1, $2, $3, $4, $5, $6)`,
        ['2026-03-03T15:00:00Z', kind, clinic.person('NN'), site, act, about],
      );
    await write('signed-in', null, [], null);
    await write('patients-seen', null, ['a', 'b'], SITE_ID);
    await write('patients-seen', null, ['c'], SITE_ID);
    await write('printed', 'ledger-pdf', ['identity 12'], SITE_ID);
    await write('printed', 'ledger-pdf', ['identity 13'], 'another00001');
    const before = await reports.open({ document: 'access' });
    expect((await reports.open({ document: 'access' })).identity).toBe(before.identity);
    await write('signed-out', null, [], null);
    // What came into the journal since is printed, so it is another document.
    expect((await reports.open({ document: 'access' })).identity).not.toBe(before.identity);
    const rows = await reports.rowsOf({ document: 'access' });
    const of = (part: string) => rows.filter((row) => row['part'] === part);
    expect(of('changes')[1]).toMatchObject({
      name: 'Ada Admin',
      change: 'Roles everywhere: administrator, registrant, witness',
    });
    expect(of('comings')).toMatchObject([
      { name: 'Nils Nurse', act: 'Signed in' },
      { name: 'Nils Nurse', act: 'Signed out' },
    ]);
    expect(of('seen')).toMatchObject([
      { what: 'Records of patients', times: '2', day: '2026-03-03' },
    ]);
    expect(of('taken')).toMatchObject([{ what: 'Printed: ledger-pdf', about: 'identity 12' }]);
    expect(of('given_out')).toMatchObject([
      {
        what: 'Issued',
        about: expect.stringMatching(/^ledger\.pdf, .* for an inspection; file ef/) as string,
      },
      {
        what: 'Given',
        about: expect.stringMatching(
          /Ines Inspector, badge 4471; on paper; reference Form 82/,
        ) as string,
      },
    ]);
  });
});

test('the signed copy of an inventory is the one that was filed at the size', async () => {
  const before = await life.instance.checkpoints.now(SITE_ID);
  const [first] = await reports.rowsOf({ document: 'inventories' });
  await fileSignedCopy(life.clinic, Number(first?.['group']?.split(' ')[1]), 'ab'.repeat(32));
  const copyOf = async (size: number | null): Promise<string | undefined> =>
    (await reports.rowsOf({ document: 'inventories', size })).find(
      ({ name }) => name === 'Signed copy',
    )?.['value'];
  expect(await copyOf(null)).toMatch(/in line \d+, file (?:ab){32}$/);
  expect(await copyOf(before?.size ?? 0)).toMatch(/in line \d+, file (?:cd){32}$/);
});

test('each inventory and each disposal stands on a sheet of its own, with its statement and lines to sign on', async () => {
  const pages = (await reports.textOf({ document: 'inventories' })).split('\f');
  expect(pages[0]).toMatch(/Initial inventory, opening of business .*: schedules III to V/);
  expect(pages[0]).toMatch(/I counted what stands above[^]*First counter: printed name/);
  const none = { from: '2026-03-04' as never, to: '2026-03-04' as never };
  const empty = await reports.textOf({ document: 'inventories', ...none });
  expect(empty).toContain('No inventory was recorded at this site in the period.');
});

test('a name is a paragraph of its own beside what is said of the line', async () => {
  const rows = await reports.rowsOf({ document: 'corrections' });
  const late = rows.find(({ part, entry }) => part === 'late' && entry === 'Drawn');
  expect(late?.['about']).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+\n\d/);
  const inventory = await reports.rowsOf({ document: 'inventories' });
  const counters = inventory.find(({ name }) => name === 'Counted by')?.['value'];
  expect(counters).toMatch(/^[^;]+ \(PP\)\n[^;]+ \(WW\)$/);
});

test('an inventory that asserts stands by NDC and lot of the ledger, schedule II on a sheet of its own', async () => {
  const line = await liveAnnualInventory(life.clinic);
  const friday = { from: '2026-03-06' as never, to: '2026-03-06' as never };
  const rows = await reports.rowsOf({ document: 'inventories', ...friday });
  const found = rows
    .filter(({ part, group }) => part === 'packages' && group?.includes('safe') === true)
    .map(({ group, ndc, lot, package_size, full_packages, total, note }) =>
      [group?.split(': ')[1], ndc, lot, package_size, full_packages, total, note].join(' | '),
    );
  expect(found).toEqual([
    'safe, in use | 0641-6151-25 | H1 | 1.000 | 25 | 25.000 | Sealed.',
    'safe, in use | 0143-9508-01 | K1A | 10.000 | 1 | 10.000 | Sealed.',
    'safe, in use | 0143-9508-01 | K2B | 10.000 | 8 | 80.000 | Sealed.',
    // One fewer than the book has, of two lots: which one is missing nobody knows.
    'safe, in use | 0409-2051-15 |  | 5.000 | 5 | 25.000 | Sealed. The book has 6. By the book: lot S7 4, lot S8 2.',
    expect.stringMatching(/^safe, in use \| 0143-9508-01 \| K1A \| 10.000 \| 0 \| /) as string,
    'safe, held apart | 0143-9508-01 | K1A | 10.000 | 1 | 10.000 | Sealed. Suspect.',
    'safe, held apart | 0143-9508-01 | K2B | 10.000 | 1 | 10.000 | Sealed. Damaged.',
    'safe, held apart | 0143-9508-01 | K2B | 10.000 | 1 | 10.000 | Sealed. Recalled.',
  ]);
  const stated = rows.filter(({ group }) => group?.includes('STATED') === true);
  expect(stated.map(({ ndc, lot, total }) => [ndc, lot, total].join(' | '))).toEqual([
    '0641-6151-25 | H1 | 25.000',
    // Of several lots, but of one NDC.
    '0409-2051-15 |  | 25.000',
    '0143-9508-01 |  | 125.450',
  ]);
  // The open case of that shelf is found again, and held against the book of this line, not of the first.
  const cases = await reports.rowsOf({ document: 'discrepancies' });
  expect(cases.find((row) => row['case'] === life.days.openCase)).toMatchObject({
    recount: '5.000',
    book: '6.000',
    difference: '-1.000',
  });
  const pages = (await reports.textOf({ document: 'inventories', ...friday })).split('\f');
  const sheets = pages.filter((page) => page.includes(`Annual inventory, close of business`));
  expect(sheets).toHaveLength(2);
  const [second = '', others = ''] = sheets;
  expect(second).toMatch(new RegExp(`line ${line}: schedule II\\s`));
  expect(second).toContain('Hydromorphone');
  expect(second).not.toContain('Ketamine');
  expect(second).toContain('First counter: printed name');
  expect(others).toMatch(new RegExp(`line ${line}: schedules III to V\\s`));
  expect(others).not.toContain('Hydromorphone');
  expect(others).toContain('First counter: printed name');
});

test('a delivery of schedule II and others stands apart in every form, and what differs is marked where it differs', async () => {
  const friday = { from: '2026-03-06' as never, to: '2026-03-06' as never };
  const asked = { document: 'receipts', ...friday } as const;
  const rows = await reports.rowsOf(asked);
  const DIFFERS = 'COUNT DIFFERS FROM INVOICE';
  expect(
    rows.map(({ part, audit_item, lot, lots, invoiced, counted, exception, flags }) =>
      [
        part,
        audit_item?.split(' ')[0],
        `${lot}${lots}`,
        invoiced,
        counted,
        `${exception}${flags}`,
      ].join(),
    ),
  ).toEqual([
    'receipts-schedule-ii,Hydromorphone,H1,25,25,',
    `exceptions-schedules-iii-to-v,Ketamine,S8,,,${DIFFERS}`,
    `exceptions-schedules-iii-to-v,Ketamine,K9,,,${DIFFERS}`,
    `receipts-schedules-iii-to-v,Ketamine,S8,3,2,${DIFFERS}`,
    `receipts-schedules-iii-to-v,Ketamine,K9,5,0,${DIFFERS}`,
  ]);
  expect(await reports.jsonOf(asked)).toHaveLength(rows.length);
  expect(await reports.sheetsOf(asked)).toHaveLength(rows.length);
  const pages = (await reports.textOf(asked)).split('\f');
  const of = (words: string) => pages.flatMap((page, at) => (page.includes(words) ? [at] : []));
  expect(of('Hydromorphone')).toEqual(of('Deliveries: schedule II'));
  expect(of('Ketamine')).toEqual(of('Deliveries: schedules III to V'));
  expect(of('No delivery of schedule II in the period departs')).toEqual(of('Hydromorphone'));
});

test('by event time a correction counts from the moment of the line that its chain begins with', async () => {
  const { clinic } = life;
  const sealed = async (lot: string) =>
    (await clinic.instance.reader.conditions(SITE_ID, { status: 'sealed', lot }, { limit: 9 })).map(
      ({ id }) => id,
    );
  const lineOf = (id: string): number => Number(id.split('-')[0]);
  const [vial = '' as never] = await sealed('S7');
  const [withdrawn = '' as never] = await sealed('S8');
  clinic.at('2026-03-09T09:00');
  const ida = await clinic.order('Ida Ives', '80', '9 Ivy Lane, Ithaca, NY 14850');
  const first = await clinic.draw(ida, vial, '0.500');
  const second = await clinic.draw(ida, vial, '0.300');
  clinic.at('2026-03-10T09:00');
  const [line, delivery] = [lineOf(first), lineOf(withdrawn)];
  const restated = (newest: number, quantity: string) =>
    clinic.correct(newest, line, {
      type: 'draw',
      draw: first,
      container: vial,
      quantity: mL(quantity),
    });
  const once = await restated(line, '0.450');
  const twice = await restated(once.seq, '0.480');
  const returned = await clinic.correct(delivery, delivery, {
    type: 'receipt-withdrawn',
    containers: [withdrawn],
  });

  // Worked by hand, from 20 mL and the two vials of line 47: one of them was never there, and the first draw took 0.48.
  const draws = [line, lineOf(second)];
  expect(await ledgerOf('2026-03-09')).toEqual([
    `${draws[0]}  0.500 29.500 Of another period, line ${twice.seq} makes it 0.480.`,
    `${draws[1]}  0.300 29.200 `,
  ]);
  expect((await ledgerOf('2026-03-06', 'event-time')).slice(0, 2)).toEqual([
    `${delivery} 10.000  30.000 `,
    `${returned.seq} -5.000  25.000 Mistake noticed. At the moment of line ${delivery}; recorded later.`,
  ]);
  expect(await ledgerOf('2026-03-09', 'event-time')).toEqual([
    `${draws[0]}  0.500 24.500 `,
    `${once.seq}  -0.050 24.550 Mistake noticed. At the moment of line ${line}; recorded later.`,
    `${twice.seq}  0.030 24.520 Mistake noticed. At the moment of line ${line}; recorded later.`,
    `${draws[1]}  0.300 24.220 `,
  ]);
  expect(await ledgerOf('2026-03-10', 'event-time')).toEqual([]);
});

test('a delivery that was another product is taken back as it was entered, and stands again as it is', async () => {
  const { clinic } = life;
  const found = await clinic.instance.reader.conditions(
    SITE_ID,
    { status: 'sealed', lot: 'K2B' },
    { limit: 1 },
  );
  const [vial = '' as never] = found.map(({ id }) => id);
  const line = Number(vial.split('-')[0]);
  const { strong: product } = clinic;
  const change = { type: 'product', containers: [vial], product, affected: [] } as const;
  const { seq } = await clinic.correct(line, line, change);
  const rows = await reports.rowsOf({ document: 'receipts' });
  const own = rows.filter((row) => row['part']?.startsWith('receipts') === true);
  expect(
    own
      .filter((row) => row['line'] === String(seq))
      .map(({ ndc, counted, quantity, unit, mg }) => [ndc, counted, quantity, unit, mg].join(' ')),
  ).toEqual(['0143-9508-01 -1 -10.000 mL -500', '0409-2051-15 1 5.000 mL 500']);
});

/** Line, in, out, balance and remark of one day, the same in every form. */
async function ledgerOf(day: string, sort?: 'event-time'): Promise<readonly string[]> {
  const on = { from: businessDate(day), to: businessDate(day), item: STRONG as never };
  const asked = { document: 'ledger', narrow: sort === undefined ? {} : { sort }, ...on } as const;
  const balance = sort === undefined ? 'balance' : 'balance_by_event_time';
  const cells = (rows: readonly Row[]) =>
    rows
      .filter(({ under_line }) => under_line === '')
      .map((row) => ['line', 'in', 'out', balance, 'remark'].map((name) => row[name] ?? ''));
  const csv = cells(await reports.rowsOf(asked));
  const bare = (rows: readonly (readonly string[])[]) =>
    rows.map(([line, ...rest]) => [
      line,
      ...rest.map((cell) => (cell === '' ? '' : Number(cell) || cell)),
    ]);
  expect(bare(cells(await reports.jsonOf(asked)))).toEqual(bare(csv));
  expect(bare(cells(await reports.sheetsOf(asked)))).toEqual(bare(csv));
  const text = (await reports.textOf(asked)).replaceAll('\u2212', '-').replace(/\s+/g, ' ');
  let from = 0;
  for (const [, taken = '', out = '', after = ''] of csv.filter(([, , , after]) => after !== '')) {
    from = text.indexOf(`${taken}${out} ${after} `, from);
    expect(from).toBeGreaterThan(0);
  }
  return csv.map((row) => row.join(' '));
}
