import { describe, expect, it } from '@jest/globals';
import { concatBytes, decodeHex, encodeHex } from '../../src/evidence/bytes.js';
import { proveConsistency, proveInclusion } from '../../src/evidence/tree-prover.js';
import {
  appendLeaf,
  decodeEdge,
  type Edge,
  EMPTY_EDGE,
  emptyRoot,
  encodeEdge,
  extend,
  leafHash,
  nodeHash,
  perfectRoot,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/evidence/tree.js';
import { MemoryLog } from './memory-log.js';
import { Reference } from './reference.js';

const hex = (text: string): Uint8Array => {
  const bytes = decodeHex(text);
  if (bytes === null) throw new Error(`not hex: ${text}`);
  return bytes;
};
const hexes = (hashes: readonly Uint8Array[]) => hashes.map(encodeHex);

const edgeOf = (leaves: readonly Uint8Array[]): Edge =>
  leaves.reduce((edge: Edge, leaf) => appendLeaf(edge, leafHash(leaf)), EMPTY_EDGE);

/** The leaves of the reference implementation of Certificate Transparency. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex);

const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const LEAF_0 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d';
const LEAF_1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const LEAF_4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const NODE_0_1 = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125';
const NODE_2_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const NODE_4_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const NODE_6_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const NODE_0_3 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';
const NODE_4_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';

const LEAVES = Array.from({ length: 130 }, (_, i) => Uint8Array.of(i, 255 - i));
const REFERENCE = new Reference(LEAVES);
const rootAt = (size: number): Uint8Array => REFERENCE.root(Math.min(Math.max(size, 0), 130));
const leafAt = (index: number): Uint8Array => LEAVES[index] ?? new Uint8Array(0);

describe('the vectors of the Certificate Transparency reference', () => {
  it('gives the roots of the trees of 0 to 8 leaves', () => {
    const roots = CT_ROOTS.map((_, size) => rootOf(edgeOf(CT_LEAVES.slice(0, size))));
    expect(hexes(roots)).toEqual(CT_ROOTS);
    expect(encodeHex(emptyRoot())).toBe(CT_ROOTS[0]);
  });

  it.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [LEAF_1, NODE_2_3, NODE_4_7] },
    { index: 5, size: 8, proof: [LEAF_4, NODE_6_7, NODE_0_3] },
    { index: 2, size: 3, proof: [NODE_0_1] },
    { index: 1, size: 5, proof: [LEAF_0, NODE_2_3, LEAF_4] },
  ])('gives and accepts the inclusion proof of $index in $size', async ({ index, size, proof }) => {
    const leaves = CT_LEAVES.slice(0, size);
    expect(hexes(await proveInclusion(index, size, MemoryLog.of(leaves)))).toEqual(proof);
    const leaf = leafHash(CT_LEAVES[index] ?? new Uint8Array(9));
    const root = hex(CT_ROOTS[size] ?? '');
    expect(verifyInclusion({ index, size, leafHash: leaf, proof: proof.map(hex), root })).toBe(
      true,
    );
  });

  it.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [LEAF_1, NODE_2_3, NODE_4_7] },
    { from: 6, to: 8, proof: [NODE_4_5, NODE_6_7, NODE_0_3] },
    { from: 2, to: 5, proof: [NODE_2_3, LEAF_4] },
  ])('gives and accepts the consistency proof from $from to $to', async ({ from, to, proof }) => {
    const log = MemoryLog.of(CT_LEAVES.slice(0, to));
    expect(hexes(await proveConsistency(from, to, log))).toEqual(proof);
    const fromRoot = hex(CT_ROOTS[from] ?? '');
    const toRoot = hex(CT_ROOTS[to] ?? '');
    const claim = { from, to, fromRoot, toRoot, proof: proof.map(hex) };
    expect(verifyConsistency(claim)).toBe(true);
  });
});

describe('the edge', () => {
  it('has the root of the definition at every size up to 130', () => {
    let edge = EMPTY_EDGE;
    for (let size = 0; size <= LEAVES.length; size += 1) {
      expect(rootOf(edge)).toEqual(rootAt(size));
      edge = appendLeaf(edge, leafHash(leafAt(size)));
    }
  });

  it('is not changed by appending to it', () => {
    const before = edgeOf(LEAVES.slice(0, 7));
    const bytes = encodeEdge(before);
    const one = appendLeaf(before, leafHash(leafAt(7)));
    const other = appendLeaf(before, leafHash(leafAt(8)));
    expect(encodeEdge(before)).toEqual(bytes);
    expect(rootOf(one)).not.toEqual(rootOf(other));
    expect(rootOf(one)).toEqual(rootAt(8));
  });

  it('comes back from its bytes at every size', () => {
    for (let size = 0; size <= LEAVES.length; size += 1) {
      const edge = edgeOf(LEAVES.slice(0, size));
      expect(decodeEdge(size, encodeEdge(edge))).toEqual(edge);
    }
  });

  it.each([
    [-1, 0],
    [0.5, 0],
    [2 ** 53, 32],
    [0, 32],
    [1, 0],
    [2, 64],
    [3, 32],
    [3, 65],
  ])('is refused for size %p with %p bytes', (size, length) => {
    expect(() => decodeEdge(size, new Uint8Array(length))).toThrow(
      expect.objectContaining({ code: 'edge.malformed' }),
    );
  });

  it('refuses to append anything but a hash', () => {
    expect(() => appendLeaf(EMPTY_EDGE, new Uint8Array(31))).toThrow(
      expect.objectContaining({ code: 'hash.malformed' }),
    );
    expect(() => nodeHash(new Uint8Array(32), new Uint8Array(33))).toThrow(
      expect.objectContaining({ code: 'hash.malformed' }),
    );
  });

  it('continues a size far beyond 2^32', () => {
    const size = 2 ** 40;
    const edge = decodeEdge(size, new Uint8Array(32).fill(7));
    const grown = appendLeaf(appendLeaf(edge, leafHash(leafAt(1))), leafHash(leafAt(2)));
    expect(grown.size).toBe(size + 2);
    const pair = nodeHash(leafHash(leafAt(1)), leafHash(leafAt(2)));
    expect(grown.hashes).toEqual([new Uint8Array(32).fill(7), pair]);
  });

  it('tells which subtrees of 256 and 65,536 leaves a leaf completes', () => {
    let edge = EMPTY_EDGE;
    const completed: string[] = [];
    const hashes = Array.from({ length: 65_536 }, (_, i) => leafHash(Uint8Array.of(i >> 8, i)));
    const level1: Uint8Array[] = [];
    hashes.forEach((hash, i) => {
      const extension = extend(edge, hash);
      edge = extension.edge;
      for (const subtree of extension.subtrees) {
        completed.push(`${i}: ${subtree.level}/${subtree.index}`);
        const below = subtree.level === 1 ? hashes.slice(i - 255, i + 1) : level1;
        expect(subtree.hash).toEqual(perfectRoot(concatBytes(...below)));
        if (subtree.level === 1) level1.push(subtree.hash);
      }
    });
    expect(completed).toHaveLength(257);
    expect(completed.slice(0, 2)).toEqual(['255: 1/0', '511: 1/1']);
    expect(completed.slice(-2)).toEqual(['65535: 1/255', '65535: 2/0']);
  });
});

describe('perfectRoot', () => {
  it('is the root of 1, 2, 4, ... 128 leaves, and leaves its input alone', () => {
    for (let size = 1; size <= 128; size *= 2) {
      const hashes = concatBytes(...LEAVES.slice(0, size).map(leafHash));
      const copy = hashes.slice();
      expect(perfectRoot(hashes)).toEqual(rootAt(size));
      expect(hashes).toEqual(copy);
    }
  });

  it.each([0, 31, 33, 96, 32 * 255])('refuses %p bytes', (length) => {
    expect(() => perfectRoot(new Uint8Array(length))).toThrow(
      expect.objectContaining({ code: 'hash.malformed' }),
    );
  });
});

describe('inclusion proofs', () => {
  it('are those of the definition, and verify, for every leaf of every tree up to 130', async () => {
    for (let size = 1; size <= LEAVES.length; size += 1) {
      const log = MemoryLog.of(LEAVES.slice(0, size));
      const wrong: number[] = [];
      for (let index = 0; index < size; index += 1) {
        const proof = await proveInclusion(index, size, log);
        const leaf = leafHash(leafAt(index));
        const isProof = verifyInclusion({ index, size, leafHash: leaf, proof, root: rootAt(size) });
        const expected = hexes(REFERENCE.path(index, size)).join();
        if (!isProof || hexes(proof).join() !== expected) wrong.push(index);
      }
      expect([size, wrong]).toEqual([size, []]);
    }
  });

  it('fail for any other index, size, leaf, root or path', async () => {
    for (const size of [1, 2, 3, 5, 7, 8, 13, 16, 64, 65, 130]) {
      const log = MemoryLog.of(LEAVES.slice(0, size));
      for (let index = 0; index < size; index += Math.ceil(size / 9)) {
        const proof = await proveInclusion(index, size, log);
        const good = { index, size, leafHash: leafHash(leafAt(index)), proof, root: rootAt(size) };
        expect(verifyInclusion(good)).toBe(true);
        for (let other = 0; other < size; other += 1) {
          if (other !== index) expect(verifyInclusion({ ...good, index: other })).toBe(false);
        }
        const flipped = good.leafHash.with(0, (good.leafHash[0] ?? 0) ^ 1);
        expect(verifyInclusion({ ...good, leafHash: flipped })).toBe(false);
        expect(verifyInclusion({ ...good, root: rootAt(size - 1) })).toBe(false);
        expect(verifyInclusion({ ...good, proof: [...proof, flipped] })).toBe(false);
        expect(verifyInclusion({ ...good, proof: [flipped, ...proof] })).toBe(false);
        proof.forEach((hash, i) => {
          expect(verifyInclusion({ ...good, proof: proof.toSpliced(i, 1) })).toBe(false);
          const changed = proof.with(i, hash.with(31, (hash[31] ?? 0) ^ 128));
          expect(verifyInclusion({ ...good, proof: changed })).toBe(false);
          const cut = proof.with(i, hash.slice(0, 31));
          expect(verifyInclusion({ ...good, proof: cut })).toBe(false);
        });
      }
    }
  });

  it('fail for indexes and sizes that no tree has', () => {
    const hash = leafHash(leafAt(0));
    const good = { index: 0, size: 1, leafHash: hash, proof: [], root: hash };
    expect(verifyInclusion(good)).toBe(true);
    for (const bad of [-1, 0.5, 1, Number.NaN, 2 ** 53]) {
      expect(verifyInclusion({ ...good, index: bad })).toBe(false);
    }
    for (const bad of [-1, 0, 0.5, 1.5, Number.NaN, 2 ** 53]) {
      expect(verifyInclusion({ ...good, size: bad })).toBe(false);
    }
  });

  it('do not climb past the root', () => {
    const [leaf, other] = [leafHash(leafAt(0)), leafHash(leafAt(1))];
    const claim = { index: 0, size: 1, leafHash: leaf };
    expect(verifyInclusion({ ...claim, proof: [], root: leaf })).toBe(true);
    const above = nodeHash(other, leaf);
    expect(verifyInclusion({ ...claim, proof: [other], root: above })).toBe(false);
  });

  it('do not take an inner node for a leaf', async () => {
    const log = MemoryLog.of(LEAVES.slice(0, 4));
    const [sibling, uncle] = await proveInclusion(0, 4, log);
    if (sibling === undefined || uncle === undefined) throw new Error('a proof of two hashes');
    const left = leafHash(leafAt(0));
    const node = concatBytes(left, sibling);
    const claim = { index: 0, size: 2, proof: [uncle], root: rootAt(4) };
    // The node's hash stands where a leaf's would; only the bytes behind it tell the difference.
    expect(verifyInclusion({ ...claim, leafHash: nodeHash(left, sibling) })).toBe(true);
    expect(verifyInclusion({ ...claim, leafHash: leafHash(node) })).toBe(false);
  });
});

describe('consistency proofs', () => {
  it('are those of the definition, and verify, for all pairs up to 65', async () => {
    for (let to = 1; to <= 65; to += 1) {
      const log = MemoryLog.of(LEAVES.slice(0, to));
      const wrong: number[] = [];
      for (let from = 1; from <= to; from += 1) {
        const proof = await proveConsistency(from, to, log);
        const claim = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), proof };
        const expected = hexes(REFERENCE.proof(from, to)).join();
        if (!verifyConsistency(claim) || hexes(proof).join() !== expected) wrong.push(from);
      }
      expect([to, wrong]).toEqual([to, []]);
    }
  });

  it('fail for any other size, root or path', async () => {
    for (const [from, to] of [
      [1, 2],
      [2, 3],
      [3, 7],
      [4, 8],
      [6, 8],
      [8, 16],
      [33, 64],
      [64, 65],
      [127, 130],
    ] as const) {
      const log = MemoryLog.of(LEAVES.slice(0, to));
      const proof = await proveConsistency(from, to, log);
      const good = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), proof };
      expect(verifyConsistency(good)).toBe(true);
      for (let other = 0; other <= to + 1; other += 1) {
        if (other !== from) expect(verifyConsistency({ ...good, from: other })).toBe(false);
      }
      expect(verifyConsistency({ ...good, fromRoot: rootAt(from - 1) })).toBe(false);
      expect(verifyConsistency({ ...good, toRoot: rootAt(to - 1) })).toBe(false);
      expect(verifyConsistency({ ...good, fromRoot: rootAt(to), toRoot: rootAt(from) })).toBe(
        false,
      );
      expect(verifyConsistency({ ...good, proof: [] })).toBe(false);
      expect(verifyConsistency({ ...good, proof: [...proof, rootAt(1)] })).toBe(false);
      proof.forEach((hash, i) => {
        expect(verifyConsistency({ ...good, proof: proof.toSpliced(i, 1) })).toBe(false);
        const changed = proof.with(i, hash.with(0, (hash[0] ?? 0) ^ 1));
        expect(verifyConsistency({ ...good, proof: changed })).toBe(false);
        const cut = proof.with(i, hash.slice(1));
        expect(verifyConsistency({ ...good, proof: cut })).toBe(false);
      });
    }
  });

  it('do not climb past the root', async () => {
    const proof = await proveConsistency(3, 4, MemoryLog.of(LEAVES.slice(0, 4)));
    const good = { from: 3, to: 4, fromRoot: rootAt(3), toRoot: rootAt(4), proof };
    expect(verifyConsistency(good)).toBe(true);
    const other = rootAt(5);
    const [fromRoot, toRoot] = [nodeHash(other, rootAt(3)), nodeHash(other, rootAt(4))];
    expect(verifyConsistency({ ...good, fromRoot, toRoot, proof: [...proof, other] })).toBe(false);
  });

  it('are empty, and compare roots, where there is nothing to prove', async () => {
    const log = MemoryLog.of(LEAVES.slice(0, 5));
    expect(await proveConsistency(5, 5, log)).toEqual([]);
    expect(await proveConsistency(0, 5, log)).toEqual([]);
    const same = { from: 5, to: 5, fromRoot: rootAt(5), toRoot: rootAt(5), proof: [] };
    expect(verifyConsistency(same)).toBe(true);
    expect(verifyConsistency({ ...same, toRoot: rootAt(4) })).toBe(false);
    expect(verifyConsistency({ ...same, proof: [rootAt(5)] })).toBe(false);
    const grown = { from: 0, to: 5, fromRoot: emptyRoot(), toRoot: rootAt(5), proof: [] };
    expect(verifyConsistency(grown)).toBe(true);
    expect(verifyConsistency({ ...grown, fromRoot: rootAt(1) })).toBe(false);
    expect(verifyConsistency({ ...grown, proof: [rootAt(1)] })).toBe(false);
  });
});
