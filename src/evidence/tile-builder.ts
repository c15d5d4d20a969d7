/**
 * Builds the tiles of a log from its leaf hashes, in order and in constant memory: one unfinished
 * tile a level. Every hash of the tree is computed once. The exporter writes these tiles, and the
 * verifier compares them with what was written.
 */
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { type Edge, perfectRoot, TILE_WIDTH } from './tree.js';

/** A finished or partial tile of hashes. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly bytes: Uint8Array;
}

interface Row {
  index: number;
  width: number;
  bytes: Uint8Array;
}

const NO_TILES: readonly Tile[] = [];

export class TileBuilder {
  private readonly rows: Row[] = [];
  private total = 0;

  /** How many leaves were added. */
  get size(): number {
    return this.total;
  }

  /** Adds a leaf by its hash; returns the tiles that it completed, lowest level first. */
  add(leafHash: Uint8Array): readonly Tile[] {
    if (leafHash.length !== HASH_LENGTH) {
      throw new EvidenceError('hash.malformed', 'a leaf is added by its hash of 32 bytes');
    }
    this.total += 1;
    const full = this.put(0, leafHash);
    if (full === null) return NO_TILES;
    const completed = [full];
    for (let tile: Tile | null = full; tile !== null;) {
      tile = this.put(tile.level + 1, perfectRoot(tile.bytes));
      if (tile !== null) completed.push(tile);
    }
    return completed;
  }

  /** The tiles that are not full yet, lowest level first. Adding goes on undisturbed. */
  partials(): readonly Tile[] {
    return this.rows.flatMap(({ index, width, bytes }, level) =>
      width === 0 ? [] : [{ level, index, width, bytes: bytes.slice(0, width * HASH_LENGTH) }],
    );
  }

  /** The right edge of the tree so far; its root is `rootOf(edge)`. */
  edge(): Edge {
    return { size: this.total, hashes: this.rows.flatMap(perfectRoots).reverse() };
  }

  private put(level: number, hash: Uint8Array): Tile | null {
    const row = (this.rows[level] ??= emptyRow(0));
    row.bytes.set(hash, row.width * HASH_LENGTH);
    row.width += 1;
    if (row.width < TILE_WIDTH) return null;
    this.rows[level] = emptyRow(row.index + 1);
    return { level, index: row.index, width: TILE_WIDTH, bytes: row.bytes };
  }
}

function emptyRow(index: number): Row {
  return { index, width: 0, bytes: new Uint8Array(TILE_WIDTH * HASH_LENGTH) };
}

/** The roots of the perfect subtrees that a partial tile is made of, smallest (rightmost) first. */
function perfectRoots(row: Row): Uint8Array[] {
  const roots: Uint8Array[] = [];
  let end = row.width;
  for (let width = 1; width <= row.width; width *= 2) {
    if (Math.floor(row.width / width) % 2 === 0) continue;
    roots.push(perfectRoot(row.bytes.subarray((end - width) * HASH_LENGTH, end * HASH_LENGTH)));
    end -= width;
  }
  return roots;
}
