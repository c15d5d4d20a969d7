import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

/**
 * The printed typeface: Source Sans 3 (SIL Open Font License, which allows embedding), whose default figures are tabular.
 * Text is encoded through pdfkit's embedded font, one word at a time, and the result is kept: a ledger says the same
 * few thousand words on every page, and its figures need no kerning.
 *
 * Not handled: right-to-left and Asian scripts, emoji. What the typeface does not cover prints as its code point.
 */

/** Regular and bold text; `code` is the regular weight with slashed zero and tailed l, for lots, labels and hashes. */
export type FaceName = 'regular' | 'bold' | 'code';

/** A word ready to print. `parts` are pieces of a TJ array; a rise lifts a combining mark. Units: 1/1000 of the size. */
export interface Word {
  readonly width: number;
  readonly parts: readonly { readonly glyphs: string; readonly rise: number }[];
}

/** What pdfkit 0.20 has for an embedded font and its published types leave out. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  ref(): unknown;
  encode(text: string, features?: readonly string[]): [readonly string[], readonly Position[]];
  layout(text: string, features?: readonly string[]): { readonly positions: readonly Position[] };
}
interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Words kept per face. A name that comes once costs its place once; then the store starts afresh. */
const WORDS_KEPT = 20_000;
const WORD_KEPT_SIZE = 40;
/** Combining marks that one letter may carry; the rest print as code points, so that nobody writes over other lines. */
const MARKS_PER_LETTER = 2;

const require = createRequire(import.meta.url);
const FILES = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  bold: '600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;
const bytes = new Map<string, Buffer>();

/** The font files are read once. Each document parses them anew: fontkit's glyphs remember who asked for them first. */
export function fontBytes(weight: keyof typeof FILES): Buffer {
  const name = `@expo-google-fonts/source-sans-3/${FILES[weight]}`;
  const known = bytes.get(name);
  if (known !== undefined) return known;
  const read = readFileSync(require.resolve(name));
  bytes.set(name, read);
  return read;
}

/** One weight of the typeface in one document. */
export class Face {
  readonly #words = new Map<string, Word>();
  readonly #letters = new Map<string, { glyph: string; width: number }>();
  readonly #kerns = new Map<string, number>();

  constructor(
    readonly font: EmbeddedFont,
    readonly features: readonly string[] | undefined,
  ) {}

  covers(codePoint: number): boolean {
    return this.font.font.hasGlyphForCodePoint(codePoint);
  }

  /** Width of a text at size 1. */
  width(text: string): number {
    return this.word(text).width / 1000;
  }

  /** Encodes a text in which every character is covered. */
  word(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (FIGURE.test(text)) return this.#figure(text);
    const made = MARKED.test(text) ? this.#shape(text) : this.#spell(text);
    if (text.length > WORD_KEPT_SIZE) return made;
    if (this.#words.size >= WORDS_KEPT) this.#words.clear();
    this.#words.set(text, made);
    return made;
  }

  /** Figures are of one width and are not kerned: that is what keeps a column of them straight. */
  #figure(text: string): Word {
    let glyphs = '(';
    let width = 0;
    for (const character of text) {
      const letter = this.#letter(character);
      glyphs += letter.glyph;
      width += letter.width;
    }
    return { width, parts: [{ glyphs: `${glyphs})`, rise: 0 }] };
  }

  /** Letter by letter with the kerning of each pair. Ligatures are left out: copied text then is what was written. */
  #spell(text: string): Word {
    let glyphs = '(';
    let width = 0;
    let before = '';
    for (const character of text) {
      const letter = this.#letter(character);
      const kern = before === '' ? 0 : this.#kern(before + character);
      if (kern !== 0) glyphs += `)${rounded(-kern)}(`;
      glyphs += letter.glyph;
      width += kern + letter.width;
      before = character;
    }
    return { width, parts: [{ glyphs: `${glyphs})`, rise: 0 }] };
  }

  #letter(character: string): { glyph: string; width: number } {
    const known = this.#letters.get(character);
    if (known !== undefined) return known;
    const [codes, positions] = this.font.encode(character, this.features);
    const learnt = { glyph: codes.map(literal).join(''), width: positions[0]?.advanceWidth ?? 0 };
    this.#letters.set(character, learnt);
    return learnt;
  }

  #kern(pair: string): number {
    const known = this.#kerns.get(pair);
    if (known !== undefined) return known;
    const { positions } = this.font.layout(pair, this.features);
    const [first] = positions;
    const isPair = positions.length === 2 && first !== undefined;
    const learnt = isPair ? first.xAdvance - first.advanceWidth : 0;
    this.#kerns.set(pair, learnt);
    return learnt;
  }

  /** The font's own placing of marks over and under letters. */
  #shape(text: string): Word {
    // The font takes some letters apart, and the first use of a glyph names it for copying: each part is named first.
    for (const part of text.normalize('NFD')) {
      if (this.covers(part.codePointAt(0) ?? 0)) this.#letter(part);
    }
    const [codes, positions] = this.font.encode(text, this.features);
    const parts: { glyphs: string; rise: number }[] = [];
    let glyphs = '(';
    let rise = 0;
    let width = 0;
    const adjust = (by: number): void => {
      if (by !== 0) glyphs += `)${rounded(-by)}(`;
    };
    for (const [index, position] of positions.entries()) {
      if (position.yOffset !== rise) {
        if (glyphs !== '(') parts.push({ glyphs: `${glyphs})`, rise });
        glyphs = '(';
        rise = position.yOffset;
      }
      adjust(position.xOffset);
      glyphs += literal(codes[index] ?? '');
      adjust(position.xAdvance - position.advanceWidth - position.xOffset);
      width += position.xAdvance;
    }
    parts.push({ glyphs: `${glyphs})`, rise });
    return { width, parts };
  }
}

/** Two bytes of a PDF literal string, from the four hexadecimal digits of a glyph: half of what has to be compressed. */
function literal(code: string): string {
  const bytes = String.fromCharCode(parseInt(code.slice(0, 2), 16), parseInt(code.slice(2), 16));
  return bytes.replace(/[()\\]/g, '\\$&').replace('\r', '\\r');
}

const MARKED = /\p{M}/u;
const FIGURE = /^[0-9.,:\u2212-]+$/;

/** The faces of one document, and the one way in for text that other people wrote. */
export class Typeface {
  readonly #faces: Readonly<Record<FaceName, Face>>;
  readonly #covered = new Map<number, boolean>();

  constructor(document: InstanceType<typeof PDFDocument>) {
    const regular = embed(document, 'regular');
    const bold = embed(document, 'bold');
    this.#faces = {
      regular: new Face(regular, undefined),
      bold: new Face(bold, undefined),
      code: new Face(regular, ['zero', 'ss05']),
    };
    // A glyph is copied as what first asked for it: a space is a space, though a no-break space looks the same.
    for (const face of Object.values(this.#faces)) for (const shared of " -'") face.width(shared);
  }

  face(name: FaceName): Face {
    return this.#faces[name];
  }

  /**
   * The text with everything that would not be seen, or seen as something else, replaced by its code point:
   * `[U+202E]`. Line ends stay: they are the paragraphs of a note.
   */
  visible(text: string): string {
    if (PLAIN.test(text)) return text;
    let shown = '';
    let marks = 0;
    for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n')) {
      const isMark = MARK.test(character);
      marks = isMark ? marks + 1 : 0;
      // A mark with no letter to stand on would hang over whatever the page prints before it.
      const hangs = isMark && (marks > MARKS_PER_LETTER || !LETTER_AT_END.test(shown));
      shown += !hangs && this.#isPrintable(character) ? character : codePoint(character);
    }
    return shown;
  }

  #isPrintable(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    const known = this.#covered.get(code);
    if (known !== undefined) return known;
    const isCovered =
      character === '\n' ||
      (!UNSEEN.test(character) &&
        this.#faces.regular.covers(code) &&
        this.#faces.bold.covers(code));
    this.#covered.set(code, isCovered);
    return isCovered;
  }
}

const PLAIN = /^[\x20-\x7e]*$/;
const MARK = /^\p{M}$/u;
const LETTER_AT_END = /[\p{L}\p{M}]$/u;
/** Controls, formats, surrogates, private use, unassigned, separators: all but the ordinary and the no-break space. */
const UNSEEN = /^(?![\x20\u00a0])[\p{C}\p{Z}]$/u;

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function embed(
  document: InstanceType<typeof PDFDocument>,
  weight: keyof typeof FILES,
): EmbeddedFont {
  document.font(fontBytes(weight));
  const font: unknown = Reflect.get(document, '_font');
  if (!isEmbeddedFont(font)) throw new TypeError('expected an embedded font of pdfkit 0.20');
  return font;
}

function isEmbeddedFont(value: unknown): value is EmbeddedFont {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'font' in value &&
    'encode' in value &&
    'layout' in value &&
    'ref' in value
  );
}
