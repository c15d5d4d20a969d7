import type PDFDocument from 'pdfkit';

/** What pdfkit 0.20 and fontkit 2 have for an embedded font, and their published types leave out. */
export interface EmbeddedFont {
  readonly id: string;
  readonly font: FontFile;
  readonly scale: number;
  /** Advance of each code of the font, and the characters that it is copied as. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly subset: {
    readonly glyphs: number[];
    includeGlyph(id: number): number;
    glyphEncoder: unknown;
  };
  ref(): unknown;
  encode(text: string, features?: readonly string[]): [readonly string[], readonly Position[]];
  layout(text: string, features?: readonly string[]): { readonly positions: readonly Position[] };
}
export interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}
export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}
export type Direction = 'ltr' | 'rtl';
export interface FontFile {
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  layout(
    text: string,
    features: undefined,
    script: undefined,
    language: undefined,
    direction: Direction,
  ): {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly Omit<Position, 'advanceWidth'>[];
  };
}

/** Has pdfkit embed a font. @param name under which it is known: several fonts may call themselves the same. */
export function embed(
  document: InstanceType<typeof PDFDocument>,
  font: FontFile,
  name: string,
): EmbeddedFont {
  // pdfkit takes a font of fontkit too, which its types do not say.
  const take: unknown = Reflect.get(document, 'font');
  if (typeof take !== 'function') throw new TypeError('expected a document of pdfkit 0.20');
  Reflect.apply(take, document, [font, name]);
  const embedded: unknown = Reflect.get(document, '_font');
  if (!isEmbeddedFont(embedded)) throw new TypeError('expected an embedded font of pdfkit 0.20');
  return embedded;
}

function isEmbeddedFont(value: unknown): value is EmbeddedFont {
  const names = ['id', 'font', 'scale', 'widths', 'unicode', 'subset', 'encode', 'layout', 'ref'];
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}
