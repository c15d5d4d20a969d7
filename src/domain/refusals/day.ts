import { identity, impossible, signature, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Closed days, reviews and reconciliations. */
export const DAY_REFUSALS = {
  'day.not-begun': impossible('This day has not begun.', 'Close a day that has begun.'),
  'day.already-closed': conflict(
    'This day is closed already.',
    'Lines that come later are marked, and reviewed by range.',
  ),
  'day.not-clear': conflict(
    'Something is in process, held or unwitnessed.',
    'Settle the named things, or excuse each of them with its reason.',
  ),
  'day.excuse-unneeded': conflict(
    'Something that is excused no longer stands in the way.',
    'Look at the day again and leave the named excuses out.',
  ),
  'review.line-unknown': identity(
    'The range is not a range of lines of this ledger.',
    'Name its first and last line.',
  ),
  'review.leaf-mismatch': conflict(
    'The last line reads differently from what you saw.',
    'Open the range again.',
  ),
  'review.day-open': conflict('A named day is not closed.', 'Close the day first.'),
  'review.day-beyond-range': impossible(
    'A named day has lines to be reviewed outside the range.',
    'Sign a range that holds the named lines.',
  ),
  'reconciliation.item-unknown': identity(
    'This audit item is of no product of the organisation.',
    'Choose an audit item of the site.',
  ),
  'reconciliation.not-a-count': identity(
    'A named line is no count and no inventory.',
    'Name the counts or the inventory at each end of the period.',
  ),
  'reconciliation.ends-before-start': impossible(
    'The period ends before it begins.',
    'Name the earlier counts first.',
  ),
  'reconciliation.figures-disagree': conflict(
    'The figures are not those of the counts and the ledger.',
    'Draw the chart again, and sign what it shows.',
  ),
  'reconciliation.needs-registrant': signature(
    'The registrant signs a reconciliation, as the one who draws it up or as the second.',
    'Let the registrant sign.',
  ),
} as const satisfies Record<string, Refusal>;
