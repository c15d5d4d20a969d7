/** Arbitrary leaves, made from what the codecs say of themselves. */
import fc from 'fast-check';
import type { Kind } from '../../../src/domain/request.js';
import type { Canonical } from '../../../src/evidence/canonical.js';
import type { Shape } from '../../../src/ledger/leaf/codec.js';
import { effectsV1 } from '../../../src/ledger/leaf/effects.v1.js';
import { BODIES_V1 } from '../../../src/ledger/leaf/kinds.js';
import { headerShape } from '../../../src/ledger/leaf/leaf.js';

/** Text that people and scanners may enter: any script, in NFC, and what breaks careless writers of JSON. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => value.normalize('NFC')),
  fc.constantFrom(
    '"},"seq":0,"x":{"a":"',
    '\\',
    '\\"',
    '\n',
    '\u2028\u2029',
    '__proto__',
    'Ångström',
    '𝒜\u{1F489}',
    '',
  ),
);

const digits = (size: number): fc.Arbitrary<string> =>
  fc.nat({ max: 10 ** size - 1 }).map((value) => String(value).padStart(size, '0'));

const decimal = (places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), fc.nat({ max: 9_999_999 }), digits(places))
    .map(([isNegative, whole, fraction]) => {
      const isZero = whole === 0 && /^0*$/.test(fraction);
      return `${isNegative && !isZero ? '-' : ''}${whole}.${fraction}`;
    });

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const base64 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));

const instant = fc
  .tuple(day, fc.nat({ max: 23 }), fc.nat({ max: 59 }), digits(6))
  .map(
    ([date, hour, minute, fraction]) =>
      `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:07.${fraction}Z`,
  );

/** A value for the words by which a codec describes it. Words that are not listed are ids and other text. */
function value(words: string): fc.Arbitrary<Canonical> {
  if (words.startsWith('decimal text with 3 places, mg'))
    return decimal(3).filter((json) => !json.startsWith('-') && json !== '0.000');
  if (words.startsWith('decimal text with 3')) return decimal(3);
  if (words.startsWith('decimal text with 6')) return decimal(6);
  if (words.startsWith('integer')) return fc.maxSafeInteger();
  if (words === 'true or false') return fc.boolean();
  if (words === 'UTC time with microseconds') return instant;
  if (words === 'date') return day;
  if (words.startsWith('32 bytes in base64')) return base64;
  if (words.startsWith('SHA-256 of a file'))
    return fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
  const choices = [...words.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');
  if (words.startsWith('`') && choices.length > 0) return fc.constantFrom(...choices);
  return text;
}

export function arbitraryOf(shape: Shape): fc.Arbitrary<Canonical> {
  switch (shape.type) {
    case 'value':
      return value(shape.words);
    case 'list':
      return fc.array(arbitraryOf(shape.of), { minLength: 1, maxLength: 3 });
    case 'variant':
      return fc.oneof(...shape.cases.map((one) => arbitraryOf(one.shape)));
    case 'record': {
      const entries = shape.fields.map((field) => [field.name, arbitraryOf(field.shape)] as const);
      const requiredKeys = shape.fields
        .filter((field) => !field.isOptional)
        .map(({ name }) => name);
      return fc.record(Object.fromEntries(entries), { requiredKeys, noNullPrototype: true });
    }
  }
}

/** The JSON of a leaf of one kind. */
export function arbitraryLeaf(kind: Kind): fc.Arbitrary<{ readonly [key: string]: Canonical }> {
  return fc
    .tuple(
      arbitraryOf(headerShape),
      arbitraryOf(effectsV1.shape),
      arbitraryOf(BODIES_V1[kind].shape),
      fc.nat(),
    )
    .map(([header, effects, request, seq]) => ({
      ...(header as { readonly [key: string]: Canonical }),
      kind,
      v: 1,
      seq,
      body: { effects, request },
    }));
}
