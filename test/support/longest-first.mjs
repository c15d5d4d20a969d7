/** The order of test files: those that take minutes begin first, so that none of them goes on alone in the end. */
import TestSequencer from '@jest/test-sequencer';

/** By what they do, not by their length: they live in a clinic, drive a browser, or start one process after another. */
const LONGEST = [
  'browser/application',
  'cli/demo',
  'platform/service',
  'cli/demo-quarter',
  'scenarios/over-http-first',
  'scenarios/over-http-second',
  'ledger/evidence/command',
  'reports/documents',
  'reports/ledger',
  'reports/hostile',
  'http/hostile',
  'http/print-jobs',
  'http/rights',
  'http/reports',
  'platform/killed',
  'ledger/leaf/leaf',
  'domain/monitoring',
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
