import { describe, expect, it } from '@jest/globals';
import { decodeHex, encodeHex, encodeUtf8 } from '../../src/evidence/bytes.js';
import {
  hmacSha256,
  publicKeyOf,
  sha256,
  sha256Into,
  signEd25519,
  verifyEd25519,
} from '../../src/evidence/hash.js';

const hex = (text: string) => decodeHex(text) ?? new Uint8Array(0);

describe('SHA-256', () => {
  // FIPS 180-4, examples.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %p', (text, digest) => {
    expect(encodeHex(sha256(encodeUtf8(text)))).toBe(digest);
  });

  it('is written where it is wanted, and nowhere else', () => {
    const target = new Uint8Array(40).fill(9);
    sha256Into(target, 4, encodeUtf8('abc'));
    expect(target.slice(4, 36)).toEqual(sha256(encodeUtf8('abc')));
    expect([...target.slice(0, 4), ...target.slice(36)]).toEqual([9, 9, 9, 9, 9, 9, 9, 9]);
  });
});

describe('HMAC-SHA-256', () => {
  // RFC 4231, test cases 1 and 2.
  it.each([
    [
      '0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b',
      '4869205468657265',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      '4a656665',
      '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ])('under %s', (key, data, mac) => {
    expect(encodeHex(hmacSha256(hex(key), hex(data)))).toBe(mac);
  });
});

describe('Ed25519', () => {
  // RFC 8032, section 7.1, tests 1 to 3.
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('signs and verifies with seed %s', (seed, publicKey, message, signature) => {
    expect(encodeHex(publicKeyOf(hex(seed)))).toBe(publicKey);
    expect(encodeHex(signEd25519(hex(seed), hex(message)))).toBe(signature);
    const check = {
      publicKey: hex(publicKey),
      message: hex(message),
      signature: hex(signature),
    };
    expect(verifyEd25519(check)).toBe(true);
    expect(verifyEd25519({ ...check, message: hex('73') })).toBe(false);
    expect(verifyEd25519({ ...check, signature: check.signature.slice(1) })).toBe(false);
    expect(verifyEd25519({ ...check, publicKey: check.publicKey.slice(1) })).toBe(false);
    expect(verifyEd25519({ ...check, publicKey: new Uint8Array(32).fill(255) })).toBe(false);
  });

  it('refuses a signature made malleable by adding the group order', () => {
    // RFC 8032, section 5.1.7: S must be below L. This is the first signature above with S + L.
    const L = 2n ** 252n + 27742317777372353535851937790883648493n;
    const signature = hex(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    let s = L;
    for (let i = 63; i >= 32; i -= 1) s += BigInt(signature[i] ?? 0) << BigInt(8 * (i - 32));
    const forged = signature.map((byte, i) =>
      i < 32 ? byte : Number((s >> BigInt(8 * (i - 32))) & 255n),
    );
    const publicKey = hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(verifyEd25519({ publicKey, message: hex(''), signature })).toBe(true);
    expect(verifyEd25519({ publicKey, message: hex(''), signature: forged })).toBe(false);
  });

  it('refuses a seed that is not 32 bytes', () => {
    expect(() => publicKeyOf(new Uint8Array(31))).toThrow(RangeError);
    expect(() => signEd25519(new Uint8Array(33), hex(''))).toThrow(RangeError);
  });
});
