import { brotliDecompressSync } from 'node:zlib';
import { create } from 'fontkit';
import type { FontFile, Glyph } from './embedded-font.js';

/** Opens the file of a font; one that has an axis of weight, at a place on it. */
export function openFont(bytes: Buffer, weight: number | null = null): FontFile {
  const font: unknown = create(bytes);
  if (!isFontFile(font)) throw new TypeError('expected a font of fontkit 2');
  return weight === null ? font : atWeight(font, bytes, weight);
}

/**
 * fontkit keeps each glyph under the characters that asked for it first, and one shape serves several letters of Arabic.
 * Here each occurrence knows its own, and the font may be shared by documents.
 */
export function namingEachOccurrence(font: FontFile): FontFile {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id);
    return codePoints.length === 0
      ? glyph
      : (Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph);
  };
  return font;
}

/** Points of an outline as fontkit has them; each can copy itself. */
interface OutlinePoint {
  copy(): OutlinePoint;
}
/** What of a compressed font its published types leave out. */
interface CompressedFont extends FontFile {
  stream: object;
  readonly directory: {
    readonly totalCompressedSize: number;
    readonly tables: Readonly<Record<string, CompressedTable>>;
  };
  readonly _dataPos: number;
  _decompressed: boolean;
  readonly _transformedGlyphs: readonly { readonly points?: readonly OutlinePoint[] }[];
  _transformGlyfTable(): void;
  readonly _variationProcessor: {
    transformPoints(glyph: number, points: readonly OutlinePoint[]): void;
  };
}
interface CompressedTable {
  offset: number;
  readonly length: number;
  readonly transformLength?: number | null;
}

/** Points that stand for the advances of a glyph follow those of its outline (OpenType, `gvar`). */
const PHANTOM_POINTS = 4;

/**
 * fontkit's own `getVariation` takes no font that is compressed, and leaves the outlines of one as they are: here each is
 * drawn at the weight when it is first needed.
 */
function atWeight(font: FontFile, bytes: Buffer, weight: number): FontFile {
  const Stream = checked(font).stream.constructor as new (bytes: Buffer) => object;
  const Font = font.constructor as new (stream: object, place: readonly number[]) => unknown;
  const placed = checked(new Font(new Stream(bytes), [weight]));
  placed.stream = new Stream(decompressed(placed, bytes));
  placed._decompressed = true;
  placed._transformGlyfTable();
  const getGlyph = placed.getGlyph.bind(placed);
  const drawn = new Set<number>();
  placed.getGlyph = (id, codePoints) => {
    if (!drawn.has(id)) draw(placed, id);
    drawn.add(id);
    return getGlyph(id, codePoints);
  };
  return placed;
}

/** WOFF2 has all tables in one compressed stream. Node's own Brotli takes a tenth of the time of fontkit's. */
function decompressed({ directory, _dataPos: begin }: CompressedFont, bytes: Buffer): Buffer {
  let offset = 0;
  for (const table of Object.values(directory.tables)) {
    table.offset = offset;
    offset += table.transformLength ?? table.length;
  }
  return brotliDecompressSync(bytes.subarray(begin, begin + directory.totalCompressedSize));
}

function draw({ _transformedGlyphs, _variationProcessor }: CompressedFont, id: number): void {
  const points = _transformedGlyphs[id]?.points ?? [];
  const last = points.at(-1);
  if (last === undefined) return;
  // Each is a contour of its own, as the last point of the outline is the end of one.
  const phantoms = Array.from({ length: PHANTOM_POINTS }, () => last.copy());
  _variationProcessor.transformPoints(id, [...points, ...phantoms]);
}

function checked(value: unknown): CompressedFont {
  const names = ['stream', 'directory', '_dataPos', '_transformGlyfTable', '_variationProcessor'];
  if (!isFontFile(value) || !names.every((name) => name in value)) {
    throw new TypeError('expected a compressed font of fontkit 2');
  }
  return value as CompressedFont;
}

function isFontFile(value: unknown): value is FontFile {
  const names = ['layout', 'getGlyph', 'hasGlyphForCodePoint'];
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}
