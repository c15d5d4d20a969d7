import { parseBusinessDate } from '../../src/domain/measures/instant.js';
import type { BusinessDate } from '../../src/domain/measures/instant.js';

/**
 * Scenarios: what happens at a clinic, in sentences that a pharmacist can read and check.
 *
 *     Scenario: A spilled syringe (E4)
 *
 *     # Whatever follows a number sign is for the reader.
 *     On 2026-03-02
 *       10:10  Nina Cole draws 0.700 mL from vial A for order 1, called draw 1
 *              -> on hand 39.300 mL, in process 0.700 mL
 *     Then vial A holds 9.300 mL
 *
 * A step begins with the time at which it is recorded, on the wall of the clinic, and the full name
 * of the person at the screen. A sentence goes on over lines that are set in further. After `->` stands
 * what must come of it. Whatever is not said must not happen: a refusal, a flag, a discrepancy or an
 * awaited signature that nobody expected fails the scenario. `test/scenarios/README.md` lists the
 * sentences.
 *
 * This file splits the text; `scenario-sentences.ts` understands the sentences and
 * `scenario-expectations.ts` what is expected of them.
 */
export interface Scenario {
  readonly title: string;
  readonly file: string;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly type: 'given'; readonly at: Place; readonly text: string }
  | { readonly type: 'act'; readonly at: Place; readonly act: ActText }
  | { readonly type: 'then'; readonly at: Place; readonly checks: readonly string[] };

/** Where in the file a step begins. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One sentence about something that a person did at the screen. */
export interface ActText {
  readonly date: BusinessDate;
  /** "10:10", or "01:30 EDT" where the clock shows it twice. */
  readonly time: string;
  /** Everything from the person's name to the first comma. */
  readonly sentence: string;
  /** The parts after it: "witnessed by Paul Ode", "already done", "called waste 1". */
  readonly additions: readonly string[];
  readonly expected: readonly string[];
}

/** A sentence that cannot be understood, or that did not come true. */
export class ScenarioError extends Error {
  constructor({ file, line }: Place, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}

const TIME = /^(\d\d:\d\d(?: [A-Z]{3,4})?) {2,}(.+)$/;

/** Reads a scenario. @throws ScenarioError for a line that is neither step, heading nor remark. */
export function parseScenario(file: string, text: string): Scenario {
  let title: string | undefined;
  let date: BusinessDate | undefined;
  const steps: Step[] = [];
  for (const { at, sentence } of sentencesOf(file, text)) {
    if (sentence.startsWith('Scenario: ')) {
      title = sentence.slice('Scenario: '.length);
    } else if (sentence.startsWith('On ')) {
      date = parseBusinessDate(sentence.slice('On '.length));
      if (date === undefined) throw new ScenarioError(at, `no date: ${sentence}`);
    } else if (sentence.startsWith('Given ')) {
      steps.push({ type: 'given', at, text: sentence.slice('Given '.length) });
    } else if (sentence.startsWith('Then ')) {
      steps.push({ type: 'then', at, checks: splitList(sentence.slice('Then '.length)) });
    } else {
      steps.push({ type: 'act', at, act: actOf(at, sentence, date) });
    }
  }
  if (title === undefined) throw new ScenarioError({ file, line: 1 }, 'no "Scenario:" heading');
  return { title, file, steps };
}

interface Sentence {
  readonly at: Place;
  readonly sentence: string;
}

/** Lines that belong together: a line that is set in further than the first goes on with it. */
function sentencesOf(file: string, text: string): readonly Sentence[] {
  const sentences: { at: Place; sentence: string; indent: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const indent = line.search(/\S/);
    const last = sentences.at(-1);
    const isTimed = TIME.test(line.trim());
    if (last !== undefined && indent > last.indent && !isTimed)
      last.sentence = `${last.sentence} ${line.trim()}`;
    else sentences.push({ at: { file, line: index + 1 }, sentence: line.trim(), indent });
  }
  return sentences;
}

function actOf(at: Place, sentence: string, date: BusinessDate | undefined): ActText {
  const timed = TIME.exec(sentence);
  if (timed === null) throw new ScenarioError(at, `not understood: ${sentence}`);
  if (date === undefined) throw new ScenarioError(at, 'no "On" with a date before the first step');
  const [, time = '', said = ''] = timed;
  const [what = '', ...expectations] = said.split(' -> ');
  const [main = '', ...additions] = splitList(what);
  return {
    date,
    time,
    sentence: main,
    additions,
    expected: expectations.flatMap((each) => splitList(each)),
  };
}

/** Splits at commas that stand outside of parentheses. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...parts, part.trim()].filter((each) => each !== '');
}

/** Splits "2 sealed ketamine 50 (lot K1, in the safe) and vial A" at "and" outside of parentheses. */
export function splitAnd(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const word of text.split(' ')) {
    depth += count(word, '(') - count(word, ')');
    if (word === 'and' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += ` ${word}`;
  }
  return [...parts, part.trim()].filter((each) => each !== '');
}

const count = (word: string, letter: string): number => word.split(letter).length - 1;

/** "vial A (lot K1, in the safe)" as its name and what stands in parentheses. */
export function splitRemark(text: string): { readonly name: string; readonly remarks: string[] } {
  const found = /^(.*?) \((.*)\)$/.exec(text);
  return found === null
    ? { name: text, remarks: [] }
    : { name: found[1] ?? '', remarks: splitList(found[2] ?? '') };
}
