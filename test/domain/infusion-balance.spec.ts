import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { inProcessAccount } from '../../src/domain/custody.js';
import {
  drawState,
  infusionBalance,
  isTransposed,
} from '../../src/domain/bedside/infusion-balance.js';
import type { InfusionBalance } from '../../src/domain/bedside/infusion-balance.js';
import { asId } from '../../src/domain/ids.js';
import type { DrawId, OrderId } from '../../src/domain/ids.js';
import type { AdministrationRequest, PreparationRequest } from '../../src/domain/request.js';
import { addMass, formatMass, quantity } from '../../src/domain/measures/quantity.js';
import type { Mass } from '../../src/domain/measures/quantity.js';
import { accepted } from '../support/scenario-pure.js';
import { drawnStory, drawOf, givingOf, mL, wasteOf } from './story.js';
import type { Story } from './story.js';

/** The account of an order, from the lines of its story. */
function balanceOf(
  story: Story,
  order: OrderId,
  lineResidue: 'flushed' | 'waste' = 'flushed',
): InfusionBalance {
  const { book, entries } = story.clinic.site;
  const found = book.find('order', order);
  if (found === undefined) throw new Error('no order');
  const draws = found.draws.map((id) => {
    const draw = book.find('draw', id);
    if (draw === undefined) throw new Error('no draw');
    const account = inProcessAccount(id);
    const movements = entries.flatMap(({ seq, effects }) =>
      effects.movements
        .filter(({ from, to }) => from === account || to === account)
        .map((movement) => ({ line: seq, movement })),
    );
    return drawState(draw, movements);
  });
  return infusionBalance(found, draws, lineResidue);
}

function given(amount: string): { story: Story; order: OrderId; draw: DrawId } {
  const { story, order, draw } = drawnStory();
  accepted(story.ask('Nina Cole', givingOf(order, [[draw, amount]])));
  return { story, order, draw };
}

const likelyOf = (story: Story, order: OrderId): readonly string[] =>
  balanceOf(story, order).likely.map(({ slip }) => slip);

describe('what is missing of an infusion', () => {
  it('is nothing to ask about before anything was given', () => {
    const { story, order } = drawnStory();
    const { missing, likely } = balanceOf(story, order);
    expect([formatMass(missing), likely]).toEqual(['35.000', []]);
  });

  it('is likeliest a waste that nobody recorded', () => {
    const { story, order } = given('0.600');
    expect(balanceOf(story, order).likely).toEqual([
      { slip: 'waste-not-recorded', draw: '3-1', line: null, entered: null, should: mL('0.1') },
    ]);
  });

  it.each([
    ['0.070', 'decimal-point', '0.700'],
    ['0.014', 'milligrams-for-millilitres', '0.700'],
  ])('after %s of 0.700 mL, may be a slip of the keyboard: %s', (amount, slip, should) => {
    const { story, order } = given(amount);
    const [first] = balanceOf(story, order).likely;
    expect(first).toMatchObject({ slip, line: 4, entered: mL(amount), should: mL(should) });
  });

  it('names the line whose digits stand the wrong way round', () => {
    const { story, order, draw } = given('0.350');
    accepted(
      story.ask('Nina Cole', wasteOf([[draw, '0.170']]), { signatures: [story.sign('Omar Diaz')] }),
    );
    // 0.180 is missing: 0.350 and 0.530 have the same digits.
    expect(likelyOf(story, order)).toEqual(['transposed-digits', 'waste-not-recorded']);
  });

  it('of a second draw may be that nobody recorded what became of it', () => {
    const { story, order, draw, vial } = drawnStory();
    accepted(story.ask('Nina Cole', drawOf(order, [[vial, '0.100']])));
    accepted(story.ask('Nina Cole', givingOf(order, [[draw, '0.700']])));
    expect(likelyOf(story, order)).toEqual(['not-recorded-at-all']);
  });

  it('of a bag is the residue in the line where the policy records that as waste', () => {
    const { story, order, draw } = drawnStory();
    const prepared = accepted(
      story.ask<PreparationRequest>('Nina Cole', {
        kind: 'preparation',
        order,
        draws: [draw],
        vessel: 'bag',
        diluent: '0.9 % sodium chloride',
        totalVolume: mL('100'),
        volumeIs: 'stated',
      }),
    );
    const id = asId(String(prepared.entry.seq));
    accepted(
      story.ask<AdministrationRequest>('Nina Cole', {
        ...givingOf(order, []),
        preparation: { id, infused: mL('85') },
      }),
    );
    const slips = (residue: 'flushed' | 'waste') =>
      balanceOf(story, order, residue).likely.map(({ slip }) => slip);
    expect([slips('waste'), slips('flushed')]).toEqual([
      ['line-residue-not-recorded'],
      ['waste-not-recorded'],
    ]);
  });
});

test('the account of an infusion adds up, whatever was given and wasted of it', () => {
  const part = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(part, part, (gave, wasted) => {
      const { story, order, draw } = drawnStory();
      const text = (thousandths: number): string => (thousandths / 1000).toFixed(3);
      accepted(story.ask('Nina Cole', givingOf(order, [[draw, text(gave)]])));
      story.ask('Nina Cole', wasteOf([[draw, text(wasted)]]), {
        signatures: [story.sign('Omar Diaz')],
      });
      const balance = balanceOf(story, order);
      const parts = [balance.given, balance.wasted, balance.held, balance.handedOver];
      const total = parts.reduce<Mass>(addMass, balance.missing);
      expect(total).toBe(balance.drawn);
      // Every proposal would close the gap that it was made for.
      for (const { entered, should } of balance.likely) {
        const gap = should - (entered ?? 0n);
        expect(gap * 50_000n).toBe(balance.missing);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test.each([
  [530, 350, true],
  [350, 530, true],
  [530, 530, false],
  [503, 350, false],
  [1050, 150, true],
  [1050, 501, false],
  [12, 21, true],
])('%s and %s thousandths: transposed %s', (a, b, is) => {
  expect(isTransposed(quantity(a), quantity(b))).toBe(is);
});
