/** docs/REGULATION.md sends its reader to files, refusals and scenarios; each of them must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { REFUSALS } from '../../src/domain/rejection.js';

interface Rule {
  readonly rule: string;
  readonly enforced: string;
  readonly shown: string;
}

const COLUMNS = 3;
/** A refusal, not a table: those are `ledger.…` and `beside.…`. */
const CODE = /^(?!ledger\.|beside\.)[a-z-]+\.[a-z-]+$/;
const PATH = /^[\w./-]+\/$|^[\w./-]+\.(ts|mjs|sql|ledger|json)$/;

const rules: readonly Rule[] = readFileSync('docs/REGULATION.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (rule|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rule = '', enforced = '', shown = '']) => ({ rule, enforced, shown }));

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

const exists = (path: string): boolean => existsSync(path) || existsSync(`src/domain/${path}`);

const codes = new Set<string>(Object.keys(REFUSALS));

test('every row names its rule, its place and its proof', () => {
  expect(rules.length).toBeGreaterThan(40);
  for (const row of rules) expect(Object.values(row).filter(Boolean)).toHaveLength(COLUMNS);
});

test.each(rules)('$rule', ({ enforced, shown }) => {
  const named = [...quoted(enforced), ...quoted(shown)];
  expect(named.filter((text) => PATH.test(text) && !exists(text))).toEqual([]);
  expect(quoted(enforced).filter((text) => CODE.test(text) && !known(text))).toEqual([]);
  const scenarios = shown
    .replace(/`[^`]*`/g, '')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => /^[a-z]+(-[a-z]+)*$/.test(name));
  expect(scenarios.filter((name) => !existsSync(`test/scenarios/${name}.ledger`))).toEqual([]);
  expect([...quoted(shown), ...scenarios]).not.toEqual([]);
});

/** A refusal, or a file whose name happens to look like one. */
const known = (text: string): boolean => codes.has(text) || exists(text);
