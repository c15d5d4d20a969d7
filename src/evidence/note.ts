/**
 * Signed notes and their keys, as in c2sp.org/signed-note: a text, a blank line, and one line for
 * each signature. Only Ed25519 (type 0x01) signs a note as such; lines of other types and of
 * unknown keys are carried along and ignored.
 */
import {
  decodeBase64,
  decodeHex,
  encodeBase64,
  encodeHex,
  encodeUtf8,
  concatBytes,
  equalBytes,
  isWellFormed,
} from './bytes.js';
import { EvidenceError } from './error.js';
import {
  PUBLIC_KEY_LENGTH,
  publicKeyOf,
  SEED_LENGTH,
  sha256,
  signEd25519,
  verifyEd25519,
} from './hash.js';

/** The signature types in use: the byte that tells what a key may sign, and how. */
export const ED25519 = 0x01;
export const COSIGNATURE_V1 = 0x04;
export type SignatureType = typeof ED25519 | typeof COSIGNATURE_V1;

/** What verifies: the name and key that people keep, in writing a *vkey*. */
export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
}

/** What signs: the private half of an Ed25519 key. */
export interface SigningKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly seed: Uint8Array;
}

/** One signature line. `keyId` is in hexadecimal. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** Everything that is signed, with its last line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The specification asks for at least 16. */
export const MAX_SIGNATURES = 100;
/** In UTF-16 units; far above any checkpoint, with room for post-quantum signature lines. */
export const MAX_NOTE_LENGTH = 1_000_000;

const KEY_ID_LENGTH = 4;
const PRIVATE_KEY = 'PRIVATE+KEY+';

const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const NOT_IN_NAME = /[\p{White_Space}+\u0000-\u001f]/u;

/** The first four bytes of SHA-256(name, line feed, type, public key), in hexadecimal. */
export function keyIdOf(key: VerifierKey): string {
  const prefix = encodeUtf8(`${key.name}\n`);
  const digest = sha256(concatBytes(prefix, Uint8Array.of(key.type), key.publicKey));
  return encodeHex(digest.subarray(0, KEY_ID_LENGTH));
}

/** The public half of a signing key. */
export function verifierKeyOf(key: SigningKey): VerifierKey {
  return { name: key.name, type: key.type, publicKey: publicKeyOf(key.seed) };
}

/** `name+keyid+base64(type || public key)`: the form in which a key is handed over and kept. */
export function encodeVkey(key: VerifierKey): string {
  requireName(key.name);
  const material = concatBytes(Uint8Array.of(key.type), key.publicKey);
  return `${key.name}+${keyIdOf(key)}+${encodeBase64(material)}`;
}

/** The key of a vkey text; throws unless its key id is that of its name and key. */
export function parseVkey(text: string): VerifierKey {
  const [name, keyId, material] = splitKey(text, text);
  const key: VerifierKey = { name, type: typeOf(material), publicKey: material.slice(1) };
  if (key.publicKey.length !== PUBLIC_KEY_LENGTH) throw malformedKey('a public key is 32 bytes');
  if (keyIdOf(key) !== keyId) throw malformedKey('the key id is not that of the name and key');
  return key;
}

/** `PRIVATE+KEY+name+keyid+base64(type || seed)`, as Go's note package writes its keys. Secret. */
export function encodeSigningKey(key: SigningKey): string {
  requireName(key.name);
  const material = encodeBase64(concatBytes(Uint8Array.of(key.type), key.seed));
  return `${PRIVATE_KEY}${key.name}+${keyIdOf(verifierKeyOf(key))}+${material}`;
}

/** The key of such a text; its errors never repeat any part of the text. */
export function parseSigningKey(text: string): SigningKey {
  if (!text.startsWith(PRIVATE_KEY)) throw malformedKey('a private key starts with PRIVATE+KEY+');
  const [name, keyId, material] = splitKey(text.slice(PRIVATE_KEY.length), 'the private key');
  const key: SigningKey = { name, type: typeOf(material), seed: material.slice(1) };
  if (key.seed.length !== SEED_LENGTH) throw malformedKey('a private key is 32 bytes');
  if (keyIdOf(verifierKeyOf(key)) !== keyId)
    throw malformedKey('the key id is not that of the key');
  return key;
}

/** The note of a text and one signature. */
export function signNote(text: string, key: SigningKey): string {
  requireText(text);
  if (key.type !== ED25519) throw malformedKey('a note is signed by a key of type 0x01');
  const signature = signEd25519(key.seed, encodeUtf8(text));
  return `${text}\n${signatureLine(verifierKeyOf(key), signature)}`;
}

/** One signature line, with its line feed: em dash, name, base64(key id || signature). */
export function signatureLine(key: VerifierKey, signature: Uint8Array): string {
  requireName(key.name);
  const id = decodeHex(keyIdOf(key)) ?? new Uint8Array(0);
  return `— ${key.name} ${encodeBase64(concatBytes(id, signature))}\n`;
}

/** Takes a note apart without verifying anything; nothing in it may be trusted yet. */
export function parseNote(note: string): SignedNote {
  if (note.length > MAX_NOTE_LENGTH) throw malformed(`longer than ${MAX_NOTE_LENGTH} characters`);
  if (!isWellFormed(note)) throw malformed('not valid Unicode');
  if (CONTROL.test(note)) throw malformed('a control character');
  const blank = note.lastIndexOf('\n\n');
  if (blank === -1) throw malformed('no blank line before the signatures');
  const text = note.slice(0, blank + 1);
  const lines = note.slice(blank + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0) throw malformed('no line feed after a signature');
  if (lines.length > MAX_SIGNATURES) throw malformed(`more than ${MAX_SIGNATURES} signatures`);
  return { text, signatures: lines.map(parseSignatureLine) };
}

/** The signatures of the note that name this key; verified or not. */
export function signaturesBy(note: SignedNote, key: VerifierKey): readonly NoteSignature[] {
  const keyId = keyIdOf(key);
  return note.signatures.filter((line) => line.name === key.name && line.keyId === keyId);
}

/**
 * The text of a note that this key signed. Throws when it did not, and when a line in its name does
 * not verify; lines of all other keys are ignored.
 */
export function openNote(note: string, vkey: VerifierKey): string {
  if (vkey.type !== ED25519) throw malformedKey('a note is verified by a key of type 0x01');
  const parsed = parseNote(note);
  const lines = signaturesBy(parsed, vkey);
  if (lines.length === 0) {
    throw new EvidenceError('note.unknown-signers', `the note is not signed by ${vkey.name}`);
  }
  const message = encodeUtf8(parsed.text);
  for (const { signature } of lines) {
    if (verifyEd25519({ publicKey: vkey.publicKey, message, signature })) continue;
    throw new EvidenceError('note.bad-signature', `the signature of ${vkey.name} does not verify`);
  }
  return parsed.text;
}

/** Whether two verifier keys are the same key under the same name. */
export function isSameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && a.type === b.type && equalBytes(a.publicKey, b.publicKey);
}

function parseSignatureLine(line: string): NoteSignature {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '—' || name === undefined || encoded === undefined || more.length > 0) {
    throw malformed('a signature line that is not: em dash, name, base64');
  }
  if (!isName(name)) throw malformed('a signature line without a name');
  const bytes = decodeBase64(encoded);
  if (bytes === null || bytes.length <= KEY_ID_LENGTH) throw malformed('a signature cut short');
  return {
    name,
    keyId: encodeHex(bytes.subarray(0, KEY_ID_LENGTH)),
    signature: bytes.slice(KEY_ID_LENGTH),
  };
}

/** The three parts between the plus signs; base64 may have plus signs of its own. */
function splitKey(text: string, shown: string): [string, string, Uint8Array] {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const name = text.slice(0, first);
  const keyId = text.slice(first + 1, second);
  const material = decodeBase64(text.slice(second + 1));
  if (first === -1 || second === -1 || !isName(name)) throw malformedKey(`no name: ${shown}`);
  if (!/^[0-9a-f]{8}$/.test(keyId)) throw malformedKey(`no key id: ${shown}`);
  if (material === null) throw malformedKey(`no key: ${shown}`);
  return [name, keyId, material];
}

function typeOf(material: Uint8Array): SignatureType {
  const [type] = material;
  if (type === ED25519 || type === COSIGNATURE_V1) return type;
  throw malformedKey('neither a type 0x01 nor a type 0x04 key');
}

function isName(name: string): boolean {
  return name !== '' && isWellFormed(name) && !NOT_IN_NAME.test(name);
}

function requireName(name: string): void {
  if (!isName(name)) throw malformedKey('a key name is not empty and has no space and no plus');
}

function requireText(text: string): void {
  if (!text.endsWith('\n')) throw malformed('the text does not end with a line feed');
  if (!isWellFormed(text)) throw malformed('not valid Unicode');
  if (CONTROL.test(text)) throw malformed('a control character');
}

function malformed(problem: string): EvidenceError {
  return new EvidenceError('note.malformed', `not a signed note: ${problem}`);
}

function malformedKey(problem: string): EvidenceError {
  return new EvidenceError('key.malformed', `not a key: ${problem}`);
}
