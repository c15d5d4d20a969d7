import type { LeafHash, LedgerId, PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Organisation } from '../domain/organisation.js';
import type { Signature } from '../domain/person.js';
import { rejection } from '../domain/rejection.js';
import type { Rejection } from '../domain/rejection.js';
import { contentFor, isGood, mergeSalts } from './challenges.js';
import type { SealedChallenge } from './challenge.sql.js';
import { commitTo, openSalts, saltFields, sealField } from './confidential.js';
import type { ConfidentialRow, Sealer } from './confidential.js';
import { contentHash, performersHash, wordsFor } from './signed-content.js';
import type { Content } from './signed-content.js';
import type { Prepared, SimulatedSigner } from './submission.js';

/** A submission whose content is fixed: its personal fields are committed to, and its signatures are verified. */
export interface Signed {
  readonly content: Content;
  readonly requestHash: LeafHash;
  readonly signatures: readonly Signature[];
  readonly confidential: readonly ConfidentialRow[];
}

/** Where and when a submission is signed. */
export interface SigningPlace {
  readonly ledger: LedgerId;
  readonly origin: string;
  readonly recordedAt: Instant;
  readonly organisation: Organisation;
}

/**
 * Commits to the personal fields and gathers the signatures: the performer's own, by the session, and those of the
 * challenges. A challenge that does not fit makes the whole submission unknown to its signers.
 */
export function sign(
  item: Prepared,
  place: SigningPlace,
  given: { readonly sealer: Sealer; readonly challenges: ReadonlyMap<string, SealedChallenge> },
): Signed | Rejection {
  const { submission, personal } = item;
  const { ledger, origin, organisation } = place;
  const { sealer } = given;
  const own = { ledger, entry: submission.id };
  const challenges = submission.challenges.map((id) => given.challenges.get(id));
  const salts = challenges.flatMap((challenge) =>
    challenge?.ledger === ledger && challenge.entry === submission.id
      ? [openSalts(sealer, own, challenge.salts)]
      : [],
  );
  const fields = saltFields(personal, mergeSalts(salts));
  const content = contentFor(item, origin, commitTo(submission.id, fields));
  const requestHash = performersHash(content);
  const signatures: Signature[] = [];
  const performer = ownSignature(item, place, requestHash);
  if (performer !== undefined && !isAmong(performer, challenges)) signatures.push(performer);
  for (const challenge of challenges) {
    if (!isGood(challenge, content, place)) return rejection('signature.unknown');
    const { signer: person, meaning, method, seen, hash, words, signedAt } = challenge;
    const named = namesOf(person, organisation);
    if (named === undefined) return rejection('person.unknown', { person });
    if ((meaning === 'performed') !== (person === submission.performer))
      return rejection(meaning === 'performed' ? 'signature.unknown' : 'witness.same-person');
    signatures.push({ person, meaning, method, seen, ...named, signedAt, hash, words });
  }
  for (const signer of submission.simulated ?? []) {
    const made = simulatedSignature(signer, item, { content, place });
    if ('code' in made) return made;
    signatures.push(made);
  }
  const confidential = fields.map((field) => sealField(sealer, own, field));
  return { content, requestHash, signatures, confidential };
}

/**
 * The session is the performer's signature. Where another person wrote the entry down, the session is theirs and signs
 * nothing: the performer then signs by a challenge, or not at all.
 */
function ownSignature(
  { submission }: Prepared,
  { recordedAt, organisation }: SigningPlace,
  hash: LeafHash,
): Signature | undefined {
  const { performer, transcriber, request } = submission;
  if (performer === 'system' || transcriber !== null) return undefined;
  const named = namesOf(performer, organisation);
  if (named === undefined) return undefined;
  return {
    person: performer,
    meaning: 'performed',
    method: submission.simulated === undefined ? 'session' : 'simulated',
    seen: [],
    ...named,
    signedAt: recordedAt,
    hash,
    words: wordsFor(request.kind),
  };
}

/** The signature of somebody who never saw the content: of a demonstration, and marked as that. */
function simulatedSignature(
  { person, meaning, seen }: SimulatedSigner,
  { submission }: Prepared,
  { content, place }: { readonly content: Content; readonly place: SigningPlace },
): Signature | Rejection {
  const named = namesOf(person, place.organisation);
  if (named === undefined) return rejection('person.unknown', { person });
  if (person === submission.performer) return rejection('witness.same-person');
  const words = wordsFor(submission.request.kind);
  const hash = contentHash(content, { signer: person, meaning, seen, words });
  const signedAt = place.recordedAt;
  return { person, meaning, method: 'simulated', seen, ...named, signedAt, hash, words };
}

function isAmong(
  { person }: Signature,
  challenges: readonly (SealedChallenge | undefined)[],
): boolean {
  return challenges.some(
    (challenge) => challenge?.meaning === 'performed' && challenge.signer === person,
  );
}

/** Licence and commitments of printed name and initials, as the organisation has them. */
function namesOf(
  person: PersonId,
  organisation: Organisation,
): Pick<Signature, 'licenseClass' | 'name' | 'initials'> | undefined {
  const found = organisation.persons.get(person);
  if (found === undefined) return undefined;
  const { licenseClass, nameCommitment, initialsCommitment } = found;
  return { licenseClass, name: nameCommitment, initials: initialsCommitment };
}
