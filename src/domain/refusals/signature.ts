import { identity, practice, signature, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Witnesses, second signatures and countersignatures. */
export const SIGNATURE_REFUSALS = {
  'witness.same-person': signature('Nobody witnesses their own act.', 'Let another person sign.'),
  'witness.not-permitted': signature(
    'This person may not give this signature at this site.',
    'Let a person sign who has the right that it needs.',
  ),
  'witness.late': practice(
    'The witness signs later after the act than the site allows.',
    'Record it as done with the reason.',
  ),
  'witness.saw-nothing': signature(
    'The signature does not say what was seen, or only papers.',
    'State what was seen, or let the second person countersign later.',
  ),
  'signature.unknown': signature(
    'This signature is not for this request.',
    'Show the request to the second person again and let them sign it.',
  ),
  'signature.wrong-meaning': signature(
    'The second signature does not mean what this act needs.',
    'Let the person sign with the right meaning.',
  ),
  'countersign.line-unknown': identity(
    'There is no such line.',
    'Choose a line that awaits a signature.',
  ),
  'countersign.leaf-mismatch': conflict(
    'The line reads differently from what you saw.',
    'Open the line again.',
  ),
  'countersign.nothing-awaited': conflict(
    'This line awaits no signature.',
    'Look at the line: somebody has signed it.',
  ),
} as const satisfies Record<string, Refusal>;
