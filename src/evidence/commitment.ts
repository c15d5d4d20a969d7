/**
 * Commitments: how a leaf holds personal data without showing them. A leaf carries only the HMAC of
 * the field under a random salt; salt and value are kept elsewhere and may be shown, or destroyed,
 * without touching the tree. The entry id and the field name are inside, so that a commitment
 * cannot be moved to another entry or field.
 */
import { decodeBase64, encodeBase64, equalBytes } from './bytes.js';
import { type Canonical, encode } from './canonical.js';
import { EvidenceError } from './error.js';
import { hmacSha256 } from './hash.js';

/** Everything that is committed to; `salt` is 32 bytes drawn for this field alone. */
export interface Opening {
  readonly salt: Uint8Array;
  readonly entry: string;
  readonly field: string;
  readonly value: Canonical;
}

export const SALT_LENGTH = 32;

/** base64 of HMAC-SHA-256(salt, canonical bytes of {"e": entry, "f": field, "v": value}). */
export function commit(opening: Opening): string {
  if (opening.salt.length !== SALT_LENGTH) {
    // A shorter salt would let the value be found by trying likely ones.
    throw new EvidenceError('hash.malformed', `a salt is ${SALT_LENGTH} bytes`);
  }
  const { entry, field, value } = opening;
  return encodeBase64(hmacSha256(opening.salt, encode({ e: entry, f: field, v: value })));
}

/** Whether the commitment is to exactly this value, of this field, of this entry, with this salt. */
export function opens(commitment: string, opening: Opening): boolean {
  const committed = decodeBase64(commitment);
  const computed = decodeBase64(commit(opening));
  return committed !== null && computed !== null && equalBytes(committed, computed);
}
