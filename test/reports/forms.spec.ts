import { formDocument } from '../../reports/forms.js';
import type { FormSheet, PackageLine } from '../../reports/forms.js';
import { printTables } from '../../reports/table-document.js';
import { head } from './clinic.js';
import { printed, removePrints } from './tools.js';

afterAll(removePrints);

const line = (lot: string): PackageLine => ({
  schedule: 'III',
  group: '',
  ndc: '42023-0113-10',
  drug: 'Ketamine 50 mg/mL injection, 10 mL vial',
  lot,
  packageSize: '10.000',
  full: 2,
  partial: '0.000',
  total: '20.000',
  unit: 'mL',
  note: '',
});
const sheet = (number: number, lots: readonly string[]): FormSheet => ({
  heading: `Stock that left in line ${number}`,
  facts: [{ name: 'Manifest', value: `M-${number}` }],
  packages: lots.map(line),
});
const WORDS = {
  name: 'disposals',
  title: 'Destruction and reverse distribution',
  clause: '21 CFR 1304.21(e)',
  key: 'Full and partial packages apart.',
  packagesHeading: 'Packages',
  empty: 'Nothing left.',
  nothing: 'No package.',
  signing: {
    statement: 'I saw what stands above.',
    signers: ['First employee', 'Second employee'],
  },
};

const print = (sheets: readonly FormSheet[]) => {
  const document = formDocument(WORDS, {
    head: head(),
    sheets: () => sheets,
    facts: () => Promise.resolve(sheets.flatMap(({ facts }) => facts)),
    packages: () => sheets.flatMap(({ packages }) => packages),
  });
  return printed((out) => printTables(document, out, { paper: 'a4' }));
};

test('each act stands on sheets of its own, with its packages and lines to sign on', async () => {
  const many = Array.from({ length: 70 }, (_, at) => `L${at + 100}`);
  const { texts } = await print([sheet(41, ['LOT-A']), sheet(57, many), sheet(63, ['LOT-C'])]);
  const of = (words: string) => texts.flatMap((text, at) => (text.includes(words) ? [at] : []));
  const [[first], [second = 0], [third = 0]] = ['41', '57', '63'].map((number) =>
    of(`Stock that left in line ${number}`),
  ) as [number[], number[], number[]];
  expect(first).toBe(0);
  expect(second).toBe(1);
  expect(third).toBeGreaterThan(2);
  // No page has lots of two acts, and each act is signed once, where it ends.
  for (const at of of('LOT-A')) expect(texts[at]).not.toMatch(/L100|LOT-C|M-57|M-63/);
  for (const at of of('LOT-C')) expect(texts[at]).not.toMatch(/LOT-A|L169|M-41|M-57/);
  expect(of('Second employee: printed name, signature, date')).toEqual([0, third - 1, third]);
  expect(texts[third - 1]).toContain('L169');
});

test('a period without an act says so on one page that nobody signs', async () => {
  const { texts } = await print([]);
  expect(texts[0]).toContain('Nothing left.');
  expect(texts.join('')).not.toContain('First employee');
});
