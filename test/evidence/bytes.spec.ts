import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  concatBytes,
  decodeBase64,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeHex,
  encodeUtf8,
  equalBytes,
  isWellFormed,
  parseDecimal,
} from '../../src/evidence/bytes.js';

const SEED = 20_261_122;
const bytes = fc.uint8Array({ maxLength: 100 });

describe('base64', () => {
  it('agrees with the platform in both directions', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        const text = Buffer.from(b).toString('base64');
        expect(encodeBase64(b)).toBe(text);
        expect(decodeBase64(text)).toEqual(b);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %p as %p', (text, encoded) => {
    expect(encodeBase64(encodeUtf8(text))).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual(encodeUtf8(text));
  });

  it.each([
    'Zg', 'Zg=', 'Zg===', 'Zh==', 'Zm9=', 'Zm8', '=', '====', 'Z===', 'Zm=v', 'Zm9v\n', ' Zm9v',
    'Zm9_', 'Zm-v', 'Zm9v====', 'Zm9\u00e9', 'Zm9\u0141', 'Z\u0000==',
  ])('refuses %p', (text) => {
    expect(decodeBase64(text)).toBeNull();
  }); // prettier-ignore

  it('has one text for one value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{1,8}={0,2}$/), (text) => {
        const decoded = decodeBase64(text);
        if (decoded !== null) expect(encodeBase64(decoded)).toBe(text);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('hexadecimal', () => {
  it('agrees with the platform in both directions', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        const text = Buffer.from(b).toString('hex');
        expect(encodeHex(b)).toBe(text);
        expect(decodeHex(text)).toEqual(b);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each(['0', 'AB', 'g0', '0x', ' 0', '00\n'])('refuses %p', (text) => {
    expect(decodeHex(text)).toBeNull();
  });
});

describe('UTF-8', () => {
  it('gives back every well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
      { seed: SEED },
    );
  });

  it('keeps a byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });

  it.each([[[0x80]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xf5, 0x80, 0x80, 0x80]], [[0xe2, 0x82]]])(
    'refuses %p',
    (codes) => {
      expect(decodeUtf8(Uint8Array.from(codes))).toBeNull();
    },
  ); // prettier-ignore

  it('knows half of a surrogate pair', () => {
    expect(isWellFormed('a😂b')).toBe(true);
    for (const text of ['\ud83d', '\ude02', 'a\ud83db', '\ude02\ud83d']) {
      expect(isWellFormed(text)).toBe(false);
    }
  });
});

describe('the rest', () => {
  it('compares bytes by content and length', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(2, 2))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2, 0), Uint8Array.of(1, 2))).toBe(false);
    expect(equalBytes(new Uint8Array(0), new Uint8Array(0))).toBe(true);
  });

  it('joins bytes in order', () => {
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  it('reads plain decimal numbers below 2^53 only', () => {
    expect(['0', '7', '10', '9007199254740991'].map(parseDecimal)).toEqual([0, 7, 10, 2 ** 53 - 1]);
    for (const text of ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '9007199254740992', '1'.repeat(40), '١']) {
      expect(parseDecimal(text)).toBeNull();
    } // prettier-ignore
  });
});
