import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { REFUSALS } from '../../src/domain/rejection.js';
import type { RejectionCode } from '../../src/domain/rejection.js';
import { BEDSIDE_STORIES } from './refused/bedside.js';
import { PAPER_STORIES } from './refused/papers.js';
import type { RefusedStories } from './refused/refused-stories.js';
import { STOCK_STORIES } from './refused/stock.js';

/** Codes that no story here gives, and who does. */
const PRODUCED_ELSEWHERE = {
  'ledger.already-opened': 'the writer, which knows whether a ledger has a line 0',
  'signature.unknown': 'the door, which looks up the challenge that a second person signed',
  'file.unknown': 'the door, which knows what was uploaded',
  'filing.leaf-mismatch': 'the door, in counts-due.spec.ts over HTTP',
  'inventory.asserts-only': 'the rules, in inventory.spec.ts',
  'inventory.reasons-disagree': 'the rules, in inventory.spec.ts',
  'inventory.lines-missing': 'the rules, in inventory.spec.ts',
  'inventory.line-unfit': 'the rules, in inventory.spec.ts',
  'inventory.needs-closing': 'the rules, in inventory.spec.ts',
  'inventory.not-in-quarters': 'the rules, in inventory.spec.ts',
  'inventory.relocation-differs': 'the rules, in inventory.spec.ts',
  'clock.simulated-mismatch': 'the writer, which knows the clock that the service runs on',
  'reconciliation.figures-disagree': 'the door, which draws the chart that somebody signs',
} as const satisfies Partial<Record<RejectionCode, string>>;

/** A story for each refusal that no scenario tells. */
const STORIES: RefusedStories = { ...STOCK_STORIES, ...BEDSIDE_STORIES, ...PAPER_STORIES };

describe('every refusal', () => {
  const codes = Object.keys(REFUSALS) as RejectionCode[];
  const told = refusedInScenarios();

  it.each(Object.entries(STORIES))('%s is given', (code, story) => {
    expect(story()).toMatchObject({ accepted: false, code });
  });

  it.each(codes)(
    '%s is given by a story here, by a scenario, or by somebody who is named',
    (code) => {
      const ways = [code in STORIES, told.has(code), code in PRODUCED_ELSEWHERE];
      expect(ways).toContain(true);
    },
  );

  it('that is given elsewhere is not given here', () => {
    for (const code of Object.keys(PRODUCED_ELSEWHERE))
      expect([code, code in STORIES || told.has(code)]).toEqual([code, false]);
  });

  it('that a scenario expects is on the published list', () => {
    expect([...told].filter((code) => !(code in REFUSALS))).toEqual([]);
  });

  it.each(Object.entries(REFUSALS))(
    '%s says what is the matter and what to do',
    (code, refusal) => {
      expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(refusal.says).toMatch(/^[A-Z].*\.$/);
      expect(refusal.next).toMatch(/^[A-Z].*\.$/);
    },
  );
});

/** Codes behind "refused" in the scenarios, each of which passes only if the refusal is given. */
function refusedInScenarios(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ledger'))
    .map((file) => readFileSync(`${folder}${file}`, 'utf8').replace(/^#.*$/gm, ''));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/-> refused (\S+?),?\s/g)].map(([, code = '']) => code),
    ),
  );
}
