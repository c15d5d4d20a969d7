import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concatBytes, encodeHex, encodeUtf8, equalBytes } from '../../src/evidence/bytes.js';
import { TileBuilder } from '../../src/evidence/tile-builder.js';
import {
  encodeBundle,
  encodeTile,
  parseBundle,
  parseTile,
  parseTilePath,
  type TilePlace,
  tilePath,
  tilesBetween,
  widthAt,
} from '../../src/evidence/tiles.js';
import { appendLeaf, EMPTY_EDGE, encodeEdge, leafHash, rootOf } from '../../src/evidence/tree.js';
import { Reference } from './reference.js';

const SEED = 20_261_122;
const refused = (code: string) => expect.objectContaining({ name: 'EvidenceError', code });

const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
const place: fc.Arbitrary<TilePlace> = fc.record({
  level,
  index: fc.oneof(fc.nat(5_000), fc.maxSafeNat()),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('tile paths', () => {
  it.each<[TilePlace, string]>([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 999, width: 256 }, 'tile/0/999'],
    [{ level: 0, index: 1000, width: 256 }, 'tile/0/x001/000'],
    [{ level: 1, index: 1_234_067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 63, index: 5, width: 1 }, 'tile/63/005.p/1'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
    [{ level: 'entries', index: 1_234_067, width: 255 }, 'tile/entries/x001/x234/067.p/255'],
  ])('of %p is %s', (where, path) => {
    expect(tilePath(where)).toBe(path);
    expect(parseTilePath(path)).toEqual(where);
  });

  it('come back from every place', () => {
    fc.assert(
      fc.property(place, (where) => {
        expect(parseTilePath(tilePath(where))).toEqual(where);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it.each([
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/000',
    'tile/0/x000/x001/000',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/257',
    'tile/0/000.p/',
    'tile/0/000.p',
    'tile/0/000/',
    '/tile/0/000',
    'tile/entry/000',
    'tile/0/../000',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/000\n',
    'checkpoint',
  ])('do not include %p', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it.each<TilePlace>([
    { level: 64, index: 0, width: 1 },
    { level: -1, index: 0, width: 1 },
    { level: 0.5, index: 0, width: 1 },
    { level: 0, index: -1, width: 1 },
    { level: 0, index: 2 ** 53, width: 1 },
    { level: 0, index: 0, width: 0 },
    { level: 0, index: 0, width: 257 },
    { level: 0, index: 0, width: 1.5 },
  ])('are not made for %p', (where) => {
    expect(() => tilePath(where)).toThrow(refused('tile.malformed'));
  });
});

describe('the tiles of a log', () => {
  const paths = (from: number, to: number) => [...tilesBetween(from, to)].map(tilePath);

  it('of 70,000 leaves are those that the specification counts', () => {
    const tiles = [...tilesBetween(0, 70_000)];
    const hashTiles = tiles.filter(({ level }) => level !== 'entries');
    const count = (of: number, isFull: boolean) =>
      hashTiles.filter(({ level, width }) => level === of && (width === 256) === isFull).length;
    expect([count(0, true), count(1, true), count(2, true)]).toEqual([273, 1, 0]);
    expect(hashTiles.filter(({ width }) => width < 256).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(tiles.length - hashTiles.length).toBe(274);
  });

  it('of 256 leaves are a full tile and one of width 1 above it', () => {
    expect(paths(0, 256)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  });

  it('of small logs are few', () => {
    expect(paths(0, 0)).toEqual([]);
    expect(paths(0, 1)).toEqual(['tile/entries/000.p/1', 'tile/0/000.p/1']);
    expect(paths(7, 7)).toEqual([]);
  });

  it('that are new after growing are those that changed', () => {
    expect(paths(255, 257)).toEqual([
      'tile/entries/000',
      'tile/entries/001.p/1',
      'tile/0/000',
      'tile/0/001.p/1',
      'tile/1/000.p/1',
    ]);
    expect(paths(256, 257)).toEqual(['tile/entries/001.p/1', 'tile/0/001.p/1']);
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const before = new Set(paths(0, from));
        expect(paths(from, to)).toEqual(paths(0, to).filter((path) => !before.has(path)));
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('do not shrink', () => {
    for (const [from, to] of [
      [2, 1],
      [-1, 1],
      [0, 0.5],
      [0, 2 ** 53],
    ] as const) {
      expect(() => paths(from, to)).toThrow(refused('tree.out-of-range'));
    }
  });

  it('have the width that the log reaches', () => {
    expect(widthAt(70_000, 0, 272)).toBe(256);
    expect(widthAt(70_000, 0, 273)).toBe(112);
    expect(widthAt(70_000, 0, 274)).toBe(0);
    expect(widthAt(70_000, 'entries', 273)).toBe(112);
    expect(widthAt(70_000, 2, 0)).toBe(1);
    expect(widthAt(65_535, 2, 0)).toBe(0);
  });
});

describe('tiles and bundles', () => {
  const hashes = Array.from({ length: 256 }, (_, i) => leafHash(Uint8Array.of(i)));

  it('come back from their bytes', () => {
    for (const width of [1, 2, 255, 256]) {
      const some = hashes.slice(0, width);
      const bytes = encodeTile(some);
      expect(bytes).toHaveLength(width * 32);
      expect(parseTile(bytes, width)).toEqual(some);
    }
  });

  it('are refused as tiles when they are not', () => {
    expect(() => encodeTile([])).toThrow(refused('tile.malformed'));
    expect(() => encodeTile([...hashes, ...hashes])).toThrow(refused('tile.malformed'));
    expect(() => encodeTile([new Uint8Array(31)])).toThrow(refused('tile.malformed'));
    for (const [length, width] of [
      [31, 1],
      [64, 1],
      [32, 2],
      [0, 0],
      [257 * 32, 257],
    ] as const) {
      expect(() => parseTile(new Uint8Array(length), width)).toThrow(refused('tile.malformed'));
    }
  });

  it('write a length of two bytes before each leaf', () => {
    const leaves = [encodeUtf8('{}'), new Uint8Array(0), new Uint8Array(258).fill(7)];
    const bytes = encodeBundle(leaves);
    expect(encodeHex(bytes.subarray(0, 9))).toBe('00027b7d0000010207');
    expect(parseBundle(bytes, 3)).toEqual(leaves);
  });

  it('take leaves up to the longest', () => {
    const longest = new Uint8Array(65_535).fill(1);
    const parsed = parseBundle(encodeBundle([longest, longest]), 2);
    expect(parsed.map((leaf) => equalBytes(leaf, longest))).toEqual([true, true]);
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(refused('bundle.malformed'));
  });

  it('are refused as bundles when they are not', () => {
    const bytes = encodeBundle([encodeUtf8('{"a":1}'), encodeUtf8('{}')]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => parseBundle(bytes.subarray(0, length), 2)).toThrow(refused('bundle.malformed'));
    }
    expect(() => parseBundle(bytes, 1)).toThrow(refused('bundle.malformed'));
    expect(() => parseBundle(bytes, 3)).toThrow(refused('bundle.malformed'));
    expect(() => parseBundle(concatBytes(bytes, Uint8Array.of(0)), 2)).toThrow(
      refused('bundle.malformed'),
    );
    expect(() => encodeBundle([])).toThrow(refused('bundle.malformed'));
    expect(() => encodeBundle(Array.from({ length: 257 }, () => bytes))).toThrow(
      refused('bundle.malformed'),
    );
  });
});

describe('the tile builder', () => {
  it('has the edge of the tree at every size up to 600', () => {
    const builder = new TileBuilder();
    let edge = EMPTY_EDGE;
    for (let size = 0; size <= 600; size += 1) {
      expect(builder.size).toBe(size);
      expect(encodeHex(encodeEdge(builder.edge()))).toBe(encodeHex(encodeEdge(edge)));
      const hash = leafHash(Uint8Array.of(size >> 8, size));
      edge = appendLeaf(edge, hash);
      builder.add(hash);
    }
  });

  it('gives exactly the tiles of the log, with the hashes of the definition', () => {
    const size = 66_000;
    const leaves = Array.from({ length: size }, (_, i) => Uint8Array.of(i >> 16, i >> 8, i));
    const builder = new TileBuilder();
    const tiles = leaves.flatMap((leaf) => builder.add(leafHash(leaf)));
    tiles.push(...builder.partials());
    const expected = [...tilesBetween(0, size)].filter(({ level }) => level !== 'entries');
    expect(tiles.map(tilePath).sort()).toEqual(expected.map(tilePath).sort());
    const reference = new Reference(leaves);
    expect(rootOf(builder.edge())).toEqual(reference.root(size));
    for (const { level, index, width, bytes } of tiles) {
      if (level === 0 && index % 50 !== 0) continue;
      parseTile(bytes, width).forEach((hash, i) => {
        const start = (index * 256 + i) * 256 ** level;
        expect(encodeHex(hash)).toBe(encodeHex(reference.between(start, start + 256 ** level)));
      });
    }
  });

  it('refuses anything but a hash', () => {
    expect(() => new TileBuilder().add(new Uint8Array(33))).toThrow(refused('hash.malformed'));
  });
});
