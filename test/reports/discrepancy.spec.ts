import { printDiscrepancies } from '../../reports/discrepancy.js';
import type { DiscrepancyCase } from '../../reports/discrepancy-rows.js';
import { discrepancies, EXPLAINED, OPEN, UNRECONCILED } from './papers.js';
import { flat, hashOf, printed, removePrints, tool } from './tools.js';
import type { Printed } from './tools.js';

function print(cases: readonly DiscrepancyCase[]): Promise<Printed> {
  return printed((out) => printDiscrepancies(discrepancies(cases), out, { paper: 'a4' }));
}

afterAll(removePrints);

test('open cases come first, in the summary and after it', async () => {
  const { texts } = await print([EXPLAINED, UNRECONCILED, OPEN]);
  const text = texts.join('\n');
  expect(text).toContain('3 cases, 1 open');
  const places = ['1115-1', '1079-1', '1097-1'].map((id) => text.indexOf(id));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text.indexOf('Case 1115-1: OPEN')).toBeLessThan(text.indexOf('Case 1079-1: explained'));
  expect(flat(text)).toContain('OPEN, due');
});

test('a case has its counts, range, timeline, cause, outcome and closers', async () => {
  const { texts } = await print([EXPLAINED]);
  const text = texts[0] ?? '';
  expect(text).toMatch(/5\.350 +5\.400 +6\.500 +−1\.100 +mL +6\.100 to 7\.050/);
  expect(text).toContain('Narcotic safe, medication room, container 1041-3, lot AB1O4Il7');
  expect(text).toContain('2026-03-06 17:55 EST, by line 1079, found by a count');
  expect(text).toMatch(/1080 2026-03-06 18:05 EST +Recount +PW +JK p +Measured 5\.400 mL/);
  expect(flat(text)).toContain('Entry missing (line 1088). A draw of 1.100 mL');
  expect(text).toContain('Explained 2026-03-09 10:12 EDT, line 1090. The book stands as it was.');
  expect(text).toContain('Priya Warrier (PW, uninvolved) and Daniel Lindqvist (DL, uninvolved).');
});

test('whole containers print whole, and a case that nobody could reconcile says what the book took over', async () => {
  const { texts } = await print([OPEN, UNRECONCILED]);
  const text = texts.join('\n');
  expect(text).toMatch(/ 7 +7 +8 +−1 +containers +none: sealed stock/);
  expect(flat(text)).toContain('The book took over −0.900 mL.');
  expect(flat(text)).toContain(
    'Nobody exists who has not drawn from the container since the last agreed count.',
  );
});

test('no case says so', async () => {
  const { texts } = await print([]);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('0 cases, 0 open');
  expect(texts[0]).toContain('No discrepancy was open or opened at this site in the period.');
});

test('hundreds of cases are numbered through and print the same bytes twice', async () => {
  const cases = Array.from({ length: 120 }, (_, index) => ({
    ...EXPLAINED,
    id: `${2000 + index}-1`,
    openedLine: 2000 + index,
  }));
  const [first, again] = [await print(cases), await print(cases)];
  first.texts.forEach((text, index) => {
    expect(text).toContain(`Page ${index + 1} of ${first.texts.length}`);
  });
  expect(await hashOf(again.file)).toBe(await hashOf(first.file));
  expect(await tool('pdfinfo', first.file)).toContain('595.28 x 841.89 pts (A4)');
});
