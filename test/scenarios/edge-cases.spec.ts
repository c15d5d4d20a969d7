/** README.md says which scenario shows which edge case; the title of the scenario says so too. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, name), 'utf8');

/** "E7" of "Scenario: A late entry, and a receipt entered days later (E7, E17)". */
const casesOf = (text: string): readonly string[] =>
  /\((E\d+(?:, E\d+)*)\)$/m.exec(text.split('\n')[0] ?? '')?.[1]?.split(', ') ?? [];

const shown = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ledger'))
  .flatMap((name) => casesOf(read(name)).map((each) => `${each} ${name.slice(0, -7)}`));

const listed = [...read('README.md').matchAll(/^\| (E\d+) +\|[^|]*\| ([a-z, -]+?) *\|$/gm)].flatMap(
  ([, each = '', names = '']) => names.split(', ').map((name) => `${each} ${name}`),
);

it('lists every edge case with the scenarios that name it in their titles', () => {
  expect([...listed].sort()).toEqual([...shown].sort());
});

it('has a scenario for each of the edge cases', () => {
  const cases = Array.from({ length: 19 }, (_, index) => `E${index + 1}`);
  expect(new Set(listed.map((each) => each.split(' ')[0]))).toEqual(new Set(cases));
});
