import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId } from '../../src/domain/ids.js';
import { containerAccount } from '../../src/domain/custody.js';
import { formatQuantity, quantity } from '../../src/domain/measures/quantity.js';
import type { CorrectionRequest, DisposalRequest } from '../../src/domain/request.js';
import { accepted } from '../support/scenario-pure.js';
import { drawOf, givingOf, mL, Story } from './story.js';
import type { Asked } from './story.js';

const disposalOf = (container: ContainerId, measured: string | null): Asked<DisposalRequest> => ({
  kind: 'disposal',
  way: 'destroyed-on-site',
  lines: [
    {
      container,
      measured:
        measured === null
          ? null
          : { quantity: mL(measured), method: 'measured', resolution: mL('0.050') },
    },
  ],
  method: 'chemical-digestion',
  recipient: null,
  manifest: null,
  file: null,
});

/** A vial of 10 mL from which so many draws of 0.7 mL were given. */
function usedVial(draws: number) {
  const story = new Story();
  const [vial = asId('')] = story.stock('ketamine 50');
  const order = story.order('350');
  for (let each = 0; each < draws; each += 1) {
    const draw = story.draw(order, vial, '0.700');
    accepted(story.ask('Nina Cole', givingOf(order, [[draw, '0.700']])));
  }
  const signatures = [story.sign('Rita Vance', 'witnessed', ['destruction'])];
  return { story, vial, order, by: { signatures } };
}

describe('an opened container that leaves', () => {
  it('takes the measured quantity, and names every microlitre between book and measure once', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 0, max: 11_000 }), (draws, thousandths) => {
        fc.pre(draws > 0);
        const { story, vial, by } = usedVial(draws);
        const book = 10_000n - BigInt(draws) * 700n;
        const measured = formatQuantity(quantity(thousandths));
        const { entry } = accepted(story.ask('Paul Ode', disposalOf(vial, measured), by));
        const net = (account: string): bigint =>
          entry.effects.movements.reduce(
            (sum, { from, to, quantity: moved }) =>
              sum + (to === account ? moved : 0n) - (from === account ? moved : 0n),
            0n,
          );
        expect(net('destroyed')).toBe(BigInt(thousandths));
        expect(net('hub-loss')).toBeLessThanOrEqual(BigInt(draws) * 70n);
        expect(-net('overfill')).toBeLessThanOrEqual(1_000n);
        expect(net('destroyed') + net('hub-loss') + net('overfill') + net('unexplained')).toBe(
          book,
        );
        expect(story.clinic.site.book.balance(containerAccount(vial))).toBe(0n);
        const opened = entry.effects.states.filter(({ noun }) => noun === 'case').length;
        const unexplained = net('unexplained');
        const isBeyondMeasure = unexplained > 50n || unexplained < -50n;
        expect(opened).toBe(isBeyondMeasure ? 1 : 0);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('is settled anew by a correction of a draw, and what was destroyed stays', () => {
    const { story, vial, by } = usedVial(2);
    accepted(story.ask('Paul Ode', disposalOf(vial, '8.600'), by));
    const correction: Asked<CorrectionRequest> = {
      kind: 'correction',
      reason: 'mistake-noticed',
      line: 3,
      original: 3,
      leaf: story.clinic.site.leafHashOf(3),
      change: { type: 'draw', draw: asId('3-1'), container: vial, quantity: mL('0.750') },
    };
    const { entry } = accepted(story.ask('Nina Cole', correction));
    const closed = story.clinic.site.book.find('close-out', vial);
    expect(formatQuantity(closed?.overfill ?? quantity(0))).toBe('0.050');
    expect(entry.effects.movements.some(({ to }) => to === 'destroyed')).toBe(false);
  });
});

describe('a sealed container that left', () => {
  it('gave no draw: a correction to it is refused', () => {
    const story = new Story();
    const [vial = asId(''), gone = asId('')] = story.stock('ketamine 50', 'ketamine 50');
    const order = story.order('35');
    const { entry } = accepted(story.ask('Nina Cole', drawOf(order, [[vial, '0.700']])));
    const signatures = [story.sign('Rita Vance', 'witnessed', ['destruction'])];
    accepted(story.ask('Paul Ode', disposalOf(gone, null), { signatures }));
    const asked: Asked<CorrectionRequest> = {
      kind: 'correction',
      reason: 'mistake-noticed',
      line: entry.seq,
      original: entry.seq,
      leaf: story.clinic.site.leafHashOf(entry.seq),
      change: {
        type: 'draw',
        draw: asId(`${entry.seq}-1`),
        container: gone,
        quantity: mL('0.700'),
      },
    };
    expect(story.ask('Nina Cole', asked)).toMatchObject({ code: 'correction.used-up' });
  });
});
