import { expect, test } from '@jest/globals';
import {
  containerAccount,
  heldAccount,
  inProcessAccount,
  reversed,
} from '../../src/domain/custody.js';
import type { Account, Movement } from '../../src/domain/custody.js';
import { monthlySums, trendPartOf, withOrigins } from '../../src/domain/findings/trend.js';
import type { OwnMovement, TrendPart } from '../../src/domain/findings/trend.js';
import { asId } from '../../src/domain/ids.js';
import type { PersonId } from '../../src/domain/ids.js';
import { formatQuantity, quantity } from '../../src/domain/measures/quantity.js';

const [nina, paul] = [asId('person-1') as PersonId, asId('person-2') as PersonId];
const vial = containerAccount(asId('4-1'));
const drawn = inProcessAccount(asId('7-1'));

const moved = (from: Account, to: Account, thousandths: number): Movement => ({
  from,
  to,
  quantity: quantity(thousandths),
  item: asId('ketamine 50 mg/mL injection, 10 mL'),
});
const own = (line: number, movement: Movement, says: Partial<OwnMovement> = {}): OwnMovement => ({
  line,
  movement,
  origin: { month: '2026-03', performer: nina },
  corrects: null,
  ...says,
});
const parts = (movements: readonly OwnMovement[]): readonly TrendPart[] =>
  withOrigins(movements).flatMap((each) => trendPartOf(each, () => [nina, paul]) ?? []);
const sums = (of: readonly TrendPart[]): readonly string[] =>
  monthlySums(of).map(
    ({ month, quantity: sum, lines }) => `${month} ${formatQuantity(sum)} ${lines}`,
  );

test('a correction counts in the month and with the person of what it corrects, however often it is corrected', () => {
  const draw = moved(vial, drawn, 700);
  const april = { month: '2026-04', performer: paul };
  const found = parts([
    own(7, draw),
    own(20, reversed(draw), { origin: april, corrects: 7 }),
    own(20, moved(vial, drawn, 750), { origin: april, corrects: 7 }),
    own(31, reversed(moved(vial, drawn, 750)), { origin: april, corrects: 20 }),
    own(31, moved(vial, drawn, 720), { origin: april, corrects: 20 }),
    own(33, draw, { origin: april }),
  ]);
  expect(sums(found)).toEqual(['2026-03 0.720 3', '2026-04 0.700 1']);
  expect(found.map(({ people }) => people)).toEqual([...Array<unknown>(5).fill([nina]), [paul]]);
});

test('what corrects a line from before belongs to a month that nobody asked for', () => {
  expect(parts([own(20, moved(drawn, vial, 700), { corrects: 7 })])).toEqual([]);
});

test('what a container held too much or too little is of everybody who drew from it', () => {
  const found = parts([
    own(9, moved('overfill', vial, 400)),
    own(9, moved(vial, 'hub-loss', 70)),
    own(9, moved(vial, 'unexplained', 30)),
    own(12, moved('unexplained', vial, 30)),
  ]);
  expect(found.map(({ figure, quantity: each }) => `${figure} ${formatQuantity(each)}`)).toEqual([
    'overfill 0.400',
    'hub-loss 0.070',
    'unexplained 0.030',
    'unexplained -0.030',
  ]);
  expect(found.map(({ people }) => people)).toEqual(Array(4).fill([nina, paul]));
});

test('waste is of whoever wasted; what is given, sealed in a bag or received is in no figure', () => {
  const bag = heldAccount(asId('T-1'));
  const found = parts([
    own(5, moved('supplier', vial, 10_000)),
    own(7, moved(drawn, 'patient', 500)),
    own(8, moved(drawn, bag, 100)),
    own(9, moved(bag, 'waste', 100)),
  ]);
  expect(found).toMatchObject([{ line: 9, figure: 'wasted', people: [nina], quantity: 100n }]);
});
