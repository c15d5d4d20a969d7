/**
 * Tiles: how a log is laid out in files, as in c2sp.org/tlog-tiles. A tile is 256 neighbouring
 * hashes of one level; a bundle is the 256 leaves under a tile of level 0. The last of each kind is
 * partial: narrower, and with its width in its name.
 */
import { concatBytes } from './bytes.js';
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { TILE_WIDTH } from './tree.js';

/** Where a tile or a bundle lies. `level` is 0 to 63, or `entries` for a bundle of leaves. */
export interface TilePlace {
  readonly level: number | 'entries';
  readonly index: number;
  /** How many hashes or leaves it has: 1 to 256. */
  readonly width: number;
}

/** A bundle writes a leaf's length in two bytes. */
export const MAX_LEAF_LENGTH = 65_535;
export const MAX_LEVEL = 63;

const PLACE =
  /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/)*)([0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** `tile/<L>/<N>` or `tile/entries/<N>`, with `.p/<W>` when partial; 1234067 is x001/x234/067. */
export function tilePath(place: TilePlace): string {
  const { level, index, width } = place;
  requirePlace(place);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}/` : group)).join('');
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The place that a path names, or null when no tile or bundle has that path. */
export function parseTilePath(path: string): TilePlace | null {
  const match = PLACE.exec(path);
  if (match === null) return null;
  const [, level, groups = '', last = '', width] = match;
  const index = Number(groups.replaceAll(/[x/]/g, '') + last);
  if (!Number.isSafeInteger(index)) return null;
  const place: TilePlace = {
    level: level === 'entries' ? level : Number(level),
    index,
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  if (place.width > TILE_WIDTH) return null;
  // One place has one path: no leading zero groups, and no `.p/256`.
  return tilePath(place) === path ? place : null;
}

/** How wide this tile or bundle is in a log of this size; 0 when the log does not reach it. */
export function widthAt(size: number, level: number | 'entries', index: number): number {
  const complete = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return Math.min(Math.max(complete - index * TILE_WIDTH, 0), TILE_WIDTH);
}

/**
 * The tiles and bundles that a log must have at size `to` and did not have at size `from` (0 for
 * all of them): by level, bundles before the tiles of level 0.
 */
export function* tilesBetween(from: number, to: number): Generator<TilePlace> {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) {
    throw new EvidenceError('tree.out-of-range', `no log grows from ${from} to ${to}`);
  }
  yield* tilesOfLevel(from, to, 'entries');
  for (let level = 0; TILE_WIDTH ** level <= to; level += 1) yield* tilesOfLevel(from, to, level);
}

function* tilesOfLevel(from: number, to: number, level: number | 'entries'): Generator<TilePlace> {
  const span = TILE_WIDTH ** (level === 'entries' ? 0 : level);
  let index = Math.floor(Math.floor(from / span) / TILE_WIDTH);
  for (; ; index += 1) {
    const width = widthAt(to, level, index);
    if (width === 0) return;
    if (width !== widthAt(from, level, index)) yield { level, index, width };
  }
}

/** The bytes of a tile: its hashes, one after another. */
export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  const isTile = hashes.every((hash) => hash.length === HASH_LENGTH);
  if (!isTile || hashes.length === 0 || hashes.length > TILE_WIDTH) {
    throw new EvidenceError('tile.malformed', 'a tile is 1 to 256 hashes of 32 bytes');
  }
  return concatBytes(...hashes);
}

/** The hashes of a tile of this width, as views into its bytes. */
export function parseTile(bytes: Uint8Array, width: number): readonly Uint8Array[] {
  if (bytes.length !== width * HASH_LENGTH || width < 1 || width > TILE_WIDTH) {
    throw new EvidenceError('tile.malformed', `${bytes.length} bytes are no tile of ${width}`);
  }
  return Array.from({ length: width }, (_, i) =>
    bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
  );
}

/** The bytes of a bundle: for each leaf, its length in two bytes (big-endian), then the leaf. */
export function encodeBundle(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0 || leaves.length > TILE_WIDTH) {
    throw new EvidenceError('bundle.malformed', 'a bundle is 1 to 256 leaves');
  }
  const parts = leaves.flatMap((leaf) => {
    if (leaf.length > MAX_LEAF_LENGTH) {
      throw new EvidenceError('bundle.malformed', `a leaf of ${leaf.length} bytes`);
    }
    return [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf];
  });
  return concatBytes(...parts);
}

/** The leaves of a bundle of this width, as views into its bytes. */
export function parseBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] {
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + 2;
    const end = start + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) {
      throw new EvidenceError('bundle.malformed', `leaf ${leaves.length} of a bundle is cut short`);
    }
    leaves.push(bytes.subarray(start, end));
    at = end;
  }
  if (leaves.length !== width) {
    const found = `${leaves.length} leaves in a bundle of ${width}`;
    throw new EvidenceError('bundle.malformed', found);
  }
  return leaves;
}

function requirePlace(place: TilePlace): void {
  const { level, index, width } = place;
  const isLevel =
    level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= MAX_LEVEL);
  const isIndex = Number.isSafeInteger(index) && index >= 0;
  const isWidth = Number.isInteger(width) && width >= 1 && width <= TILE_WIDTH;
  if (isLevel && isIndex && isWidth) return;
  throw new EvidenceError('tile.malformed', `no tile ${level}/${index} of width ${width}`);
}
