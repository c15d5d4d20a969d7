/**
 * What a signature covers: the exact content that was on the screen, each personal field replaced by its commitment.
 * Every part of it stands in the leaf, so that whoever holds the leaf computes the hash again.
 */
import type { Commitment, Entry } from '../domain/entry.js';
import type { EntryId, LeafHash, PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Meaning, Seen, Signature } from '../domain/person.js';
import type { Kind, Source } from '../domain/request.js';
import { encodeBase64 } from '../evidence/bytes.js';
import { encode } from '../evidence/canonical.js';
import type { Canonical } from '../evidence/canonical.js';
import { sha256 } from '../evidence/hash.js';
import { by, commitments, encodeRequest, seen } from './leaf/leaf.js';

/** Who asks for what to be recorded: the same for everybody who signs it. */
export interface Content {
  readonly log: string;
  readonly entry: EntryId;
  readonly kind: Kind;
  readonly performer: PersonId | 'system';
  readonly transcriber: PersonId | null;
  readonly source: Source;
  readonly occurredAt: Instant;
  readonly commitments: readonly Commitment[];
  /** The request as the leaf has it. */
  readonly request: Canonical;
}

/** One person's part. */
export interface Signing {
  readonly signer: PersonId | 'system';
  readonly meaning: Meaning;
  readonly seen: readonly Seen[];
  readonly words: string;
}

/** The words in which the content of a kind is shown to its signers; a change of words is a new version. */
export const wordsFor = (kind: Kind): string => `${kind}/1`;

/** SHA-256, base64, of the canonical bytes of the content. */
export function contentHash(content: Content, signing: Signing): LeafHash {
  const { log, entry, kind, performer, transcriber, source, occurredAt, request } = content;
  const bytes = encode({
    by: by.encode({ person: performer, transcriber }),
    entry,
    kind,
    log,
    meaning: signing.meaning,
    occ: occurredAt,
    phi: commitments.encode(content.commitments),
    request,
    seen: seen.encode(signing.seen),
    signer: signing.signer,
    src: source,
    words: signing.words,
  });
  // 32 bytes in base64 are what a LeafHash is.
  return encodeBase64(sha256(bytes)) as LeafHash;
}

/** What the performer signs by submitting; also what tells a repeated request from another one. */
export function performersHash(content: Content): LeafHash {
  const { performer, kind } = content;
  const words = wordsFor(kind);
  return contentHash(content, { signer: performer, meaning: 'performed', seen: [], words });
}

/** The content that the signatures of an entry must cover, read from the entry alone. */
export function contentOf(entry: Entry): Content {
  const { log, id, kind, performer, transcriber, source, occurredAt, commitments } = entry;
  const request = encodeRequest(entry.request, entry.version);
  return { log, entry: id, kind, performer, transcriber, source, occurredAt, commitments, request };
}

/** Whether a signature of an entry covers that entry's content. */
export function covers(signature: Signature, content: Content): boolean {
  const { person: signer, meaning, seen, words, hash } = signature;
  return contentHash(content, { signer, meaning, seen, words }) === hash;
}
