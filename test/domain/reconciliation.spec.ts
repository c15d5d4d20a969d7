import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OUTSIDE_ACCOUNTS, chartPlace } from '../../src/domain/custody.js';
import type { Account, Movement } from '../../src/domain/custody.js';
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import {
  formatMass,
  formatQuantity,
  massOf,
  parseQuantity,
  quantity,
  strength,
  ZERO,
} from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';
import {
  computationChart,
  differenceByBook,
  totalOf,
} from '../../src/domain/reconciliation/reconciliation.js';
import type { ChartMovement, Stocktake } from '../../src/domain/reconciliation/reconciliation.js';

const SEED = { seed: 20260302 };
const ITEM: AuditItem = asId('ketamine 50 mg/mL injection, 10 mL');
const OTHER: AuditItem = asId('ketamine 100 mg/mL injection, 5 mL');

const mL = (text: string): Quantity => parseQuantity(text) ?? quantity(Number.NaN);
const onHand = (text: string): Stocktake => ({ onHand: mL(text), inProcess: ZERO, held: ZERO });

/** One movement a line, lines counted from one. */
function lines(...rows: readonly (readonly [Account, Account, string])[]): ChartMovement[] {
  return rows.map(([from, to, amount], index) => ({
    line: index + 1,
    movement: { from, to, quantity: mL(amount), item: ITEM },
    corrects: false,
  }));
}

describe('the computation chart', () => {
  const chart = computationChart({
    item: ITEM,
    beginning: onHand('126.000'),
    closing: onHand('93.400'),
    movements: lines(
      ['supplier', 'container:1', '100'],
      ['supplier', 'container:2', '100'],
      ['supplier', 'container:3', '100'],
      ['supplier', 'container:4', '100'],
      ['container:1', 'in-process:1', '419.700'],
      ['in-process:1', 'patient', '388.500'],
      ['in-process:1', 'waste', '31.200'],
      ['container:2', 'reverse-distributor', '10'],
      ['overfill', 'container:1', '9.100'],
      ['container:1', 'hub-loss', '12.000'],
    ),
  });

  it('reproduces the worked example of an audit over half a year to a tenth of a millilitre', () => {
    expect(formatQuantity(chart.receipts.quantity)).toBe('400.000');
    expect(formatQuantity(chart.accountableFor)).toBe('526.000');
    expect(formatQuantity(chart.administered.quantity)).toBe('388.500');
    expect(formatQuantity(chart.wasted.quantity)).toBe('31.200');
    expect(formatQuantity(chart.destroyed.quantity)).toBe('10.000');
    expect(formatQuantity(chart.accountedFor)).toBe('523.100');
    expect(formatQuantity(chart.difference)).toBe('-2.900');
    expect(formatMass(massOf(chart.difference, strength(50_000)))).toBe('-145.000');
    expect(chart.differenceBasisPoints).toBe(-55);
    expect(formatQuantity(chart.memo.overfill.quantity)).toBe('9.100');
    expect(formatQuantity(chart.memo.hubLoss.quantity)).toBe('12.000');
  });

  it('finds the same difference from the memo and the book', () => {
    const book = { beginning: onHand('126.000'), closing: onHand('93.400') };
    expect(differenceByBook(chart, book)).toBe(chart.difference);
  });

  it('names the lines behind each figure', () => {
    expect(chart.receipts.lines).toEqual([1, 2, 3, 4]);
    expect(chart.destroyed.lines).toEqual([8]);
    expect(chart.handedOver).toEqual({ quantity: ZERO, lines: [] });
  });

  it('nets nothing across audit items', () => {
    const [first] = lines(['supplier', 'container:1', '100']);
    if (first === undefined) throw new Error('no line');
    const other = { ...first, movement: { ...first.movement, item: OTHER } };
    const own = { item: ITEM, beginning: onHand('0'), closing: onHand('0'), movements: [other] };
    expect(computationChart(own)).toMatchObject({ difference: ZERO, differenceBasisPoints: null });
  });

  it('takes a correction back out of the column that counted it', () => {
    const given = lines(['in-process:1', 'patient', '0.700'], ['patient', 'in-process:1', '0.200']);
    const movements = given.map((each, index) => ({ ...each, corrects: index === 1 }));
    const { administered } = computationChart({
      item: ITEM,
      beginning: onHand('1'),
      closing: onHand('0.5'),
      movements,
    });
    expect(administered).toEqual({ quantity: mL('0.500'), lines: [1, 2] });
  });

  it('counts opening stock in the beginning inventory and in no other column', () => {
    const opening = lines(['opening', 'container:1', '40']);
    const drawnUp = computationChart({
      item: ITEM,
      beginning: onHand('40'),
      closing: onHand('40'),
      movements: opening,
    });
    expect(drawnUp).toMatchObject({ accountableFor: mL('40'), difference: ZERO });
    expect(drawnUp.opening.quantity).toBe(mL('40'));
  });

  it.each([
    ['-2.9', '526', -55],
    ['0.5', '100', 50],
    ['0.005', '100', 1],
    ['-0.005', '100', -1],
    ['0.004', '100', 0],
    ['0', '100', 0],
  ])('shows a difference of %s in %s as %i hundredths of a percent', (found, of, expected) => {
    const closing = onHand(formatQuantity(quantity(mL(of) + mL(found))));
    const drawnUp = computationChart({
      item: ITEM,
      beginning: onHand(of),
      closing,
      movements: [],
    });
    expect(drawnUp.differenceBasisPoints).toBe(expected);
  });
});

describe('a movement', () => {
  const account: fc.Arbitrary<Account> = fc.constantFrom<Account>(
    ...OUTSIDE_ACCOUNTS,
    'container:1-1',
    'container:1-2',
    'in-process:4-1',
    'held:7',
  );
  const movement: fc.Arbitrary<ChartMovement> = fc
    .record({
      line: fc.integer({ min: 1, max: 50 }),
      from: account,
      to: account,
      amount: fc.integer({ min: 1, max: 20_000 }),
      corrects: fc.boolean(),
    })
    .filter(({ from, to }) => from !== to && (from.includes(':') || to.includes(':')))
    .map(({ line, from, to, amount, corrects }) => ({
      line,
      corrects,
      movement: { from, to, quantity: quantity(amount), item: ITEM },
    }));

  it('between any two accounts stands in exactly one column, the memo, or inside', () => {
    fc.assert(
      fc.property(movement, ({ movement: moved, corrects }) => {
        const { column, sign } = chartPlace(moved, corrects);
        expect([2, 3, 4, 7, 8, 9, 10, 11, 'memo', 'inside']).toContain(column);
        expect([1n, -1n]).toContain(sign);
      }),
      SEED,
    );
  });

  it('and its correction leave every column as it was', () => {
    fc.assert(
      fc.property(movement, ({ movement: moved }) => {
        const back: Movement = { ...moved, from: moved.to, to: moved.from };
        const place = chartPlace(moved, false);
        const undone = chartPlace(back, true);
        expect(undone.column).toBe(place.column);
        if (place.column !== 'inside') expect(undone.sign).toBe(-place.sign);
      }),
      SEED,
    );
  });

  it('of any kind keeps the identity of the chart, however wrong the counts are', () => {
    const stocktake = fc
      .record({ a: fc.nat(90_000), b: fc.nat(2_000), c: fc.nat(2_000) })
      .map(({ a, b, c }) => ({ onHand: quantity(a), inProcess: quantity(b), held: quantity(c) }));
    fc.assert(
      fc.property(
        fc.array(movement, { maxLength: 40 }),
        stocktake,
        stocktake,
        stocktake,
        (movements, beginning, closing, before) => {
          const chart = computationChart({ item: ITEM, beginning, closing, movements });
          const start = totalOf(before) + chart.opening.quantity;
          const end = movements.reduce<bigint>(
            (total, { movement: { from, to, quantity: moved } }) =>
              total + (to.includes(':') ? moved : 0n) - (from.includes(':') ? moved : 0n),
            totalOf(before),
          );
          const bookOf = (total: bigint): Stocktake => ({
            onHand: quantity(total),
            inProcess: ZERO,
            held: ZERO,
          });
          const book = { beginning: bookOf(start), closing: bookOf(end) };
          expect(differenceByBook(chart, book)).toBe(chart.difference);
        },
      ),
      SEED,
    );
  });
});
