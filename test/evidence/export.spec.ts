import { describe, expect, it } from '@jest/globals';
import { encodeBase64, encodeUtf8 } from '../../src/evidence/bytes.js';
import { signCheckpoint } from '../../src/evidence/checkpoint.js';
import { exportFiles } from '../../src/evidence/log-export.js';
import { type CheckedLeaf, verifyExport } from '../../src/evidence/log-verify.js';
import { encodeVkey, verifierKeyOf } from '../../src/evidence/note.js';
import { encodeBundle, parseBundle, tilePath, tilesBetween } from '../../src/evidence/tiles.js';
import { leafHash } from '../../src/evidence/tree.js';
import {
  atLine,
  KEY,
  MemoryFiles,
  ORIGIN,
  sampleCheckpoint,
  sampleLeaf,
  sampleLeaves,
  VKEY,
} from './sample-log.js';

const SIZE = 600;
const LEAVES = sampleLeaves(SIZE);
const FILES = await MemoryFiles.of(LEAVES);
const LAST_BUNDLE = 'tile/entries/002.p/88';
const refused = (code: string) => expect.objectContaining({ name: 'EvidenceError', code });

/** The leaves of a bundle, to be changed and put back. */
function bundleOf(path: string, width: number): Uint8Array[] {
  return [...parseBundle(FILES.get(path), width)];
}

/** What someone makes of changed leaves who has the files, and signs with whatever key they have. */
async function rewritten(leaves: readonly Uint8Array[], note: string): Promise<MemoryFiles> {
  const files = await MemoryFiles.of(leaves);
  return files.with({ checkpoint: note });
}

async function finding(files: MemoryFiles, options = {}) {
  return (await verifyExport(files, options)).finding;
}

describe('an export', () => {
  it.each([0, 1, 2, 255, 256, 257, 511, 512, 600])('of %p entries verifies', async (size) => {
    const files = await MemoryFiles.of(LEAVES.slice(0, size));
    const report = await verifyExport(files, { vkey: VKEY });
    expect(report).toMatchObject({ finding: null, leaves: size, vkey: VKEY });
    expect(report.checkpoint).toMatchObject({ origin: ORIGIN, size });
    expect(report.note).toBe(sampleCheckpoint(LEAVES.slice(0, size)));
  });

  it('has exactly the files of its size, the checkpoint last', async () => {
    const paths = [...FILES.files.keys()];
    const tiles = [...tilesBetween(0, SIZE)].map(tilePath);
    expect([...paths].sort()).toEqual([...tiles, 'checkpoint', 'log.vkey'].sort());
    expect(paths.slice(-2)).toEqual(['log.vkey', 'checkpoint']);
    expect(new TextDecoder().decode(FILES.get('log.vkey'))).toBe(`${VKEY}\n`);
    expect([...(await MemoryFiles.of([])).files.keys()]).toEqual(['log.vkey', 'checkpoint']);
  });

  it('does not read leaves beyond its checkpoint, and closes their source', async () => {
    let read = 0;
    let isClosed = false;
    async function* source() {
      try {
        for (const leaf of LEAVES) {
          read += 1;
          yield await Promise.resolve(leaf);
        }
      } finally {
        isClosed = true;
      }
    }
    const checkpoint = sampleCheckpoint(LEAVES.slice(0, 300));
    let last = '';
    for await (const file of exportFiles({ checkpoint, vkey: VKEY, leaves: source() })) {
      last = file.path;
    }
    expect([read, isClosed, last]).toEqual([300, true, 'checkpoint']);
  });

  it.each([
    ['too few leaves', LEAVES.slice(0, SIZE - 1)],
    ['no leaves', []],
    ['other leaves', [...LEAVES.slice(0, SIZE - 1), encodeUtf8('{}')]],
  ])('is not finished with %s', async (_name, leaves) => {
    const paths: string[] = [];
    const write = async () => {
      const log = { checkpoint: sampleCheckpoint(LEAVES), vkey: VKEY, leaves };
      for await (const { path } of exportFiles(log)) paths.push(path);
    };
    await expect(write()).rejects.toEqual(refused('export.incomplete'));
    expect(paths).not.toContain('checkpoint');
  });

  it('is not begun under a checkpoint of another key', async () => {
    const vkey = encodeVkey(verifierKeyOf({ ...KEY, seed: new Uint8Array(32).fill(2) }));
    const log = { checkpoint: sampleCheckpoint(LEAVES), vkey, leaves: LEAVES };
    await expect(exportFiles(log).next()).rejects.toEqual(refused('note.unknown-signers'));
  });
});

describe('the reader of an export', () => {
  it('gets every leaf once, in order, with its hash and its value', async () => {
    const seen: CheckedLeaf[] = [];
    await verifyExport(FILES, {
      onLeaf: (leaf) => {
        seen.push(leaf);
      },
    });
    expect(seen.map(({ seq }) => seq)).toEqual(LEAVES.map((_, seq) => seq));
    for (const { seq, leafBytes, leafHash: hash, decode } of seen) {
      const leaf = LEAVES[seq] ?? new Uint8Array(0);
      expect(encodeBase64(leafBytes)).toBe(encodeBase64(leaf));
      expect(encodeBase64(hash)).toBe(encodeBase64(leafHash(leaf)));
      expect(decode()).toMatchObject({ seq, log: ORIGIN, kind: 'draw' });
    }
  });

  it('is waited for', async () => {
    let running = 0;
    let most = 0;
    await verifyExport(await MemoryFiles.of(LEAVES.slice(0, 20)), {
      onLeaf: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
    });
    expect([running, most]).toEqual([0, 1]);
  });

  it('ends the verification by throwing', async () => {
    const onLeaf = ({ seq }: CheckedLeaf) => {
      if (seq === 5) throw new Error('the book does not add up');
    };
    await expect(verifyExport(FILES, { onLeaf })).rejects.toThrow('the book does not add up');
  });

  it('gets no leaf that is wrong, nor any after it', async () => {
    const leaves = bundleOf('tile/entries/001', 256);
    leaves[9] = sampleLeaf(265, 'x');
    const seen: number[] = [];
    const report = await verifyExport(FILES.with({ 'tile/entries/001': encodeBundle(leaves) }), {
      onLeaf: ({ seq }) => {
        seen.push(seq);
      },
    });
    expect(report.finding).toMatchObject({ seq: 265 });
    expect(report.leaves).toBe(265);
    expect(seen.at(-1)).toBe(264);
  });
});

describe('damage to the files of an export is found and named', () => {
  it('any file taken away', async () => {
    for (const path of FILES.files.keys()) {
      const found = await finding(FILES.with({ [path]: null }));
      expect(found?.code).toBe('file.missing');
      expect(found?.message).toBe(`${path} is missing`);
    }
  });

  it('a bundle taken away, by its first entry', async () => {
    expect(await finding(FILES.with({ [LAST_BUNDLE]: null }))).toMatchObject({ seq: 512 });
    expect(await finding(FILES.with({ 'tile/entries/000': null }))).toMatchObject({ seq: 0 });
  });

  it('a changed byte anywhere in the entries, by its line', async () => {
    for (const [path, first, width] of [
      ['tile/entries/000', 0, 256],
      [LAST_BUNDLE, 512, 88],
    ] as const) {
      const bytes = FILES.get(path);
      const starts: number[] = [];
      for (const leaf of bundleOf(path, width)) starts.push((starts.at(-1) ?? 0) + leaf.length + 2);
      for (let at = 3; at < bytes.length; at += 997) {
        const line = first + starts.findIndex((end) => at < end);
        const isLength = at - (starts[line - first - 1] ?? 0) < 2;
        const report = await finding(FILES.with({ [path]: bytes.with(at, (bytes[at] ?? 0) ^ 1) }));
        if (!isLength) expect(report).toMatchObject({ seq: line });
        expect(report).not.toBeNull();
      }
    }
  });

  it('a changed byte anywhere else', async () => {
    for (const [path, bytes] of FILES.files) {
      if (path.startsWith('tile/entries/')) continue;
      const step = path.startsWith('tile') ? 127 : 1;
      for (let at = 0; at < bytes.length; at += step) {
        const damaged = FILES.with({ [path]: bytes.with(at, (bytes[at] ?? 0) ^ 1) });
        expect(await finding(damaged)).not.toBeNull();
      }
    }
  });

  it('a changed hash in a tile: the entry at level 0, the file above', async () => {
    const flip = (path: string, at: number) => {
      const bytes = FILES.get(path);
      return FILES.with({ [path]: bytes.with(at, (bytes[at] ?? 0) ^ 1) });
    };
    expect(await finding(flip('tile/0/001', 32 * 7 + 3))).toMatchObject({
      code: 'leaf.hash',
      seq: 263,
      message: 'entry 263 does not have the hash that tile/0/001 gives it',
    });
    expect(await finding(flip('tile/1/000.p/2', 40))).toMatchObject({
      code: 'tile.differs',
      seq: null,
      message: 'tile/1/000.p/2 is not what the entries below it add up to',
    });
  });

  it('a changed hash in a full tile of level 1', async () => {
    const files = await MemoryFiles.of(sampleLeaves(65_600));
    expect(await finding(files)).toBeNull();
    const path = 'tile/1/000';
    const bytes = files.get(path);
    const damaged = files.with({ [path]: bytes.with(8_000, (bytes[8_000] ?? 0) ^ 1) });
    expect(await finding(damaged)).toMatchObject({
      code: 'tile.differs',
      message: 'tile/1/000 is not what the entries below it add up to',
    });
  });

  it('a file that is too short or too long', async () => {
    for (const path of ['tile/0/000', 'tile/1/000.p/2', LAST_BUNDLE]) {
      const bytes = FILES.get(path);
      for (const wrong of [bytes.slice(0, -1), bytes.slice(0, -32), new Uint8Array(0)]) {
        expect(await finding(FILES.with({ [path]: wrong }))).toMatchObject({
          code: 'file.malformed',
        });
      }
      const longer = Uint8Array.from([...bytes, 0]);
      expect(await finding(FILES.with({ [path]: longer }))).toMatchObject({
        code: 'file.malformed',
      });
    }
  });

  it('two swapped lines, by the first of them', async () => {
    const leaves = bundleOf('tile/entries/000', 256);
    const [a, b] = [leaves[100], leaves[101]];
    if (a === undefined || b === undefined) throw new Error('256 leaves');
    const swapped = leaves.with(100, b).with(101, a);
    expect(await finding(FILES.with({ 'tile/entries/000': encodeBundle(swapped) }))).toMatchObject({
      seq: 100,
      code: 'leaf.seq',
      message: 'entry 100 says that it is number 101',
    });
  });

  it('a dropped tail, whichever way it is dropped', async () => {
    const tail = bundleOf(LAST_BUNDLE, 88).slice(0, 80);
    const short = encodeBundle(tail);
    expect(await finding(FILES.with({ [LAST_BUNDLE]: short }))).toMatchObject({
      code: 'file.malformed',
      seq: 512,
    });
    const renamed = FILES.with({ [LAST_BUNDLE]: null, 'tile/entries/002.p/80': short });
    expect(await finding(renamed)).toMatchObject({ code: 'file.missing', seq: 512 });
    // All tiles rebuilt for the shorter log, under the checkpoint of the longer one.
    const rebuilt = await rewritten(LEAVES.slice(0, 592), sampleCheckpoint(LEAVES));
    expect(await finding(rebuilt)).toMatchObject({ code: 'file.missing', seq: 512 });
  });

  it('another vkey, and another checkpoint', async () => {
    const other = encodeVkey(verifierKeyOf({ ...KEY, seed: new Uint8Array(32).fill(2) }));
    expect(await finding(FILES.with({ 'log.vkey': other }))).toMatchObject({
      code: 'checkpoint.invalid',
    });
    expect(await finding(FILES.with({ 'log.vkey': 'none' }))).toMatchObject({
      code: 'vkey.invalid',
    });
    expect(await finding(FILES.with({ checkpoint: 'none' }))).toMatchObject({
      code: 'checkpoint.invalid',
    });
    expect(await finding(FILES.with({ checkpoint: Uint8Array.of(0xff) }))).toMatchObject({
      code: 'file.malformed',
    });
    const head = { origin: ORIGIN, size: SIZE, root: new Uint8Array(32) };
    const note = signCheckpoint(head, KEY);
    expect(await finding(FILES.with({ checkpoint: note }))).toEqual({
      code: 'root.differs',
      seq: null,
      message: 'the leaves and tiles agree with each other, but not with the signed root',
    });
  });
});

describe('a log that was rewritten as a whole', () => {
  it('without the key has another root than the signed one', async () => {
    const changed = sampleLeaves(SIZE, atLine(300, { clk: 'ok' }));
    const files = await rewritten(changed, sampleCheckpoint(LEAVES));
    expect(await finding(files)).toMatchObject({ code: 'root.differs', seq: null });
  });

  it('with another key is not the log one knows', async () => {
    const forger = { ...KEY, seed: new Uint8Array(32).fill(2) };
    const head = await verifyExport(FILES);
    if (head.checkpoint === null) throw new Error('the sample verifies');
    const files = FILES.with({
      'log.vkey': encodeVkey(verifierKeyOf(forger)),
      checkpoint: signCheckpoint(head.checkpoint, forger),
    });
    expect(await finding(files)).toBeNull();
    expect(await finding(files, { vkey: VKEY })).toMatchObject({ code: 'vkey.other' });
  });

  it('with the key itself is caught by a checkpoint kept elsewhere', async () => {
    const kept = [0, 1, 256, 400, 600].map((size) => sampleCheckpoint(LEAVES.slice(0, size)));
    expect(await finding(FILES, { kept })).toBeNull();
    const changed = sampleLeaves(SIZE, atLine(300, { clk: 'ok' }));
    const files = await MemoryFiles.of(changed);
    expect(await finding(files)).toBeNull();
    expect(await finding(files, { kept: kept.slice(0, 3) })).toBeNull();
    expect(await finding(files, { kept })).toMatchObject({
      code: 'kept.other-root',
      message: 'the first 400 entries are not those of a checkpoint that was kept elsewhere',
    });
  });

  it('from its first entry on is caught by a checkpoint of the empty log, if that is false', async () => {
    const head = { origin: ORIGIN, size: 0, root: new Uint8Array(32) };
    const kept = [signCheckpoint(head, KEY)];
    expect(await finding(FILES, { kept })).toMatchObject({ code: 'kept.other-root' });
  });

  it('and shortened is caught by a checkpoint kept elsewhere', async () => {
    const files = await MemoryFiles.of(LEAVES.slice(0, 592));
    expect(await finding(files)).toBeNull();
    expect(await finding(files, { kept: [sampleCheckpoint(LEAVES)] })).toMatchObject({
      code: 'kept.larger',
      seq: 592,
    });
  });

  it('does not excuse a kept checkpoint or vkey that cannot be used', async () => {
    const [, text] = sampleCheckpoint(LEAVES).split(ORIGIN);
    await expect(verifyExport(FILES, { kept: [`x${text ?? ''}`] })).rejects.toThrow();
    await expect(verifyExport(FILES, { vkey: 'none' })).rejects.toEqual(refused('key.malformed'));
  });
});
