import { identity, impossible } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Documents that are issued and handed out. */
export const REPORT_REFUSALS = {
  'report.ends-before-start': impossible(
    'The period of the document ends before it begins.',
    'Name its first day first.',
  ),
  'report.beyond-ledger': impossible(
    'The document says what the ledger will say later.',
    'Name a size that the ledger has reached.',
  ),
  'disclosure.nothing-named': identity(
    'No issued document is named.',
    'Issue what was handed out, and name its line.',
  ),
  'disclosure.not-issued': identity(
    'A named line did not issue a document.',
    'Name the lines by which the documents were issued.',
  ),
  'disclosure.nobody-named': identity(
    'Nobody is named to whom the documents went.',
    'Name the organisation or the person.',
  ),
} as const satisfies Record<string, Refusal>;
