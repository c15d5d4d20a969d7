/** Takes exports apart and puts them together again, honestly or not. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeBase64 } from '../../../src/evidence/bytes.js';
import type { Canonical } from '../../../src/evidence/canonical.js';
import { signCheckpoint } from '../../../src/evidence/checkpoint.js';
import { exportFiles } from '../../../src/evidence/log-export.js';
import { ED25519, encodeVkey, verifierKeyOf } from '../../../src/evidence/note.js';
import { TileBuilder } from '../../../src/evidence/tile-builder.js';
import { encodeBundle, parseBundle, tilePath, widthAt } from '../../../src/evidence/tiles.js';
import { leafHash, rootOf, TILE_WIDTH } from '../../../src/evidence/tree.js';
import { changed } from './tampering.js';

/** The leaves of an exported log. */
export async function leavesOf(folder: string, size: number): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = widthAt(size, 'entries', index);
    const bytes = await readFile(join(folder, tilePath({ level: 'entries', index, width })));
    leaves.push(...parseBundle(bytes, width));
  }
  return leaves;
}

/** Writes the bundles of leaves and nothing else. */
export async function writeLeaves(folder: string, leaves: readonly Uint8Array[]): Promise<void> {
  for (let index = 0; index * TILE_WIDTH < leaves.length; index += 1) {
    const part = leaves.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index, width: part.length });
    await writeFile(join(folder, path), encodeBundle(part));
  }
}

/** Writes a whole log again with one leaf changed and every later one linked anew, signed by a key; gives its vkey. */
export async function rebuild(
  folder: string,
  log: {
    readonly origin: string;
    readonly seed: Uint8Array;
    readonly leaves: readonly Uint8Array[];
    readonly line: number;
    readonly change: (leaf: Record<string, Canonical>, vkey: string) => void;
  },
): Promise<string> {
  const { origin, seed } = log;
  const key = { name: origin, type: ED25519, seed } as const;
  const vkey = encodeVkey(verifierKeyOf(key));
  const tree = new TileBuilder();
  let previous = '';
  const leaves = log.leaves.map((original, seq) => {
    const leaf = changed(original, (json) => {
      if (seq === log.line) log.change(json, vkey);
      json['prev'] = previous;
    });
    const hash = leafHash(leaf);
    previous = encodeBase64(hash);
    tree.add(hash);
    return leaf;
  });
  const head = { origin, size: leaves.length, root: rootOf(tree.edge()) };
  const checkpoint = signCheckpoint(head, key);
  for await (const file of exportFiles({ checkpoint, vkey, leaves })) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
  return vkey;
}
