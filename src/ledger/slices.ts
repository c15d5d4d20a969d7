import { Slice } from '../domain/book.js';
import type { LedgerId } from '../domain/ids.js';
import type { LeafHash } from '../domain/ids.js';

/** What is in memory of one ledger's book, good for exactly one state of its head. */
export class OpenSlice {
  readonly slice = new Slice('part');
  /** Leaf hashes of the lines that were loaded into the slice. */
  readonly leafHashes = new Map<number, LeafHash>();
}

interface Kept {
  readonly size: number;
  readonly lastHash: string;
  readonly open: OpenSlice;
}

/** A slice larger than this is forgotten and filled anew: most of what it holds is past. */
const MOST_CELLS = 20_000;
const MOST_LINES = 1_000;
const MOST_SLICES = 64;
/** Of all slices together: about 100 MB. */
const MOST_CELLS_TOGETHER = 200_000;

/**
 * Slices between batches. One is used only while the head is where this instance left it; whoever takes it owns it, and
 * gives it back only when everything it holds is committed.
 */
export class Slices {
  readonly #kept = new Map<LedgerId, Kept>();

  /** The slice that fits the head, or an empty one. */
  take(ledger: LedgerId, size: number, lastHash: string): OpenSlice {
    const kept = this.#kept.get(ledger);
    this.#kept.delete(ledger);
    const fits = kept !== undefined && kept.size === size && kept.lastHash === lastHash;
    return fits ? kept.open : new OpenSlice();
  }

  keep(ledger: LedgerId, kept: Kept): void {
    const { slice, leafHashes } = kept.open;
    if (slice.size > MOST_CELLS || leafHashes.size > MOST_LINES) return;
    this.#kept.delete(ledger);
    this.#kept.set(ledger, kept);
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    let cells = 0;
    for (const { open } of this.#kept.values()) cells += open.slice.size;
    // A Map keeps the order of insertion, so the first is the one that was used longest ago.
    for (const [ledger, { open }] of this.#kept) {
      if (this.#kept.size <= MOST_SLICES && cells <= MOST_CELLS_TOGETHER) return;
      cells -= open.slice.size;
      this.#kept.delete(ledger);
    }
  }
}
