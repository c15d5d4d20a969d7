/** A word ready to print. Units: 1/1000 of the size. */
export interface Word {
  readonly width: number;
  readonly parts: readonly WordPart[];
}

/** What stands in one font. */
export interface WordPart {
  /** As the page names it. */
  readonly font: string;
  /** What is copied instead of the glyphs, where they are not one for each character and in its order. */
  readonly said: string | null;
  readonly strokes: readonly Stroke[];
}

/** `glyphs` are pieces of a TJ array; a rise lifts a combining mark. */
export interface Stroke {
  readonly glyphs: string;
  readonly rise: number;
}

/** A glyph and where it stands. */
export interface PlacedGlyph {
  /** Four hexadecimal digits. */
  readonly code: string;
  /** Its own width, which the font has it move by. */
  readonly advance: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Glyphs one after the other, each put where the font wants it. */
export function strokesOf(placed: readonly PlacedGlyph[]): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let glyphs = '(';
  let rise = 0;
  const adjust = (by: number): void => {
    if (by !== 0) glyphs += `)${rounded(-by)}(`;
  };
  for (const { code, advance, xAdvance, xOffset, yOffset } of placed) {
    if (yOffset !== rise) {
      if (glyphs !== '(') strokes.push({ glyphs: `${glyphs})`, rise });
      glyphs = '(';
      rise = yOffset;
    }
    adjust(xOffset);
    glyphs += literal(code);
    adjust(xAdvance - advance - xOffset);
  }
  strokes.push({ glyphs: `${glyphs})`, rise });
  return strokes;
}

/** Two bytes of a PDF literal string, from the four hexadecimal digits of a glyph: half of what has to be compressed. */
export function literal(code: string): string {
  const bytes = String.fromCharCode(parseInt(code.slice(0, 2), 16), parseInt(code.slice(2), 16));
  return bytes.replace(/[()\\]/g, '\\$&').replace('\r', '\\r');
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
