import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile } from './embedded-font.js';
import { namingEachOccurrence, openFont } from './font-file.js';

/**
 * Which typeface prints the scripts that Source Sans 3 lacks: Noto Sans (SIL Open Font License), one weight each. Chinese,
 * Japanese and Korean come in slices of a hundred characters or two, so that a name costs what it needs.
 *
 * Han characters have the forms of mainland China: nothing says whose name it is.
 */
export interface FontSource {
  /** The same name is the same font. */
  readonly name: string;
  readonly file: string;
  /** Drawn at a place of its axis of weight; null for a font that has one weight. */
  readonly weight: number | null;
}

interface WholeFont {
  readonly script: RegExp;
  readonly name: string;
  readonly file: string;
}
interface SlicedFont {
  readonly script: RegExp;
  readonly name: string;
}
type ScriptFont = WholeFont | SlicedFont;

const WEIGHT = 400;
/** With the punctuation and the wide forms that stand between them. */
const HAN = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\u3000-\u303f\uff00-\uffef]/u;

const FONTS: readonly ScriptFont[] = [
  whole('Arabic', /\p{scx=Arab}/u),
  whole('Hebrew', /\p{scx=Hebr}/u),
  whole('Thai', /\p{scx=Thai}/u),
  whole('Devanagari', /\p{scx=Deva}/u),
  { name: 'sc', script: HAN },
  { name: 'jp', script: HAN },
  { name: 'kr', script: /[\p{scx=Hang}\p{scx=Hani}]/u },
];

/** Letters that Source Sans 3 may have. Whatever lies outside is looked for in the typefaces of its script. */
export const FOREIGN = /[^\0-\u052f\u1d00-\u2bff\ua700-\ua7ff\ufb00-\ufb06]/u;

/** The fonts that may have a character, the best first. */
export function fontsFor(character: string): readonly FontSource[] {
  const code = character.codePointAt(0) ?? 0;
  return FONTS.flatMap((font) => {
    if (!font.script.test(character)) return [];
    if ('file' in font) return [{ name: font.name, file: font.file, weight: null }];
    const slice = slicesOf(font.name).find(({ ranges }) => isWithin(ranges, code));
    return slice === undefined ? [] : [slice.font];
  });
}

const require = createRequire(import.meta.url);

function whole(script: string, pattern: RegExp): WholeFont {
  const family = `noto-sans-${script.toLowerCase()}`;
  const path = `@expo-google-fonts/${family}/400Regular/NotoSans${script}_400Regular.ttf`;
  return { script: pattern, name: family, file: path };
}

interface Slice {
  readonly font: FontSource;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}
const slices = new Map<string, readonly Slice[]>();

function slicesOf(language: string): readonly Slice[] {
  const known = slices.get(language);
  if (known !== undefined) return known;
  const family = `noto-sans-${language}`;
  const table = `@fontsource-variable/${family}/unicode.json`;
  const listed: unknown = JSON.parse(readFileSync(require.resolve(table), 'utf8'));
  if (typeof listed !== 'object' || listed === null) throw new TypeError(`expected ${table}`);
  const read = Object.entries(listed).flatMap(([key, ranges]): readonly Slice[] => {
    const name = `${family}-${key.replace(/[[\]]/g, '')}`;
    const file = `@fontsource-variable/${family}/files/${name}-wght-normal.woff2`;
    return [{ font: { name, file, weight: WEIGHT }, ranges: readRanges(String(ranges)) }];
  });
  slices.set(language, read);
  return read;
}

/** "U+ff03-ff04,U+ff07" */
function readRanges(text: string): Slice['ranges'] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });
}

const isWithin = (ranges: Slice['ranges'], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** Fonts that stay open for the next document, the last used ones. */
const MOST_OPEN = 48;
const opened = new Map<string, FontFile>();

export function fontAt({ name, file, weight }: FontSource): FontFile {
  const known = opened.get(name);
  opened.delete(name);
  const bytes = (): Buffer => readFileSync(require.resolve(file));
  const font = known ?? namingEachOccurrence(openFont(bytes(), weight));
  opened.set(name, font);
  const [oldest] = opened.keys();
  if (opened.size > MOST_OPEN && oldest !== undefined) opened.delete(oldest);
  return font;
}
