/**
 * A small log with its key, and its export in memory: what a verifier gets, and what someone who
 * holds the files can do to them.
 */
import { encodeBase64, encodeUtf8 } from '../../src/evidence/bytes.js';
import { type CanonicalObject, encode } from '../../src/evidence/canonical.js';
import { signCheckpoint } from '../../src/evidence/checkpoint.js';
import type { FileStore } from '../../src/evidence/file-store.js';
import { exportFiles } from '../../src/evidence/log-export.js';
import { ED25519, encodeVkey, verifierKeyOf } from '../../src/evidence/note.js';
import { TileBuilder } from '../../src/evidence/tile-builder.js';
import { leafHash, rootOf } from '../../src/evidence/tree.js';

export const ORIGIN = 'ledger.example/csl/site/7f3a';
export const KEY = { name: ORIGIN, type: ED25519, seed: new Uint8Array(32).fill(1) } as const;
export const VKEY = encodeVkey(verifierKeyOf(KEY));

/** A leaf with all the keys of a real one. */
export function sampleLeaf(seq: number, prev: string, changes: CanonicalObject = {}): Uint8Array {
  const at = new Date(Date.UTC(2026, 10, 22) + seq * 60_000).toISOString();
  return encode({
    at,
    biz: '2026-11-22',
    body: { effects: { movements: [] }, request: { note: 'é', seq: 7, prev: 'x', log: 'y' } },
    by: { id: 'u-101' },
    clk: 'simulated',
    id: `0193c2c0-4444-7000-8000-${String(seq).padStart(12, '0')}`,
    kind: 'draw',
    log: ORIGIN,
    occ: at,
    org: 3,
    phi: [],
    prev,
    seq,
    sig: [],
    src: 'manual',
    tz: 'America/Chicago',
    v: 1,
    ...changes,
  });
}

/** A chain of leaves; `change` may alter the header of any of them, and the chain goes on from it. */
export function sampleLeaves(
  size: number,
  change: (seq: number) => CanonicalObject = () => ({}),
): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  let prev = '';
  for (let seq = 0; seq < size; seq += 1) {
    const leaf = sampleLeaf(seq, prev, change(seq));
    prev = encodeBase64(leafHash(leaf));
    leaves.push(leaf);
  }
  return leaves;
}

/** Changes the header of one line. */
export const atLine = (line: number, changes: CanonicalObject) => (seq: number) =>
  seq === line ? changes : {};

/** The checkpoint over these leaves, signed by the log's key. */
export function sampleCheckpoint(leaves: readonly Uint8Array[]): string {
  const tree = new TileBuilder();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return signCheckpoint({ origin: ORIGIN, size: tree.size, root: rootOf(tree.edge()) }, KEY);
}

/** An export in memory, to read and to damage. */
export class MemoryFiles implements FileStore {
  readonly files = new Map<string, Uint8Array>();

  static async of(leaves: readonly Uint8Array[]): Promise<MemoryFiles> {
    const memory = new MemoryFiles();
    const log = { checkpoint: sampleCheckpoint(leaves), vkey: VKEY, leaves };
    for await (const { path, bytes } of exportFiles(log)) memory.files.set(path, bytes);
    return memory;
  }

  read(path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(path) ?? null);
  }

  get(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`no ${path} among ${[...this.files.keys()].join()}`);
    return bytes;
  }

  /** The same files with some replaced, or taken away. */
  with(changes: Readonly<Record<string, Uint8Array | string | null>>): MemoryFiles {
    const copy = new MemoryFiles();
    for (const [path, bytes] of this.files) copy.files.set(path, bytes);
    for (const [path, bytes] of Object.entries(changes)) {
      if (bytes === null) copy.files.delete(path);
      else copy.files.set(path, typeof bytes === 'string' ? encodeUtf8(bytes) : bytes);
    }
    return copy;
  }
}
