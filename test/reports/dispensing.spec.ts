import { printDispensing } from '../../reports/dispensing.js';
import type { DispensingLine } from '../../reports/dispensing-rows.js';
import { massOf, quantity, ZERO } from '../../src/domain/measures/quantity.js';
import { KETAMINE_50 } from './clinic.js';
import { dispensing, dispensingLine, mg } from './papers.js';
import { flat, hashOf, printed, removePrints, tool } from './tools.js';
import type { Printed } from './tools.js';

const letter = { paper: 'letter' } as const;

function print(lines: readonly DispensingLine[]): Promise<Printed> {
  return printed((out) => printDispensing(dispensing(lines), out, letter));
}

const many = (number: number): DispensingLine[] =>
  Array.from({ length: number }, (_, index) => dispensingLine(index));

afterAll(removePrints);

test('a line says to whom, where they live, when, how much by volume, and who gave it', async () => {
  const { texts } = await print([dispensingLine(1)]);
  const text = texts[0] ?? '';
  expect(text).toContain('21 CFR 1304.22(c)');
  expect(text).toMatch(
    /1046 2026-03-02 +Marcus Delgado-Rivera .* 0\.750 +mL +37\.5 +0\.075 +Completed +MO +TA +JK p/,
  );
  const all = flat(text);
  expect(all).toContain('11:54 EST');
  expect(all).toContain('4 Rue des Érables, Apt 12B,');
  expect(all).toContain('NY 12901');
  expect(all).toContain('1044: 37.5 mg,');
  expect(all).toContain('AB1O4Il7');
});

test('a missing address is said in capitals, an unknown one with its reason', async () => {
  const missing = dispensingLine(1, {
    patient: { name: 'Ruth Blum', address: { state: 'missing' } },
  });
  const unknown = dispensingLine(2, {
    patient: { name: 'Ruth Blum', address: { state: 'unknown', reason: 'refused' } },
  });
  const { texts } = await print([missing, unknown]);
  expect(texts[0]).toContain('NO ADDRESS RECORDED');
  expect(flat(texts[0])).toContain('Address unknown: refused by');
});

test('a stopped dose, one not given and a correction print as what they are', async () => {
  const { texts } = await print([
    dispensingLine(1, { outcome: 'stopped' }),
    dispensingLine(2, {
      outcome: 'not-given',
      given: ZERO,
      mass: massOf(ZERO, KETAMINE_50.strength),
    }),
    dispensingLine(3, {
      kind: 'correction',
      corrects: 1046,
      given: quantity(-750),
      mass: massOf(quantity(-750), KETAMINE_50.strength),
    }),
  ]);
  expect(texts[0]).toContain('Stopped early');
  expect(texts[0]).toMatch(/0\.000 +mL +0 +Not given/);
  expect(texts[0]).toMatch(/−0\.750 +mL +−37\.5 .*Correction:.*CORRECTS/);
});

test('totals stand by audit item under the last lines', async () => {
  const { texts } = await print(many(30));
  const text = texts.find((page) => page.includes('Total ')) ?? '';
  expect(text).toMatch(
    /Total +Ketamine hydrochloride injection 50 mg\/mL, 10 mL vial: 24 administrations, 3 doses not given +19\.950 +mL +997\.5 +0\.525/,
  );
  expect(text).toMatch(
    /100 mg\/mL, 5 mL vial: 3 administrations, 0 doses not given +2\.550 +mL +255 +0\.075/,
  );
  expect(text).toContain('Ruth Blum');
});

test('pages are numbered and each has its column heads', async () => {
  const { texts } = await print(many(200));
  expect(texts.length).toBeGreaterThan(10);
  texts.forEach((text, index) => {
    expect(text).toContain(`Page ${index + 1} of ${texts.length}`);
    if (!text.includes('How to check this print'))
      expect(text).toMatch(/Line +Date, time +Patient, address/);
  });
});

test('an empty period says so', async () => {
  const { texts } = await print([]);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain(
    'No controlled substance of schedules III to V was administered at this site in the period.',
  );
});

test('schedule II stands on pages of its own, with its own totals', async () => {
  const hydromorphone = { ...KETAMINE_50, substance: 'Hydromorphone', schedule: 'II' };
  const lines = [...many(3), dispensingLine(3, { item: hydromorphone })];
  const report = {
    ...dispensing(lines),
    schedules: () => Promise.resolve(new Set(['III', 'II'])),
    totals: () => [KETAMINE_50, hydromorphone].map((item) => ({ ...TOTAL, item })),
  };
  const { texts } = await printed((out) => printDispensing(report, out, letter));
  const pages = (words: string) => texts.map((text) => text.includes(words));
  expect(pages('Administrations: schedule II')).toEqual([true, false]);
  expect(pages('Administrations: schedules III to V')).toEqual([false, true]);
  expect(pages('Hydromorphone')).toEqual([true, false]);
  expect(pages('Ketamine')).toEqual([false, true]);
  expect(texts[0]).toMatch(/Total +Hydromorphone/);
  expect(texts[1]).toMatch(/Total +Ketamine/);
});

const TOTAL = { administrations: 1, notGiven: 0, given: ZERO, mass: mg('0'), wasted: ZERO };

test('the same data prints the same bytes, with embedded fonts only', async () => {
  const [first, again] = [await print(many(40)), await print(many(40))];
  expect(await hashOf(again.file)).toBe(await hashOf(first.file));
  const fonts = (await tool('pdffonts', first.file)).trim().split('\n').slice(2);
  for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
});
