/**
 * The one encoding of a value: a closed profile of RFC 8785 (JCS), described for other programmers
 * in docs/LEDGER-FORMAT.md.
 *
 * What RFC 8785 leaves open, this refuses: fractions, exponents and numbers of 2^53 or more (their
 * printing differs between languages), keys other than `[a-z][a-z0-9_]*` (their order differs),
 * text that is not in Unicode NFC, and control characters other than the line feed.
 */
import { decodeUtf8, encodeUtf8, equalBytes, isWellFormed } from './bytes.js';
import { isCanonical, MAX_DEPTH } from './canonical-scan.js';

/** A value that can be encoded: what `decode` returns and `encode` takes. */
export type Canonical =
  null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical };

/** An object of such values. */
export type CanonicalObject = Readonly<Record<string, Canonical>>;

/** A value outside the profile, or bytes that are not the encoding of one. */
export class CanonicalError extends Error {
  override readonly name = 'CanonicalError';

  /** `path` is a JSON Pointer (RFC 6901) to the wrong part; empty for the whole. */
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path === '' ? 'the value' : path}: ${problem}`);
  }
}

interface Sink {
  bytes: Uint8Array;
  length: number;
}

const FIRST_CAPACITY = 65_536;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/** ASCII that stands for itself in a string. */
const PLAIN = new Uint8Array(128).fill(1, 0x20);
PLAIN[QUOTE] = 0;
PLAIN[BACKSLASH] = 0;

const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

// One buffer serves all calls. It is taken while in use, so that a call within a call (a getter on
// the value, say) allocates its own and cannot write into this one.
let spare: Uint8Array | null = null;

/** The canonical bytes of a value; throws `CanonicalError` for a value outside the profile. */
export function encode(value: Canonical): Uint8Array {
  const sink: Sink = { bytes: spare ?? new Uint8Array(FIRST_CAPACITY), length: 0 };
  spare = null;
  try {
    writeValue(sink, value, 0);
    return sink.bytes.slice(0, sink.length);
  } finally {
    spare = sink.bytes.length === FIRST_CAPACITY ? sink.bytes : null;
  }
}

/** The value of canonical bytes; throws `CanonicalError` for any other bytes. */
export function decode(bytes: Uint8Array): Canonical {
  if (!isCanonical(bytes)) throw explain(bytes);
  return decodeScanned(bytes);
}

/**
 * The value of bytes that `isCanonical` or `visitMembers` has accepted already, without a second
 * scan. Nothing but those two may vouch for the bytes.
 */
export function decodeScanned(bytes: Uint8Array): Canonical {
  return JSON.parse(decodeUtf8(bytes) ?? '') as Canonical;
}

function writeValue(sink: Sink, value: unknown, depth: number): void {
  if (typeof value === 'string') writeString(sink, value);
  else if (typeof value === 'number') writeNumber(sink, value);
  else if (value === null) writeAscii(sink, 'null');
  else if (typeof value === 'boolean') writeAscii(sink, value ? 'true' : 'false');
  else if (typeof value !== 'object')
    throw new CanonicalError('', `${typeof value} has no encoding`);
  else if (depth >= MAX_DEPTH) throw new CanonicalError('', `more than ${MAX_DEPTH} levels deep`);
  else if (Array.isArray(value)) writeArray(sink, value, depth);
  else writeObject(sink, value, depth);
}

function writeObject(sink: Sink, value: object, depth: number): void {
  // Only plain objects: a Date or a Map has no keys and would silently become {}. Asking for the
  // prototype's prototype also accepts plain objects that another realm made.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new CanonicalError('', 'an instance of a class has no encoding');
  }
  const keys = Object.keys(value);
  if (!isAscending(keys)) keys.sort();
  writeByte(sink, 0x7b);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? '';
    try {
      if (i > 0) writeByte(sink, COMMA);
      writeKey(sink, key);
      writeValue(sink, (value as Record<string, unknown>)[key], depth + 1);
    } catch (error) {
      throw within(key, error);
    }
  }
  writeByte(sink, 0x7d);
}

function writeArray(sink: Sink, value: readonly unknown[], depth: number): void {
  writeByte(sink, 0x5b);
  for (let i = 0; i < value.length; i += 1) {
    try {
      if (i > 0) writeByte(sink, COMMA);
      writeValue(sink, value[i], depth + 1);
    } catch (error) {
      throw within(String(i), error);
    }
  }
  writeByte(sink, 0x5d);
}

/** The same error, with the step that led to it put before its path. */
function within(step: string, error: unknown): unknown {
  if (!(error instanceof CanonicalError)) return error;
  const escaped = step.replaceAll('~', '~0').replaceAll('/', '~1');
  return new CanonicalError(`/${escaped}${error.path}`, error.problem);
}

function isAscending(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i += 1) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return false;
  }
  return true;
}

function writeKey(sink: Sink, key: string): void {
  const bytes = reserve(sink, key.length + 3);
  let at = sink.length;
  bytes[at++] = QUOTE;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    const isLetter = code >= 0x61 && code <= 0x7a;
    const isRest = (code >= 0x30 && code <= 0x39) || code === 0x5f;
    if (!isLetter && (i === 0 || !isRest)) throw new CanonicalError('', 'not a key of the profile');
    bytes[at++] = code;
  }
  if (key === '') throw new CanonicalError('', 'an empty key');
  bytes[at++] = QUOTE;
  bytes[at++] = 0x3a;
  sink.length = at;
}

function writeNumber(sink: Sink, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new CanonicalError('', `${value} is not an integer below 2^53`);
  }
  if (Object.is(value, -0)) throw new CanonicalError('', 'minus zero');
  writeAscii(sink, String(value));
}

function writeString(sink: Sink, value: string): void {
  const bytes = reserve(sink, 2 * value.length + 2);
  let at = sink.length;
  bytes[at++] = QUOTE;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (PLAIN[code] === 1) {
      bytes[at++] = code;
    } else if (code === QUOTE || code === BACKSLASH) {
      bytes[at++] = BACKSLASH;
      bytes[at++] = code;
    } else if (code === LINE_FEED) {
      bytes[at++] = BACKSLASH;
      bytes[at++] = 0x6e;
    } else {
      writeUnicode(sink, value);
      return;
    }
  }
  bytes[at++] = QUOTE;
  sink.length = at;
}

/** The slow way, for text that is not plain ASCII: the checks that ASCII passes by itself. */
function writeUnicode(sink: Sink, value: string): void {
  if (CONTROL.test(value)) throw new CanonicalError('', 'a control character other than line feed');
  if (!isWellFormed(value)) throw new CanonicalError('', 'half of a surrogate pair');
  if (value.normalize('NFC') !== value) throw new CanonicalError('', 'not in Unicode NFC');
  // Without control characters and lone surrogates, JSON.stringify escapes as RFC 8785 does.
  const encoded = encodeUtf8(JSON.stringify(value));
  reserve(sink, encoded.length).set(encoded, sink.length);
  sink.length += encoded.length;
}

function writeAscii(sink: Sink, text: string): void {
  const bytes = reserve(sink, text.length);
  for (let i = 0; i < text.length; i += 1) bytes[sink.length + i] = text.charCodeAt(i);
  sink.length += text.length;
}

function writeByte(sink: Sink, byte: number): void {
  reserve(sink, 1)[sink.length] = byte;
  sink.length += 1;
}

/** The sink's bytes, with room for `size` more. */
function reserve(sink: Sink, size: number): Uint8Array {
  if (sink.length + size > sink.bytes.length) {
    const larger = new Uint8Array(2 * (sink.length + size));
    larger.set(sink.bytes.subarray(0, sink.length));
    sink.bytes = larger;
  }
  return sink.bytes;
}

/** Finds out why bytes are not canonical; only ever called once that is known. */
function explain(bytes: Uint8Array): CanonicalError {
  const text = decodeUtf8(bytes);
  if (text === null) return new CanonicalError('', 'not valid UTF-8');
  let again: Uint8Array;
  try {
    again = encode(JSON.parse(text) as Canonical);
  } catch (error) {
    if (error instanceof CanonicalError) return error;
    return new CanonicalError('', 'not JSON');
  }
  if (equalBytes(again, bytes)) throw new Error('bug: the scan refused canonical bytes');
  const at = again.findIndex((byte, i) => byte !== bytes[i]);
  const offset = at === -1 ? again.length : at;
  return new CanonicalError('', `not the one encoding of its value, from byte ${offset} on`);
}
