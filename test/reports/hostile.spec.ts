import fc from 'fast-check';
import { printLedger } from '../../reports/ledger.js';
import type { LedgerLine } from '../../reports/ledger-rows.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { at, disposition, facts, head, KETAMINE_50, line, section } from './clinic.js';
import { flat, printed, removePrints, tool } from './tools.js';
import type { Printed } from './tools.js';

/** What people, patients and attackers can put into a name, and what must still be a page afterwards. */

const letter = { paper: 'letter' } as const;

function print(own: readonly LedgerLine[], before = quantity(own.length + 1)): Promise<Printed> {
  const report = { head: head(), sections: () => [section(KETAMINE_50, before, own)] };
  return printed((out) => printLedger(report, out, letter));
}

function named(name: string, remark: string | null = null): LedgerLine {
  return line(facts(10, at(2, '09:12'), { remark }), {
    party: name,
    detail: 'Order 9',
    containers: [{ label: '3-1', lot: 'AB1234' }],
    out: quantity(1),
    onHand: quantity(1),
  });
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function boxes(file: string): Promise<readonly Box[]> {
  const html = await tool('pdftotext', '-bbox', file, '-');
  const word =
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return Array.from(html.matchAll(word), ([, left, top, right, bottom, text]) => ({
    text: text ?? '',
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}

async function expectWithinMargins({ file }: Printed): Promise<void> {
  for (const box of await boxes(file)) {
    expect(box.left).toBeGreaterThan(29);
    expect(box.right).toBeLessThan(792 - 29);
    expect(box.top).toBeGreaterThan(15);
    expect(box.bottom).toBeLessThan(612 - 15);
  }
}

/** Several prints, each read back by two programs. */
const SLOW_TEST_MS = 180_000;

afterAll(removePrints);

const VISIBLE = [
  ['emoji', 'Ruth 😀 Blum', 'Ruth [U+1F600] Blum'],
  ['control characters', 'R\u0000\u0007\u001b[2J', 'R[U+0000][U+0007][U+001B][2J'],
  ['a direction override', 'Ruth\u202emulB', 'Ruth[U+202E]mulB'],
  ['zero width characters', 'Ru\u200bth\ufeff\u00ad', 'Ru[U+200B]th[U+FEFF][U+00AD]'],
  ['a lone surrogate', 'Ruth \ud83d Blum', 'Ruth [U+D83D] Blum'],
  ['a script without glyphs', 'ᏣᎳᎩ', '[U+13E3][U+13B3][U+13A9]'],
  ['a private character', 'Ruth \ue000', 'Ruth [U+E000]'],
  ['an unusual space', 'Ruth\u2003Blum', 'Ruth[U+2003]Blum'],
  ['brackets of its own', '(Ruth) \\ <Blum> [x]', '(Ruth) \\ <Blum> [x]'],
  ['markup of the page', 'BT /F1 12 Tf (x) Tj ET', 'BT /F1 12 Tf (x) Tj ET'],
  ['ligature letters', 'Griffin Office Sniffle', 'Griffin Office Sniffle'],
  ['decomposed letters', 'Ame\u0301lie', 'Amélie'],
  ['marks that no letter includes', 'Tọ́lá Adébáyọ̀', 'Tọ́lá Adébáyọ̀'],
  ['stacked marks', `Z\u0301${'\u0323'.repeat(4)}algo`, '[U+0323][U+0301]algo'],
  ['Greek', 'Αικατερίνη', 'Αικατερίνη'],
  ['Cyrillic', 'Шевченко', 'Шевченко'],
  ['Vietnamese', 'Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
  ['Chinese', '李小龍 (Lee)', '李小龍 (Lee)'],
  ['Japanese', '佐々木\u3000はるか', '佐々木 はるか'],
  ['Korean', '김철수', '김철수'],
  ['Thai', 'ชาญชัย ทิพย์', 'ชาญชัย ทิพย์'],
  ['Devanagari, whose vowels stand before', 'प्रिया क्षत्रिय', 'प्रिया क्षत्रिय'],
  ['Hebrew', 'רות בלום', 'רות בלום'],
  ['Arabic', 'محمد عبد الله', 'محمد عبد الله'],
  ['letters that are drawn in parts', 'بنت ثابت', 'بنت ثابت'],
  ['words that keep letters apart', 'علی\u200cرضا', 'علی'],
  ['a joiner without letters', 'Ruth \u200d', 'Ruth [U+200D]'],
] as const;

/** As it is copied, without the marks by which pdftotext tells the direction. */
const readable = ({ texts }: Printed): string =>
  flat(texts.join(' ').replace(/[\u202a-\u202e]/g, '')).normalize('NFC');

const ENDLESS = [
  ['many words', 'Maria '.repeat(40).trim()],
  ['one endless word', 'W'.repeat(900)],
  ['hyphens', 'Kowalczyk-'.repeat(30)],
  ['a hundred thousand letters', 'x'.repeat(100_000)],
  ['a hundred thousand line ends', 'x\n'.repeat(100_000)],
  ['ten thousand code points', '😀'.repeat(10_000)],
  ['ten thousand marks', `e${'\u0323'.repeat(10_000)}`],
  ['ten thousand spaces', `a${' '.repeat(10_000)}b`],
  ['one endless word of Arabic', 'بنتثابت'.repeat(200)],
  ['many words of Hebrew and English', 'רות Ruth '.repeat(200)],
  ['Chinese without a space', '李小龍'.repeat(300)],
] as const;

function rowsOf(names: readonly (readonly [string, string, ...string[]])[]): LedgerLine[] {
  return names.map(([, name], index) => ({
    ...named(name),
    sequence: 1010 + index,
    onHand: quantity(names.length - index),
  }));
}

describe('a name', () => {
  let result: Printed;
  beforeAll(async () => {
    result = await print(rowsOf(VISIBLE));
  });

  test.each(VISIBLE)('with %s prints visibly', (_, __, shown) => {
    expect(readable(result)).toContain(shown.normalize('NFC'));
  });

  test('stands in the key for each character that was replaced, and for no other', () => {
    const key = flat(result.texts.at(-1)).split('Key of abbreviations')[1] ?? '';
    for (const sign of ['[U+1F600]', '[U+202E]', '[U+D83D]', '[U+13E3]', '[U+E000]'])
      expect(key).toContain(`${sign} Unicode number of a recorded character that is not seen`);
    expect(key).not.toMatch(/\[U\+(?:5C71|05E8|0E0A|4E2D)\]/);
  });

  test('of no kind leaves its cell or moves a figure', async () => {
    await expectWithinMargins(result);
    for (const { sequence, onHand } of rowsOf(VISIBLE)) {
      const row = new RegExp(`^ *${sequence} .* 0\\.001 +0\\.0*${onHand}\\b`, 'm');
      expect(result.texts.filter((text) => row.test(text))).toHaveLength(1);
    }
  });
});

test('names without end stay in their cells, and rows grow to a limit', async () => {
  const own = rowsOf(ENDLESS);
  const result = await print(own);
  await expectWithinMargins(result);
  for (const { sequence, onHand } of own) {
    const row = new RegExp(`^ *${sequence} .* 0\\.001 +0\\.0*${onHand}\\b`, 'm');
    expect(result.texts.filter((text) => row.test(text))).toHaveLength(1);
  }
  expect(result.texts.length).toBeLessThan(16);
});

test('a text in two directions stands in the order in which it is read', async () => {
  const result = await print([named('abc (שלום 12) def', 'בית Ruth 17.')]);
  const found = await boxes(result.file);
  const left = (text: RegExp): number => found.find((box) => text.test(box.text))?.left ?? NaN;
  expect(left(/abc/)).toBeLessThan(left(/^\(?12\)?$/));
  expect(left(/^\(?12\)?$/)).toBeLessThan(left(/[שלום]{4}/));
  expect(left(/[שלום]{4}/)).toBeLessThan(left(/def/));
  // A paragraph that begins from right to left: its first word stands to the right.
  expect(left(/Ruth/)).toBeLessThan(left(/[בית]{3}/));
});

test('a day of two thousand lines prints each of them', async () => {
  const own = Array.from({ length: 2000 }, (_, index) => ({
    ...named(index % 2 === 0 ? 'Ruth Blum' : 'رجل 李小龍'),
    sequence: 1000 + index,
    onHand: quantity(2000 - index),
  }));
  const text = (await print(own)).texts.join('\n');
  for (const { sequence } of own) expect(text).toContain(` ${sequence} 2026-03-02`);
});

test('what the fonts of one document are too few for prints as code points', async () => {
  const everything = Array.from({ length: 500 }, (_, index) =>
    String.fromCodePoint(0x4e00 + index * 36),
  );
  const remarks = Array.from({ length: 5 }, (_, index) =>
    everything.slice(index * 100, index * 100 + 100).join(''),
  );
  const own = remarks.map((remark, index) => ({
    ...named('Ruth Blum', remark),
    sequence: 10 + index,
    onHand: quantity(remarks.length - index),
  }));
  const result = await print(own);
  const fonts = (await tool('pdffonts', result.file)).match(/NotoSans/g) ?? [];
  expect(fonts.length).toBeLessThanOrEqual(64);
  expect(readable(result)).toContain('一');
  expect(result.texts.at(-1)).toMatch(/\[U\+…\]/);
  await expectWithinMargins(result);
});

test('a remark keeps its paragraphs, and one that is cut says so', async () => {
  const { texts } = await print([
    named('Ruth Blum', 'First.\nSecond.'),
    named('Ruth Blum', 'word '.repeat(2000)),
    named('Ruth Blum', `${'word '.repeat(150)}whole`),
  ]);
  expect(texts.join()).toMatch(/First\.\n.*Second\./);
  expect(flat(texts.join())).toMatch(/\[cut here: .*the whole .*text is in .*the CSV/);
  // What its column has no room for stands under the line, as wide as the table.
  expect(texts.join().match(/See below\./g)).toHaveLength(2);
  expect(texts.join()).toMatch(/(?:word ){25,}/);
  expect(texts.join()).toContain('word whole');
});

test('a figure of any size stays in its column', async () => {
  const huge = quantity(4_503_599_627_370_495n);
  const { texts, ...rest } = await print(
    [
      {
        ...named('Ruth Blum'),
        in: huge,
        out: null,
        onHand: huge,
        mass: (huge * 100_000n) as LedgerLine['mass'],
      },
    ],
    huge,
  );
  expect(texts[0]).toContain('4,503,599,627,370.495');
  await expectWithinMargins({ texts, ...rest });
});

test('a draw with more dispositions than a page holds is parted between its rows', async () => {
  const dispositions = Array.from({ length: 90 }, (_, index) =>
    disposition(facts(1011 + index, at(2, '10:00')), { given: quantity(1), detail: 'Completed' }),
  );
  const { texts } = await print([{ ...named('Ruth Blum'), dispositions }], quantity(2));
  for (const { sequence } of dispositions) {
    const row = new RegExp(`^ *${sequence} `, 'm');
    expect(texts.filter((text) => row.test(text))).toHaveLength(1);
  }
});

test('a registrant with markup in its name leaves the metadata whole', async () => {
  const hostile = { ...head().registrant, name: 'Smith & Sons <PLLC> ]]> \u0001' };
  const report = { head: head({ registrant: hostile }), sections: () => [] };
  const { file, texts } = await printed((out) => printLedger(report, out, letter));
  expect(await tool('pdfinfo', file)).toContain('Author:          Smith & Sons <PLLC> ]]>');
  expect(await tool('pdfinfo', '-meta', file)).toContain(
    'Smith &amp; Sons &lt;PLLC&gt; ]]&gt; \ufffd',
  );
  expect(texts[0]).toContain('Smith & Sons <PLLC> ]]> [U+0001]');
});

test('a head without end leaves room for the lines', async () => {
  const endless = { name: '😀'.repeat(5000), address: 'x'.repeat(5000), deaNumber: 'FL1234563' };
  const changes = { registrant: endless, site: { ...head().site, name: 'y\n'.repeat(5000) } };
  const item = { ...KETAMINE_50, substance: 'Ketamine '.repeat(1000) };
  const report = {
    head: head({ ...changes, release: 'z'.repeat(5000) }),
    sections: () => [section(item, quantity(2), [named('Ruth Blum')])],
  };
  const result = await printed((out) => printLedger(report, out, letter));
  await expectWithinMargins(result);
  expect(result.texts[0]).toContain('DEA registration FL1234563');
  expect(result.texts.join()).toMatch(/10 2026-03-02 +Drawn/);
  expect(result.texts.length).toBeLessThan(4);
});

test(
  'whatever is in a name and a remark, the file is sound and the figures stand',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.string({ unit: 'binary', maxLength: 60 }),
            fc.string({ unit: 'grapheme', maxLength: 200 }),
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        async (texts) => {
          const own = texts.map(([name, remark], index) => ({
            ...named(name, remark),
            sequence: 10 + index,
            onHand: quantity(texts.length - index),
          }));
          const result = await print(own, quantity(texts.length + 1));
          await expectWithinMargins(result);
          for (const { sequence } of own) {
            expect(result.texts.join('\n')).toMatch(new RegExp(`^ *${sequence} `, 'm'));
          }
        },
      ),
      { numRuns: 4, seed: 20260314 },
    );
  },
  SLOW_TEST_MS,
);
