import { identity, impossible, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Corrections of lines. */
export const CORRECTION_REFUSALS = {
  'correction.line-unknown': identity('There is no such line.', 'Choose the line that is wrong.'),
  'correction.leaf-mismatch': conflict(
    'The line reads differently from what you saw.',
    'Open the line again.',
  ),
  'correction.superseded': conflict(
    'This line was already corrected.',
    'Correct the newest correction of the chain.',
  ),
  'correction.wrong-kind': impossible(
    'This line cannot be corrected in this way.',
    'Choose the correction that fits its kind; a count is only recounted.',
  ),
  'correction.changes-nothing': impossible(
    'The correction leaves everything as it was.',
    'State what should have been written.',
  ),
  'correction.would-overdraw': impossible(
    'A later line used the quantity.',
    'Correct the later lines first.',
  ),
  'correction.lines-missing': conflict(
    'The lines that are named do not add up to what the book says.',
    'Read the containers again: somebody used them meanwhile, or a line was left out.',
  ),
  'correction.used-up': impossible(
    'A later entry has settled what this correction would change.',
    'Correct the named lines first.',
  ),
} as const satisfies Record<string, Refusal>;
