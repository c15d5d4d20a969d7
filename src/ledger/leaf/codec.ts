/**
 * How values of the domain become canonical JSON and come back. A codec says both at once, property by property, so that
 * the two directions cannot drift apart, and describes itself for docs/LEDGER-KINDS.md. Nothing converts names by rule: the
 * JSON name of every property is written down.
 *
 * One value has one encoding: what is absent (null, an empty list) is left out and never written, and a decoder refuses
 * what its encoder would not have written.
 */
import type { Canonical } from '../../evidence/canonical.js';

/** What a codec takes, in words that a programmer elsewhere can follow. */
export type Shape =
  | { readonly type: 'value'; readonly words: string }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'record'; readonly fields: readonly FieldShape[] }
  | { readonly type: 'variant'; readonly key: string; readonly cases: readonly FieldShape[] };

export interface FieldShape {
  readonly name: string;
  readonly shape: Shape;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
}

export interface Codec<T> {
  readonly shape: Shape;
  readonly encode: (value: T) => Canonical;
  readonly decode: (json: Canonical) => T;
  /** The value that is written by leaving the property out. */
  readonly absence?: { readonly value: T; readonly isAbsent: (value: T) => boolean };
}

/** JSON that is not what an encoder of ours writes, or a value that cannot be written. */
export class LeafError extends Error {
  override readonly name = 'LeafError';

  /** `path` is a JSON Pointer (RFC 6901) to the wrong part; empty for the whole. */
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path === '' ? 'the value' : path}: ${problem}`);
  }
}

/** A value that is one JSON text: `read` gives undefined for text that is not such a value. */
export function textual<T>(
  words: string,
  form: { readonly write: (value: T) => string; readonly read: (text: string) => T | undefined },
): Codec<T> {
  return {
    shape: { type: 'value', words },
    encode: form.write,
    decode: (json) => {
      const value = typeof json === 'string' ? form.read(json) : undefined;
      // Reading may be lenient where people write; the ledger holds one form only.
      if (value === undefined || form.write(value) !== json) throw expected(words, json);
      return value;
    },
  };
}

/** Any text of the profile. */
export const text: Codec<string> = id('text');

/** An opaque id, or another text whose form its maker has checked. */
export function id<T extends string>(words: string): Codec<T> {
  return {
    shape: { type: 'value', words },
    encode: (value) => value,
    decode: (json) => {
      // Ids are checked where they are minted; a leaf is only asked whether it is text at all.
      if (typeof json !== 'string') throw expected(words, json);
      return json as T;
    },
  };
}

/** Most texts that a codec remembers. */
const MOST_REMEMBERED = 512;

/**
 * The same codec, for values of which lines repeat few: it remembers which texts it has found right, and what they
 * mean. What it gives must be a primitive.
 */
export function remembering<T extends string | bigint>(codec: Codec<T>): Codec<T> {
  const known = new Map<Canonical, T>();
  return {
    ...codec,
    decode: (json) => {
      const value = known.get(json);
      if (value !== undefined) return value;
      const read = codec.decode(json);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(json, read);
      return read;
    },
  };
}

/** An integer; `unit` says of what. */
export function integer(unit: string): Codec<number> {
  const words = `integer, ${unit}`;
  return {
    shape: { type: 'value', words },
    encode: (value) => value,
    decode: (json) => {
      if (typeof json !== 'number' || !Number.isSafeInteger(json)) throw expected(words, json);
      return json;
    },
  };
}

export const flag: Codec<boolean> = {
  shape: { type: 'value', words: 'true or false' },
  encode: (value) => value,
  decode: (json) => {
    if (typeof json !== 'boolean') throw expected('true or false', json);
    return json;
  },
};

/** One of a closed list of words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Codec<Word> {
  const known = new Map<string, Word>(words.map((word) => [word, word]));
  return textual<Word>(words.map((word) => `\`${word}\``).join(', '), {
    write: (value) => value,
    read: (json) => known.get(json),
  });
}

export function list<T>(of: Codec<T>): Codec<readonly T[]> {
  return {
    shape: { type: 'list', of: of.shape },
    encode: (values) => values.map((value) => of.encode(value)),
    decode: (json) => {
      if (Array.isArray(json) && json.length === 0)
        throw new LeafError('', 'an empty list is left out');
      return decodeList(of, json);
    },
    absence: { value: [], isAbsent: (values) => values.length === 0 },
  };
}

/** A list that is written even when it is empty: in the header of a leaf, every key is always there. */
export function fullList<T>(of: Codec<T>): Codec<readonly T[]> {
  return {
    shape: { type: 'list', of: of.shape },
    encode: (values) => values.map((value) => of.encode(value)),
    decode: (json) => decodeList(of, json),
  };
}

function decodeList<T>(of: Codec<T>, json: Canonical): readonly T[] {
  if (!Array.isArray(json)) throw expected('a list', json);
  const items: readonly Canonical[] = json;
  const values: T[] = [];
  try {
    for (const item of items) values.push(of.decode(item));
  } catch (error) {
    throw further(String(values.length), error);
  }
  return values;
}

/** Null is written by leaving the property out. */
export function nullable<T>(of: Codec<T>): Codec<T | null> {
  return {
    shape: of.shape,
    encode: (value) => {
      if (value === null) throw new LeafError('', 'null is never written');
      return of.encode(value);
    },
    decode: of.decode,
    absence: { value: null, isAbsent: (value) => value === null },
  };
}

/** A value that is written only where it is not the usual one: how a member is added that older leaves do not have. */
export function defaulted<T extends string | number | boolean>(of: Codec<T>, usual: T): Codec<T> {
  return {
    shape: of.shape,
    encode: of.encode,
    decode: (json) => {
      const value = of.decode(json);
      if (value === usual) throw new LeafError('', `${String(usual)} is left out`);
      return value;
    },
    absence: { value: usual, isAbsent: (value) => value === usual },
  };
}

/** The codec of an earlier version, where later ones have more members: what it did not know reads as it was then. */
export function lifted<T extends object, K extends keyof T>(
  earlier: Codec<Omit<T, K>>,
  then: Pick<T, K>,
): Codec<T> {
  return {
    shape: earlier.shape,
    encode: earlier.encode,
    // Every member of T is one of the earlier version or one that is given here.
    decode: (json) => ({ ...earlier.decode(json), ...then }) as unknown as T,
  };
}

interface Field<T> {
  readonly name: string;
  readonly codec: Codec<T>;
}

/** Every property with its JSON name; a property that is missing here does not compile. */
export type Fields<T> = { readonly [Property in keyof T]-?: Field<T[Property]> };

export const as = <T>(name: string, codec: Codec<T>): Field<T> => ({ name, codec });

const NAME = /^[a-z][a-z0-9_]*$/;

interface Member {
  readonly property: string;
  readonly name: string;
  readonly codec: Codec<unknown>;
}

/** An object with named properties. */
export function record<T extends object>(fields: Fields<T>): Codec<T> {
  // Sorted by name, which is the order of canonical JSON, so that encoding need not sort again.
  const members = Object.entries(fields as unknown as Readonly<Record<string, Field<unknown>>>)
    .map(([property, { name, codec }]): Member => ({ property, name, codec }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(members.map(({ name }) => name));
  if (names.size !== members.length || ![...names].every((name) => NAME.test(name))) {
    throw new Error(`bug: the names ${[...names].join(', ')} are not distinct JSON names`);
  }
  return {
    shape: { type: 'record', fields: members.map(fieldShape) },
    encode: (value) => encodeRecord(members, value),
    // The members are those of T by the type of `fields`, and each was decoded by its own codec.
    decode: (json) => decodeRecord(members, names, json) as T,
  };
}

function encodeRecord(members: readonly Member[], value: object): Canonical {
  const json: Record<string, Canonical> = {};
  for (const { property, name, codec } of members) {
    const part: unknown = Reflect.get(value, property);
    if (codec.absence?.isAbsent(part) === true) continue;
    json[name] = codec.encode(part);
  }
  return json;
}

function decodeRecord(
  members: readonly Member[],
  names: ReadonlySet<string>,
  json: Canonical,
): object {
  if (!isObject(json)) throw expected('an object', json);
  const value: Record<string, unknown> = {};
  let taken = 0;
  let at = '';
  try {
    for (const { property, name, codec } of members) {
      at = name;
      const part = json[name];
      if (part !== undefined) {
        value[property] = codec.decode(part);
        taken += 1;
      } else if (codec.absence === undefined) throw new LeafError('', 'is missing');
      else value[property] = codec.absence.value;
    }
  } catch (error) {
    refuseStrangers(names, json);
    throw further(at, error);
  }
  // Each that was taken is one of its own, so one more than those is a stranger.
  if (taken !== Object.keys(json).length) refuseStrangers(names, json);
  return value;
}

function refuseStrangers(names: ReadonlySet<string>, json: object): void {
  for (const name of Object.keys(json)) {
    if (!names.has(name)) throw new LeafError(`/${name}`, 'not a property that belongs here');
  }
}

/** A record whose other properties depend on the word in one of them. Each case's record holds that word itself. */
export function variant<T extends object, Key extends keyof T & string>(
  key: Key,
  name: string,
  cases: { readonly [Word in T[Key] & string]: Codec<Extract<T, Readonly<Record<Key, Word>>>> },
): Codec<T> {
  const codecs = new Map<string, Codec<never>>(Object.entries(cases));
  const codecOf = (word: unknown): Codec<never> => {
    const codec = codecs.get(String(word));
    if (codec === undefined)
      throw new LeafError(`/${name}`, `${String(word)} is none of its words`);
    return codec;
  };
  return {
    shape: {
      type: 'variant',
      key: name,
      cases: [...codecs].map(([word, { shape }]) => ({ name: word, shape, isOptional: false })),
    },
    // The case was chosen by the word that the value itself carries.
    encode: (value) => codecOf(value[key]).encode(value as never),
    decode: (json) => {
      if (!isObject(json)) throw expected('an object', json);
      return codecOf(json[name]).decode(json);
    },
  };
}

function fieldShape({ name, codec }: Member): FieldShape {
  return { name, shape: codec.shape, isOptional: codec.absence !== undefined };
}

export function isObject(json: Canonical): json is { readonly [key: string]: Canonical } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function expected(words: string, found: Canonical): LeafError {
  const shown = typeof found === 'string' ? `"${found.slice(0, 60)}"` : typeof found;
  return new LeafError('', `expected ${words}, found ${shown}`);
}

/** Runs a decoder, putting the step that led to it before the path of its error. */
export function within<T>(step: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw further(step, error);
  }
}

/** The same error, with the step that led to it put before its path. */
function further(step: string, error: unknown): unknown {
  return error instanceof LeafError ? new LeafError(`/${step}${error.path}`, error.problem) : error;
}
