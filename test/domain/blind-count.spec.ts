import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../../src/domain/ids.js';
import type { AuditItem } from '../../src/domain/ids.js';
import { plus } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import type { CountOpenLine, CountRequest } from '../../src/domain/request.js';
import { accepted } from '../support/scenario-pure.js';
import { countOf, drawOf, Story } from './story.js';

const SEED = { seed: 20260302, numRuns: 60 };

/** A safe with one open and three sealed vials, after a draw of so much. */
function safe(drawn: string) {
  const story = new Story();
  const [vial = asId('')] = story.stock('ketamine 50', 'ketamine 50', 'ketamine 50', 'ketamine 50');
  story.draw(story.order('500'), vial, drawn);
  const { book, entries } = story.clinic.site;
  const item: AuditItem = book.find('condition', vial)?.item ?? asId('');
  const line = (thousandths: number, recounted: boolean): CountOpenLine => ({
    container: vial,
    quantity: quantity(thousandths),
    first: quantity(thousandths),
    recounted,
    method: 'measured',
    resolution: quantity(100),
    at: entries.length,
  });
  const sealed = (containers: number, recounted: boolean) => ({
    item,
    containers,
    first: containers,
    recounted,
  });
  const count = (changes: Partial<CountRequest>) => story.ask('Omar Diaz', countOf(changes, story));
  return { story, vial, count, line, sealed };
}

describe('a refused count', () => {
  it('tells nothing that depends on the book, except which lines to count again', () => {
    const changes = fc.record({
      open: fc.constantFrom('none', 'once', 'twice'),
      sealed: fc.constantFrom('none', 'once', 'twice'),
      at: fc.constantFrom(0, 99),
      counted: fc.integer({ min: 7_000, max: 11_000 }),
      number: fc.integer({ min: 0, max: 5 }),
    });
    // Two safes that differ in the book of one vial alone.
    const safes = [safe('0.700'), safe('0.900')];
    fc.assert(
      fc.property(changes, ({ open, sealed, at, counted, number }) => {
        const answers = safes.map(({ count, line, sealed: shelf }) => {
          const lines = [line(counted, false), line(counted, false)];
          const shelves = [shelf(number, false), shelf(number, false)];
          const times = { none: 0, once: 1, twice: 2 } as const;
          return count({
            at,
            open: lines.slice(0, times[open]),
            sealed: shelves.slice(0, times[sealed]),
          });
        });
        for (const answer of answers) {
          if (answer.accepted) continue;
          const facts = JSON.stringify(answer.facts);
          expect(facts).not.toMatch(/9\.[13]00|9[13]00|0\.[79]00/);
          expect(Object.keys(answer.facts)).not.toContain('book');
        }
        const [first, second] = answers.map((answer) =>
          answer.accepted || answer.code === 'count.needs-recount' ? 'compared' : answer,
        );
        expect(first).toEqual(second);
      }),
      SEED,
    );
  });

  it('for a second look names the lines that differ and no number', () => {
    const { count, line, sealed } = safe('0.700');
    const answer = count({ open: [line(8_000, false)], sealed: [sealed(2, false)] });
    expect(answer).toEqual({
      accepted: false,
      code: 'count.needs-recount',
      facts: {
        lines: ['sealed ketamine 50 mg/mL injection, 10 mL', expect.stringMatching(/^open 1-\d$/)],
      },
    });
  });
});

describe('a count', () => {
  it('keeps the first number beside the second, and what the vial itself explains', () => {
    const { count, line, sealed } = safe('0.700');
    const open = [{ ...line(8_000, true), first: quantity(8_100) }];
    const { entry } = accepted(count({ open, sealed: [{ ...sealed(2, true), first: 1 }] }));
    const state = entry.effects.states.find(({ noun }) => noun === 'count');
    // 9.3 mL, less 0.07 for one draw and 0.1 for the measure; 1 mL of overfill and 0.1 more.
    expect(state).toMatchObject({
      open: [{ first: 8_100n, counted: 8_000n, book: 9_300n, low: 9_130n, high: 10_400n }],
      sealed: [{ first: 1, counted: 2, book: 3 }],
    });
  });

  it('moves nothing, and a line recorded later with an earlier time does not change it', () => {
    const { story, count, line, sealed, vial } = safe('0.700');
    story.later(10);
    const { entry } = accepted(count({ open: [line(9_300, false)], sealed: [sealed(3, false)] }));
    expect(entry.effects.movements).toEqual([]);
    const counted = structuredClone(story.clinic.site.book.find('count', String(entry.seq)));
    const occurredAt = plus(story.now, { minutes: -5 });
    const late = { ...drawOf(story.order('35'), [[vial, '0.700']]), occurredAt };
    accepted(story.ask('Nina Cole', late));
    expect(story.clinic.site.book.find('count', String(entry.seq))).toEqual(counted);
    expect(counted).toMatchObject({ open: [{ book: 9_300n, counted: 9_300n }] });
  });
});
