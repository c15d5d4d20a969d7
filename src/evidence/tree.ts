/**
 * The Merkle tree of RFC 6962: hashes of leaves and nodes, the right edge of a growing tree, and
 * the checks of inclusion and consistency proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
 *
 * Sizes and indexes go up to 2^53, so halving is by arithmetic: bit operators stop at 2^31.
 */
import { equalBytes } from './bytes.js';
import { EvidenceError } from './error.js';
import { HASH_LENGTH, sha256, sha256Into } from './hash.js';

/** How many binary levels one level of tiles spans: a tile has 2^8 hashes. */
export const TILE_HEIGHT = 8;
/** How many hashes a full tile has. */
export const TILE_WIDTH = 256;

/**
 * The right edge of a tree: the roots of the perfect subtrees that make up its leaves, largest
 * first. It is all one needs to append, and to know the root.
 */
export interface Edge {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** The root of a complete subtree of 256^level leaves, `index` such subtrees from the left. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

export const EMPTY_EDGE: Edge = { size: 0, hashes: [] };

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

// Inputs are put together in these two arrays, so that hashing allocates nothing but its result.
const leafInput = new Uint8Array(65_536);
leafInput[0] = LEAF_PREFIX;
const nodeInput = new Uint8Array(1 + 2 * HASH_LENGTH);
nodeInput[0] = NODE_PREFIX;

/** SHA-256(0x00 || leaf). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  const digest = new Uint8Array(HASH_LENGTH);
  leafHashInto(digest, 0, leaf);
  return digest;
}

/** Writes the leaf's hash into `target` at `at`. */
export function leafHashInto(target: Uint8Array, at: number, leaf: Uint8Array): void {
  const length = leaf.length + 1;
  const input = length <= leafInput.length ? leafInput : new Uint8Array(length);
  input.set(leaf, 1);
  sha256Into(target, at, input.subarray(0, length));
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) {
    throw new EvidenceError('hash.malformed', 'a node is hashed from two hashes of 32 bytes');
  }
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}

/**
 * The root over concatenated hashes whose number is a power of two: of a full tile, or of an
 * aligned part of one.
 */
export function perfectRoot(hashes: Uint8Array): Uint8Array {
  let width = hashes.length / HASH_LENGTH;
  if (!Number.isInteger(Math.log2(width))) {
    throw new EvidenceError('hash.malformed', `${width} hashes are not a perfect tree`);
  }
  // A copy even of a Buffer, whose own slice is none: the hashes belong to whoever asks.
  const row = new Uint8Array(hashes);
  // Each pair of a row becomes one hash of the next row, which is written over this one.
  for (; width > 1; width /= 2) {
    for (let pair = 0; pair < width / 2; pair += 1) {
      const from = pair * 2 * HASH_LENGTH;
      for (let i = 0; i < 2 * HASH_LENGTH; i += 1) nodeInput[1 + i] = row[from + i] ?? 0;
      sha256Into(row, pair * HASH_LENGTH, nodeInput);
    }
  }
  return row.slice(0, HASH_LENGTH);
}

/** The edge after one more leaf. */
export function appendLeaf(edge: Edge, leaf: Uint8Array): Edge {
  return extend(edge, leaf).edge;
}

/**
 * The edge after one more leaf (given as its hash), and the subtrees of 256, 256^2, ... leaves that
 * this leaf completed: what a log stores to prove and publish without reading every leaf again.
 */
export function extend(
  edge: Edge,
  leaf: Uint8Array,
): { readonly edge: Edge; readonly subtrees: readonly Subtree[] } {
  if (leaf.length !== HASH_LENGTH) {
    throw new EvidenceError('hash.malformed', 'a leaf is appended by its hash of 32 bytes');
  }
  const hashes = edge.hashes.slice();
  const subtrees: Subtree[] = [];
  let hash = leaf;
  let index = edge.size;
  for (let height = 1; index % 2 === 1; height += 1) {
    hash = nodeHash(lastOf(hashes), hash);
    hashes.pop();
    index = (index - 1) / 2;
    if (height % TILE_HEIGHT === 0) subtrees.push({ level: height / TILE_HEIGHT, index, hash });
  }
  hashes.push(hash);
  return { edge: { size: edge.size + 1, hashes }, subtrees };
}

/** The root of the tree with this edge. */
export function rootOf(edge: Edge): Uint8Array {
  return edge.hashes.length === 0 ? emptyRoot() : foldEdge(edge.hashes);
}

/** The root above perfect subtrees that lie side by side, largest first; at least one. */
export function foldEdge(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The edge's hashes, one after another. The size is kept beside them. */
export function encodeEdge(edge: Edge): Uint8Array {
  const bytes = new Uint8Array(edge.hashes.length * HASH_LENGTH);
  edge.hashes.forEach((hash, i) => {
    bytes.set(hash, i * HASH_LENGTH);
  });
  return bytes;
}

/** The edge of a tree of this size; throws when the bytes cannot be that. */
export function decodeEdge(size: number, bytes: Uint8Array): Edge {
  if (!isCount(size) || bytes.length !== onesOf(size) * HASH_LENGTH) {
    throw new EvidenceError('edge.malformed', `${bytes.length} bytes are no edge of size ${size}`);
  }
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += HASH_LENGTH) {
    hashes.push(bytes.slice(at, at + HASH_LENGTH));
  }
  return { size, hashes };
}

/** Whether the proof shows the leaf at `index` of the tree with this size and root. */
export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}): boolean {
  const { index, size, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (!areHashes([claim.leafHash, claim.root, ...proof])) return false;
  let node = index;
  let last = size - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      [node, last] = skipLeftmost(node, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, claim.root);
}

/** Whether the proof shows that the tree of size `to` begins with the tree of size `from`. */
export function verifyConsistency(claim: {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}): boolean {
  const { from, to, fromRoot, toRoot } = claim;
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (!areHashes([fromRoot, toRoot, ...claim.proof])) return false;
  // RFC 9162 asks for 0 < from < to; at the ends there is nothing to prove and one thing to compare.
  if (from === to) return claim.proof.length === 0 && equalBytes(fromRoot, toRoot);
  if (from === 0) return claim.proof.length === 0 && equalBytes(fromRoot, emptyRoot());
  if (claim.proof.length === 0) return false;
  // A perfect old tree is a node of the new one, and its root is not repeated in the proof.
  const path = onesOf(from) === 1 ? [fromRoot, ...claim.proof] : claim.proof;
  return climbBoth({ from, to, path, fromRoot, toRoot });
}

/** Steps 3 to 7 of RFC 9162, section 2.1.4.2. */
function climbBoth(claim: {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Uint8Array[];
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
}): boolean {
  const [first, ...rest] = claim.path;
  if (first === undefined) return false;
  let node = claim.from - 1;
  let last = claim.to - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let older = first;
  let newer = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      [node, last] = skipLeftmost(node, last);
    } else {
      newer = nodeHash(newer, hash);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(older, claim.fromRoot) && equalBytes(newer, claim.toRoot);
}

/** At the right edge, levels without a sibling have no hash in the proof: climb over them. */
function skipLeftmost(node: number, last: number): [number, number] {
  let [n, l] = [node, last];
  while (n % 2 === 0 && n !== 0) {
    n /= 2;
    l = Math.floor(l / 2);
  }
  return [n, l];
}

function lastOf(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) throw new EvidenceError('edge.malformed', 'the edge lacks a hash');
  return last;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_LENGTH);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** How many ones the binary form of a size has: as many perfect subtrees make up its leaves. */
function onesOf(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
