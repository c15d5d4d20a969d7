import { isolated, withoutIdleIsolates } from '../../reports/isolated.js';
import { flagWords, hasFlagWords } from '../../reports/flag-words.js';
import {
  containerWords,
  figure,
  milligrams,
  shortRoot,
  signed,
  warnings,
} from '../../reports/words.js';
import { REFUSALS } from '../../src/domain/rejection.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { at, facts } from './clinic.js';
import { mg } from './papers.js';

test.each(Object.entries(REFUSALS).filter(([, refusal]) => refusal.class === 'practice'))(
  'the rule %s, once broken, prints in words',
  (code) => {
    expect(hasFlagWords(code)).toBe(true);
    expect(flagWords(code)).toBe(flagWords(code).toUpperCase());
  },
);

test('a flag without words prints its code', () => {
  expect(flagWords('draw.of-a-new-kind')).toBe('DRAW OF A NEW KIND');
});

test('quantities have three decimals, a true minus and grouped thousands', () => {
  expect(figure(quantity(700))).toBe('0.700');
  expect(figure(quantity(-1_234_567_891))).toBe('−1,234,567.891');
  expect(figure(null)).toBe('');
  expect(signed(quantity(5))).toBe('+0.005');
  expect(signed(quantity(0))).toBe('0.000');
});

test.each([
  ['35', '35'],
  ['37.5', '37.5'],
  ['33.750', '33.75'],
  ['1250', '1,250'],
  ['100', '100'],
  ['0', '0'],
])('%s mg print as %s: without a trailing zero, and with every other one', (text, shown) => {
  expect(milligrams(mg(text))).toBe(shown);
});

test.each([
  [['41-1'], '41-1'],
  [['41-1', '41-2'], '41-1, 41-2'],
  [['41-1', '41-2', '41-3', '41-5', '42-6'], '41-1 to 41-3, 41-5, 42-6'],
  [['9', '10', '11'], '9, 10, 11'],
])('labels %j print as %s', (labels, shown) => {
  const marks = labels.map((label) => ({ label, lot: 'A' }));
  expect(containerWords(marks)).toEqual({ labels: shown, lots: 'A' });
});

test('a root reads aloud in fours', () => {
  expect(shortRoot(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(
    '0001 0203 0405 0607',
  );
});

test('what departs from the rule stands first, each once', () => {
  const line = facts(10, at(2, '09:00'), {
    isLate: true,
    flags: ['entry.late', 'draw.past-beyond-use'],
    witness: { state: 'unwitnessed' },
    correctedBy: 12,
  });
  expect(warnings(line)).toBe('LATE, PAST BEYOND-USE, UNWITNESSED, CORRECTED BY LINE\u00a012');
});

test('an isolate stays where it isolates what is read from right to left, and is shown everywhere else', () => {
  const shown = (text: string) => withoutIdleIsolates(text, () => '#');
  const own = isolated('רות בלום');
  expect(own).toBe('\u2068רות בלום\u2069');
  expect(isolated('Ruth Blum')).toBe('Ruth Blum');
  expect(isolated('Ruth\nרות')).toBe('Ruth\n\u2068רות\u2069');
  expect(shown(`${own}, 7 of ${own}`)).toBe(`${own}, 7 of ${own}`);
  expect(shown('\u2068Ruth\u2069')).toBe('#Ruth#');
  expect(shown(isolated('רות\u2069 Ruth'))).toBe('\u2068רות\u2069 Ruth#');
  expect(shown(`\u2068${own}`)).toBe(`#${own}`);
});
