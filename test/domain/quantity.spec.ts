import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import {
  ZERO,
  absolute,
  add,
  compareQuantities,
  formatQuantity,
  isNegative,
  isPositive,
  isZero,
  max,
  measured,
  min,
  multiply,
  negate,
  parseMeasured,
  parseQuantity,
  quantity,
  share,
  slip,
  strength,
  subtract,
  sum,
  trimQuantity,
  units,
} from '../../src/domain/measures/quantity.js';

const SEED = { seed: 20261122 };

function q(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (parsed === undefined) throw new Error(`not a quantity: ${text}`);
  return parsed;
}

const fiftyPerMl = strength(50_000);
const tenPerMl = strength(10_000);
const hundredPerMl = strength(100_000);

/** A decimal of three places as its digits, most significant first, for the schoolbook oracle. */
const decimal = fc
  .tuple(fc.boolean(), fc.nat({ max: 9_999_999 }), fc.nat({ max: 999 }))
  .map(([minus, whole, fraction]) => ({
    minus,
    text: `${whole}.${String(fraction).padStart(3, '0')}`,
  }));

/** Column addition on paper: digits and carries only. */
function addOnPaper(texts: readonly string[]): string {
  const columns = new Array<number>(24).fill(0);
  for (const text of texts) {
    const digits = text.replace('.', '').padStart(24, '0');
    for (let i = 0; i < 24; i += 1) columns[i] = (columns[i] ?? 0) + Number(digits[i]);
  }
  for (let i = 23; i > 0; i -= 1) {
    columns[i - 1] = (columns[i - 1] ?? 0) + Math.floor((columns[i] ?? 0) / 10);
    columns[i] = (columns[i] ?? 0) % 10;
  }
  const digits = columns.join('').replace(/^0+(?=\d{4})/, '');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

describe('a quantity', () => {
  it.each([
    ['0.700', 700n],
    ['0.7', 700n],
    ['10', 10_000n],
    ['-0.250', -250n],
    ['0', 0n],
    ['-0', 0n],
    ['0.001', 1n],
    ['9007199254740.991', 9_007_199_254_740_991n],
    ['-9007199254740.991', -9_007_199_254_740_991n],
  ])('reads %s as %s thousandths', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });

  it.each([
    ['.7', 'a bare point'],
    ['7.', 'a trailing point'],
    ['07', 'a leading zero'],
    ['0.7000', 'four decimals'],
    ['+0.7', 'a plus sign'],
    ['--7', 'two signs'],
    ['1e3', 'an exponent'],
    ['0x10', 'hexadecimal'],
    ['1,000', 'a separator'],
    ['0,7', 'a decimal comma'],
    [' 0.7', 'a space'],
    ['0.7\n', 'a line feed'],
    ['0.7 mL', 'a unit'],
    ['NaN', 'not a number'],
    ['Infinity', 'infinity'],
    ['\u0661', 'an Arabic digit'],
    ['', 'nothing'],
    ['-', 'a sign alone'],
    ['9007199254740.992', '2^53'],
    ['-9007199254740.992', 'minus 2^53'],
    ['99999999999999', 'fourteen digits'],
  ])('does not read %j: %s', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('prints with three decimals, and for people without the zeros', () => {
    expect(formatQuantity(quantity(700))).toBe('0.700');
    expect(formatQuantity(quantity(-250))).toBe('-0.250');
    expect(formatQuantity(ZERO)).toBe('0.000');
    expect(formatQuantity(quantity(10_000))).toBe('10.000');
    expect(trimQuantity(quantity(700))).toBe('0.7');
    expect(trimQuantity(quantity(10_000))).toBe('10');
    expect(trimQuantity(quantity(100_050))).toBe('100.05');
    expect(trimQuantity(quantity(-1))).toBe('-0.001');
    expect(trimQuantity(ZERO)).toBe('0');
  });

  it('reads back what it prints, both ways', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 53n) + 1n, 2n ** 53n - 1n), (n) => {
        const value = quantity(n);
        expect(parseQuantity(formatQuantity(value))).toBe(value);
        expect(parseQuantity(trimQuantity(value))).toBe(value);
      }),
      SEED,
    );
  });

  it('is an integer below 2^53, or a bug', () => {
    expect(quantity(700)).toBe(700n);
    for (const wrong of [0.5, NaN, Infinity, 2 ** 53, 2n ** 53n, -(2n ** 53n)]) {
      expect(() => quantity(wrong)).toThrow(RangeError);
    }
    const most = quantity(2n ** 53n - 1n);
    expect(() => add(most, quantity(1))).toThrow(RangeError);
    expect(() => subtract(negate(most), quantity(1))).toThrow(RangeError);
    expect(() => multiply(most, 2)).toThrow(RangeError);
    expect(() => sum([most, most])).toThrow(RangeError);
  });

  it('adds 10,000 random entries to the exact decimal sum', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 10_000, maxLength: 10_000 }), (entries) => {
        const total = sum(entries.map(({ minus, text }) => (minus ? negate(q(text)) : q(text))));
        const textsOf = (sign: boolean) =>
          entries.filter((entry) => entry.minus === sign).map((entry) => entry.text);
        const [plus, minus] = [addOnPaper(textsOf(false)), addOnPaper(textsOf(true))];
        expect(formatQuantity(add(total, q(minus)))).toBe(plus);
      }),
      { ...SEED, numRuns: 5 },
    );
  });

  it('is exact where floating point is not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(add(q('0.1'), q('0.2'))).toBe(q('0.3'));
    expect(sum(new Array<Quantity>(1000).fill(q('0.001')))).toBe(q('1'));
  });

  it('has the arithmetic of integers', () => {
    expect(subtract(q('0.5'), q('0.7'))).toBe(q('-0.2'));
    expect(negate(ZERO)).toBe(ZERO);
    expect(absolute(q('-0.2'))).toBe(q('0.2'));
    expect(absolute(q('0.2'))).toBe(q('0.2'));
    expect(sum([])).toBe(ZERO);
    expect(max(q('1'), q('-2'), q('3'))).toBe(q('3'));
    expect(min(q('1'), q('-2'), q('3'))).toBe(q('-2'));
    expect(multiply(units(10), 5)).toBe(q('50'));
    expect([isZero(ZERO), isPositive(ZERO), isNegative(ZERO)]).toEqual([true, false, false]);
    expect([isPositive(q('0.001')), isNegative(q('-0.001'))]).toEqual([true, true]);
    expect([q('2'), q('-1'), q('0')].sort(compareQuantities)).toEqual([q('-1'), q('0'), q('2')]);
    expect(compareQuantities(q('2'), q('2'))).toBe(0);
  });

  it('is in JSON a value with the unit of the product, and no other', () => {
    expect(measured(quantity(700), 'mL')).toEqual({ value: '0.700', unit: 'mL' });
    expect(parseMeasured({ value: '0.7', unit: 'mL' }, 'mL')).toBe(700n);
    expect(parseMeasured({ value: '0.7', unit: 'mg' }, 'mL')).toBeUndefined();
    expect(parseMeasured({ value: '0.7', unit: '' }, 'mL')).toBeUndefined();
    expect(parseMeasured({ value: '2', unit: 'each' }, 'mL')).toBeUndefined();
    expect(parseMeasured({ value: '2', unit: 'each' }, 'each')).toBe(2000n);
  });
});

describe('a share', () => {
  it('of a stopped infusion is rounded once and leaves the rest to subtraction', () => {
    // 0.700 mL in a bag of 100 mL of which 85 mL ran in.
    const given = share(q('0.7'), q('85'), q('100'));
    expect(given).toBe(q('0.595'));
    expect(share(q('0.7'), q('33.333'), q('100'))).toBe(q('0.233'));
    expect(share(quantity(1), quantity(1), quantity(2))).toBe(1n);
    expect(share(quantity(-1), quantity(1), quantity(2))).toBe(-1n);
    expect(share(quantity(1), quantity(1), quantity(-2))).toBe(-1n);
    expect(share(quantity(1), quantity(1), quantity(3))).toBe(0n);
    expect(share(q('0.7'), ZERO, q('100'))).toBe(ZERO);
    expect(share(q('0.7'), q('100'), q('100'))).toBe(q('0.7'));
    expect(() => share(q('0.7'), q('1'), ZERO)).toThrow(RangeError);
  });

  it('lies between nothing and everything, and with the rest makes the whole', () => {
    const size = fc.integer({ min: 0, max: 10 ** 9 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 10 ** 9 }), (total, a, b) => {
        const [part, whole] = a < b ? [a, b] : [b, Math.max(a, 1)];
        const given = share(quantity(total), quantity(part), quantity(whole));
        expect(given >= 0n && given <= BigInt(total)).toBe(true);
        expect(add(given, subtract(quantity(total), given))).toBe(BigInt(total));
      }),
      SEED,
    );
  });
});

describe('a slip', () => {
  it('names the 35 mg that were typed as 35 mL', () => {
    expect(slip(q('35'), q('0.7'), fiftyPerMl)).toBe('mg-for-mL');
    expect(slip(q('0.014'), q('0.7'), fiftyPerMl)).toBe('mg-for-mL');
    expect(slip(q('35'), q('0.35'), hundredPerMl)).toBe('mg-for-mL');
    // Without the strength it is fifty-fold, which is nobody's usual slip.
    expect(slip(q('35'), q('0.7'))).toBeUndefined();
  });

  it('names a slipped point and a slipped prefix, in both directions', () => {
    expect(slip(q('7'), q('0.7'), fiftyPerMl)).toBe('ten-fold');
    expect(slip(q('0.07'), q('0.7'), fiftyPerMl)).toBe('ten-fold');
    expect(slip(q('700'), q('0.7'), fiftyPerMl)).toBe('thousand-fold');
    expect(slip(q('0.007'), q('7'), fiftyPerMl)).toBe('thousand-fold');
  });

  it('at 10 mg/mL names the unit, because both explain it', () => {
    expect(slip(q('35'), q('3.5'), tenPerMl)).toBe('mg-for-mL');
    expect(slip(q('35'), q('3.5'))).toBe('ten-fold');
  });

  it('at 1 mg/mL has no unit to confuse', () => {
    expect(slip(q('35'), q('35'), strength(1000))).toBeUndefined();
  });

  it('is recognised within 5 percent and not beyond', () => {
    expect(slip(q('10.5'), q('1'))).toBe('ten-fold');
    expect(slip(q('9.5'), q('1'))).toBe('ten-fold');
    expect(slip(q('10.6'), q('1'))).toBeUndefined();
    expect(slip(q('9.4'), q('1'))).toBeUndefined();
  });

  it('is not seen in amounts that agree, merely differ, or are not positive', () => {
    expect(slip(q('0.7'), q('0.7'), fiftyPerMl)).toBeUndefined();
    expect(slip(q('0.72'), q('0.7'), fiftyPerMl)).toBeUndefined();
    expect(slip(q('1.4'), q('0.7'), fiftyPerMl)).toBeUndefined();
    expect(slip(ZERO, q('0.7'), fiftyPerMl)).toBeUndefined();
    expect(slip(q('0.7'), ZERO, fiftyPerMl)).toBeUndefined();
    expect(slip(q('-7'), q('0.7'), fiftyPerMl)).toBeUndefined();
  });
});
