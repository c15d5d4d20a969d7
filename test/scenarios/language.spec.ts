import { describe, expect, it } from '@jest/globals';
import { PureDriver } from '../support/scenario-pure.js';
import { runScenario } from '../support/scenario-runner.js';
import { parseScenario, splitAnd, splitList, splitRemark } from '../support/scenario.js';

const START = `Scenario: A short one

On 2026-03-02
  08:30  Rita Vance takes the initial inventory as of opening: 2 sealed ketamine 50 (lot K1,
         expiring 2027-06-30), counted by Paul Ode, labelled vial A and vial B
  09:00  Nina Cole orders 35 mg for Adam, called order 1
`;

const play = (more: string): Promise<unknown> =>
  runScenario(parseScenario('short.ledger', `${START}${more}`), new PureDriver());

describe('a scenario', () => {
  it('says the same each time it is played', async () => {
    const more = `  09:01  Nina Cole draws 0.700 mL from vial A for order 1, called draw 1
  09:02  Nina Cole gives all of draw 1
`;
    const first = await play(more);
    expect(await play(more)).toEqual(first);
    expect(first).toHaveLength(4);
  });

  it('names people, products and patients, so that transcripts of two registers can be equal', async () => {
    const text = JSON.stringify(
      await play('  09:01  Nina Cole draws 0.700 mL from vial A for order 1\n'),
    );
    expect(text).toContain('Nina Cole');
    expect(text).toContain('ketamine 50');
    expect(text).toContain('patient Adam');
    expect(text).not.toMatch(/person-\d|product-\d|patient of the name/);
  });

  it.each([
    [
      'a refusal',
      '  09:01  Nina Cole draws 7.000 mL from vial A for order 1',
      'draw.looks-ten-fold',
    ],
    [
      'a flag',
      '  09:01  Nina Cole orders 35 mg for Bea (address unknown: homeless)',
      'order.address-unknown',
    ],
    [
      'an awaited signature',
      `  09:01  Nina Cole receives from Morris Wholesale on invoice 1: 1 ketamine 50 (lot K1,
           expiring 2027-06-30) -> flagged receipt.unverified`,
      'awaits verification',
    ],
    [
      'a discrepancy',
      '  09:01  Nina Cole counts the safe: 1 sealed ketamine 50 (counted twice)',
      'discrepancies opened: expected 0, found 1',
    ],
  ])('fails at %s that nobody expected', async (_what, step, why) => {
    await expect(play(`${step}\n`)).rejects.toThrow(why);
  });

  it.each([
    ['a refusal that is another', 'draws 7 mL from vial A for order 1 -> refused draw.quarantined'],
    [
      'a refusal that does not come',
      'draws 0.7 mL from vial A for order 1 -> refused draw.quarantined',
    ],
    ['a flag that does not come', 'draws 0.7 mL from vial A for order 1 -> flagged entry.late'],
    [
      'a container that holds something else',
      'draws 0.7 mL from vial A for order 1 -> vial A holds 9.299 mL',
    ],
    ['another balance', 'draws 0.7 mL from vial A for order 1 -> on hand 19.301 mL'],
    ['another quantity in process', 'draws 0.7 mL from vial A for order 1 -> in process 0.701 mL'],
    ['another movement', 'draws 0.7 mL from vial A for order 1 -> wasted 0.001 mL'],
    ['another line', 'draws 0.7 mL from vial A for order 1 -> line 4'],
    ['another business date', 'draws 0.7 mL from vial A for order 1 -> business date 2026-03-03'],
    [
      'a discrepancy that is not opened',
      'draws 0.7 mL from vial A for order 1 -> opens case 1 of 1 mL',
    ],
  ])('fails at %s', async (_what, step) => {
    await expect(play(`  09:01  Nina Cole ${step}\n`)).rejects.toThrow(/^short\.ledger:7: /);
  });

  it.each([
    ['vial A is open', 'sealed'],
    ['vial A holds 9.999 mL', '10.000'],
    ['ketamine 50 on hand 10.000 mL', '20.000'],
    ['ketamine 50 in process 0.001 mL', '0.000'],
    ['order 1 is given', 'ordered'],
    ['order 1 awaits approval', 'nothing'],
    ['the chart of ketamine 50 from 20 mL to 19 mL shows (difference 0.000 mL)', '-1.000'],
  ])('fails where then %s is not so', async (check, found) => {
    await expect(play(`Then ${check}\n`)).rejects.toThrow(found);
  });

  it.each([
    ['a sentence', '  09:01  Nina Cole drinks 0.7 mL from vial A'],
    ['a person', '  09:01  Nobody Here draws 0.7 mL from vial A for order 1'],
    ['a name', '  09:01  Nina Cole draws 0.7 mL from vial Z for order 1'],
    ['an addition', '  09:01  Nina Cole draws 0.7 mL from vial A for order 1, cheerfully'],
    ['a remark', '  09:01  Nina Cole orders 35 mg for Bea (kindly)'],
    ['an expectation', '  09:01  Nina Cole draws 0.7 mL from vial A for order 1 -> good'],
    ['a check', 'Then all is well'],
    ['a circumstance', 'Given it rains'],
    ['a quantity without a unit', '  09:01  Nina Cole draws 0.7 from vial A for order 1'],
    ['a name that is taken', '  09:01  Nina Cole orders 35 mg for Bea, called order 1'],
    ['a step without a time', '  Nina Cole draws 0.7 mL from vial A for order 1'],
  ])('fails at %s that it does not understand', async (_what, line) => {
    await expect(async () => play(`${line}\n`)).rejects.toThrow(/^short\.ledger:\d+: /);
  });

  it('needs a heading and a date', () => {
    expect(() => parseScenario('x', '  09:00  Rita Vance releases vial A')).toThrow('no "On"');
    expect(() => parseScenario('x', '# nothing')).toThrow('no "Scenario:"');
  });
});

describe('a sentence', () => {
  it('goes on over lines that are set in further, up to the next time', () => {
    const { steps } = parseScenario('x', `${START}# remark\nThen vial A\n     is sealed\n`);
    expect(steps.map(({ at }) => at.line)).toEqual([4, 6, 8]);
    expect(steps.at(-1)).toMatchObject({ checks: ['vial A is sealed'] });
  });

  it('is split at commas and "and" outside of parentheses only', () => {
    expect(splitList('a (b, c), d')).toEqual(['a (b, c)', 'd']);
    expect(splitAnd('1 x (a and b) and 2 y')).toEqual(['1 x (a and b)', '2 y']);
    expect(splitRemark('vial A (x, y)')).toEqual({ name: 'vial A', remarks: ['x', 'y'] });
    expect(splitRemark('vial A')).toEqual({ name: 'vial A', remarks: [] });
  });
});
