import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ndc } from '../../../src/domain/codes/ndc.js';
import {
  gtinOfNdc,
  labelledForms,
  ndc11,
  ndc12,
  ndcKey,
  ndcOfGtin,
  readNdc,
  sameNdc,
} from '../../../src/domain/codes/ndc.js';
import { hasGs1CheckDigit } from '../../../src/domain/codes/gs1.js';

const SEED = { seed: 20261122 };

function ndc(text: string): Ndc {
  const reading = readNdc(text);
  if (reading.kind !== 'read') throw new Error(`not a package code: ${text}`);
  return reading.ndc;
}

/** Labelled code, billing form, twelve-digit form: the table of real packages. */
const FORMS = [
  ['0409-2051-05', '00409-2051-05', '000409-2051-05', '4-4-2'],
  ['42023-113-10', '42023-0113-10', '042023-0113-10', '5-3-2'],
  ['55150-438-10', '55150-0438-10', '055150-0438-10', '5-3-2'],
  ['25021-684-05', '25021-0684-05', '025021-0684-05', '5-3-2'],
  ['65219-186-05', '65219-0186-05', '065219-0186-05', '5-3-2'],
  ['72572-321-10', '72572-0321-10', '072572-0321-10', '5-3-2'],
  ['71872-7296-1', '71872-7296-01', '071872-7296-01', '5-4-1'],
  ['67457-108-10', '67457-0108-10', '067457-0108-10', '5-3-2'],
] as const;

describe('a National Drug Code', () => {
  it.each(FORMS)('%s is the same package as %s and %s', (labelled, eleven, twelve, shape) => {
    const forms = [
      labelled,
      eleven,
      twelve,
      eleven.replaceAll('-', ''),
      twelve.replaceAll('-', ''),
    ];
    const [first, ...others] = forms.map(ndc) as [Ndc, ...Ndc[]];
    for (const other of others) {
      expect(sameNdc(first, other)).toBe(true);
      expect(ndcKey(other)).toBe(ndcKey(first));
    }
    expect(readNdc(labelled)).toMatchObject({ kind: 'read', shape, hyphenated: labelled });
    expect(readNdc(eleven)).toMatchObject({ shape: '5-4-2', hyphenated: undefined });
    expect(readNdc(twelve)).toMatchObject({ shape: '6-4-2', hyphenated: undefined });
    expect(ndc11(first)).toBe(eleven);
    expect(ndc12(first)).toBe(twelve);
    expect(labelledForms(first).map((form) => form.hyphenated)).toContain(labelled);
  });

  it('differs when any of its three numbers does', () => {
    const carton = ndc('0409-2051-05');
    for (const other of ['0409-2051-15', '0409-2053-05', '0410-2051-05']) {
      expect(sameNdc(carton, ndc(other))).toBe(false);
      expect(ndcKey(ndc(other))).not.toBe(ndcKey(carton));
    }
  });

  it('of ten bare digits is a choice of three, never a guess', () => {
    const reading = readNdc('0409205105');
    expect(reading).toEqual({
      kind: 'ambiguous',
      candidates: [
        {
          ndc: { labeler: 409, product: 2051, package: 5 },
          shape: '4-4-2',
          hyphenated: '0409-2051-05',
        },
        {
          ndc: { labeler: 4092, product: 51, package: 5 },
          shape: '5-3-2',
          hyphenated: '04092-051-05',
        },
        {
          ndc: { labeler: 4092, product: 510, package: 5 },
          shape: '5-4-1',
          hyphenated: '04092-0510-5',
        },
      ],
    });
    expect(readNdc('7187272961').kind).toBe('ambiguous');
  });

  it('is read with the letters NDC, spaces, and the hyphens of a PDF', () => {
    for (const text of [
      'NDC 0409-2051-05',
      ' ndc: 0409-2051-05 ',
      'NDC# 0409-2051-05',
      '0409\u20112051\u201305',
      '0409\u22122051\u221205',
    ]) {
      expect(readNdc(text)).toMatchObject({ kind: 'read', hyphenated: '0409-2051-05' });
    }
  });

  it.each([
    ['', 0],
    ['NDC', 3],
    ['0409-2051-O5', 10],
    ['NDC 0409-2051-O5', 14],
    ['0409-2051', 9],
    ['0409-2051-05-1', 14],
    ['409-2051-05', 0],
    ['0409-205-05', 0],
    ['04092051', 8],
    ['0409205105123', 13],
    ['0409 2051 05', 4],
    ['0409/2051/05', 4],
  ])('%j is refused at %i', (text, position) => {
    expect(readNdc(text)).toMatchObject({ kind: 'refused', position });
  });

  it('has no billing form once the labeler has six digits', () => {
    expect(ndc11(ndc('123456-0001-02'))).toBeUndefined();
    expect(ndc12(ndc('123456-0001-02'))).toBe('123456-0001-02');
    expect(labelledForms(ndc('123456-0001-02'))).toEqual([]);
  });

  it('may have had more than one label where an eleven-digit form has zeros in two places', () => {
    const forms = (text: string) => labelledForms(ndc(text)).map((form) => form.hyphenated);
    expect(forms('42023-0113-10')).toEqual(['42023-113-10']);
    expect(forms('71872-7296-01')).toEqual(['71872-7296-1']);
    expect(forms('00409-0040-10')).toEqual(['0409-0040-10', '00409-040-10']);
  });

  it('goes through every form and back for every package', () => {
    const segments = fc.tuple(fc.nat(99_999), fc.nat(9999), fc.nat(99));
    fc.assert(
      fc.property(segments, ([labeler, product, pack]) => {
        const code: Ndc = { labeler, product, package: pack };
        expect(ndc(ndc11(code) ?? '')).toEqual(code);
        expect(ndc(ndc12(code).replaceAll('-', ''))).toEqual(code);
        for (const form of labelledForms(code)) {
          expect(ndc(form.hyphenated)).toEqual(code);
          const bare = readNdc(form.hyphenated.replaceAll('-', ''));
          const keys = bare.kind === 'ambiguous' ? bare.candidates.map((c) => ndcKey(c.ndc)) : [];
          expect(keys).toContain(ndcKey(code));
        }
      }),
      SEED,
    );
  });
});

describe('a GTIN and its NDC', () => {
  it('belong together for the vial and its carton', () => {
    expect(gtinOfNdc('0409-2051-15', 0)).toBe('00304092051156');
    expect(gtinOfNdc('0409-2051-05', 3)).toBe('30304092051058');
  });

  it('have no way back without a choice of shape', () => {
    const reading = ndcOfGtin('00304092051156');
    expect(reading.kind === 'ambiguous' && reading.candidates.map((c) => c.hyphenated)).toEqual([
      '0409-2051-15',
      '04092-051-15',
      '04092-0511-5',
    ]);
  });

  it('are not derived from what is no labelled code or no packaging level', () => {
    expect(gtinOfNdc('00409-2051-15', 0)).toBeUndefined();
    expect(gtinOfNdc('0409205115', 0)).toBeUndefined();
    expect(gtinOfNdc('rubbish', 0)).toBeUndefined();
    for (const indicator of [-1, 9, 0.5, NaN]) {
      expect(gtinOfNdc('0409-2051-15', indicator)).toBeUndefined();
    }
  });

  it.each([
    ['00304092051157', 13],
    ['0030409205115', 0],
    ['09506000134352', 1],
    ['', 0],
  ])('%j holds no US code, and says where', (gtin, position) => {
    expect(ndcOfGtin(gtin)).toMatchObject({ kind: 'refused', position });
  });

  it('lead back to the labelled code among the candidates', () => {
    const tenDigits = fc.stringMatching(/^[0-9]{10}$/);
    fc.assert(
      fc.property(tenDigits, fc.nat(8), (ten, indicator) => {
        const hyphenated = `${ten.slice(0, 5)}-${ten.slice(5, 8)}-${ten.slice(8)}`;
        const gtin = gtinOfNdc(hyphenated, indicator) ?? '';
        expect(hasGs1CheckDigit(gtin)).toBe(true);
        const reading = ndcOfGtin(gtin);
        const found =
          reading.kind === 'ambiguous' &&
          reading.candidates.some((candidate) => sameNdc(candidate.ndc, ndc(hyphenated)));
        expect(found).toBe(true);
      }),
      SEED,
    );
  });

  it('are never an exception, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.double(), (text, indicator) => {
        expect(['read', 'ambiguous', 'refused']).toContain(readNdc(text).kind);
        expect(['ambiguous', 'refused']).toContain(ndcOfGtin(text).kind);
        gtinOfNdc(text, indicator);
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});
