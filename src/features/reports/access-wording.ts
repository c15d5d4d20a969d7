import type { JournalKind } from '../../platform/journal/access-journal.js';
import type { JournalledLine } from './access.sql.js';

/** What the kinds of the access journal are called on paper, and in which part of the access document they stand. */

export const COMING_WORDS: Partial<Readonly<Record<JournalKind, string>>> = {
  'set-up': 'Set up the organisation',
  'signed-in': 'Signed in',
  'sign-in-failed': 'SIGN-IN FAILED',
  'signed-out': 'Signed out',
  'proof-failed': 'PROOF OF IDENTITY FAILED',
  'signature-refused': 'SIGNATURE REFUSED',
  'request-refused': 'Request refused',
  'secrets-changed': 'Changed own password or PIN',
  'secrets-reset': 'Password or PIN reset by another',
  'sessions-ended': 'Sessions ended',
};
const SEEN_WORDS: Partial<Readonly<Record<JournalKind, string>>> = {
  'patients-seen': 'Records of patients',
  'entries-seen': 'Lines of the register',
  'journal-seen': 'Access journal',
  'patient-changed': 'Record of a patient changed',
};
const TAKEN_WORDS: Partial<Readonly<Record<JournalKind, string>>> = {
  'file-stored': 'File stored',
  'file-seen': 'File opened',
  printed: 'Printed',
  exported: 'Exported',
};

const kindsOf = (words: Partial<Record<JournalKind, string>>): readonly JournalKind[] =>
  Object.keys(words) as readonly JournalKind[];
export const COMING_KINDS = kindsOf(COMING_WORDS);
export const SEEN_KINDS = kindsOf(SEEN_WORDS);
export const TAKEN_KINDS = kindsOf(TAKEN_WORDS);

export const seenRecordWords = (kind: JournalKind): string => SEEN_WORDS[kind] ?? kind;

/** "Request refused: draw, draw.exceeds-remaining". */
export function comingWords({ kind, act, code }: JournalledLine): string {
  const what = [act, code].filter((each) => each !== null).join(', ');
  return `${COMING_WORDS[kind] ?? kind}${what === '' ? '' : `: ${what}`}`;
}

/** "Printed: ledger-pdf". */
export function takenWords({ kind, act }: JournalledLine): string {
  return `${TAKEN_WORDS[kind] ?? kind}${act === null ? '' : `: ${act}`}`;
}
