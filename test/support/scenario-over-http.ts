/** Plays scenarios over HTTP, and holds what came of them against the pure rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpScenarios } from './scenario-http-clinic.js';
import { HttpDriver } from './scenario-http.js';
import { PureDriver } from './scenario-pure.js';
import { runScenario } from './scenario-runner.js';
import { parseScenario } from './scenario.js';
import type { Scenario, Step } from './scenario.js';

const FOLDER = fileURLToPath(new URL('../scenarios/', import.meta.url));
const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ledger') && file !== 'clinic.ledger')
  .sort();

const read = (file: string): Scenario =>
  parseScenario(file, readFileSync(`${FOLDER}${file}`, 'utf8'));

/** One of several spec files, which take turns through the folder so that workers share the time. */
export interface Share {
  readonly part: number;
  readonly parts: number;
}

/**
 * The rules of a scenario are the same whichever way they are asked; what HTTP adds are doors and forms. So those are played
 * that have a form of a sentence which none before them has, with its refusals and flags; all of them are played by the rules.
 */
function withOwnForms(): readonly string[] {
  const seen = new Set<string>();
  return FILES.filter((file) => {
    const before = seen.size;
    for (const form of read(file).steps.flatMap(formsOf)) seen.add(form);
    return seen.size > before;
  });
}

/** The verb behind a full name, alone and with each kind of addition and of what is expected. */
function formsOf(step: Step): readonly string[] {
  if (step.type !== 'act') return [];
  const { sentence, additions, expected } = step.act;
  const verb = sentence.split(' ')[2] ?? '';
  const opens = additions.map((addition) => addition.split(' ')[0] ?? '');
  const ends = expected.flatMap((each) => /^(?:refused|flagged)\b/.exec(each)?.[0] ?? []);
  return [verb, ...[...opens, ...ends].map((part) => `${verb} … ${part}`)];
}

/** Plays this part's share of the scenarios, all on one service. */
export function playOverHttp({ part, parts }: Share): void {
  const files = withOwnForms().filter((_, index) => index % parts === part);
  let scenarios: HttpScenarios;
  beforeAll(async () => {
    scenarios = await HttpScenarios.start();
  });
  afterAll(async () => {
    await scenarios.close();
  });

  describe('HTTP and the pure rules give the same transcript of', () => {
    it.each(files)('%s', async (file) => {
      const overHttp = await runScenario(read(file), new HttpDriver(scenarios));
      expect(overHttp).toEqual(await runScenario(read(file), new PureDriver()));
    });
  });
}
