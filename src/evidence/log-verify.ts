/**
 * Verifies an exported or published log from its files alone: the signature, every leaf's bytes,
 * place and predecessor, every tile, and the root. It stops at the first thing that is wrong and
 * names it. Memory does not grow with the log.
 *
 * What it cannot know: whether the key is the log's (compare the vkey with one that was handed over
 * before), and whether the log once was longer (give it the checkpoints that were kept elsewhere).
 */
import { decodeUtf8, equalBytes } from './bytes.js';
import { type CanonicalObject, decodeScanned } from './canonical.js';
import { type Checkpoint, verifyCheckpoint } from './checkpoint.js';
import { EvidenceError } from './error.js';
import { CHECKPOINT_PATH, type FileStore, VKEY_PATH } from './file-store.js';
import { HASH_LENGTH } from './hash.js';
import { HeaderChecker, type HeaderFault } from './leaf-header.js';
import { isSameKey, parseVkey } from './note.js';
import { type Tile, TileBuilder } from './tile-builder.js';
import { parseBundle, tilePath, widthAt } from './tiles.js';
import { leafHashInto, rootOf, TILE_WIDTH } from './tree.js';

export type FindingCode =
  | HeaderFault
  | 'checkpoint.invalid'
  | 'file.malformed'
  | 'file.missing'
  | 'kept.larger'
  | 'kept.other-root'
  | 'leaf.hash'
  | 'root.differs'
  | 'tile.differs'
  | 'vkey.invalid'
  | 'vkey.other';

/** The first thing that is wrong. `seq` is the line concerned, or null where it is not one line. */
export interface Finding {
  readonly seq: number | null;
  readonly code: FindingCode;
  readonly message: string;
}

/** A leaf whose bytes, place and hash were checked. The root above it comes only at the end. */
export interface CheckedLeaf {
  readonly seq: number;
  readonly leafBytes: Uint8Array;
  readonly leafHash: Uint8Array;
  /** Parses the leaf. The bytes are known to be canonical; nothing parses them before this. */
  readonly decode: () => CanonicalObject;
  /**
   * Copies the canonical bytes of a member that the leaf has, and returns the position after them. Only until the next
   * leaf is checked.
   */
  readonly memberInto: (target: Uint8Array, at: number, name: string) => number;
}

export interface VerifyOptions {
  /** The log's vkey, as the reader got it by another way than this export. */
  readonly vkey?: string;
  /** Checkpoints of this log that were kept elsewhere; the log must continue each of them. */
  readonly kept?: readonly string[];
  /**
   * Gets every leaf in order. A promise that it returns is waited for; what it throws ends the
   * verification.
   */
  readonly onLeaf?: (leaf: CheckedLeaf) => unknown;
}

export interface LogReport {
  /** Null when everything holds. */
  readonly finding: Finding | null;
  /** How many leaves were checked. */
  readonly leaves: number;
  /** The verified head; null when it could not be read or verified. */
  readonly checkpoint: Checkpoint | null;
  /** The signed note of that head, with any cosignatures it carries. */
  readonly note: string | null;
  /** The key that signed it. Unless it was given, compare it with one from elsewhere. */
  readonly vkey: string | null;
}

interface Head {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly vkey: string;
}

/** Carries a finding to the one place that reports it. */
class Found extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/**
 * Verifies the log in these files. Resolves with what was found; rejects only when a given vkey or
 * kept checkpoint is itself unusable, when the files cannot be read, or when `onLeaf` throws.
 */
export async function verifyExport(
  store: FileStore,
  options: VerifyOptions = {},
): Promise<LogReport> {
  const tree = new TileBuilder();
  let head: Head | null = null;
  try {
    head = await readHead(store, options);
    await checkTree({ store, options, head, tree });
    return { finding: null, leaves: tree.size, ...head };
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    const nothing = { checkpoint: null, note: null, vkey: null };
    return { finding: error.finding, leaves: tree.size, ...(head ?? nothing) };
  }
}

async function readHead(store: FileStore, options: VerifyOptions): Promise<Head> {
  const trusted = options.vkey === undefined ? null : parseVkey(options.vkey);
  const vkey = (await readText(store, VKEY_PATH)).replace(/\n$/, '');
  const key = attempt('vkey.invalid', () => parseVkey(vkey));
  if (trusted !== null && !isSameKey(trusted, key)) {
    throw new Found({ seq: null, code: 'vkey.other', message: `${VKEY_PATH} is another key` });
  }
  const note = await readText(store, CHECKPOINT_PATH);
  const checkpoint = attempt('checkpoint.invalid', () => verifyCheckpoint({ note, vkey }));
  return { checkpoint, note, vkey };
}

interface Verification {
  readonly store: FileStore;
  readonly options: VerifyOptions;
  readonly head: Head;
  readonly tree: TileBuilder;
}

async function checkTree(verification: Verification): Promise<void> {
  const { store, options, head, tree } = verification;
  const { origin, size, root } = head.checkpoint;
  const kept = (options.kept ?? []).map((note) => verifyCheckpoint({ note, vkey: head.vkey }));
  for (const older of kept) {
    if (older.size <= size) continue;
    const message = `a checkpoint of ${older.size} was kept elsewhere, and this log ends at ${size}`;
    throw new Found({ seq: size, code: 'kept.larger', message });
  }
  const headers = new HeaderChecker(origin);
  checkKept(kept, tree);
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    await checkBundle(verification, { index, headers, kept });
  }
  await checkTiles(store, tree.partials());
  if (!equalBytes(rootOf(tree.edge()), root)) {
    const message = 'the leaves and tiles agree with each other, but not with the signed root';
    throw new Found({ seq: null, code: 'root.differs', message });
  }
}

/** One bundle of leaves, its tile of level 0, and the tiles that it completes above. */
async function checkBundle(
  { store, options, head, tree }: Verification,
  at: {
    readonly index: number;
    readonly headers: HeaderChecker;
    readonly kept: readonly Checkpoint[];
  },
): Promise<void> {
  const { index, headers, kept } = at;
  const width = widthAt(head.checkpoint.size, 'entries', index);
  const bundlePath = tilePath({ level: 'entries', index, width });
  const path = tilePath({ level: 0, index, width });
  const bytes = await readFile(store, bundlePath, tree.size);
  const published = await readFile(store, path);
  requireTile(path, published, width);
  const leaves = attempt('file.malformed', () => parseBundle(bytes, width), tree.size);
  const hashes = new Uint8Array(width * HASH_LENGTH);
  let i = 0;
  for (const leafBytes of leaves) {
    const seq = tree.size;
    const problem = headers.check(leafBytes);
    if (problem !== null) throw new Found({ seq, ...problem });
    leafHashInto(hashes, i * HASH_LENGTH, leafBytes);
    if (!isSameHash(hashes, published, i)) {
      const message = `entry ${seq} does not have the hash that ${path} gives it`;
      throw new Found({ seq, code: 'leaf.hash', message });
    }
    const leafHash = hashes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH);
    headers.advance(leafHash);
    const completed = tree.add(leafHash);
    checkKept(kept, tree);
    const waiting = options.onLeaf?.(checkedLeaf({ seq, leafBytes, leafHash }, headers));
    if (waiting instanceof Promise) await waiting;
    if (completed.length > 1) await checkTiles(store, completed);
    i += 1;
  }
}

function checkedLeaf(
  { seq, leafBytes, leafHash }: Pick<CheckedLeaf, 'seq' | 'leafBytes' | 'leafHash'>,
  headers: HeaderChecker,
): CheckedLeaf {
  return {
    seq,
    leafBytes,
    leafHash,
    // The header was checked, so these are the canonical bytes of an object.
    decode: () => decodeScanned(leafBytes) as CanonicalObject,
    memberInto: (target, at, name) => headers.memberInto(target, at, name),
  };
}

function checkKept(kept: readonly Checkpoint[], tree: TileBuilder): void {
  for (const { size, root } of kept) {
    if (size !== tree.size || equalBytes(root, rootOf(tree.edge()))) continue;
    const message = `the first ${size} entries are not those of a checkpoint that was kept elsewhere`;
    throw new Found({ seq: null, code: 'kept.other-root', message });
  }
}

/** Compares tiles with their files; those of level 0 were compared leaf by leaf. */
async function checkTiles(store: FileStore, tiles: readonly Tile[]): Promise<void> {
  for (const tile of tiles) {
    if (tile.level === 0) continue;
    const path = tilePath(tile);
    const published = await readFile(store, path);
    requireTile(path, published, tile.width);
    if (equalBytes(published, tile.bytes)) continue;
    const message = `${path} is not what the entries below it add up to`;
    throw new Found({ seq: null, code: 'tile.differs', message });
  }
}

function requireTile(path: string, bytes: Uint8Array, width: number): void {
  if (bytes.length === width * HASH_LENGTH) return;
  const message = `${path} has ${bytes.length} bytes, not ${width * HASH_LENGTH}`;
  throw new Found({ seq: null, code: 'file.malformed', message });
}

function isSameHash(ours: Uint8Array, published: Uint8Array, index: number): boolean {
  for (let at = index * HASH_LENGTH; at < (index + 1) * HASH_LENGTH; at += 1) {
    if (ours[at] !== published[at]) return false;
  }
  return true;
}

async function readText(store: FileStore, path: string): Promise<string> {
  const text = decodeUtf8(await readFile(store, path));
  if (text !== null) return text;
  throw new Found({ seq: null, code: 'file.malformed', message: `${path} is not UTF-8` });
}

async function readFile(
  store: FileStore,
  path: string,
  seq: number | null = null,
): Promise<Uint8Array> {
  const bytes = await store.read(path);
  if (bytes !== null) return bytes;
  throw new Found({ seq, code: 'file.missing', message: `${path} is missing` });
}

/** Turns what a parser throws into a finding. */
function attempt<T>(code: FindingCode, parse: () => T, seq: number | null = null): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new Found({ seq, code, message: error.message });
  }
}
