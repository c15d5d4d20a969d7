import { impossible, practice, signature, authority, conflict } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** What any line may be refused for, whatever it is about. */
export const ENTRY_REFUSALS = {
  'entry.in-future': impossible(
    'The time of the event lies in the future.',
    'Give the time at which it happened.',
  ),
  'entry.late-without-reason': practice(
    'The event is longer ago than the site allows without a reason.',
    'Give a reason for the late entry.',
  ),
  'entry.done-without-reason': practice(
    'A rule was not kept, and a recorded fact needs the reason.',
    'Give the reason why it was done.',
  ),
  'entry.not-permitted': authority(
    'You do not have the right for this act at this site.',
    'Ask an administrator for the role, or someone who has it.',
  ),
  'entry.reauthentication-needed': signature(
    'Your last proof of identity is too long ago for a signature.',
    'Prove your identity again and repeat.',
  ),
  'ledger.not-opened': conflict(
    'This ledger has no opening line yet.',
    'Finish the set-up of the site.',
  ),
  'ledger.already-opened': conflict('This ledger is already open.', 'Nothing needs to be done.'),
} as const satisfies Record<string, Refusal>;
