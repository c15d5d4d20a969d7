import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deaCheckDigit, readDeaNumber } from '../../../src/domain/codes/dea-number.js';

const SEED = { seed: 20261122 };

describe('a DEA number', () => {
  it.each([
    'AB1234563',
    'F91234563',
    'AP5836727',
    'RR0166113',
    'FK4829151',
    'MC3072143',
    'RV5019826',
    'BP6600426',
  ])('%s passes without a warning', (text) => {
    expect(readDeaNumber(text)).toEqual({
      kind: 'valid',
      number: text,
      registration: text,
      suffix: undefined,
      warnings: [],
    });
  });

  it('with a wrong check digit is told which digit was expected, and where', () => {
    expect(readDeaNumber('MK4521087')).toEqual({
      kind: 'check-digit',
      position: 8,
      expected: 4,
      found: 7,
    });
    expect(readDeaNumber('  MK4521087')).toMatchObject({ kind: 'check-digit', position: 10 });
  });

  it("keeps an institution's suffix apart, and out of the check", () => {
    expect(readDeaNumber('AB1234563-A12')).toMatchObject({
      kind: 'valid',
      number: 'AB1234563-A12',
      registration: 'AB1234563',
      suffix: 'A12',
    });
    expect(readDeaNumber('AB1234563-10')).toMatchObject({ kind: 'valid', suffix: '10' });
    expect(readDeaNumber('AB1234563-ABCDEFGHIJ')).toMatchObject({ kind: 'valid' });
    expect(readDeaNumber('MK4521087-10')).toMatchObject({ kind: 'check-digit' });
  });

  it('is read in small letters and with spaces around it', () => {
    expect(readDeaNumber(' ab1234563-a12\n')).toMatchObject({
      kind: 'valid',
      number: 'AB1234563-A12',
    });
  });

  it('whose first letter is in no table is only warned about', () => {
    for (const letter of 'IOQVWYZ') {
      expect(readDeaNumber(`${letter}B1234563`)).toMatchObject({
        kind: 'valid',
        warnings: ['first-letter-unknown'],
      });
    }
    for (const letter of 'ABCDEFGHJKLMNPRSTU') {
      expect(readDeaNumber(`${letter}B1234563`)).toMatchObject({ kind: 'valid', warnings: [] });
    }
    expect(readDeaNumber('XB1234563')).toMatchObject({
      kind: 'valid',
      warnings: ['first-letter-withdrawn'],
    });
  });

  it("whose second letter is not the registrant's is only warned about", () => {
    const warnings = (text: string, name: string) => {
      const reading = readDeaNumber(text, name);
      return reading.kind === 'valid' ? reading.warnings : reading;
    };
    expect(warnings('AB1234563', 'Maria Baker')).toEqual([]);
    expect(warnings('AB1234563', 'BAKER, Maria')).toEqual([]);
    expect(warnings('AB1234563', 'Maria Smith')).toEqual(['second-letter-differs']);
    expect(warnings('AB1234563', '')).toEqual(['second-letter-differs']);
    expect(warnings('F91234563', 'Lakeside Infusion')).toEqual([]);
    // Accents do not count: FO0000000 is a well-formed number.
    expect(warnings('FO0000000', '\u00d6zt\u00fcrk')).toEqual([]);
  });

  it.each([
    ['', 0],
    ['1B1234563', 0],
    ['A81234563', 1],
    ['A-1234563', 1],
    ['AB12345', 7],
    ['AB12345O3', 7],
    ['AB123456', 8],
    ['AB12345633', 9],
    ['AB1234563A', 9],
    ['AB1234563-', 10],
    ['AB1234563-A 1', 11],
    ['AB1234563-A-1', 11],
    ['AB1234563-ABCDEFGHIJK', 20],
    ['AB 1234563', 2],
    ['\u0131B1234563', 0],
    ['AB123456\u0663', 8],
    ['   AB12', 7],
  ])('%j is malformed at %i', (text, position) => {
    expect(readDeaNumber(text)).toMatchObject({ kind: 'malformed', position });
  });

  it('finds a single wrong digit, unless it stands in a doubled place and is off by five', () => {
    const six = fc.stringMatching(/^[0-9]{6}$/);
    fc.assert(
      fc.property(six, fc.nat({ max: 5 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const check = deaCheckDigit(digits);
        const kinds = Array.from('0123456789').map((d) => readDeaNumber(`AB${digits}${d}`).kind);
        expect(kinds.filter((kind) => kind === 'valid')).toHaveLength(1);
        expect(kinds[check]).toBe('valid');
        const wrong = Array.from(digits);
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        // Doubled places (the second, fourth and sixth digit) cannot tell d from d + 5.
        const unseen = at % 2 === 1 && by === 5;
        const found = readDeaNumber(`AB${wrong.join('')}${check}`).kind;
        expect(found).toBe(unseen ? 'valid' : 'check-digit');
      }),
      SEED,
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const reading = readDeaNumber(text, text);
        if (reading.kind !== 'valid') expect(reading.position).toBeLessThanOrEqual(text.length);
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});
