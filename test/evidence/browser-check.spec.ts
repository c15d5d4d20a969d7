import { describe, expect, it } from '@jest/globals';
import { encodeBase64 } from '../../src/evidence/bytes.js';
import { subtreesIn } from '../../src/evidence/file-store.js';
import { encodeProof } from '../../src/evidence/proof.js';
import { proveConsistency, proveInclusion } from '../../src/evidence/tree-prover.js';
import { leafHash as hashOf } from '../../src/evidence/tree.js';
import { bundlePath, leafIn } from '../../web/src/proof/entry-bundle.js';
import {
  checkHead,
  isGrown,
  isIncluded,
  leafHash,
  NotProved,
  readProof,
} from '../../web/src/proof/log-check.js';
import { atLine, MemoryFiles, ORIGIN, sampleCheckpoint, sampleLeaves, VKEY } from './sample-log.js';

const SIZE = 300;
const leaves = sampleLeaves(SIZE);
const files = await MemoryFiles.of(leaves);
const subtrees = subtreesIn(files, SIZE);
const note = sampleCheckpoint(leaves);
const bytesOf = (line: number) => Uint8Array.from(leaves[line] ?? []);
const proofOf = async (index: number, of = SIZE): Promise<string> =>
  encodeProof({
    index,
    hashes: await proveInclusion(index, of, subtrees),
    checkpoint: sampleCheckpoint(leaves.slice(0, of)),
    extra: null,
  });

describe('what a browser checks by itself', () => {
  it('a line at any place of a log of any size is found in it, and in no other place', async () => {
    for (const size of [1, 2, 3, 7, 8, 255, 256, 257, SIZE]) {
      const head = await checkHead(sampleCheckpoint(leaves.slice(0, size)), VKEY);
      for (const line of new Set([0, Math.floor(size / 2), size - 1])) {
        const proof = readProof(await proofOf(line, size));
        expect(proof).toMatchObject({ index: line });
        expect(await isIncluded(bytesOf(line), proof, head)).toBe(true);
        expect(await isIncluded(bytesOf(line + 1), proof, head)).toBe(false);
        expect(await isIncluded(bytesOf(line), { ...proof, index: line + 1 }, head)).toBe(false);
      }
    }
  });

  it('a log that grew begins with what it was, and one that was rewritten does not', async () => {
    const head = await checkHead(note, VKEY);
    const other = sampleLeaves(SIZE, atLine(2, { kind: 'waste' }));
    for (const size of [1, 3, 64, 256, 299, SIZE]) {
      const before = await checkHead(sampleCheckpoint(leaves.slice(0, size)), VKEY);
      const path = (await proveConsistency(size, SIZE, subtrees)).map(encodeBase64);
      expect(await isGrown(before, head, path)).toBe(true);
      expect(await isGrown(head, before, path)).toBe(size === SIZE);
      const seen = await checkHead(sampleCheckpoint(other.slice(0, size)), VKEY);
      expect(await isGrown(seen, head, path)).toBe(size < 3);
    }
  });

  it('no character of a checkpoint or a key may differ', async () => {
    expect(await checkHead(note, VKEY)).toMatchObject({ origin: ORIGIN, size: SIZE });
    for (let at = 0; at < note.length; at += 1) {
      const flipped = `${note.slice(0, at)}${note[at] === 'x' ? 'y' : 'x'}${note.slice(at + 1)}`;
      await expect(checkHead(flipped, VKEY)).rejects.toThrow(NotProved);
    }
    for (let at = 0; at < VKEY.length; at += 1) {
      const flipped = `${VKEY.slice(0, at)}${VKEY[at] === 'x' ? 'y' : 'x'}${VKEY.slice(at + 1)}`;
      await expect(checkHead(note, flipped)).rejects.toThrow(NotProved);
    }
  });

  it('the bytes of a line lie where the format says', async () => {
    expect(bundlePath(1_234_067 * 256, 1_234_067 * 256 + 300)).toBe('tile/entries/x001/x234/067');
    for (const line of [0, 41, 255, 256, 299]) {
      const bundle = await files.read(bundlePath(line, SIZE));
      const leaf = leafIn(Uint8Array.from(bundle ?? []), line);
      expect(leaf).toEqual(bytesOf(line));
      expect(await leafHash(leaf)).toBe(encodeBase64(hashOf(bytesOf(line))));
    }
    const cut = (await files.read(bundlePath(0, SIZE)))?.subarray(0, 900);
    expect(() => leafIn(Uint8Array.from(cut ?? []), 200)).toThrow(NotProved);
  });
});
