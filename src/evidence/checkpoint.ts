/**
 * Checkpoints: the signed head of a log, as in c2sp.org/tlog-checkpoint. Three lines (origin, size,
 * root) in a signed note. Our logs sign with a key whose name is the origin, and add no extension
 * lines; those of other logs are read and kept.
 */
import { decodeBase64, encodeBase64, isWellFormed, parseDecimal } from './bytes.js';
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { openNote, parseNote, parseVkey, signNote, type SigningKey } from './note.js';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines that a log may add, signed like the rest; ours never does. */
  readonly extensions: readonly string[];
}

/** What a new checkpoint says. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

const NOT_IN_ORIGIN = /[\u0000-\u001f]/;

/** The three lines that are signed. */
export function checkpointText(head: Head): string {
  if (head.origin === '' || !isWellFormed(head.origin) || NOT_IN_ORIGIN.test(head.origin)) {
    throw malformed('an origin is one line of text');
  }
  if (!Number.isSafeInteger(head.size) || head.size < 0) throw malformed('no such size');
  if (head.root.length !== HASH_LENGTH) throw malformed('a root is 32 bytes');
  return `${head.origin}\n${head.size}\n${encodeBase64(head.root)}\n`;
}

/** The checkpoint of a note's text; throws unless every line is as the specification says. */
export function parseCheckpointText(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('the last line does not end');
  const [origin, sizeLine, rootLine, ...extensions] = lines;
  if (origin === undefined || sizeLine === undefined || rootLine === undefined) {
    throw malformed('fewer than three lines');
  }
  if (lines.includes('')) throw malformed('an empty line');
  const size = parseDecimal(sizeLine);
  if (size === null) throw malformed('a size that is not a plain number');
  const root = decodeBase64(rootLine);
  if (root?.length !== HASH_LENGTH) throw malformed('a root that is not 32 bytes in base64');
  return { origin, size, root, extensions };
}

/**
 * The signed note of a head. Whoever calls this must have made sure that the tree only grows: two
 * checkpoints that contradict each other are proof against the log for ever.
 */
export function signCheckpoint(head: Head, key: SigningKey): string {
  if (key.name !== head.origin) {
    throw new EvidenceError('checkpoint.other-origin', `${key.name} may not sign ${head.origin}`);
  }
  return signNote(checkpointText(head), key);
}

/**
 * The checkpoint in a note that the log's key signed. `origin` is the log that the caller expects,
 * by default the key's name. Throws for any other log, key or text.
 */
export function verifyCheckpoint(claim: {
  readonly note: string;
  readonly vkey: string;
  readonly origin?: string;
}): Checkpoint {
  const vkey = parseVkey(claim.vkey);
  const checkpoint = parseCheckpointText(openNote(claim.note, vkey));
  const origin = claim.origin ?? vkey.name;
  if (checkpoint.origin !== origin) {
    const found = `a checkpoint of ${checkpoint.origin}, not of ${origin}`;
    throw new EvidenceError('checkpoint.other-origin', found);
  }
  return checkpoint;
}

/** The checkpoint in a note, without verifying any signature: for looking only. */
export function readCheckpoint(note: string): Checkpoint {
  return parseCheckpointText(parseNote(note).text);
}

function malformed(problem: string): EvidenceError {
  return new EvidenceError('checkpoint.malformed', `not a checkpoint: ${problem}`);
}
