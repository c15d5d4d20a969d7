import { printDiscrepancies } from '../../reports/discrepancy.js';
import { printLedger } from '../../reports/ledger.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { busyLines } from './busy-ledger.js';
import { KETAMINE_100, KETAMINE_50, ledger, section } from './clinic.js';
import { EXPLAINED, OPEN, discrepancies } from './papers.js';
import { PdfObjects, elementsOf } from './pdf-objects.js';
import type { Element } from './pdf-objects.js';
import { printed, removePrints, tool } from './tools.js';
import type { Printed } from './tools.js';

const letter = { paper: 'letter' } as const;
const BEFORE = quantity(126_500);

let result: Printed;
let objects: PdfObjects;
let elements: readonly Element[];

beforeAll(async () => {
  const sections = [KETAMINE_50, KETAMINE_100].map((item) =>
    section(item, BEFORE, busyLines(item, BEFORE)),
  );
  result = await printed((out) => printLedger(ledger(sections), out, letter));
  objects = await PdfObjects.of(result.file);
  elements = elementsOf(objects);
});
afterAll(removePrints);

const named = (tag: string): readonly Element[] => elements.filter((each) => each.tag === tag);
const textsOf = (tag: string): readonly string[] =>
  named(tag).map(({ text }) => text.replaceAll('\u00a0', ' '));

describe('the structure of a document', () => {
  test('has one title, a heading and a table for each audit item, and says its language', async () => {
    const information = await tool('pdfinfo', result.file);
    expect(information).toMatch(/Tagged: +yes/);
    expect(elements.slice(0, 2).map(({ tag }) => tag)).toEqual(['Document', 'H1']);
    expect(textsOf('H1')).toEqual(['Controlled-substance ledger']);
    expect(textsOf('H2').slice(0, 2)).toEqual([
      'Ketamine hydrochloride injection 50 mg/mL, 10 mL vial Schedule III',
      'Ketamine hydrochloride injection 100 mg/mL, 5 mL vial Schedule III',
    ]);
    const catalogue = objects.catalogue();
    expect(catalogue['/Lang']).toBe('u:en-US');
    expect(objects.at(catalogue['/MarkInfo'])['/Marked']).toBe(true);
    expect(objects.at(catalogue['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true);
  });

  test('says what was repeated for the eye once', () => {
    const count = (words: string): number =>
      elements.filter(({ text }) => text.replaceAll('\u00a0', ' ').includes(words)).length;
    expect(result.pages).toBeGreaterThan(4);
    expect(count('Lakeview Infusion Center, PLLC')).toBe(1);
    expect(count('On hand, mL')).toBe(2);
    expect(count('continued')).toBe(0);
    expect(count('Page 2')).toBe(0);
  });

  test('gives each row of a table as many columns as its heads have', () => {
    for (const table of named('Table')) {
      const rows = table.children.flatMap((part) => part.children);
      const widths = rows.filter((_, index) => index !== 1 || !isGrouped(table)).map(widthOf);
      expect(new Set(widths).size).toBe(1);
    }
    const [first] = named('Table');
    expect(first === undefined ? 0 : widthOf(first.children[0]?.children[0])).toBe(17);
  });

  test('heads columns with heads, each with its scope', () => {
    expect(named('TH').length).toBeGreaterThan(30);
    for (const head of named('TH')) expect(head.attributes['/Scope']).toBe('/Column');
  });

  test('reads lines that turn as separate words', () => {
    expect(textsOf('TH')).toContain('Handed over');
    expect(textsOf('TD')).toContain('2026-03-02 09:12 EST');
  });

  test('owns every piece of content that is not repeated, and the tree of parents leads back to it', () => {
    const pages = objects.pages();
    expect(pages).toHaveLength(result.pages);
    for (const page of pages) {
      const owners = objects.parents(page.structParents);
      expect(page.marked).toEqual(owners.map((_, index) => index));
      expect(page.unmarked).toBe('');
      for (const [index, owner] of owners.entries()) {
        const element = objects.at(owner);
        expect(element['/K']).toBe(index);
        expect(element['/Pg']).toBe(page.reference);
      }
    }
  });
});

test('a part of something with a heading of its own has a lower one', async () => {
  const report = discrepancies([OPEN, EXPLAINED]);
  const { file } = await printed((out) => printDiscrepancies(report, out, letter));
  const headings = elementsOf(await PdfObjects.of(file))
    .map(({ tag }) => tag)
    .filter((tag) => /^H\d$/.test(tag));
  // All cases, and the sums by item; then each case with its timeline; then the two keys.
  expect(headings).toEqual(['H1', 'H2', 'H2', 'H2', 'H3', 'H2', 'H3', 'H2', 'H2']);
});

test('each page has a picture of its code, which says what it holds', () => {
  const figures = objects
    .pages()
    .flatMap(({ structParents }) => objects.parents(structParents).map((id) => objects.at(id)))
    .filter((element) => element['/S'] === '/Figure');
  expect(figures).toHaveLength(result.pages);
  for (const [index, figure] of figures.entries()) {
    expect(figure['/Alt']).toMatch(new RegExp(`^u:QR code of page ${index + 1}: CSP1/LEDGER/`));
  }
});

describe('the file', () => {
  test('has the profile of its colours, and embeds what it needs', () => {
    const [intent] = objects.catalogue()['/OutputIntents'] as readonly string[];
    expect(objects.at(intent)['/S']).toBe('/GTS_PDFA1');
    expect(objects.at(objects.at(intent)['/DestOutputProfile'])['/N']).toBe(3);
  });

  test('says the same of itself in both places, and claims no conformance', async () => {
    const metadata = await tool('pdfinfo', '-meta', result.file);
    expect(metadata).toContain('<xmp:CreateDate>2026-04-01T12:00:12Z</xmp:CreateDate>');
    expect(metadata).toContain('<xmp:ModifyDate>2026-04-01T12:00:12Z</xmp:ModifyDate>');
    expect(metadata).toContain('Controlled-substance ledger, Lakeview Infusion Center, PLLC');
    expect(metadata).not.toMatch(/pdfaid|pdfuaid/);
  });
});

function isGrouped(table: Element): boolean {
  return (table.children[0]?.children.length ?? 0) > 1;
}

function widthOf(row: Element | undefined): number {
  return (row?.children ?? []).reduce(
    (sum, cell) => sum + Number(cell.attributes['/ColSpan'] ?? 1),
    0,
  );
}
