/**
 * Proofs that travel: a leaf's inclusion proof and the checkpoint that it leads to, in one text, as
 * in c2sp.org/tlog-proof. With the leaf's bytes and the log's vkey, that is all a stranger needs.
 */
import { decodeBase64, encodeBase64, parseDecimal } from './bytes.js';
import { type Checkpoint, verifyCheckpoint } from './checkpoint.js';
import { type Cosignature, verifyCosignatures } from './cosignature.js';
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { parseNote } from './note.js';
import { verifyInclusion } from './tree.js';

export interface LogProof {
  readonly index: number;
  /** Sibling hashes, from the leaf upwards. */
  readonly hashes: readonly Uint8Array[];
  /** The checkpoint, as signed. */
  readonly checkpoint: string;
  /** Anything the application adds; not covered by any signature. Null when there is none. */
  readonly extra: Uint8Array | null;
}

/** What a proof has shown. */
export interface ProvenLeaf {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/** No tree below 2^63 leaves needs more. */
export const MAX_PROOF_HASHES = 63;

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const EXTRA = 'extra ';
const INDEX = 'index ';

/** The text of a proof; by convention in a file named `*.tlog-proof`. */
export function encodeProof(proof: LogProof): string {
  if (!Number.isSafeInteger(proof.index) || proof.index < 0) throw malformed('no such index');
  if (proof.hashes.length > MAX_PROOF_HASHES) throw malformed('too many hashes');
  if (proof.hashes.some((hash) => hash.length !== HASH_LENGTH)) throw malformed('a wrong hash');
  if (proof.extra?.length === 0) throw malformed('extra data of no bytes: leave them out');
  parseNote(proof.checkpoint);
  const lines = [
    FIRST_LINE,
    ...(proof.extra === null ? [] : [EXTRA + encodeBase64(proof.extra)]),
    INDEX + String(proof.index),
    ...proof.hashes.map(encodeBase64),
  ];
  return `${lines.join('\n')}\n\n${proof.checkpoint}`;
}

/** Takes a proof apart without verifying it; nothing in it may be trusted yet. */
export function parseProof(text: string): LogProof {
  const blank = text.indexOf('\n\n');
  if (blank === -1) throw malformed('no blank line before the checkpoint');
  const checkpoint = text.slice(blank + 2);
  parseNote(checkpoint);
  const [first, ...lines] = text.slice(0, blank).split('\n');
  if (first !== FIRST_LINE) throw malformed(`the first line is not ${FIRST_LINE}`);
  const extra = lines[0]?.startsWith(EXTRA) === true ? parseExtra(lines.shift() ?? '') : null;
  const indexLine = lines.shift();
  if (indexLine?.startsWith(INDEX) !== true) throw malformed('no index');
  const index = parseDecimal(indexLine.slice(INDEX.length));
  if (index === null) throw malformed('an index that is not a plain number');
  if (lines.length > MAX_PROOF_HASHES) throw malformed(`more than ${MAX_PROOF_HASHES} hashes`);
  return { index, hashes: lines.map(parseHash), checkpoint, extra };
}

/**
 * Checks that the leaf with this hash is in the log whose key is `vkey`, and verifies the
 * cosignatures of the given cosigners; how many of those are enough is for the caller to say.
 * Throws unless everything that is there holds.
 */
export function verifyProof(claim: {
  readonly text: string;
  readonly leafHash: Uint8Array;
  readonly vkey: string;
  readonly origin?: string;
  readonly cosigners?: readonly string[];
}): ProvenLeaf {
  const proof = parseProof(claim.text);
  const note = proof.checkpoint;
  const { vkey, origin } = claim;
  const checkpoint = verifyCheckpoint({ note, vkey, ...(origin === undefined ? {} : { origin }) });
  const cosignatures = verifyCosignatures(note, claim.cosigners ?? []);
  const { size, root } = checkpoint;
  const { index, hashes } = proof;
  if (!verifyInclusion({ index, size, leafHash: claim.leafHash, proof: hashes, root })) {
    const what = `the leaf is not number ${index} of the ${size} under this checkpoint`;
    throw new EvidenceError('proof.not-included', what);
  }
  return { index, checkpoint, cosignatures };
}

function parseExtra(line: string): Uint8Array {
  const extra = decodeBase64(line.slice(EXTRA.length));
  if (extra === null || extra.length === 0) throw malformed('extra data that are not base64');
  return extra;
}

function parseHash(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash?.length !== HASH_LENGTH) throw malformed('a hash that is not 32 bytes in base64');
  return hash;
}

function malformed(problem: string): EvidenceError {
  return new EvidenceError('proof.malformed', `not a tlog-proof: ${problem}`);
}
