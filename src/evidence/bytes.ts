/**
 * Bytes and their text forms: UTF-8, base64, hexadecimal. Everything here is strict: one text for
 * one value, so that a flipped character can never decode to the same bytes. It uses nothing that a
 * browser lacks.
 */

const ENCODER = new TextEncoder();
// ignoreBOM keeps a byte order mark as a character, where the formats then refuse it.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_CODES = ENCODER.encode(BASE64);
const PAD = 0x3d;
const NOT_BASE64 = 0xff;
const BASE64_VALUES = new Uint8Array(128).fill(NOT_BASE64);
BASE64_CODES.forEach((code, value) => {
  BASE64_VALUES[code] = value;
});

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The UTF-8 bytes of a text. The caller has made sure that it is well-formed. */
export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The text of UTF-8 bytes, or null when they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}

/** False when the text holds half of a surrogate pair, which no UTF-8 can carry. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Writes the base64 of `source` into `target` and returns the position after it. */
export function writeBase64(target: Uint8Array, at: number, source: Uint8Array): number {
  let to = at;
  for (let from = 0; from < source.length; from += 3) {
    const left = source.length - from;
    const group =
      ((source[from] ?? 0) << 16) | ((source[from + 1] ?? 0) << 8) | (source[from + 2] ?? 0);
    target[to] = BASE64_CODES[group >> 18] ?? PAD;
    target[to + 1] = BASE64_CODES[(group >> 12) & 63] ?? PAD;
    target[to + 2] = left > 1 ? (BASE64_CODES[(group >> 6) & 63] ?? PAD) : PAD;
    target[to + 3] = left > 2 ? (BASE64_CODES[group & 63] ?? PAD) : PAD;
    to += 4;
  }
  return to;
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  writeBase64(text, 0, bytes);
  return DECODER.decode(text);
}

/**
 * The bytes of a base64 text, or null. Padding is required, and so are zero bits under it: a
 * decoder that ignored them would let a changed character pass.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let width = 0;
  let to = 0;
  for (let from = 0; from < text.length - padding; from += 1) {
    const value = BASE64_VALUES[text.charCodeAt(from)] ?? NOT_BASE64;
    if (value === NOT_BASE64) return null;
    bits = ((bits << 6) | value) & 0xffff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes[to] = (bits >> width) & 0xff;
    to += 1;
  }
  return (bits & ((1 << width) - 1)) === 0 ? bytes : null;
}

/** Lower-case hexadecimal. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The bytes of a lower-case hexadecimal text, or null. */
export function decodeHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}

/** Compares without stopping at the first difference, so that time tells nothing about it. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

/** One array of all parts in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A whole number below 2^53 from its only decimal text (no sign, no leading zero), or null. */
export function parseDecimal(text: string): number | null {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
