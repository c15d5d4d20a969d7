/**
 * Writes a whole log as files that anyone can verify: the layout of c2sp.org/tlog-tiles, with the
 * log's key beside it. `log-verify.ts` reads them back.
 */
import { encodeUtf8, equalBytes } from './bytes.js';
import { verifyCheckpoint } from './checkpoint.js';
import { EvidenceError } from './error.js';
import { CHECKPOINT_PATH, type LogFile, VKEY_PATH } from './file-store.js';
import { TileBuilder } from './tile-builder.js';
import { encodeBundle, tilePath } from './tiles.js';
import { leafHash, rootOf, TILE_WIDTH } from './tree.js';

export interface LogSource {
  /** The signed checkpoint that the export ends with. */
  readonly checkpoint: string;
  readonly vkey: string;
  /** The leaves in order, from the first; what comes after the checkpoint's size is not read. */
  readonly leaves: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * The files of an export, in an order in which they can be written out: memory does not grow with
 * the log. The checkpoint comes last, so that a folder that has one is complete. Throws when the
 * leaves are not those that the checkpoint signs.
 */
export async function* exportFiles(log: LogSource): AsyncGenerator<LogFile> {
  const checkpoint = verifyCheckpoint({ note: log.checkpoint, vkey: log.vkey });
  const tree = new TileBuilder();
  let bundle: Uint8Array[] = [];
  if (checkpoint.size > 0) {
    for await (const leaf of log.leaves) {
      bundle.push(leaf);
      const tiles = tree.add(leafHash(leaf));
      if (bundle.length === TILE_WIDTH) {
        yield bundleFile(tree.size, bundle);
        bundle = [];
      }
      for (const { bytes, ...place } of tiles) yield { path: tilePath(place), bytes };
      if (tree.size === checkpoint.size) break;
    }
  }
  if (bundle.length > 0) yield bundleFile(tree.size, bundle);
  for (const { bytes, ...place } of tree.partials()) yield { path: tilePath(place), bytes };
  if (tree.size !== checkpoint.size) {
    const found = `${tree.size} leaves for a checkpoint of ${checkpoint.size}`;
    throw new EvidenceError('export.incomplete', found);
  }
  if (!equalBytes(rootOf(tree.edge()), checkpoint.root)) {
    throw new EvidenceError('export.incomplete', 'the leaves are not those of the checkpoint');
  }
  yield { path: VKEY_PATH, bytes: encodeUtf8(`${log.vkey}\n`) };
  yield { path: CHECKPOINT_PATH, bytes: encodeUtf8(log.checkpoint) };
}

function bundleFile(size: number, leaves: readonly Uint8Array[]): LogFile {
  const index = Math.ceil(size / TILE_WIDTH) - 1;
  const path = tilePath({ level: 'entries', index, width: leaves.length });
  return { path, bytes: encodeBundle(leaves) };
}
