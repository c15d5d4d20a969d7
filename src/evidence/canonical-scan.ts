/**
 * Recognises canonical bytes without building their value: one pass over the bytes.
 *
 * A verifier that reads millions of leaves needs to know that each is canonical, and three of its
 * members, long before anyone needs the value. This takes about a quarter of the time of JSON.parse,
 * and leaves JSON.parse as the only thing to do for those who want the value.
 *
 * Its grammar must be that of `canonical.ts` to the letter; a test compares the two on generated
 * and on damaged input.
 */
import { decodeUtf8 } from './bytes.js';

/**
 * Called for each member of the outermost object, in order: where its key starts and ends (without
 * the quotes), and where its value ends. The value starts two bytes after the key's end.
 */
export type MemberVisitor = (keyStart: number, keyEnd: number, valueEnd: number) => void;

/** How many objects and arrays may lie inside each other. */
export const MAX_DEPTH = 64;

// The scanning functions take a position and return the one after what they recognised, or this.
const REFUSED = -1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;

const PLAIN = new Uint8Array(256).fill(1, 0x20, 0x80);
PLAIN[QUOTE] = 0;
PLAIN[BACKSLASH] = 0;
const KEY_REST = new Uint8Array(256).fill(1, 0x61, 0x7b).fill(1, ZERO, NINE + 1);
KEY_REST[0x5f] = 1;

/** Whether the bytes are the canonical encoding of some value. */
export function isCanonical(bytes: Uint8Array): boolean {
  return bytes.length > 0 && scanValue(bytes, 0, 0) === bytes.length;
}

/** Whether the bytes are the canonical encoding of an object; shows its members as it goes. */
export function visitMembers(bytes: Uint8Array, visit: MemberVisitor): boolean {
  return bytes[0] === 0x7b && scanObject(bytes, 0, 0, visit) === bytes.length;
}

// Reading past the end gives `undefined`, which every comparison below refuses, so no function
// needs to know where the end is.
function scanValue(bytes: Uint8Array, at: number, depth: number): number {
  switch (bytes[at]) {
    case QUOTE:
      return scanString(bytes, at);
    case 0x7b:
      return depth < MAX_DEPTH ? scanObject(bytes, at, depth) : REFUSED;
    case 0x5b:
      return depth < MAX_DEPTH ? scanArray(bytes, at, depth) : REFUSED;
    case 0x74:
      return scanWord(bytes, at, 'true');
    case 0x66:
      return scanWord(bytes, at, 'false');
    case 0x6e:
      return scanWord(bytes, at, 'null');
    default:
      return scanNumber(bytes, at);
  }
}

function scanObject(
  bytes: Uint8Array,
  start: number,
  depth: number,
  visit?: MemberVisitor,
): number {
  let at = start + 1;
  if (bytes[at] === 0x7d) return at + 1;
  let previous = 0;
  for (;;) {
    const key = at + 1;
    const keyEnd = scanKey(bytes, at);
    if (keyEnd === REFUSED) return REFUSED;
    if (previous !== 0 && !isKeyBefore(bytes, previous, key)) return REFUSED;
    previous = key;
    at = scanValue(bytes, keyEnd + 2, depth + 1);
    if (at === REFUSED) return REFUSED;
    if (visit !== undefined) visit(key, keyEnd, at);
    const next = bytes[at];
    at += 1;
    if (next === 0x7d) return at;
    if (next !== COMMA) return REFUSED;
  }
}

function scanArray(bytes: Uint8Array, start: number, depth: number): number {
  let at = start + 1;
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    at = scanValue(bytes, at, depth + 1);
    if (at === REFUSED) return REFUSED;
    const next = bytes[at];
    at += 1;
    if (next === 0x5d) return at;
    if (next !== COMMA) return REFUSED;
  }
}

/** Returns the position of the key's closing quote, which a colon must follow. */
function scanKey(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return REFUSED;
  let at = start + 1;
  const first = bytes[at] ?? 0;
  if (first < 0x61 || first > 0x7a) return REFUSED;
  while (KEY_REST[bytes[at] ?? 0] === 1) at += 1;
  return bytes[at] === QUOTE && bytes[at + 1] === 0x3a ? at : REFUSED;
}

/** Whether one key sorts before another; both end with a quote. Equal keys do not. */
function isKeyBefore(bytes: Uint8Array, first: number, second: number): boolean {
  for (let i = 0; ; i += 1) {
    const a = bytes[first + i] ?? QUOTE;
    const b = bytes[second + i] ?? QUOTE;
    if (a === b && a !== QUOTE) continue;
    // A key that is the beginning of the other comes first.
    if (b === QUOTE) return false;
    return a === QUOTE || a < b;
  }
}

function scanString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  let isAscii = true;
  for (;;) {
    while (PLAIN[bytes[at] ?? 0] === 1) at += 1;
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) break;
    if (byte === BACKSLASH) {
      const escaped = bytes[at + 1];
      if (escaped !== QUOTE && escaped !== BACKSLASH && escaped !== 0x6e) return REFUSED;
      at += 2;
    } else if (byte >= 0x80) {
      isAscii = false;
      at += 1;
    } else {
      return REFUSED;
    }
  }
  return isAscii || isUnicodeString(bytes.subarray(start, at + 1)) ? at + 1 : REFUSED;
}

/** Whether a string that is not all ASCII is valid UTF-8 and in NFC; `bytes` has its quotes. */
function isUnicodeString(bytes: Uint8Array): boolean {
  const text = decodeUtf8(bytes);
  if (text === null) return false;
  // Unescaped first: the n of an escaped line feed would else take a following accent to itself.
  const value = JSON.parse(text) as string;
  return value.normalize('NFC') === value;
}

function scanNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  if (bytes[at] === ZERO) return at === start ? at + 1 : REFUSED;
  const digits = at;
  let value = 0;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) break;
    value = value * 10 + (byte - ZERO);
    if (value > Number.MAX_SAFE_INTEGER) return REFUSED;
    at += 1;
  }
  return at > digits ? at : REFUSED;
}

function scanWord(bytes: Uint8Array, start: number, word: string): number {
  for (let i = 0; i < word.length; i += 1) {
    if (bytes[start + i] !== word.charCodeAt(i)) return REFUSED;
  }
  return start + word.length;
}
