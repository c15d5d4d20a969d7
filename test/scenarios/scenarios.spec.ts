import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { PureDriver } from '../support/scenario-pure.js';
import { runScenario } from '../support/scenario-runner.js';
import { parseScenario } from '../support/scenario.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ledger') && file !== 'clinic.ledger')
  .sort();

describe('the pure rules play', () => {
  it.each(FILES)('%s', async (file) => {
    const scenario = parseScenario(file, readFileSync(`${FOLDER}${file}`, 'utf8'));
    expect(await runScenario(scenario, new PureDriver())).not.toEqual([]);
  });
});
