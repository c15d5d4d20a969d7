/**
 * Cosignatures, as in c2sp.org/tlog-cosignature (Ed25519, type 0x04): a second key's statement that,
 * at a time, it had seen this checkpoint and nothing that contradicts it. C2SP calls such a party a
 * witness; here a witness is always a person, and this is a cosigner.
 */
import { concatBytes, encodeUtf8 } from './bytes.js';
import { parseCheckpointText } from './checkpoint.js';
import { EvidenceError } from './error.js';
import { SIGNATURE_LENGTH, signEd25519, verifyEd25519 } from './hash.js';
import {
  COSIGNATURE_V1,
  parseNote,
  parseVkey,
  signatureLine,
  signaturesBy,
  type SigningKey,
  verifierKeyOf,
} from './note.js';

/** A verified cosignature: who, and when by the cosigner's own clock. */
export interface Cosignature {
  readonly name: string;
  /** Seconds since 1970 in UTC. */
  readonly time: number;
}

const TIME_LENGTH = 8;

/** The checkpoint note with a cosignature added. `time` is in seconds since 1970 in UTC. */
export function cosign(note: string, key: SigningKey, time: number): string {
  if (key.type !== COSIGNATURE_V1) {
    throw new EvidenceError('key.malformed', 'a cosigner has a key of type 0x04');
  }
  if (!Number.isSafeInteger(time) || time < 0) {
    throw new EvidenceError('cosignature.malformed', `${time} is not a time in whole seconds`);
  }
  const { text } = parseNote(note);
  parseCheckpointText(text);
  const signature = signEd25519(key.seed, cosignedMessage(text, time));
  return note + signatureLine(verifierKeyOf(key), concatBytes(timeBytes(time), signature));
}

/**
 * The cosignatures of these keys (vkeys of type 0x04) on a checkpoint. Lines of other keys are
 * ignored; a line of one of these keys that does not verify is an error. How many are enough is for
 * the caller to say.
 */
export function verifyCosignatures(note: string, vkeys: readonly string[]): readonly Cosignature[] {
  const parsed = parseNote(note);
  parseCheckpointText(parsed.text);
  return vkeys.flatMap((vkey) => {
    const key = parseVkey(vkey);
    if (key.type !== COSIGNATURE_V1) {
      throw new EvidenceError('key.malformed', `${key.name} is not a cosigner's key (type 0x04)`);
    }
    return signaturesBy(parsed, key).map((line) => {
      const time = readTime(line.signature);
      const message = cosignedMessage(parsed.text, time);
      const signature = line.signature.subarray(TIME_LENGTH);
      if (verifyEd25519({ publicKey: key.publicKey, message, signature })) {
        return { name: key.name, time };
      }
      throw new EvidenceError('note.bad-signature', `the cosignature of ${key.name} is wrong`);
    });
  });
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_LENGTH);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

/** Big-endian seconds. The specification stops at 2^63 - 1; times this far out are refused. */
function readTime(signature: Uint8Array): number {
  if (signature.length !== TIME_LENGTH + SIGNATURE_LENGTH) {
    throw new EvidenceError('cosignature.malformed', 'a cosignature is 72 bytes');
  }
  const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength);
  const time = view.getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new EvidenceError('cosignature.malformed', 'a cosignature from beyond any calendar');
  }
  return Number(time);
}
