import type { Direction, EmbeddedFont, Glyph } from './embedded-font.js';
import { trueTypeOutline } from './outline.js';
import { strokesOf } from './word.js';
import type { PlacedGlyph, Word } from './word.js';

/** A font of another script in one document: its own rules join, place and order the glyphs of a word. */
export class ScriptFont {
  readonly #codes = new Map<string, string>();
  readonly #taken = new Set<number>();

  constructor(readonly embedded: EmbeddedFont) {
    embedded.subset.glyphEncoder = { encodeSimple: trueTypeOutline };
  }

  covers(codePoint: number): boolean {
    return this.embedded.font.hasGlyphForCodePoint(codePoint);
  }

  /** Encodes a text in which every character is covered, the glyphs from left to right. */
  shape(text: string, direction: Direction): Word {
    const { font, scale } = this.embedded;
    const run = font.layout(text, undefined, undefined, undefined, direction);
    const placed = run.positions.map((position, index): Shaped => {
      const glyph = run.glyphs[index];
      if (glyph === undefined) throw new Error('expected a glyph for each position');
      return {
        code: this.#code(glyph),
        characters: glyph.codePoints,
        advance: glyph.advanceWidth * scale,
        xAdvance: position.xAdvance * scale,
        xOffset: position.xOffset * scale,
        yOffset: position.yOffset * scale,
      };
    });
    const width = placed.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    const said = direction === 'ltr' && copied(placed) !== text ? text : null;
    return { width, parts: [{ font: this.embedded.id, said, strokes: strokesOf(placed) }] };
  }

  /** A glyph that stands for several characters has a code for each of them. */
  #code({ id, advanceWidth, codePoints }: Glyph): string {
    const key = `${id}:${codePoints.join()}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const { subset, widths, unicode, scale } = this.embedded;
    const place = this.#taken.has(id) ? subset.glyphs.push(id) - 1 : subset.includeGlyph(id);
    this.#taken.add(id);
    widths[place] = advanceWidth * scale;
    unicode[place] = codePoints;
    const code = place.toString(16).padStart(4, '0');
    this.#codes.set(key, code);
    return code;
  }
}

/**
 * What is copied of the glyphs. Indic vowels stand before what they follow: then it is the word that is copied. From right
 * to left every reader of files turns the glyphs around by itself.
 */
const copied = (placed: readonly Shaped[]): string =>
  String.fromCodePoint(...placed.flatMap(({ characters }) => characters));

interface Shaped extends PlacedGlyph {
  readonly characters: readonly number[];
}
