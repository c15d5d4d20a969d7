/** A log's hashes in memory, as a reader for proofs that counts what is asked of it. */
import { concatBytes } from '../../src/evidence/bytes.js';
import type { SubtreeRange, SubtreeReader } from '../../src/evidence/tree-prover.js';
import { type Edge, EMPTY_EDGE, extend, leafHash } from '../../src/evidence/tree.js';

export class MemoryLog implements SubtreeReader {
  readonly requests: SubtreeRange[] = [];
  edge: Edge = EMPTY_EDGE;
  private readonly levels: Uint8Array[][] = [[]];

  static of(leaves: Iterable<Uint8Array>): MemoryLog {
    const log = new MemoryLog();
    for (const leaf of leaves) log.append(leafHash(leaf));
    return log;
  }

  append(hash: Uint8Array): void {
    const { edge, subtrees } = extend(this.edge, hash);
    this.level(0).push(hash);
    for (const subtree of subtrees) {
      const level = this.level(subtree.level);
      if (level.length !== subtree.index) throw new Error('subtrees come out of order');
      level.push(subtree.hash);
    }
    this.edge = edge;
  }

  hashes(range: SubtreeRange): Promise<Uint8Array> {
    this.requests.push(range);
    const { level, first, count } = range;
    if (Math.floor(first / 256) !== Math.floor((first + count - 1) / 256)) {
      throw new Error('a request crosses the border of a tile');
    }
    const found = this.level(level).slice(first, first + count);
    return Promise.resolve(concatBytes(...found));
  }

  private level(level: number): Uint8Array[] {
    const known = this.levels[level];
    if (known !== undefined) return known;
    const added: Uint8Array[] = [];
    this.levels[level] = added;
    return added;
  }
}
