import fc from 'fast-check';
import type { Posture } from './model.js';

const LEAST_STEPS = 15;
const MOST_STEPS = 60;

/** One request, lawful or not; numbers that name something are taken modulo how many there are. */
export type Step =
  | { readonly do: 'order'; readonly patient: number }
  | {
      readonly do: 'draw';
      readonly order: number;
      readonly container: number;
      readonly amount: Amount;
      readonly posture: Posture;
      readonly by: number;
    }
  | { readonly do: 'give'; readonly draw: number; readonly amount: Amount }
  | {
      readonly do: 'waste';
      readonly draw: number;
      readonly amount: Amount;
      readonly posture: Posture;
      readonly hasWitness: boolean;
    }
  | {
      readonly do: 'prepare';
      readonly draws: readonly number[];
      readonly isLawful: boolean;
      readonly volume: number;
    }
  | { readonly do: 'infuse'; readonly bag: number; readonly volume: Amount }
  | { readonly do: 'quarantine' | 'release' | 'close-out'; readonly container: number }
  | {
      readonly do: 'correct';
      readonly draw: number;
      readonly container: number;
      readonly amount: Amount;
    }
  | { readonly do: 'count'; readonly off: readonly number[] }
  | { readonly do: 'settle' }
  /** One container more stands there than the book knows: it is counted, and comes into the book. */
  | { readonly do: 'find' };

const which = fc.nat(9);
/** So many thousandths, or so many more than the most that could be. */
export interface Amount {
  readonly of: 'nothing' | 'most';
  readonly and: number;
}
const amount: fc.Arbitrary<Amount> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      of: fc.constant('nothing' as const),
      and: fc.oneof(fc.integer({ min: 1, max: 2_500 }), fc.constantFrom(-1, 0, 700)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      of: fc.constant('most' as const),
      and: fc.constantFrom(0, 0, 0, -1, 1, -250),
    }),
  },
);
export const thousandths = ({ of, and }: Amount, most: number): number =>
  of === 'most' ? most + and : and;
const posture = fc.constantFrom<Posture>('intended', 'done');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('order' as const), patient: which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('draw' as const),
      order: which,
      container: which,
      amount,
      posture,
      by: which,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('give' as const), draw: which, amount }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('waste' as const),
      draw: which,
      amount,
      posture,
      hasWitness: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('prepare' as const),
      draws: fc.array(which, { minLength: 1, maxLength: 3 }),
      isLawful: fc.boolean(),
      volume: fc.integer({ min: 0, max: 100_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('infuse' as const),
      bag: which,
      volume: fc.oneof(
        amount,
        fc.record({ of: fc.constant('nothing' as const), and: fc.nat(50_000) }),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('quarantine' as const, 'release' as const, 'close-out' as const),
      container: which,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      draw: which,
      container: which,
      amount,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('count' as const),
      off: fc.array(fc.integer({ min: -600, max: 1_600 }), { minLength: 4, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('find' as const) }) },
);

export const steps = fc.array(step, { minLength: LEAST_STEPS, maxLength: MOST_STEPS, size: 'max' });
