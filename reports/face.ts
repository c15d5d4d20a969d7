import { mirrored } from './direction.js';
import type { Direction, EmbeddedFont } from './embedded-font.js';
import type { ScriptFont } from './script-font.js';
import { FOREIGN } from './scripts.js';
import { literal, rounded, strokesOf } from './word.js';
import type { Word } from './word.js';

/** Words kept per face. A name that comes once costs its place once; then the store starts afresh. */
const WORDS_KEPT = 20_000;
const WORD_KEPT_SIZE = 40;

const MARKED = /\p{M}/u;
const FIGURE = /^[0-9.,:\u2212-]+$/;
/** What has no place but on or between the letters of its script: marks, and the two joiners. */
export const STAYS_WITH_LETTER = /^[\p{M}\u200c\u200d]$/u;

/** Fonts for what a face does not cover. */
export interface OtherScripts {
  fontOf(character: string): ScriptFont | null;
}

/** One weight of the typeface in one document. */
export class Face {
  readonly #words = new Map<string, Word>();
  readonly #letters = new Map<string, { glyph: string; width: number }>();
  readonly #kerns = new Map<string, number>();

  constructor(
    readonly font: EmbeddedFont,
    readonly features: readonly string[] | undefined,
    readonly others: OtherScripts,
  ) {}

  covers(codePoint: number): boolean {
    return this.font.font.hasGlyphForCodePoint(codePoint);
  }

  /** Width of a text at size 1. */
  width(text: string): number {
    return this.word(text).width / 1000;
  }

  /** Encodes a text in which every character is printable, in one direction. */
  word(text: string, direction: Direction = 'ltr'): Word {
    const key = direction === 'ltr' ? text : `\u200f${text}`;
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    if (FIGURE.test(text) && direction === 'ltr') return this.#figure(text);
    const made = this.#make(text, direction);
    if (text.length > WORD_KEPT_SIZE) return made;
    if (this.#words.size >= WORDS_KEPT) this.#words.clear();
    this.#words.set(key, made);
    return made;
  }

  #make(text: string, direction: Direction): Word {
    return FOREIGN.test(text) ? this.#mix(text, direction) : this.#own(text, direction);
  }

  #own(text: string, direction: Direction): Word {
    const seen = direction === 'ltr' ? text : Array.from(text, mirrored).reverse().join('');
    return MARKED.test(seen) ? this.#shape(seen) : this.#spell(seen);
  }

  /** Each script in its own font. */
  #mix(text: string, direction: Direction): Word {
    const runs: { readonly font: ScriptFont | null; text: string }[] = [];
    for (const character of text) {
      const last = runs.at(-1);
      const font = this.#fontOf(character, last?.font ?? null);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    if (direction === 'rtl') runs.reverse();
    const words = runs.map((run) =>
      run.font === null ? this.#own(run.text, direction) : run.font.shape(run.text, direction),
    );
    return {
      width: words.reduce((sum, { width }) => sum + width, 0),
      parts: words.flatMap(({ parts }) => parts),
    };
  }

  #fontOf(character: string, before: ScriptFont | null): ScriptFont | null {
    const code = character.codePointAt(0) ?? 0;
    if (before?.covers(code) === true && STAYS_WITH_LETTER.test(character)) return before;
    return this.covers(code) ? null : this.others.fontOf(character);
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
    return this.#plain(glyphs, width);
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
    return this.#plain(glyphs, width);
  }

  #plain(glyphs: string, width: number): Word {
    const strokes = [{ glyphs: `${glyphs})`, rise: 0 }];
    return { width, parts: [{ font: this.font.id, said: null, strokes }] };
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
    const placed = positions.map(({ advanceWidth, ...position }, index) => ({
      code: codes[index] ?? '',
      advance: advanceWidth,
      ...position,
    }));
    const width = placed.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { width, parts: [{ font: this.font.id, said: null, strokes: strokesOf(placed) }] };
  }
}
