import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatQuantity, quantity } from '../../src/domain/measures/quantity.js';
import { agreementOf, weighedVolume } from '../../src/domain/stock/weighing.js';

const weight = fc.integer({ min: 0, max: 5_000_000 });
const facts = fc.record({
  gross: weight,
  tare: weight,
  density: fc.integer({ min: 500, max: 2_000 }),
  grossUncertainty: fc.integer({ min: 0, max: 100_000 }),
  tareUncertainty: fc.integer({ min: 0, max: 100_000 }),
  densityUncertainty: fc.integer({ min: 0, max: 500 }),
});

describe('a weighed volume', () => {
  it('is net weight over density, with the three uncertainties in quadrature', () => {
    const { volume, uncertainty } = weighedVolume({
      gross: 24_196,
      tare: 14_200,
      density: 1_020,
      grossUncertainty: 20,
      tareUncertainty: 20,
      densityUncertainty: 5,
    });
    // 9996 mg / 1.020 g/mL; sqrt(20² + 20²) / 1.02 = 27.7 µL and 9800 µL x 5 / 1020 = 48.0 µL make 55.5 µL.
    expect([formatQuantity(volume), formatQuantity(uncertainty)]).toEqual(['9.800', '0.056']);
  });

  it('has the uncertainty of the formula, rounded up and by less than one microlitre', () => {
    fc.assert(
      fc.property(facts, (one) => {
        fc.pre(one.gross >= one.tare);
        const { volume, uncertainty } = weighedVolume(one);
        const squared =
          (one.grossUncertainty ** 2 + one.tareUncertainty ** 2) * 1e6 +
          (Number(volume) * one.densityUncertainty) ** 2;
        const exact = Math.sqrt(squared) / one.density;
        expect(Number(uncertainty)).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
        expect(Number(uncertainty)).toBeLessThan(exact * (1 + 1e-12) + 1.01);
      }),
      { seed: 1 },
    );
  });

  it('agrees with a book inside its interval, or with what hubs and overfill leave possible', () => {
    const weighed = { volume: quantity(5_000), uncertainty: quantity(50) };
    const of = (book: number, low: number, high: number) =>
      agreementOf(weighed, { book: quantity(book), low: quantity(low), high: quantity(high) });
    expect(of(5_050, 4_900, 5_550)).toBe('book');
    expect(of(5_051, 4_900, 5_551)).toBe('range');
    expect(of(4_000, 3_800, 4_949)).toBe('no');
  });
});
