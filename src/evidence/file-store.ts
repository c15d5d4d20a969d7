/**
 * The files of a published or exported log, wherever they lie: a folder, a ZIP, a web server, a
 * test. Paths are those of c2sp.org/tlog-tiles, with forward slashes and no leading one.
 */
import { EvidenceError } from './error.js';
import { HASH_LENGTH } from './hash.js';
import { tilePath, widthAt } from './tiles.js';
import type { SubtreeReader } from './tree-prover.js';
import { TILE_WIDTH } from './tree.js';

export interface FileStore {
  /** The bytes of a file, or null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
}

/** One file of a log. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const CHECKPOINT_PATH = 'checkpoint';
export const VKEY_PATH = 'log.vkey';

/**
 * Lets proofs be made from the tiles of a log of this size. The hashes are taken as they are: a
 * proof made from damaged tiles will not verify.
 */
export function subtreesIn(store: FileStore, size: number): SubtreeReader {
  return {
    async hashes({ level, first, count }) {
      const index = Math.floor(first / TILE_WIDTH);
      const path = tilePath({ level, index, width: widthAt(size, level, index) });
      const bytes = await store.read(path);
      if (bytes === null) throw new EvidenceError('tile.malformed', `${path} is missing`);
      const from = (first - index * TILE_WIDTH) * HASH_LENGTH;
      return bytes.slice(from, from + count * HASH_LENGTH);
    },
  };
}
