import { describe, expect, it } from '@jest/globals';
import {
  ManyProofs,
  proveConsistency,
  proveInclusion,
  rootFrom,
} from '../../src/evidence/tree-prover.js';
import { leafHash, rootOf, verifyConsistency, verifyInclusion } from '../../src/evidence/tree.js';
import { MemoryLog } from './memory-log.js';

describe('proofs of a log with several levels of tiles', () => {
  const SIZE = 70_000;
  const log = MemoryLog.of(
    (function* () {
      for (let i = 0; i < SIZE; i += 1) yield Uint8Array.of(i >> 16, i >> 8, i);
    })(),
  );
  const root = rootOf(log.edge);

  it('verify, and read at most two tiles a level', async () => {
    for (const index of [0, 1, 255, 256, 40_000, 65_535, 65_536, 69_887, 69_888, SIZE - 1]) {
      log.requests.length = 0;
      const proof = await proveInclusion(index, SIZE, log);
      const leaf = leafHash(Uint8Array.of(index >> 16, index >> 8, index));
      expect(verifyInclusion({ index, size: SIZE, leafHash: leaf, proof, root })).toBe(true);
      expect(log.requests.length).toBeLessThanOrEqual(6);
      expect(log.requests.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(6 * 256);
    }
  });

  it('are the same for many leaves at once, of any size, and each tile is read once', async () => {
    for (const size of [1, 255, 257, 65_537, SIZE]) {
      const proofs = new ManyProofs(size, {
        // As a database gives them, whose bytes can be written over by a mistake.
        hashes: async (range) => Buffer.from(await log.hashes(range)),
      });
      const indexes = [0, 1, 2, 255, 256, 300, 65_535, 65_536, SIZE - 1].filter((i) => i < size);
      const found = [];
      log.requests.length = 0;
      for (const index of indexes) found.push(await proofs.inclusion(index));
      const read = log.requests.map(({ level, first }) => `${level}/${first}`);
      expect(new Set(read).size).toBe(read.length);
      const alone = indexes.map((index) => proveInclusion(index, size, log));
      expect(found).toEqual(await Promise.all(alone));
    }
  });

  it('show that the log of one size continues that of another', async () => {
    for (const from of [1, 255, 256, 257, 1_000, 65_535, 65_536, 65_537, 69_888, SIZE - 1]) {
      log.requests.length = 0;
      const proof = await proveConsistency(from, SIZE, log);
      const fromRoot = await rootFrom(from, log);
      const claim = { from, to: SIZE, fromRoot, toRoot: root, proof };
      expect(verifyConsistency(claim)).toBe(true);
      expect(log.requests.length).toBeLessThanOrEqual(12);
    }
    expect(await rootFrom(SIZE, log)).toEqual(root);
  });

  it('are refused for places that the tree does not have', async () => {
    const refusal = expect.objectContaining({ code: 'tree.out-of-range' });
    await expect(proveInclusion(5, 5, log)).rejects.toEqual(refusal);
    await expect(proveInclusion(-1, 5, log)).rejects.toEqual(refusal);
    await expect(proveInclusion(0.5, 5, log)).rejects.toEqual(refusal);
    await expect(proveConsistency(6, 5, log)).rejects.toEqual(refusal);
    await expect(proveConsistency(-1, 5, log)).rejects.toEqual(refusal);
    await expect(rootFrom(0, log)).rejects.toEqual(refusal);
  });

  it('are refused when the reader gives too few hashes', async () => {
    const short = {
      hashes: async (range: Parameters<MemoryLog['hashes']>[0]) =>
        (await log.hashes(range)).slice(1),
    };
    await expect(proveInclusion(3, SIZE, short)).rejects.toEqual(
      expect.objectContaining({ code: 'reader.wrong-length' }),
    );
  });
});
