/** Plays scenarios over HTTP, and holds what came of them against the pure rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpScenarios } from './scenario-http-clinic.js';
import { HttpDriver } from './scenario-http.js';
import { PureDriver } from './scenario-pure.js';
import { runScenario } from './scenario-runner.js';
import { parseScenario } from './scenario.js';
import type { Scenario } from './scenario.js';

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

/** Plays this part's share of the scenarios, all on one service. */
export function playOverHttp({ part, parts }: Share): void {
  const files = FILES.filter((_, index) => index % parts === part);
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
