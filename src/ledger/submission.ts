import type { BalanceAfter } from '../domain/apply.js';
import type { Entry } from '../domain/entry.js';
import type { EntryId, LeafHash, LedgerId, PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Meaning, Seen } from '../domain/person.js';
import type { Rejection } from '../domain/rejection.js';
import type { PersonalField, Request, Source } from '../domain/request.js';
import { encode } from '../evidence/canonical.js';
import type { Canonical } from '../evidence/canonical.js';
import { currentVersion } from './leaf/kinds.js';
import { by, encodeRequest } from './leaf/leaf.js';

/** What a person asks to be recorded. Sent again with the same id, it is recorded once. */
export interface Submission {
  readonly id: EntryId;
  readonly request: Request;
  readonly performer: PersonId | 'system';
  readonly transcriber: PersonId | null;
  readonly source: Source;
  /** When the performer last proved who they are. */
  readonly provedAt: Instant;
  /** Challenges that people signed for this entry. */
  readonly challenges: readonly string[];
  /**
   * Second people whose signatures a demonstration makes up; its performer's is then made up too. A ledger that is kept
   * by a real clock refuses it.
   */
  readonly simulated?: readonly SimulatedSigner[];
}

/** A second person who signs in a demonstration, without anybody proving anything. */
export interface SimulatedSigner {
  readonly person: PersonId;
  readonly meaning: Exclude<Meaning, 'performed'>;
  readonly seen: readonly Seen[];
}

export type Recorded =
  | {
      readonly outcome: 'recorded';
      readonly entry: Entry;
      readonly leafHash: LeafHash;
      /** True where an earlier try had recorded it. */
      readonly replayed: boolean;
      /** One for each movement of the entry. */
      readonly balances: readonly BalanceAfter[];
    }
  | { readonly outcome: 'refused'; readonly rejection: Rejection }
  /** The id is already that of an entry with other content. */
  | { readonly outcome: 'conflict' };

/** A submission that can be written: everything that needs no lock is done. */
export interface Prepared {
  readonly ledger: LedgerId;
  readonly submission: Submission;
  /** The request as its leaf will have it. */
  readonly request: Canonical;
  /** Personal fields in the order of their names. */
  readonly personal: readonly PersonalField[];
}

const LEDGER_ID = /^[a-z0-9]{12}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text can name an entry or a challenge; the database would throw at any other. */
export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * Encodes what can be encoded before the lock.
 * @throws CanonicalError, LeafError, RangeError for values that no leaf can hold: the door let something through.
 */
export function prepare(ledger: LedgerId, submission: Submission): Prepared {
  if (!LEDGER_ID.test(ledger)) throw new RangeError('a ledger id is 12 letters and digits');
  if (!isUuid(submission.id)) throw new RangeError('an entry id is a UUID in lower case');
  const personal = [...submission.request.personal].sort((a, b) => (a.field < b.field ? -1 : 1));
  personal.forEach(({ field }, index) => {
    if (field === personal[index + 1]?.field)
      throw new RangeError(`the personal field ${field} stands twice in one request`);
  });
  const request = encodeRequest(submission.request, currentVersion(submission.request.kind));
  return { ledger, submission, request, personal };
}

/** Whether two submissions of one batch with one id ask for the same. */
export function isSameContent(a: Prepared, b: Prepared): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint({ submission, request, personal }: Prepared): string {
  const { performer, transcriber, source } = submission;
  const { kind, occurredAt } = submission.request;
  const fields = personal.map(({ field, value, retention }) => [field, value, retention]);
  const who = by.encode({ person: performer, transcriber });
  return Buffer.from(encode([kind, occurredAt, who, source, request, fields])).toString('latin1');
}
