/**
 * The cryptography under the evidence: SHA-256, HMAC-SHA-256 and Ed25519. This is the only file of
 * the folder that imports `node:crypto`; a browser replaces this one file and nothing else.
 */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

export const HASH_LENGTH = 32;
export const SEED_LENGTH = 32;
export const PUBLIC_KEY_LENGTH = 32;
export const SIGNATURE_LENGTH = 64;

// RFC 8410: everything in the DER form of an Ed25519 key that comes before its 32 bytes.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Writes SHA-256 of `input` into `target` at `at`.
 *
 * The digest comes out of OpenSSL as a one-byte string and is copied: asking for a Buffer instead
 * takes about twice as long for inputs as small as ours, most of it in making the Buffer.
 */
export function sha256Into(target: Uint8Array, at: number, input: Uint8Array): void {
  const digest = hash('sha256', input, 'binary');
  for (let i = 0; i < HASH_LENGTH; i += 1) target[at + i] = digest.charCodeAt(i);
}

/** SHA-256 of the input. */
export function sha256(input: Uint8Array): Uint8Array {
  const digest = new Uint8Array(HASH_LENGTH);
  sha256Into(digest, 0, input);
  return digest;
}

/** HMAC-SHA-256 of the input under the key. */
export function hmacSha256(key: Uint8Array, input: Uint8Array): Uint8Array {
  return Uint8Array.from(createHmac('sha256', key).update(input).digest());
}

/** A new Ed25519 private key: 32 random bytes, the seed of RFC 8032. */
export function newSeed(): Uint8Array {
  return Uint8Array.from(randomBytes(SEED_LENGTH));
}

/** The 32-byte Ed25519 public key of a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return keyOf(seed).publicKey.slice();
}

/** The 64-byte Ed25519 signature (RFC 8032) of the message. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return Uint8Array.from(sign(null, message, keyOf(seed).privateKey));
}

/** Whether the signature is this key's over this message. A malformed key or signature is not. */
export function verifyEd25519(check: {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}): boolean {
  if (check.publicKey.length !== PUBLIC_KEY_LENGTH) return false;
  if (check.signature.length !== SIGNATURE_LENGTH) return false;
  const key = Buffer.concat([SPKI_PREFIX, check.publicKey]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  return verify(null, check.message, publicKey, check.signature);
}

interface Key {
  readonly privateKey: KeyObject;
  readonly publicKey: Uint8Array;
}

// A signer signs with the same few seeds for years, and making a key of a seed takes longer than signing with it. A key is
// forgotten with its seed. Nobody may write into a seed that was used.
const KEYS = new WeakMap<Uint8Array, Key>();

function keyOf(seed: Uint8Array): Key {
  const known = KEYS.get(seed);
  if (known !== undefined) return known;
  if (seed.length !== SEED_LENGTH) throw new RangeError('an Ed25519 seed is 32 bytes');
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const key = { privateKey, publicKey: Uint8Array.from(spki.subarray(SPKI_PREFIX.length)) };
  KEYS.set(seed, key);
  return key;
}
