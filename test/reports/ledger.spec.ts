import { printLedger } from '../../reports/ledger.js';
import type { LedgerLine } from '../../reports/ledger-rows.js';
import { instant } from '../../src/domain/measures/instant.js';
import { quantity, ZERO } from '../../src/domain/measures/quantity.js';
import { busyLines } from './busy-ledger.js';
import {
  at,
  facts,
  head,
  KETAMINE_100,
  KETAMINE_50,
  ledger,
  line,
  section,
  totalsOf,
} from './clinic.js';
import { flat, hashOf, printed, removePrints, tool } from './tools.js';
import type { Printed } from './tools.js';

const BEFORE = quantity(126_500);
const letter = { paper: 'letter' } as const;

function lines(number: number): LedgerLine[] {
  return Array.from({ length: number }, (_, index) =>
    line(facts(10 + index, at(2 + (index % 28), '09:12')), {
      party: 'Eleanor Whitcombe',
      containers: [{ label: '3-1', lot: 'AB1234' }],
      out: quantity(1),
      onHand: quantity(number - index),
    }),
  );
}

function print(own: readonly LedgerLine[], before = quantity(own.length + 1)): Promise<Printed> {
  return printed((out) => printLedger(ledger([section(KETAMINE_50, before, own)]), out, letter));
}

/** The balance in a row that names it. */
function balance(text: string | undefined, words: RegExp): string | undefined {
  return new RegExp(`${words.source} +([\\d,]+\\.\\d{3})`).exec(text ?? '')?.[1];
}

/** Hundreds of pages, read back by two programs. */
const SLOW_TEST_MS = 180_000;

afterAll(removePrints);

describe('the pages of the ledger', () => {
  test.each([
    ['one line', 1, 1],
    ['two pages', 14, 2],
    ['more than a hundred pages', 1728, 103],
  ])(
    'say page x of y: %s',
    async (_, number, pages) => {
      const { texts, pages: told } = await print(lines(number));
      expect(told).toBe(texts.length);
      expect(texts).toHaveLength(pages);
      const y = texts.length.toLocaleString('en-US');
      texts.forEach((text, index) => {
        expect(text).toMatch(new RegExp(`Page ${(index + 1).toLocaleString('en-US')} of ${y}\\b`));
      });
    },
    SLOW_TEST_MS,
  );

  test('carry forward what the next page brings forward, and what the last line left', async () => {
    const { texts } = await print(lines(700));
    const carried = texts.map((text) => balance(text, /carried forward to page \d+/));
    const brought = texts.map((text) => balance(text, /brought forward from page \d+/));
    expect(texts.length).toBeGreaterThan(10);
    const last = texts.findIndex((text) => text.includes('at the end of the period'));
    for (let page = 0; page < last; page += 1) {
      expect(carried[page]).toBeDefined();
      expect(brought[page + 1]).toBe(carried[page]);
      expect(texts[page]).toContain(`carried forward to page ${page + 2}`);
      expect(texts[page + 1]).toContain(`brought forward from page ${page + 1}`);
    }
    expect(balance(texts[last], /at the end of the period/)).toBe('0.001');
  });

  test('have head, foot and column heads each', async () => {
    const { texts } = await print(lines(60));
    for (const text of texts) {
      expect(text).toContain('Lakeview Infusion Center, PLLC');
      expect(text).toContain('DEA registration FL1234563');
      expect(text).toContain('Controlled-substance ledger');
      expect(text).toContain('Period 2026-03-02 to 2026-03-31');
      expect(text).toContain('As known at 2026-04-01 08:00 EDT, size 1,234');
      expect(text).toContain('root 0b30 557a 9fc4 e90e');
      expect(text).toContain('CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYY=');
      expect(text).toContain('Countersign 0.1.0');
      expect(text).toContain('NONE required and missing');
    }
    for (const text of texts.slice(0, -1)) expect(text).toMatch(/Line +Date, time +Entry/);
    expect(texts.at(-1)).toContain('Signature key');
    expect(texts.at(-1)).toContain('Key of abbreviations');
    expect(texts.at(-1)).toMatch(/PW +Priya Warrier +RPh, pharmacist/);
  });

  test('never show totals without a line of their own', async () => {
    // One page holds eighteen lines: every way that a last page can begin.
    const numbers = Array.from({ length: 19 }, (_, index) => 9 + index);
    const sections = numbers.map((number) =>
      section(KETAMINE_50, quantity(number + 1), lines(number)),
    );
    const { texts } = await printed((out) => printLedger(ledger(sections), out, letter));
    const last = texts.filter((text) => text.includes('Totals of'));
    expect(last).toHaveLength(numbers.length);
    for (const text of last) expect(text).toContain('Eleanor Whitcombe');
  });

  test('never part a line from its row, nor a draw from what became of it', async () => {
    const own = busyLines(KETAMINE_50, BEFORE, 200);
    const { texts } = await print(own, BEFORE);
    for (const draw of own) {
      const page = texts.find((text) => new RegExp(`^ *${draw.sequence} `, 'm').test(text));
      for (const { sequence } of draw.dispositions) {
        expect(page).toMatch(new RegExp(`^ *${sequence} `, 'm'));
      }
    }
  });

  test('fit both papers', async () => {
    for (const [paper, size] of [
      ['letter', '792 x 612 pts (letter)'],
      ['a4', '841.89 x 595.28 pts (A4)'],
    ] as const) {
      const report = ledger([section(KETAMINE_50, BEFORE, busyLines(KETAMINE_50, BEFORE))]);
      const { file } = await printed((out) => printLedger(report, out, { paper }));
      expect(await tool('pdfinfo', file)).toContain(size);
    }
  });

  test('embed every font and no other', async () => {
    const { file } = await print(busyLines(KETAMINE_50, BEFORE), BEFORE);
    const fonts = (await tool('pdffonts', file)).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts)
      expect(font).toMatch(/SourceSans3-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });
});

describe('the same data', () => {
  const report = () =>
    ledger([
      section(KETAMINE_50, BEFORE, busyLines(KETAMINE_50, BEFORE)),
      section(KETAMINE_100, BEFORE, busyLines(KETAMINE_100, BEFORE, 3)),
    ]);

  test('print the same bytes, whatever was printed before', async () => {
    const first = await printed((out) => printLedger(report(), out, letter));
    await print(lines(40));
    const again = await printed((out) => printLedger(report(), out, letter));
    expect(await hashOf(again.file)).toBe(await hashOf(first.file));
  });

  test('have the time of the checkpoint and an ID of their own', async () => {
    const { file } = await printed((out) => printLedger(report(), out, letter));
    const information = await tool('pdfinfo', '-isodates', file);
    expect(information).toContain('CreationDate:    2026-04-01T12:00:12Z');
    expect(information).toContain('ModDate:         2026-04-01T12:00:12Z');
    const id = async (path: string): Promise<string | undefined> =>
      /\/ID \[ <(\w+)>/.exec(await tool('qpdf', '--show-object=trailer', path))?.[1];
    const a4 = await printed((out) => printLedger(report(), out, { paper: 'a4' }));
    expect(await id(file)).toMatch(/^[0-9a-f]{32}$/);
    expect(await id(a4.file)).not.toBe(await id(file));
  });
});

describe('the lines of the ledger', () => {
  test('print what happened, what became of it, and what departs from the rule', async () => {
    const own = busyLines(KETAMINE_50, BEFORE);
    const { texts } = await print(own, BEFORE);
    const text = texts.join('\n');
    expect(text).toMatch(
      /1041 2026-03-02 +Received +1041-1 to +McKesson.* 200\.000 +326\.500 +10,000 +PW +MO p/,
    );
    expect(text).toMatch(
      /1044 2026-03-02 +Drawn +1041-1 +Marcus Delgado-Rivera +0\.750 +325\.050 +37\.5 +TA/,
    );
    expect(text).toMatch(/1045 11:51 EST +Given +Completed +0\.675 +33\.75 +TA/);
    expect(text).toMatch(
      /1046 11:58 EST +Wasted +Dose remainder, drug destroyer +0\.075 +3\.75 +MO +JK p/,
    );
    expect(text).toMatch(/1111 2026-03-11 +Drawn/);
    expect(text).toContain('13:12 EDT');
    expect(text).toContain('LATE. Entered');
    expect(text).toMatch(/PAST\n.* BEYOND-USE\./);
    expect(text).toMatch(/NONE +UNWITNESSED/);
    expect(text).toMatch(/at 10\d\d/);
    expect(flat(text)).toContain(
      'Safe: counted 321.295 mL, book 321.395 mL, difference −0.100. Sealed 19, book 19.',
    );
  });

  test('leave a corrected line untouched and print the correction at its own', async () => {
    const { texts } = await print(busyLines(KETAMINE_50, BEFORE), BEFORE);
    const text = texts.join('\n');
    expect(text).toMatch(/LINE 1077\b/);
    expect(text).toMatch(/LINE 1073\b/);
    expect(text).toMatch(/1073 2026-03-05 +Drawn .* 0\.800 +315\.995 .*CORRECTED BY/);
    expect(text).toMatch(/1077 2026-03-05 +Correction .* −0\.800 +316\.795 +−40 .*LATE, CORRECTS/);
    expect(text).toMatch(/1077 2026-03-05 +Correction .* 0\.800 +315\.995 +40 .*CORRECTS/);
  });

  test('end in totals by column and in proofs', async () => {
    const { texts } = await print(busyLines(KETAMINE_50, BEFORE), BEFORE);
    const text = texts.find((page) => page.includes('Totals of')) ?? '';
    expect(text).toMatch(
      /Totals of 73 lines +200\.000 +21\.860 +19\.000 +1\.275 +0\.075 +0\.000 +0\.800/,
    );
    expect(text).toContain(
      '126.500 brought forward + 200.000 in = 21.860 out + 304.640 carried forward mL. Agrees.',
    );
    expect(text).toContain(
      '21.150 drawn = 19.000 given + 1.275 wasted + 0.075 held + 0.000 handed over + 0.800 in process mL. Agrees.',
    );
    expect(text).toContain('304.640 on hand + 0.800 in process + 0.075 held = 305.515 mL.');
  });

  test('say loudly where the proof does not hold', async () => {
    const own = lines(3);
    const wrong = {
      ...section(KETAMINE_50, quantity(4), own),
      totals: () => ({ ...totalsOf(quantity(4), own), given: quantity(2) }),
    };
    const { texts } = await printed((out) => printLedger(ledger([wrong]), out, letter));
    expect(texts.join()).toMatch(/Draws:.*DOES NOT AGREE/);
  });

  test('are refused out of order, and where the totals carry another balance than the last line', async () => {
    const own = lines(3);
    await expect(print([...own].reverse())).rejects.toThrow(
      'expected lines in register order, found 11 after 12',
    );
    const wrong = { ...section(KETAMINE_50, quantity(4), own), totals: () => totalsOf(ZERO, []) };
    await expect(printed((out) => printLedger(ledger([wrong]), out, letter))).rejects.toThrow(
      'expected 0.001 carried forward after the last line, found 0.000',
    );
  });
});

describe('a ledger', () => {
  test('gives each audit item pages of its own, and numbers them through', async () => {
    const report = ledger([
      section(KETAMINE_50, BEFORE, busyLines(KETAMINE_50, BEFORE)),
      section(KETAMINE_100, BEFORE, busyLines(KETAMINE_100, BEFORE, 3)),
    ]);
    const { texts } = await printed((out) => printLedger(report, out, letter));
    const of = (strength: string): number[] =>
      texts.flatMap((text, index) => (text.includes(`injection ${strength}`) ? [index] : []));
    expect(of('50 mg/mL, 10 mL vial')).toEqual([0, 1, 2, 3, 4]);
    expect(of('100 mg/mL, 5 mL vial')).toEqual([5]);
  });

  test('without a line in the period says so and carries its balance', async () => {
    const { texts } = await print([], BEFORE);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('No entry for this audit item in the period.');
    expect(balance(texts[0], /brought forward at the start of 2026-03-02/)).toBe('126.500');
    expect(balance(texts[0], /carried forward at the end of the period/)).toBe('126.500');
    expect(texts[0]).toContain('Totals of 0 lines');
  });

  test('without any audit item says so on a proper page', async () => {
    const { texts } = await printed((out) => printLedger(ledger([]), out, letter));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(
      'No controlled substance was on hand or moved at this site in the period.',
    );
    expect(texts[0]).toContain('Page 1 of 1');
    expect(texts[0]).toContain('Signature key');
  });

  test('on a simulated clock says so on every page, and on a real one nowhere', async () => {
    const simulated = ledger([section(KETAMINE_50, quantity(61), lines(60))], {
      clock: 'simulated',
    });
    const { texts } = await printed((out) => printLedger(simulated, out, letter));
    for (const text of texts) expect(text).toContain('SIMULATED CLOCK');
    expect((await print(lines(3))).texts.join()).not.toContain('SIMULATED');
  });

  test('as it happened says so', async () => {
    const report = { ...ledger([]), head: head({ basis: { kind: 'as-happened' } }) };
    const { texts } = await printed((out) => printLedger(report, out, letter));
    expect(texts[0]).toContain('As happened: every entry to ledger size 1,234');
  });

  test('tells both half past ones of an autumn night apart', async () => {
    const own = ['05:30', '06:30'].map((time, index) =>
      line(facts(10 + index, instant(`2026-11-01T${time}:00Z`)), {
        out: quantity(1),
        onHand: quantity(2 - index),
      }),
    );
    const { texts } = await print(own, quantity(3));
    expect(texts[0]).toContain('01:30 EDT');
    expect(texts[0]).toContain('01:30 EST');
  });
});
