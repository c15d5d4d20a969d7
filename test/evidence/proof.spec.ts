import { describe, expect, it } from '@jest/globals';
import { encodeBase64, encodeUtf8 } from '../../src/evidence/bytes.js';
import { cosign } from '../../src/evidence/cosignature.js';
import { subtreesIn } from '../../src/evidence/file-store.js';
import { COSIGNATURE_V1, encodeVkey, signNote, verifierKeyOf } from '../../src/evidence/note.js';
import { encodeProof, parseProof, verifyProof } from '../../src/evidence/proof.js';
import { proveInclusion } from '../../src/evidence/tree-prover.js';
import { leafHash } from '../../src/evidence/tree.js';
import { unnoticedFlips, unnoticedLengths } from './damage.js';
import { KEY, MemoryFiles, ORIGIN, sampleCheckpoint, sampleLeaves, VKEY } from './sample-log.js';

const SIZE = 300;
const INDEX = 41;
const leaves = sampleLeaves(SIZE);
const files = await MemoryFiles.of(leaves);
const checkpoint = sampleCheckpoint(leaves);
const hashes = await proveInclusion(INDEX, SIZE, subtreesIn(files, SIZE));
const proof = { index: INDEX, hashes, checkpoint, extra: null };
const TEXT = encodeProof(proof);
const LEAF = leafHash(leaves[INDEX] ?? new Uint8Array(0));

const refused = (code: string) => expect.objectContaining({ name: 'EvidenceError', code });
const verify = (text: string) => verifyProof({ text, leafHash: LEAF, vkey: VKEY });

describe('proofs that travel', () => {
  it('are the lines of the specification', () => {
    const lines = TEXT.split('\n');
    expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 41']);
    expect(lines.slice(2, 11)).toEqual(hashes.map(encodeBase64));
    expect(lines[11]).toBe('');
    expect(lines.slice(12).join('\n')).toBe(checkpoint);
  });

  it('verify with the leaf and the vkey, and say what they prove', () => {
    expect(verify(TEXT)).toMatchObject({
      index: INDEX,
      checkpoint: { origin: ORIGIN, size: SIZE },
      cosignatures: [],
    });
  });

  it('come back from their text', () => {
    for (const extra of [null, encodeUtf8('tile/entries/000')]) {
      const whole = { ...proof, extra };
      expect(parseProof(encodeProof(whole))).toEqual(whole);
      expect(verify(encodeProof(whole)).index).toBe(INDEX);
    }
  });

  it('need no hashes in a log of one leaf', () => {
    const [first] = leaves;
    if (first === undefined) throw new Error('a log of leaves');
    const one = sampleCheckpoint([first]);
    const text = encodeProof({ index: 0, hashes: [], checkpoint: one, extra: null });
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nindex 0\n\n')).toBe(true);
    expect(verifyProof({ text, leafHash: leafHash(first), vkey: VKEY }).index).toBe(0);
  });

  it('fail for every flipped bit, and every character more or less', () => {
    expect(unnoticedFlips(TEXT, verify)).toEqual([]);
    expect(unnoticedLengths(TEXT, verify)).toEqual([]);
  });

  it('fail for another leaf, index, log and key', () => {
    const other = leafHash(leaves[INDEX + 1] ?? new Uint8Array(0));
    const notIncluded = refused('proof.not-included');
    expect(() => verifyProof({ text: TEXT, leafHash: other, vkey: VKEY })).toThrow(notIncluded);
    const moved = encodeProof({ ...proof, index: INDEX + 1 });
    expect(() => verify(moved)).toThrow(notIncluded);
    const beyond = encodeProof({ ...proof, index: SIZE });
    expect(() => verify(beyond)).toThrow(notIncluded);
    const short = sampleCheckpoint(leaves.slice(0, SIZE - 1));
    expect(() => verify(encodeProof({ ...proof, checkpoint: short }))).toThrow(notIncluded);
    const otherKey = encodeVkey(verifierKeyOf({ ...KEY, seed: new Uint8Array(32).fill(2) }));
    expect(() => verifyProof({ text: TEXT, leafHash: LEAF, vkey: otherKey })).toThrow(
      refused('note.unknown-signers'),
    );
    expect(() =>
      verifyProof({ text: TEXT, leafHash: LEAF, vkey: VKEY, origin: 'other.example' }),
    ).toThrow(refused('checkpoint.other-origin'));
  });

  it('carry cosignatures, which are verified for the cosigners one knows', () => {
    const seed = new Uint8Array(32).fill(3);
    const cosigner = { name: 'cosigner.example', type: COSIGNATURE_V1, seed } as const;
    const cosigners = [encodeVkey(verifierKeyOf(cosigner))];
    const note = cosign(checkpoint, cosigner, 1_795_363_200);
    const text = encodeProof({ ...proof, checkpoint: note });
    const claim = { text, leafHash: LEAF, vkey: VKEY };
    expect(verifyProof({ ...claim, cosigners }).cosignatures).toEqual([
      { name: 'cosigner.example', time: 1_795_363_200 },
    ]);
    expect(verifyProof(claim).cosignatures).toEqual([]);
    const at = text.lastIndexOf(' ') + 30;
    const forged = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect(() => verifyProof({ ...claim, text: forged, cosigners })).toThrow(
      refused('note.bad-signature'),
    );
  });

  it.each([
    ['another first line', TEXT.replace('@v1', '@v2')],
    ['no index', TEXT.replace('index 41\n', '')],
    ['a leading zero', TEXT.replace('index 41', 'index 041')],
    ['a negative index', TEXT.replace('index 41', 'index -41')],
    ['two spaces', TEXT.replace('index 41', 'index  41')],
    ['an index that is no number', TEXT.replace('index 41', 'index x')],
    ['extra data after the index', TEXT.replace('index 41', 'index 41\nextra AA==')],
    ['extra data that are not base64', TEXT.replace('index', 'extra !\nindex')],
    ['empty extra data', TEXT.replace('index', 'extra \nindex')],
    ['a hash of 31 bytes', TEXT.replace('41\n', `41\n${encodeBase64(new Uint8Array(31))}\n`)],
    ['a hash of 64 bytes', TEXT.replace('41\n', `41\n${encodeBase64(new Uint8Array(64))}\n`)],
    ['64 hashes', TEXT.replace('41\n', `41\n${`${encodeBase64(LEAF)}\n`.repeat(55)}`)],
    ['no blank line', TEXT.replaceAll('\n\n', '\n')],
    ['a carriage return', TEXT.replace('index 41\n', 'index 41\r\n')],
    ['nothing', ''],
  ])('are refused with %s', (_name, text) => {
    expect(() => parseProof(text)).toThrow(refused('proof.malformed'));
  });

  it('are refused without a signed checkpoint, and with one that is none', () => {
    expect(() => parseProof(TEXT.slice(0, TEXT.indexOf('\n\n') + 2))).toThrow(
      refused('note.malformed'),
    );
    const letter = TEXT.slice(0, TEXT.indexOf('\n\n') + 2) + signNote('Dear inspector,\n', KEY);
    expect(() => verify(letter)).toThrow(refused('checkpoint.malformed'));
  });

  it.each([
    ['an index below zero', { index: -1 }],
    ['half an index', { index: 0.5 }],
    ['a hash cut short', { hashes: [new Uint8Array(31)] }],
    ['64 hashes', { hashes: Array.from({ length: 64 }, () => LEAF) }],
    ['empty extra data', { extra: new Uint8Array(0) }],
  ])('are not made with %s', (_name, changes) => {
    expect(() => encodeProof({ ...proof, ...changes })).toThrow(refused('proof.malformed'));
  });

  it('are not made of missing tiles', async () => {
    const damaged = files.with({ 'tile/0/000': null });
    await expect(proveInclusion(INDEX, SIZE, subtreesIn(damaged, SIZE))).rejects.toEqual(
      refused('tile.malformed'),
    );
  });
});
