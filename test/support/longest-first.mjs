/** The order of test files: those that take minutes begin first, so that none of them goes on alone in the end. */
import TestSequencer from '@jest/test-sequencer';

/** By what they do, not by their length: they live in a clinic, drive a browser, or start one process after another. */
const LONGEST = [
  'browser/application',
  'cli/demo',
  'platform/service',
  'scenarios/over-http-first',
  'scenarios/over-http-second',
  'cli/demo-quarter',
  'ledger/evidence/command',
  'platform/jobs',
  'http/reports',
  'http/print-jobs',
];

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.spec.ts`));
      return found === -1 ? LONGEST.length : found;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
