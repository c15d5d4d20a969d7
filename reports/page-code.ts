import { createHash } from 'node:crypto';
import encodeQR from 'qr';

/**
 * What stands in the corner of each page, so that it can be checked alone: which document it is a page of, and the hash of
 * everything that is printed on it. docs/PAGE-CODES.md says how a stranger computes both.
 */

/** A page as it reads, and the code that names it. */
export interface ToldPage {
  readonly number: number;
  /** Its text: a line for each paragraph, heading and row of a table; cells are parted by tabs. */
  readonly text: string;
  /** The first 160 bits of the SHA-256 of its text, in base 32. */
  readonly hash: string;
  /** What the QR code holds. */
  readonly code: string;
}

const HASH_BYTES = 20;
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** For reading aloud: 60 bits. */
const SPOKEN_SIZE = 12;

export function toldPage(document: string, number: number, text: string): ToldPage {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  const hash = base32(digest.subarray(0, HASH_BYTES));
  return { number, text, hash, code: `${document}/${number}/${hash}` };
}

/** RFC 4648, section 6, without the padding: nothing that a QR code needs a whole byte for. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let waiting = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (waiting += 8; waiting >= 5; waiting -= 5) {
      text += BASE_32.charAt((value >>> (waiting - 5)) & 31);
    }
    value &= (1 << waiting) - 1;
  }
  return waiting === 0 ? text : text + BASE_32.charAt((value << (5 - waiting)) & 31);
}

/** "7K2M Q4RX 3BDA": the beginning of a page's hash. */
export function spokenHash(hash: string): string {
  return hash.slice(0, SPOKEN_SIZE).replace(/(....)(?=.)/g, '$1 ');
}

/** A QR code as operators that fill it, `side` points wide and high, its lower left corner at the origin. */
export function qrOperators(text: string, side: number): string {
  const withBorder = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const rows = withBorder.slice(1, -1).map((row) => row.slice(1, -1));
  const scale = Math.round((side / rows.length) * 10_000) / 10_000;
  let operators = `${scale} 0 0 ${scale} 0 0 cm\n`;
  for (const [index, row] of rows.entries()) {
    const y = rows.length - 1 - index;
    for (let from = 0; from < row.length; from += 1) {
      let to = from;
      while (row[to] === true) to += 1;
      if (to > from) operators += `${from} ${y} ${to - from} 1 re\n`;
      from = Math.max(from, to);
    }
  }
  return `${operators}f\n`;
}
