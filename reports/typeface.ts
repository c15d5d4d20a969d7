import { withoutIdleIsolates } from './isolated.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { embed } from './embedded-font.js';
import type { EmbeddedFont } from './embedded-font.js';
import { Face, STAYS_WITH_LETTER } from './face.js';
import type { OtherScripts } from './face.js';
import { openFont } from './font-file.js';
import { ScriptFont } from './script-font.js';
import { FOREIGN, fontAt, fontsFor } from './scripts.js';
import type { FontSource } from './scripts.js';

/**
 * The printed typeface: Source Sans 3 (SIL Open Font License, which allows embedding), whose default figures are tabular.
 * Text is encoded through pdfkit's embedded font, one word at a time, and the result is kept: a ledger says the same
 * few thousand words on every page, and its figures need no kerning. Other scripts are printed in Noto Sans.
 *
 * Not handled: scripts that no line of `scripts.ts` names, emoji. What no typeface covers prints as its code point, and
 * stands in the key of the document.
 */

/** Regular and bold text; `code` is the regular weight with slashed zero and tailed l, for lots, labels and hashes. */
export type FaceName = 'regular' | 'bold' | 'code';

/** Combining marks that one letter may carry; the rest print as code points, so that nobody writes over other lines. */
const MARKS_PER_LETTER = 2;
/** Letters of other scripts may carry a point, a vowel, a tone and a sign that silences. */
const MARKS_PER_FOREIGN_LETTER = 4;
/** Fonts of other scripts that one document may open: a hundred characters or more of Chinese each. */
const MOST_SCRIPT_FONTS = 64;
/** Code points that the key explains one by one. */
const MOST_REPLACED = 40;

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

/** The faces of one document, and the one way in for text that other people wrote. */
export class Typeface implements OtherScripts {
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #faces: Readonly<Record<FaceName, Face>>;
  readonly #covered = new Map<number, boolean>();
  readonly #scriptFonts = new Map<string, ScriptFont>();
  readonly #fontOf = new Map<string, ScriptFont | null>();
  readonly #replaced = new Set<string>();

  constructor(document: InstanceType<typeof PDFDocument>) {
    this.#document = document;
    const regular = embed(document, openFont(fontBytes('regular')), 'regular');
    const bold = embed(document, openFont(fontBytes('bold')), 'bold');
    this.#faces = {
      regular: new Face(regular, undefined, this),
      bold: new Face(bold, undefined, this),
      code: new Face(regular, ['zero', 'ss05'], this),
    };
    // A glyph is copied as what first asked for it: a space is a space, though a no-break space looks the same.
    for (const face of Object.values(this.#faces)) for (const shared of " -'") face.width(shared);
  }

  face(name: FaceName): Face {
    return this.#faces[name];
  }

  /** Every font that was needed so far. */
  fonts(): readonly EmbeddedFont[] {
    const others = Array.from(this.#scriptFonts.values(), ({ embedded }) => embedded);
    return [this.#faces.regular.font, this.#faces.bold.font, ...others];
  }

  /** The font of another script that has the character; null where none has it. */
  fontOf(character: string): ScriptFont | null {
    const known = this.#fontOf.get(character);
    if (known !== undefined) return known;
    const code = character.codePointAt(0) ?? 0;
    let found: ScriptFont | null = null;
    for (const source of fontsFor(character)) {
      const font = this.#opened(source);
      if (font?.covers(code) !== true) continue;
      found = font;
      break;
    }
    this.#fontOf.set(character, found);
    return found;
  }

  #opened(source: FontSource): ScriptFont | null {
    const known = this.#scriptFonts.get(source.name);
    if (known !== undefined) return known;
    if (this.#scriptFonts.size >= MOST_SCRIPT_FONTS) return null;
    const opened = new ScriptFont(embed(this.#document, fontAt(source), source.name));
    this.#scriptFonts.set(source.name, opened);
    return opened;
  }

  /**
   * The text with everything that would not be seen, or seen as something else, replaced by its code point:
   * `[U+202E]`. Line ends stay: they are the paragraphs of a note.
   */
  visible(text: string): string {
    if (PLAIN.test(text)) return text;
    let shown = '';
    let marks = 0;
    const lines = text.normalize('NFC').replace(/\r\n?/g, '\n');
    for (const character of withoutIdleIsolates(lines, (isolate) => this.#codePoint(isolate))) {
      const stays = STAYS_WITH_LETTER.test(character);
      marks = stays ? marks + 1 : 0;
      // A mark with no letter to stand on would hang over whatever the page prints before it.
      const hangs = stays && (!LETTER_AT_END.test(shown) || marks > marksAfter(shown));
      shown += !hangs && this.#isPrintable(character) ? character : this.#codePoint(character);
    }
    return shown;
  }

  /** What stands in the key for the characters that were replaced: the sign, and what it means. */
  replaced(): readonly (readonly [sign: string, meaning: string])[] {
    const signs = [...this.#replaced];
    const further = signs.length - MOST_REPLACED;
    return [
      ...signs.slice(0, MOST_REPLACED).map((sign) => [sign, REPLACED_WORDS] as const),
      ...(further > 0 ? [['[U+…]', `${REPLACED_WORDS}; ${further} more of them`] as const] : []),
    ];
  }

  #codePoint(character: string): string {
    const code = character.codePointAt(0) ?? 0;
    const sign = `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    if (this.#replaced.size <= MOST_REPLACED * MOST_REPLACED) this.#replaced.add(sign);
    return sign;
  }

  #isPrintable(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    const known = this.#covered.get(code);
    if (known !== undefined) return known;
    const isCovered = character === '\n' || this.#isCovered(character, code);
    this.#covered.set(code, isCovered);
    return isCovered;
  }

  #isCovered(character: string, code: number): boolean {
    if (UNSEEN.test(character)) return MEANT.test(character);
    const { regular, bold } = this.#faces;
    if (regular.covers(code) && bold.covers(code)) return true;
    return FOREIGN.test(character) && this.fontOf(character) !== null;
  }
}

const PLAIN = /^[\x20-\x7e]*$/;
const LETTER_AT_END = /[\p{L}\p{M}\u200c\u200d]$/u;
/** The last letter, where it is of a script that writes its vowels as marks. */
const LAST_LETTER = /(\P{M})[\p{M}\u200c\u200d]*$/u;
/** Controls, formats, surrogates, private use, unassigned, separators: all but the ordinary and the no-break space. */
const UNSEEN = /^(?![\x20\u00a0])[\p{C}\p{Z}]$/u;
/** Joiners, without which some words of Persian or Hindi are other words; isolates around what is read from right to left; the space of Chinese and Japanese. */
const MEANT = /^[\u200c\u200d\u2068\u2069\u3000]$/;

const REPLACED_WORDS =
  'Unicode number of a recorded character that is not seen, or in no typeface here';

function marksAfter(shown: string): number {
  const letter = LAST_LETTER.exec(shown)?.[1] ?? '';
  return FOREIGN.test(letter) ? MARKS_PER_FOREIGN_LETTER : MARKS_PER_LETTER;
}
