/**
 * What a person's signature covers: the exact content that was on the screen, with each personal
 * field replaced by its commitment. Everything in it stands in the leaf, so that anyone who holds
 * the leaf can compute the hash again.
 */
import { type Canonical, type CanonicalObject, encode } from './canonical.js';
import { sha256 } from './hash.js';

export interface SignedContent {
  /** The entry's id, fixed when the signer was asked. */
  readonly entry: string;
  readonly kind: string;
  /** The origin of the ledger. */
  readonly log: string;
  /** In what capacity the person signs. */
  readonly meaning: string;
  /** The commitments that stand for the personal fields, as in the leaf. */
  readonly phi: readonly CanonicalObject[];
  /** The request as the leaf's `body.request` has it. */
  readonly request: Canonical;
  /** The opaque id of the person who signs. */
  readonly signer: string;
  /** Which version of the words was shown. */
  readonly words: string;
}

/** SHA-256 of the canonical bytes of the content: what is signed, and stored with the signature. */
export function contentHash(content: SignedContent): Uint8Array {
  const { entry, kind, log, meaning, phi, request, signer, words } = content;
  return sha256(encode({ entry, kind, log, meaning, phi, request, signer, words }));
}
