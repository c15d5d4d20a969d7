import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mass, Quantity, Strength } from '../../src/domain/measures/quantity.js';
import {
  ZERO,
  add,
  addMass,
  formatMass,
  formatStrength,
  massOf,
  parseMass,
  parseQuantity,
  parseStrength,
  quantity,
  readStrength,
  strength,
  subtractMass,
  trimMass,
  volumeFor,
} from '../../src/domain/measures/quantity.js';

const SEED = { seed: 20261122 };

function q(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (parsed === undefined) throw new Error(`not a quantity: ${text}`);
  return parsed;
}

function mg(text: string): Mass {
  const parsed = parseMass(text);
  if (parsed === undefined) throw new Error(`not a mass: ${text}`);
  return parsed;
}

const fiftyPerMl = strength(50_000);
const tenPerMl = strength(10_000);
const hundredPerMl = strength(100_000);

describe('a strength', () => {
  it.each([
    ['50 mg/mL', 50_000n, 'mL'],
    ['.05 mg/1 mL', 50n, 'mL'],
    ['50 mcg/mL', 50n, 'mL'],
    ['50 ug/1 mL', 50n, 'mL'],
    ['50 \u00b5g/mL', 50n, 'mL'],
    ['50 \u03bcg/mL', 50n, 'mL'],
    ['200 mg / 20 mL', 10_000n, 'mL'],
    ['1000 mg / 10 mL', 100_000n, 'mL'],
    ['1,000 mg/10 mL', 100_000n, 'mL'],
    ['1 g/10 mL', 100_000n, 'mL'],
    ['0.25 mg/ 0.5 mL', 500n, 'mL'],
    ['500mg/5mL', 100_000n, 'mL'],
    ['  50  MG / ML ', 50_000n, 'mL'],
    ['50 mg per mL', 50_000n, 'mL'],
    ['28 mg/each', 28_000n, 'each'],
    ['28 mg/device', 28_000n, 'each'],
  ])('reads %j as %s ug', (text, micrograms, unit) => {
    expect(readStrength(text)).toEqual({ strength: micrograms, unit });
    expect(parseStrength(text)).toBe(micrograms);
  });

  it.each([
    ['1 g/g', 'mass per mass'],
    ['1 kg/kg', 'mass per mass'],
    ['50', 'no unit'],
    ['50 mg', 'no volume'],
    ['mg/mL', 'no number'],
    ['. mg/mL', 'no digit'],
    ['0 mg/mL', 'nothing in it'],
    ['-50 mg/mL', 'a sign'],
    ['50 mg/0 mL', 'no volume at all'],
    ['1 mg/3 mL', 'no whole number of micrograms'],
    ['0.0001 mg/mL', 'less than a microgram'],
    ['50 mg/cc', 'cc'],
    ['50 mg/L', 'litres'],
    ['1,5 mg/mL', 'a decimal comma'],
    ['50 units/mL', 'units of activity'],
    ['1 mg per vial', 'a vial'],
    ['', 'nothing'],
  ])('does not read %j: %s', (text) => {
    expect(parseStrength(text)).toBeUndefined();
  });

  it('prints in milligrams, and reads back', () => {
    expect(formatStrength(fiftyPerMl)).toBe('50 mg/mL');
    expect(formatStrength(strength(50))).toBe('0.05 mg/mL');
    expect(formatStrength(strength(28_000), 'each')).toBe('28 mg/each');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (n) => {
        expect(parseStrength(formatStrength(strength(n)))).toBe(BigInt(n));
      }),
      SEED,
    );
  });

  it('is a positive integer, or a bug', () => {
    for (const wrong of [0, -1, 0.5, 2n ** 53n]) expect(() => strength(wrong)).toThrow(RangeError);
  });
});

describe('a mass', () => {
  it.each<[string, Strength, string, string]>([
    ['50', fiftyPerMl, '25', '0.5'],
    ['70', fiftyPerMl, '35', '0.7'],
    ['100', fiftyPerMl, '50', '1'],
    ['50', hundredPerMl, '25', '0.25'],
    ['70', hundredPerMl, '35', '0.35'],
    ['100', hundredPerMl, '50', '0.5'],
    ['50', tenPerMl, '25', '2.5'],
    ['70', tenPerMl, '35', '3.5'],
    ['100', tenPerMl, '50', '5'],
  ])('for %s kg at 0.5 mg/kg is the volume of the dosing table', (_, s, dose, volume) => {
    expect(volumeFor(mg(dose), s)).toEqual({ quantity: q(volume), exact: true });
    expect(formatMass(massOf(q(volume), s))).toBe(`${dose}.000`);
  });

  it('is exact to the nanogram and rounded only when printed, half away from zero', () => {
    expect(massOf(quantity(1), strength(1))).toBe(1n);
    expect(formatMass(massOf(quantity(1), strength(499)))).toBe('0.000');
    expect(formatMass(massOf(quantity(1), strength(500)))).toBe('0.001');
    expect(formatMass(massOf(quantity(-1), strength(500)))).toBe('-0.001');
    expect(formatMass(massOf(quantity(-1), strength(499)))).toBe('0.000');
    expect(formatMass(massOf(quantity(3), strength(500)))).toBe('0.002');
    expect(trimMass(mg('35.000'))).toBe('35');
    expect(trimMass(mg('12.5'))).toBe('12.5');
    expect(addMass(mg('35'), mg('0.5'))).toBe(mg('35.5'));
    expect(subtractMass(mg('35'), mg('35.5'))).toBe(mg('-0.5'));
  });

  it('adds up over the parts of a draw without a rounding step', () => {
    const part = fc.integer({ min: 0, max: 100_000 }).map(quantity);
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 10 ** 6 }), (given, wasted, n) => {
        const s = strength(n);
        const whole = massOf(add(given, wasted), s);
        expect(addMass(massOf(given, s), massOf(wasted, s))).toBe(whole);
      }),
      SEED,
    );
  });

  it('reads up to six decimals of a milligram', () => {
    expect(parseMass('35.000')).toBe(35_000_000n);
    expect(parseMass('-0.000001')).toBe(-1n);
    for (const text of ['35.0000001', '.5', '5.', '1e3', '', '35 mg', '+1']) {
      expect(parseMass(text)).toBeUndefined();
    }
  });

  it('says when no volume holds it exactly', () => {
    expect(volumeFor(mg('35'), strength(30_000))).toEqual({ quantity: q('1.167'), exact: false });
    expect(volumeFor(mg('0.025'), fiftyPerMl)).toEqual({ quantity: q('0.001'), exact: false });
    expect(volumeFor(mg('-0.025'), fiftyPerMl)).toEqual({ quantity: q('-0.001'), exact: false });
    expect(volumeFor(mg('0.024'), fiftyPerMl)).toEqual({ quantity: ZERO, exact: false });
  });

  it('has a volume that is never more than half a thousandth away', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 1, max: 10 ** 6 }), (n, m) => {
        const s = strength(m);
        const found = volumeFor(n as Mass, s);
        const apart = massOf(found.quantity, s) - n;
        expect((apart < 0n ? -apart : apart) * 2n <= s).toBe(true);
        expect(found.exact).toBe(apart === 0n);
      }),
      SEED,
    );
  });
});
