/**
 * Makes inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2) out of the hashes
 * that tiles hold, reading at most two tiles a level: for ten million leaves, at most eight.
 */
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { foldEdge, perfectRoot, TILE_HEIGHT, TILE_WIDTH } from './tree.js';

/**
 * Gives the hashes of complete subtrees: of 256^level leaves each, `count` of them from number
 * `first` on, concatenated. Level 0 are leaf hashes. A request never crosses the border of a tile
 * (a multiple of 256) and never asks for a subtree that is not complete at the proof's size.
 */
export interface SubtreeReader {
  hashes(range: SubtreeRange): Promise<Uint8Array>;
}

export interface SubtreeRange {
  readonly level: number;
  readonly first: number;
  readonly count: number;
}

/** A reader that may know the root over the hashes of a range already. */
interface HashingReader extends SubtreeReader {
  readonly root?: (range: SubtreeRange, hashes: Uint8Array) => Uint8Array;
}

/** 2 MB of hashes, and about as much of the roots over them. */
const MOST_TILES_KEPT = 256;
const MOST_ROOTS_KEPT = 8_192;

/** Leaves `start` to `end`, without `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The proof that leaf `index` is in the tree of this size: its siblings from the leaf upwards. */
export async function proveInclusion(
  index: number,
  size: number,
  reader: HashingReader,
): Promise<readonly Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw outOfRange(`leaf ${index} of a tree of ${size}`);
  }
  const siblings: Span[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      siblings.push({ start: middle, end });
      end = middle;
    } else {
      siblings.push({ start, end: middle });
      start = middle;
    }
  }
  return hashesOf(siblings.reverse(), reader);
}

/**
 * Gives a proof of every leaf of many, all under one size. Whole tiles are kept as long as leaves are asked for in their order, and
 * no subtree is hashed twice: a thousand proofs cost hardly more than the tiles that they lie in.
 */
export class ManyProofs {
  readonly #tiles = new Map<string, Promise<Uint8Array>>();
  readonly #roots = new Map<string, Uint8Array>();

  constructor(
    readonly size: number,
    private readonly reader: SubtreeReader,
  ) {}

  /** The proof that a leaf is in the tree: its siblings from the leaf upwards. */
  inclusion(index: number): Promise<readonly Uint8Array[]> {
    return proveInclusion(index, this.size, {
      hashes: (range) => this.hashes(range),
      root: (range, hashes) => this.#rootOf(range, hashes),
    });
  }

  /** As of the reader, for subtrees that are complete at the size. */
  async hashes({ level, first, count }: SubtreeRange): Promise<Uint8Array> {
    const name = tileOf({ level, first });
    const tile = first - (first % TILE_WIDTH);
    const known = this.#tiles.get(name) ?? this.#readTile(name, level, tile);
    const from = (first - tile) * HASH_LENGTH;
    return (await known).subarray(from, from + count * HASH_LENGTH);
  }

  #readTile(name: string, level: number, first: number): Promise<Uint8Array> {
    const complete = Math.floor(this.size / TILE_WIDTH ** level);
    const count = Math.min(TILE_WIDTH, complete - first);
    const read = this.reader.hashes({ level, first, count });
    if (this.#tiles.size >= MOST_TILES_KEPT) this.#tiles.clear();
    this.#tiles.set(name, read);
    return read;
  }

  #rootOf({ level, first, count }: SubtreeRange, hashes: Uint8Array): Uint8Array {
    const name = `${level}/${first}/${count}`;
    const root = this.#roots.get(name) ?? perfectRoot(hashes);
    if (this.#roots.size >= MOST_ROOTS_KEPT) this.#roots.clear();
    this.#roots.set(name, root);
    return root;
  }
}

/** The proof that the tree of size `to` begins with the tree of size `from`. */
export async function proveConsistency(
  from: number,
  to: number,
  reader: SubtreeReader,
): Promise<readonly Uint8Array[]> {
  if (!isCount(from) || !isCount(to) || from > to) {
    throw outOfRange(`tree of ${from} within one of ${to}`);
  }
  if (from === 0 || from === to) return [];
  const nodes: Span[] = [];
  let [start, end] = [0, to];
  while (from < end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      nodes.push({ start: middle, end });
      end = middle;
    } else {
      nodes.push({ start, end: middle });
      start = middle;
    }
  }
  // The old tree's last subtree; where that is the whole old tree, its root is known already.
  if (start > 0) nodes.push({ start, end });
  return hashesOf(nodes.reverse(), reader);
}

/** The root of the first `size` leaves. */
export async function rootFrom(size: number, reader: SubtreeReader): Promise<Uint8Array> {
  if (!isCount(size) || size === 0) throw outOfRange(`subtree in a tree of ${size}`);
  const [root] = await hashesOf([{ start: 0, end: size }], reader);
  if (root === undefined) throw new Error('bug: one span has one hash');
  return root;
}

async function hashesOf(spans: readonly Span[], reader: HashingReader): Promise<Uint8Array[]> {
  const parts = spans.map(perfectParts);
  const tiles = await readTiles(parts.flat(), reader);
  const rootOf = reader.root ?? ((_range, hashes) => perfectRoot(hashes));
  return parts.map((ranges) => foldEdge(ranges.map((range) => rootOf(range, cut(tiles, range)))));
}

/** The perfect subtrees that make up a span, largest first, as hashes of the level below them. */
function perfectParts(span: Span): SubtreeRange[] {
  const parts: SubtreeRange[] = [];
  let { start } = span;
  while (start < span.end) {
    const height = heightOf(span.end - start);
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    parts.push({ level, first: start / TILE_WIDTH ** level, count });
    start += 2 ** height;
  }
  return parts;
}

interface TilePart extends SubtreeRange {
  readonly bytes: Uint8Array;
}

/** Reads what the ranges need with one request a tile. */
async function readTiles(
  ranges: readonly SubtreeRange[],
  reader: SubtreeReader,
): Promise<ReadonlyMap<string, TilePart>> {
  const wanted = new Map<string, SubtreeRange>();
  for (const { level, first, count } of ranges) {
    const name = tileOf({ level, first });
    const known = wanted.get(name);
    const low = Math.min(first, known?.first ?? first);
    const high = Math.max(first + count, known === undefined ? 0 : known.first + known.count);
    wanted.set(name, { level, first: low, count: high - low });
  }
  const tiles = await Promise.all(
    [...wanted].map(async ([name, range]): Promise<[string, TilePart]> => {
      const bytes = await reader.hashes(range);
      if (bytes.length !== range.count * HASH_LENGTH) {
        const found = `${bytes.length} bytes for ${range.count} hashes of level ${range.level}`;
        throw new EvidenceError('reader.wrong-length', found);
      }
      return [name, { ...range, bytes }];
    }),
  );
  return new Map(tiles);
}

function cut(tiles: ReadonlyMap<string, TilePart>, range: SubtreeRange): Uint8Array {
  const tile = tiles.get(tileOf(range));
  if (tile === undefined) throw new Error('bug: a tile was not read');
  const from = (range.first - tile.first) * HASH_LENGTH;
  return tile.bytes.subarray(from, from + range.count * HASH_LENGTH);
}

function tileOf(range: { readonly level: number; readonly first: number }): string {
  return `${range.level}/${Math.floor(range.first / TILE_WIDTH)}`;
}

/** The largest power of two smaller than n, where RFC 6962 splits n leaves; n is at least 2. */
function splitOf(n: number): number {
  return 2 ** heightOf(n - 1);
}

/** The height of the largest perfect tree of at most n leaves. Math.log2 is inexact near 2^49. */
function heightOf(n: number): number {
  let height = 0;
  while (2 ** (height + 1) <= n) height += 1;
  return height;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function outOfRange(what: string): EvidenceError {
  return new EvidenceError('tree.out-of-range', `there is no ${what}`);
}
