/**
 * A glyph as TrueType has it (OpenType specification, `glyf`): fontkit 2 draws a font at any weight, and cannot write what it
 * has drawn.
 */
export interface DrawnPath {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

const HEADER_BYTES = 10;
const ALIGNMENT = 4;
const ON_CURVE = 1;
const [SHORT_X, SHORT_Y] = [2, 4];
const [SAME_OR_POSITIVE_X, SAME_OR_POSITIVE_Y] = [16, 32];

/** @returns nothing for a glyph without contours, which a space is. */
export function trueTypeOutline({ commands }: DrawnPath): Uint8Array {
  const contours = contoursOf(commands);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array(0);
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const flags: number[] = [];
  const across: number[] = [];
  const up: number[] = [];
  let from = { x: 0, y: 0 };
  for (const point of points) {
    flags.push(
      (point.isOnCurve ? ON_CURVE : 0) |
        step(point.x - from.x, across, { short: SHORT_X, same: SAME_OR_POSITIVE_X }) |
        step(point.y - from.y, up, { short: SHORT_Y, same: SAME_OR_POSITIVE_Y }),
    );
    from = point;
  }
  const header = [contours.length, ...boxOf(points), ...ends, 0].flatMap(word);
  const bytes = [...header, ...flags, ...across, ...up];
  const glyph = new Uint8Array(Math.ceil(bytes.length / ALIGNMENT) * ALIGNMENT);
  glyph.set(bytes);
  if (glyph.length < HEADER_BYTES) throw new Error('expected a glyph with its header');
  return glyph;
}

function contoursOf(commands: DrawnPath['commands']): readonly (readonly Point[])[] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'closePath') continue;
    if (command === 'moveTo') contours.push([]);
    const contour = contours.at(-1) ?? [];
    for (let index = 0; index < args.length; index += 2) {
      const [x = 0, y = 0] = [args[index], args[index + 1]].map((each) => Math.round(each ?? 0));
      const isOnCurve = !(command === 'quadraticCurveTo' && index === 0);
      contour.push({ x, y, isOnCurve });
    }
  }
  return contours.map(open).filter((contour) => contour.length > 0);
}

/** A contour closes by itself: where it ends at its beginning, that point is there once. */
function open(contour: readonly Point[]): readonly Point[] {
  const [first, last] = [contour[0], contour.at(-1)];
  const isClosed =
    contour.length > 1 && last?.isOnCurve === true && first?.x === last.x && first.y === last.y;
  return isClosed ? contour.slice(0, -1) : contour;
}

/** Writes how far the next point lies; what the flag says of it. */
function step(
  by: number,
  into: number[],
  { short, same }: { readonly short: number; readonly same: number },
): number {
  if (by === 0) return same;
  if (Math.abs(by) < 256) {
    into.push(Math.abs(by));
    return by > 0 ? short | same : short;
  }
  into.push(...word(by));
  return 0;
}

function boxOf(points: readonly Point[]): readonly number[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Big-endian, as everything in a font is. */
const word = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff];
