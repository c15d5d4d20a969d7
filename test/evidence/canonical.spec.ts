import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalize as jsonCanonicalize } from 'json-canonicalize';
import { encodeUtf8 } from '../../src/evidence/bytes.js';
import { type Canonical, CanonicalError, decode, encode } from '../../src/evidence/canonical.js';
import { isCanonical, MAX_DEPTH, visitMembers } from '../../src/evidence/canonical-scan.js';

const SEED = 20_261_122;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encoded = (value: unknown) => text(encode(value as Canonical));
const decoded = (source: string) => decode(encodeUtf8(source));

/** The error of a call that must fail with a CanonicalError. */
function refusal(call: () => unknown): CanonicalError {
  try {
    call();
  } catch (error) {
    if (error instanceof CanonicalError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', 'n', '\n', '"', '\\', 'é', '\u0301', '/', '\u007f', '😂'),
    }),
  )
  .map((s) => s.normalize('NFC').replace(/[\u0000-\u0009\u000b-\u001f]/g, ''))
  .filter((s) => s.normalize('NFC') === s);
const value: fc.Arbitrary<Canonical> = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    fc.maxSafeInteger().map((n) => n + 0),
    word,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
})).value;

describe('the published vectors of RFC 8785', () => {
  it('encodes those inside the profile as published', () => {
    // Section 3.2.3 sorts these; the French words and the numbers-as-keys lie outside the profile.
    expect(encoded({ numbers: [0, -1, 42], literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"numbers":[0,-1,42]}',
    );
    // Appendix B, the integers among the sample numbers.
    expect(encoded([0, 9007199254740991, -9007199254740991])).toBe(
      '[0,9007199254740991,-9007199254740991]',
    );
    // Section 3.2.2.2: the string of the sample without its U+000F.
    expect(encoded('€$\nA\'B"\\\\"/')).toBe('"€$\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it.each([
    ['1E30, 4.50, 2e-3 of section 3.2.2', { numbers: [1e30] }, '/numbers/0'],
    ['333333333.33333329 of section 3.2.2', { numbers: [333333333.33333329] }, '/numbers/0'],
    ['minus zero of appendix B', -0, ''],
    ['2^53 of appendix B', 9007199254740992, ''],
    ['not a number, of appendix B', Number.NaN, ''],
    ['infinity, of appendix B', Number.POSITIVE_INFINITY, ''],
    ['U+000F of section 3.2.2.2', { string: '\u000f' }, '/string'],
    ['a key of section 3.2.3 that is not ASCII', { '\u20ac': 'Euro Sign' }, '/\u20ac'],
    ['a carriage return as a key', { '\r': 'Carriage Return' }, '/\r'],
    ['a digit as a key', { '1': 'One' }, '/1'],
    ['an upper-case key', { A: {} }, '/A'],
    ['an empty key', { '': 'empty' }, '/'],
    ['the text of unicode.json, which is not NFC', { a: 'A\u030a' }, '/a'],
  ])('refuses %s', (_name, outside, path) => {
    expect(refusal(() => encode(outside as Canonical)).path).toBe(path);
  });
});

describe('encode', () => {
  it.each([
    ['undefined', undefined],
    ['a hole in an array', [undefined]],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['an instance of a class', Object.create({ inherited: 1 })],
    ['2^53', 2 ** 53],
    ['a fraction', 0.5],
    ['U+0000', 'a\u0000b'],
    ['a tab', 'a\tb'],
    ['a carriage return', 'a\rb'],
    ['a lone high surrogate', '\ud83d'],
    ['a lone low surrogate', 'a\ude02'],
    ['reversed surrogates', '\ude02\ud83d'],
    ['decomposed text', 'e\u0301'],
    ['a key with a dash', { 'a-b': 1 }],
    ['a key that starts with an underscore', { __proto: 1 }],
    ['a key that starts with a digit', { '1a': 1 }],
    ['a key with an accent', { é: 1 }],
  ])('refuses %s', (_name, outside) => {
    expect(() => encode(outside as Canonical)).toThrow(CanonicalError);
    expect(() => encode({ a: [outside as Canonical] })).toThrow(CanonicalError);
  });

  it('names the path of what it refuses as a JSON Pointer', () => {
    const lines: Canonical[] = [{ ok: 1 }, { 'a/b~c': 2 }];
    const error = refusal(() => encode({ body: { lines } }));
    expect(error.path).toBe('/body/lines/1/a~1b~0c');
    expect(error.message).toContain('not a key of the profile');
  });

  it('leaves nothing of a refused value in the next result', () => {
    expect(() => encode({ a: 'left over', b: -0 })).toThrow(CanonicalError);
    expect(encoded({ c: 1 })).toBe('{"c":1}');
  });

  it('is not disturbed by an encoding within an encoding', () => {
    const outer = {
      a: 'first',
      get b() {
        return encoded({ inner: 'x'.repeat(100) });
      },
    };
    expect(decoded(encoded(outer))).toEqual({ a: 'first', b: `{"inner":"${'x'.repeat(100)}"}` });
  });

  it('takes objects without a prototype', () => {
    const bare = Object.assign(Object.create(null) as Record<string, number>, { b: 1, a: 2 });
    expect(encoded(bare)).toBe('{"a":2,"b":1}');
  });

  it('encodes values larger than its first buffer', () => {
    const long = { a: 'é'.repeat(100_000), b: 'x'.repeat(100_000), c: 'y"'.repeat(50_000) };
    expect(encoded(long)).toBe(JSON.stringify(long));
  });

  it('agrees with two public canonicalisers', () => {
    fc.assert(
      fc.property(value, (v) => {
        const ours = encoded(v);
        expect(ours).toBe(canonicalize(v));
        expect(ours).toBe(jsonCanonicalize(v));
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});

describe('decode', () => {
  it('undoes encode', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(decode(encode(v))).toEqual(v);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it.each([
    ['nothing', ''],
    ['a space before', ' {}'],
    ['a line feed after', '{}\n'],
    ['a space after a colon', '{"a": 1}'],
    ['a space after a comma', '[1, 2]'],
    ['a comma too many', '[1,]'],
    ['a comma too many in an object', '{"a":1,}'],
    ['a missing comma', '{"a":1"b":2}'],
    ['two values', '1 2'],
    ['two objects', '{}{}'],
    ['an open object', '{"a":1'],
    ['an open string', '"abc'],
    ['an open escape', '"abc\\'],
    ['a key without quotes', '{a:1}'],
    ['a key without a value', '{"a"}'],
    ['keys out of order', '{"b":1,"a":2}'],
    ['a longer key before its beginning', '{"ab":1,"a":2}'],
    ['a duplicate key', '{"a":1,"a":1}'],
    ['a duplicate key with something between', '{"a":1,"b":2,"a":1}'],
    ['a key with an escape', '{"\\u0061":1}'],
    ['the key __proto__', '{"__proto__":1}'],
    ['an escaped slash', '"\\/"'],
    ['an escaped letter', '"\\u0061"'],
    ['an escaped line feed in the long form', '"\\u000a"'],
    ['a raw line feed', '"\n"'],
    ['an escaped tab', '"\\t"'],
    ['a raw tab', '"\t"'],
    ['an escaped lone surrogate', '"\\ud800"'],
    ['an escaped pair', '"\\ud83d\\ude02"'],
    ['decomposed text', '"e\u0301"'],
    ['minus zero', '-0'],
    ['a leading zero', '01'],
    ['a plus sign', '+1'],
    ['a minus sign alone', '-'],
    ['a fraction of nothing', '1.0'],
    ['a fraction', '1.5'],
    ['an exponent', '1e2'],
    ['2^53', '9007199254740992'],
    ['2^53 + 1', '9007199254740993'],
    ['-2^53', '-9007199254740992'],
    ['1e21 written out', '1000000000000000000000'],
    ['NaN', 'NaN'],
    ['an upper-case literal', 'True'],
    ['half a literal', 'tru'],
    ['a byte order mark', '\ufeff{}'],
    ['a byte order mark alone', '\ufeff'],
  ])('refuses %s', (_name, source) => {
    expect(() => decoded(source)).toThrow(CanonicalError);
  });

  it.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character cut short', [0x22, 0xc3, 0x22]],
    ['a code point above U+10FFFF', [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]],
    ['a byte outside a string', [0x5b, 0xff, 0x5d]],
  ])('refuses %s', (_name, bytes) => {
    expect(refusal(() => decode(Uint8Array.from(bytes))).message).toContain('UTF-8');
  });

  it('names the path of a value outside the profile', () => {
    expect(refusal(() => decoded('{"a":[1,{"b":1.5}]}')).path).toBe('/a/1/b');
  });

  it('names the byte where an encoding leaves the canonical one', () => {
    expect(refusal(() => decoded('{"b":1,"a":2}')).message).toContain('from byte 2 on');
  });

  it('takes an accent after an escaped line feed, and refuses it after a letter', () => {
    expect(decoded('"\\n\u0301"')).toBe('\n\u0301');
    expect(() => decoded('"\\nn\u0301"')).toThrow(CanonicalError);
  });

  it('takes what the profile allows and its neighbours do not', () => {
    expect(decoded('"\u007f\u0080\u2028\ufeff\ufffd/"')).toBe('\u007f\u0080\u2028\ufeff\ufffd/');
    expect(decoded('{"a":1,"a0":2,"a_":3,"aa":4,"constructor":5}')).toEqual({
      a: 1,
      a0: 2,
      a_: 3,
      aa: 4,
      constructor: 5,
    });
  });

  it('counts levels, and refuses one more than the limit', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(encode(decoded(nested(MAX_DEPTH)))).toEqual(encodeUtf8(nested(MAX_DEPTH)));
    expect(() => decoded(nested(MAX_DEPTH + 1))).toThrow(CanonicalError);
    expect(() => decoded(nested(30_000))).toThrow(CanonicalError);
    expect(() => decoded('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toThrow(CanonicalError);
    expect(() => encode(JSON.parse(nested(MAX_DEPTH + 1)) as Canonical)).toThrow(CanonicalError);
  });
});

describe('the scan', () => {
  /** The profile said the other way round: what decodes and encodes to the same bytes. */
  function roundTrips(bytes: Uint8Array): boolean {
    try {
      const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return encoded(JSON.parse(source)) === source;
    } catch {
      return false;
    }
  }

  it('accepts exactly the bytes that parse and encode to themselves', () => {
    const fragments = fc.constantFrom(
      '{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '"a":', '"b":1', '0', '-', '1', '9', '.', 'e',
      'null', 'true', 'false', '\\n', '\\', '"\\n\u0301"', 'é', 'e\u0301', ' ', '9007199254740991',
    ); // prettier-ignore
    const soup = fc.array(fragments, { maxLength: 8 }).map((parts) => encodeUtf8(parts.join('')));
    fc.assert(
      fc.property(soup, (bytes) => {
        expect(isCanonical(bytes)).toBe(roundTrips(bytes));
      }),
      { numRuns: 5_000, seed: SEED },
    );
  });

  it('agrees with the encoder on damaged encodings', () => {
    let accepted = 0;
    let refused = 0;
    const damage = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.nat(2) });
    fc.assert(
      fc.property(value, damage, (v, { at, byte, kind }) => {
        const whole = encode(v);
        const where = at % whole.length;
        const bytes =
          kind === 0
            ? whole.with(where, byte)
            : Uint8Array.from([
                ...whole.subarray(0, where),
                ...(kind === 1 ? [byte] : []),
                ...whole.subarray(kind === 1 ? where : where + 1),
              ]);
        const expected = roundTrips(bytes);
        if (expected) accepted += 1;
        else refused += 1;
        expect(isCanonical(bytes)).toBe(expected);
      }),
      { numRuns: 3_000, seed: SEED },
    );
    // Both sides of the comparison were exercised.
    expect(accepted).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(500);
  });

  it('shows the members of the outermost object only, in order', () => {
    const bytes = encodeUtf8('{"a":{"seq":1},"log":"x,\\"y","seq":[2,{"seq":3}]}');
    const seen: string[] = [];
    const whole = visitMembers(bytes, (keyStart, keyEnd, valueEnd) => {
      const name = text(bytes.subarray(keyStart, keyEnd));
      seen.push(`${name}=${text(bytes.subarray(keyEnd + 2, valueEnd))}`);
    });
    expect(whole).toBe(true);
    expect(seen).toEqual(['a={"seq":1}', 'log="x,\\"y"', 'seq=[2,{"seq":3}]']);
  });

  it.each(['[]', '1', '', '{"a":1}x', '{"a":01}'])('refuses %p as an object', (source) => {
    expect(visitMembers(encodeUtf8(source), () => undefined)).toBe(false);
  });
});
