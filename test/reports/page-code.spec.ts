import { createHash } from 'node:crypto';
import { printDiscrepancies } from '../../reports/discrepancy.js';
import { printLedger } from '../../reports/ledger.js';
import type { LedgerLine } from '../../reports/ledger-rows.js';
import { base32 } from '../../reports/page-code.js';
import type { ToldPage } from '../../reports/page-code.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { codeOnPage } from '../support/page-codes.js';
import { busyLines } from './busy-ledger.js';
import { at, facts, head, KETAMINE_50, ledger, line, section } from './clinic.js';
import { discrepancies, EXPLAINED, OPEN } from './papers.js';
import { printed, removePrints } from './tools.js';
import type { Printed } from './tools.js';

const BEFORE = quantity(126_500);

afterAll(removePrints);

async function told(
  lines: readonly LedgerLine[],
  changes: Parameters<typeof ledger>[1] = {},
): Promise<Printed & { readonly told: readonly ToldPage[] }> {
  const pages: ToldPage[] = [];
  const report = ledger([section(KETAMINE_50, BEFORE, lines)], changes);
  const onPageText = (page: ToldPage): void => void pages.push(page);
  const print = await printed((out) => printLedger(report, out, { paper: 'letter', onPageText }));
  return { ...print, told: pages };
}

const own = (changes: Partial<LedgerLine>): readonly LedgerLine[] => [
  line(facts(10, at(2, '09:12')), { party: 'Ruth Blum', onHand: BEFORE, ...changes }),
];

describe('the code of a page', () => {
  test('is what a camera reads off it: document, page, and the hash of its text', async () => {
    const { file, told: pages } = await told(busyLines(KETAMINE_50, BEFORE));
    expect(pages.length).toBeGreaterThan(3);
    for (const { number, text, code } of pages) {
      const digest = createHash('sha256').update(text, 'utf8').digest();
      expect(code).toBe(`${head().pageCode}/${number}/${base32(digest.subarray(0, 20))}`);
      expect(await codeOnPage(file, number)).toBe(code);
    }
  });

  test('is read off upright pages too', async () => {
    const report = discrepancies([OPEN, EXPLAINED]);
    const { file } = await printed((out) => printDiscrepancies(report, out, { paper: 'a4' }));
    expect(await codeOnPage(file, 1)).toMatch(/\/1\/[A-Z2-7]{32}$/);
  });

  test('stands beside it for who has no camera', async () => {
    const { texts, told: pages } = await told(own({}));
    const spoken = (pages[0]?.hash ?? '').slice(0, 12).replace(/(....)(?=.)/g, '$1 ');
    expect(texts[0]).toContain(`Page code ${spoken}`);
  });

  test('covers every word of the page but itself and the number of pages', async () => {
    const { texts, told: pages } = await told(busyLines(KETAMINE_50, BEFORE).slice(0, 20));
    for (const { number, text } of pages) {
      const shown = (texts[number - 1] ?? '')
        .replace(/Page code (?:[A-Z2-7]{4} ?){3}/, '')
        .replace(/(Page \d+ of) \d+/, '$1');
      expect(letters(text)).toBe(letters(shown));
    }
  });

  test('tells the columns of a row apart', async () => {
    const hashes = [
      own({ in: quantity(700) }),
      own({ out: quantity(700) }),
      own({ given: quantity(700) }),
      own({ given: quantity(701) }),
      own({ party: 'Ruth Blum', detail: 'Order 1' }),
      own({ party: 'Ruth Blum Order', detail: '1', mass: null, containers: [] }),
    ].map(async (lines) => (await told(lines)).told[0]?.hash);
    expect(new Set(await Promise.all(hashes)).size).toBe(5);
  });

  test('changes with the head, which every page repeats', async () => {
    const registrant = { ...head().registrant, deaNumber: 'FL1234562' };
    const [one] = (await told(own({}))).told;
    const [other] = (await told(own({}), { registrant })).told;
    expect(one?.text).toContain('DEA registration FL1234563');
    expect(other?.hash).not.toBe(one?.hash);
  });
});

test('base 32 is that of RFC 4648', () => {
  // Section 10, without the padding.
  const known = ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'];
  expect(known.map((_, size) => base32(Buffer.from('foobar').subarray(0, size)))).toEqual(known);
});

/** All letters and figures of a text, in no order: programs differ in the order that they read columns in. */
function letters(text: string): string {
  return Array.from(text.normalize('NFKC').replace(/\s/g, '')).sort().join('');
}
