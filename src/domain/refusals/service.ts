import { identity, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** What the service itself stands in the way of: files and clocks. */
export const SERVICE_REFUSALS = {
  'file.unknown': identity('This file was not uploaded here.', 'Upload the file first.'),
  'clock.simulated-mismatch': conflict(
    'This ledger runs on another kind of clock.',
    'Start the service with the clock that the ledger was opened with.',
  ),
} as const satisfies Record<string, Refusal>;
