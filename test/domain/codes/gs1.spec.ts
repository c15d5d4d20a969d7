import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Gs1Reading } from '../../../src/domain/codes/gs1.js';
import {
  fullYear,
  gs1CheckDigit,
  hasGs1CheckDigit,
  readGs1,
} from '../../../src/domain/codes/gs1.js';

const SEED = { seed: 20261122 };
const YEAR = 2026;
const GS = '\u001d';
const VIAL = '00304092051156';
const CARTON = '30304092051058';

function facts(reading: Gs1Reading) {
  if (reading.kind !== 'read') return reading;
  const { gtin, expiry, expiryNamesDay, lot, serial } = reading;
  return { gtin, expiry, expiryNamesDay, lot, serial };
}

const WHOLE = {
  gtin: VIAL,
  expiry: '2027-11-30',
  expiryNamesDay: true,
  lot: 'AB0012',
  serial: '00x9Z',
};

describe('a GS1 code', () => {
  it.each([
    ['plain', `01${VIAL}1727113010AB0012${GS}2100x9Z`],
    ['with the symbology prefix of a DataMatrix', `]d201${VIAL}1727113010AB0012${GS}2100x9Z`],
    ['with the prefix of GS1-128', `]C101${VIAL}1727113010AB0012${GS}2100x9Z`],
    ['with FNC1 in front as a control character', `${GS}01${VIAL}1727113010AB0012${GS}2100x9Z`],
    [
      'with a control character after every element',
      `01${VIAL}${GS}17271130${GS}10AB0012${GS}2100x9Z${GS}`,
    ],
    ['in another order', `2100x9Z${GS}10AB0012${GS}1727113001${VIAL}`],
    ['with the picture of a control character', `01${VIAL}1727113010AB0012\u241d2100x9Z`],
    ['with <GS>', `01${VIAL}1727113010AB0012<GS>2100x9Z`],
    ['with {GS}', `01${VIAL}1727113010AB0012{GS}2100x9Z`],
    ['with [GS]', `01${VIAL}1727113010AB0012[GS]2100x9Z`],
    ['with ^]', `01${VIAL}1727113010AB0012^]2100x9Z`],
    ['with a bar', `01${VIAL}1727113010AB0012|2100x9Z`],
    ['with a tilde', `01${VIAL}1727113010AB0012~2100x9Z`],
    ['in parentheses', `(01)${VIAL}(17)271130(10)AB0012(21)00x9Z`],
    ['in parentheses with spaces', ` (01) ${VIAL} (17) 271130 (10) AB0012 (21) 00x9Z `],
    ['with the line end of a keyboard wedge', `]d201${VIAL}1727113010AB0012${GS}2100x9Z\r\n`],
    [
      'with elements it does not need',
      `01${VIAL}1125010117271130715040920511${GS}10AB0012${GS}2100x9Z`,
    ],
  ])('is read %s', (_, code) => {
    expect(facts(readGs1(code, YEAR))).toEqual(WHOLE);
  });

  it('keeps case and leading zeros of lot and serial', () => {
    expect(readGs1(`(10)00aB(21)000`, YEAR)).toMatchObject({ lot: '00aB', serial: '000' });
  });

  it('keeps parentheses that belong to a lot', () => {
    expect(readGs1(`(01)${VIAL}(10)A(1)B(99x)C(21)S`, YEAR)).toMatchObject({
      lot: 'A(1)B(99x)C',
      serial: 'S',
    });
  });

  it('carries a national number beside the GTIN', () => {
    expect(readGs1(`01${VIAL}7150409-2051-15${GS}10A`, YEAR)).toMatchObject({
      nationalDrugCode: '0409-2051-15',
      lot: 'A',
    });
  });

  it('names every element with its place in the text as given', () => {
    const code = ` ]d201${VIAL}<GS>17271130`;
    const reading = readGs1(code, YEAR);
    expect(reading).toMatchObject({
      kind: 'read',
      elements: [
        { identifier: '01', name: 'GTIN', value: VIAL, position: 6 },
        { identifier: '17', name: 'expiry', value: '271130', position: 26 },
      ],
    });
    expect(code.slice(26)).toBe('271130');
  });

  it.each([
    [VIAL, VIAL],
    [CARTON, CARTON],
    ['0304092051156', VIAL],
    ['304092051156', VIAL],
    ['40170725', '00000040170725'],
    [`]E00304092051156`, VIAL],
    [`]I1${CARTON}`, CARTON],
  ])('that is only a number, %s, is a GTIN and leaves lot and expiry to be typed', (code, gtin) => {
    expect(facts(readGs1(code, YEAR))).toEqual({
      gtin,
      expiry: undefined,
      expiryNamesDay: false,
      lot: undefined,
      serial: undefined,
    });
  });

  it('of eight digits that are a date is a date', () => {
    // One of ten such dates ends in what would be the right check digit of a GTIN-8.
    const date = Array.from('0123456789')
      .map((d) => `1727110${d}`)
      .find((code) => hasGs1CheckDigit(code));
    expect(readGs1(date ?? '', YEAR)).toMatchObject({ gtin: undefined });
    expect(readGs1(date ?? '', YEAR)).toHaveProperty('expiry', expect.stringMatching(/^2027-11-/));
  });

  it.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    [']d2', 'empty', 3],
    [GS, 'empty', 1],
    ['00304092051157', 'check-digit', 13],
    ['304092051157', 'check-digit', 11],
    [']E0030409205115X', 'not-a-digit', 15],
    [']E003040920511', 'too-short', 14],
    [`01${VIAL.slice(0, 13)}7`, 'check-digit', 15],
    [`]d201${VIAL.slice(0, 13)}7`, 'check-digit', 18],
    [`(01)${VIAL.slice(0, 13)}7`, 'check-digit', 17],
    ['010030409205115', 'too-short', 15],
    [`0100304092O51156`, 'not-a-digit', 10],
    [`01${VIAL}18`, 'unknown-identifier', 16],
    [`01${VIAL}X`, 'unknown-identifier', 16],
    ['hello', 'unknown-identifier', 0],
    ['(99', 'unknown-identifier', 1],
    ['(xx)1', 'unknown-identifier', 1],
    [']d12705', 'unknown-identifier', 0],
    [`01${VIAL}17`, 'missing-value', 18],
    [`01${VIAL}10${GS}21A`, 'missing-value', 18],
    ['(10)', 'missing-value', 4],
    ['(10)(21)A', 'missing-value', 4],
    [`01${VIAL}17271330`, 'not-a-date', 20],
    [`01${VIAL}17270030`, 'not-a-date', 20],
    [`01${VIAL}17270230`, 'not-a-date', 22],
    [`01${VIAL}17270229`, 'not-a-date', 22],
    [`01${VIAL}1727AB30`, 'not-a-digit', 20],
    [`01${VIAL}10ABCDEFGHIJKLMNOPQRSTU`, 'too-long', 38],
    [`01${VIAL}10AB#1`, 'not-allowed', 20],
    [`01${VIAL}10AB 1`, 'not-allowed', 20],
    [`01${VIAL}10AB\u00e91`, 'not-allowed', 20],
    [`01${VIAL}01${CARTON}`, 'repeated', 18],
    [`10A${GS}10B`, 'repeated', 6],
    ['9'.repeat(501), 'too-long', 500],
  ] as const)('%j is refused: %s at %i', (code, problem, position) => {
    const reading = readGs1(code, YEAR);
    expect(reading).toMatchObject({ kind: 'refused', problem, position });
    expect(reading.kind === 'refused' && reading.expected).not.toBe('');
  });

  it('may say the same thing twice', () => {
    expect(readGs1(`10A${GS}10A`, YEAR)).toMatchObject({ kind: 'read', lot: 'A' });
  });

  it.each([
    ['271130', '2027-11-30', true],
    ['271100', '2027-11-30', false],
    ['270200', '2027-02-28', false],
    ['280200', '2028-02-29', false],
    ['280229', '2028-02-29', true],
    ['260101', '2026-01-01', true],
    ['760101', '2076-01-01', true],
    ['770101', '1977-01-01', true],
    ['991231', '1999-12-31', true],
    ['000229', '2000-02-29', true],
  ])('that expires %s expires at the end of %s', (value, expiry, expiryNamesDay) => {
    expect(readGs1(`17${value}${GS}10A`, YEAR)).toMatchObject({ expiry, expiryNamesDay });
  });

  it('keeps the century within fifty years of the present', () => {
    expect(fullYear(76, 2026)).toBe(2076);
    expect(fullYear(77, 2026)).toBe(1977);
    expect(fullYear(49, 2099)).toBe(2149);
    expect(fullYear(50, 2099)).toBe(2050);
    expect(fullYear(0, 2050)).toBe(2100);
    expect(fullYear(1, 2050)).toBe(2001);
    fc.assert(
      fc.property(fc.nat(99), fc.integer({ min: 2000, max: 2200 }), (two, year) => {
        const full = fullYear(two, year);
        expect(full % 100).toBe(two);
        expect(full - year).toBeLessThanOrEqual(50);
        expect(full - year).toBeGreaterThanOrEqual(-49);
      }),
      SEED,
    );
  });

  it('is read the same in any order and with any separator', () => {
    const lot = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;=?A-Z_a-z]{1,20}$/);
    const separator = fc.constantFrom(GS, '\u241d', '<GS>', '{GS}', '[GS]', '^]', '^', '|', '~');
    const order = fc.shuffledSubarray(['01', '17', '10', '21'], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(lot, lot, separator, order, (ten, twentyOne, mark, identifiers) => {
        const values: Record<string, string> = { 10: ten, 21: twentyOne, 17: '271130', '01': VIAL };
        const code = identifiers.map((ai) => `${ai}${values[ai] ?? ''}`).join(mark);
        expect(facts(readGs1(`]d2${code}`, YEAR))).toEqual({
          ...WHOLE,
          lot: ten,
          serial: twentyOne,
        });
      }),
      SEED,
    );
  });

  it('never throws, and its refusals point into the text', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^(?:\(?(?:01|17|10|21|715|00|99)\)?[0-9A-Z]{0,14}[\x1d|]?){0,4}$/),
    );
    fc.assert(
      fc.property(junk, (code) => {
        const reading = readGs1(code, YEAR);
        if (reading.kind === 'refused') {
          expect(reading.position).toBeGreaterThanOrEqual(0);
          expect(reading.position).toBeLessThanOrEqual(code.length);
        }
      }),
      { ...SEED, numRuns: 500 },
    );
  });
});

describe('the GS1 check digit', () => {
  it('is that of published examples', () => {
    expect(gs1CheckDigit('0030409205115')).toBe(6);
    expect(gs1CheckDigit('3030409205105')).toBe(8);
    expect(gs1CheckDigit('950600013435')).toBe(2);
    expect(gs1CheckDigit('629104150021')).toBe(3);
  });

  it('finds every single wrong digit', () => {
    const key = fc.stringMatching(/^[0-9]{13}$/).map((d) => `${d}${gs1CheckDigit(d)}`);
    fc.assert(
      fc.property(key, fc.nat(13), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        expect(hasGs1CheckDigit(right)).toBe(true);
        const wrong = Array.from(right);
        wrong[at] = String((Number(wrong[at]) + by) % 10);
        expect(hasGs1CheckDigit(wrong.join(''))).toBe(false);
      }),
      SEED,
    );
  });
});
