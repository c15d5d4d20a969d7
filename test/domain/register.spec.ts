import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chartPlace } from '../../src/domain/custody.js';
import { quantity, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import {
  computationChart,
  differenceByBook,
} from '../../src/domain/reconciliation/reconciliation.js';
import type { ChartMovement, Stocktake } from '../../src/domain/reconciliation/reconciliation.js';
import { checkReplay } from './book-invariants.js';
import { steps } from './steps.js';
import { STOCK } from './counted-twins.js';
import { Twins } from './twins.js';

const RUNS = { numRuns: 50, seed: 20260302 };
/** A machine that does much else takes its time. */
const LIMIT_MS = 240_000;

describe('the register', () => {
  it(
    'agrees with a simple model over any requests, lawful or not',
    () => {
      fc.assert(
        fc.property(steps, (all) => {
          const twins = new Twins();
          for (const each of all) twins.take(each);
          const { book, entries } = twins.story.clinic.site;
          checkReplay(book, entries);
        }),
        RUNS,
      );
    },
    LIMIT_MS,
  );

  it(
    'places every movement in one column, and keeps the identity of the chart',
    () => {
      const counted = fc.integer({ min: 0, max: 40_000 }).map((each) => quantity(each));
      fc.assert(
        fc.property(steps, counted, counted, (all, first, last) => {
          const twins = new Twins();
          for (const each of all) twins.take(each);
          const { book, entries } = twins.story.clinic.site;
          const movements: readonly ChartMovement[] = entries.flatMap(({ seq, kind, effects }) =>
            effects.movements.map((movement) => ({
              line: seq,
              movement,
              corrects: kind === 'correction',
            })),
          );
          for (const { movement, corrects } of movements)
            expect([2, 7, 8, 'memo', 'inside']).toContain(chartPlace(movement, corrects).column);
          for (const name of new Set(STOCK)) {
            const item = twins.itemOf(name);
            const onHand = (figure: Quantity): Stocktake => ({
              onHand: figure,
              inProcess: ZERO,
              held: ZERO,
            });
            const chart = computationChart({
              item,
              beginning: onHand(first),
              closing: onHand(last),
              movements,
            });
            const left = book.find('item', item);
            const byBook = differenceByBook(chart, {
              beginning: onHand(chart.opening.quantity),
              closing: {
                onHand: left?.onHand ?? ZERO,
                inProcess: left?.inProcess ?? ZERO,
                held: left?.held ?? ZERO,
              },
            });
            expect(byBook).toBe(chart.difference);
          }
        }),
        { ...RUNS, numRuns: 30 },
      );
    },
    LIMIT_MS,
  );
});
