import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../src/domain/entry.js';
import { concatBytes, decodeHex, encodeHex, encodeUtf8 } from '../../src/evidence/bytes.js';
import { CanonicalError, decode, encode } from '../../src/evidence/canonical.js';
import type { Canonical, CanonicalObject } from '../../src/evidence/canonical.js';
import { signCheckpoint, verifyCheckpoint } from '../../src/evidence/checkpoint.js';
import { commit } from '../../src/evidence/commitment.js';
import { cosign, verifyCosignatures } from '../../src/evidence/cosignature.js';
import { publicKeyOf, sha256 } from '../../src/evidence/hash.js';
import { verifyExport } from '../../src/evidence/log-verify.js';
import { encodeVkey, keyIdOf, parseNote, parseVkey } from '../../src/evidence/note.js';
import { COSIGNATURE_V1, ED25519, verifierKeyOf } from '../../src/evidence/note.js';
import { encodeProof, verifyProof } from '../../src/evidence/proof.js';
import { encodeBundle, encodeTile, parseTilePath } from '../../src/evidence/tiles.js';
import { tilePath, tilesBetween } from '../../src/evidence/tiles.js';
import { proveConsistency, proveInclusion } from '../../src/evidence/tree-prover.js';
import { leafHash, rootOf, verifyConsistency, verifyInclusion } from '../../src/evidence/tree.js';
import { contentHash } from '../../src/ledger/signed-content.js';
import { FormatDocument } from './format-document.js';
import { MemoryLog } from './memory-log.js';
import { MemoryFiles } from './sample-log.js';

const DOCUMENT = FormatDocument.read();

function hex(text: string): Uint8Array {
  const bytes = decodeHex(text);
  if (bytes === null) throw new Error(`not hexadecimal: ${text}`);
  return bytes;
}
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const LEAVES = DOCUMENT.list('leaf').map((vector) => encodeUtf8(vector.get('bytes')));
const KEY = DOCUMENT.one('key');
const ORIGIN = KEY.get('name');
const VKEY = KEY.get('vkey');
const SIGNING_KEY = { name: ORIGIN, type: ED25519, seed: hex(KEY.get('seed')) } as const;
const NOTE = DOCUMENT.file('checkpoint');

describe('the format document', () => {
  it('has no example that is not checked below', () => {
    expect(DOCUMENT.names()).toEqual(
      [
        'bundle',
        'canonical',
        'checkpoint',
        'commitment',
        'consistency',
        'cosignature',
        'example-files',
        'files',
        'inclusion',
        'key',
        'leaf',
        'paths',
        'proof',
        'refused',
        'signature',
        'tree',
      ].sort(),
    );
  });

  it('encodes values as the code does', () => {
    expect(DOCUMENT.list('canonical')).toHaveLength(5);
    for (const vector of DOCUMENT.list('canonical')) {
      const value = JSON.parse(vector.get('value')) as Canonical;
      expect(encodeHex(encode(value))).toBe(vector.get('hex'));
      expect(decode(hex(vector.get('hex')))).toEqual(value);
    }
  });

  it('refuses what the code refuses', () => {
    const { rows } = DOCUMENT.one('refused');
    expect(rows.size).toBe(17);
    for (const bytes of rows.values()) expect(() => decode(hex(bytes))).toThrow(CanonicalError);
  });

  it('hashes leaves as the code does, and names the keys that they have', () => {
    DOCUMENT.list('leaf').forEach((vector, seq) => {
      const bytes = encodeUtf8(vector.get('bytes'));
      expect(vector.get('seq')).toBe(String(seq));
      expect(encodeHex(leafHash(bytes))).toBe(vector.get('hash'));
      expect(Object.keys(decode(bytes) as object)).toEqual(
        'at biz body by clk id kind log occ org phi prev seq sig src tz v'.split(' '),
      );
    });
    expect(LEAVES).toHaveLength(3);
  });

  it('gives the roots and proofs that the code gives', async () => {
    const tree = DOCUMENT.one('tree');
    const leaves = tree.all('leaf').map((leaf) => hex(leaf.replace('(no bytes)', '')));
    const roots = tree.all('root of');
    expect([leaves.length, roots.length]).toEqual([8, 9]);
    roots.forEach((root, size) => {
      expect(encodeHex(rootOf(MemoryLog.of(leaves.slice(0, size)).edge))).toBe(root);
    });
    for (const vector of DOCUMENT.list('inclusion')) {
      const [index, size] = [Number(vector.get('leaf')), Number(vector.get('size'))];
      const log = MemoryLog.of(leaves.slice(0, size));
      const proof = vector.all('hash');
      expect((await proveInclusion(index, size, log)).map(encodeHex)).toEqual(proof);
      const leaf = leafHash(leaves[index] ?? new Uint8Array(0));
      const root = hex(roots[size] ?? '');
      const claim = { index, size, leafHash: leaf, proof: proof.map(hex), root };
      expect(verifyInclusion(claim)).toBe(true);
    }
    for (const vector of DOCUMENT.list('consistency')) {
      const [from, to] = [Number(vector.get('from')), Number(vector.get('to'))];
      const proof = vector.all('hash');
      const log = MemoryLog.of(leaves.slice(0, to));
      expect((await proveConsistency(from, to, log)).map(encodeHex)).toEqual(proof);
      const [fromRoot, toRoot] = [hex(roots[from] ?? ''), hex(roots[to] ?? '')];
      const claim = { from, to, fromRoot, toRoot, proof: proof.map(hex) };
      expect(verifyConsistency(claim)).toBe(true);
    }
    expect(DOCUMENT.list('inclusion').length + DOCUMENT.list('consistency').length).toBe(4);
  });

  it('writes keys as the code does', () => {
    const key = verifierKeyOf(SIGNING_KEY);
    expect(KEY.get('type')).toBe('01');
    expect(encodeHex(publicKeyOf(SIGNING_KEY.seed))).toBe(KEY.get('public key'));
    expect(keyIdOf(key)).toBe(KEY.get('key id'));
    expect(encodeVkey(key)).toBe(VKEY);
    expect(parseVkey(VKEY)).toEqual(key);
  });

  it('signs checkpoints as the code does', () => {
    const vector = DOCUMENT.one('checkpoint');
    const root = rootOf(MemoryLog.of(LEAVES).edge);
    expect([vector.get('origin'), vector.get('size')]).toEqual([ORIGIN, String(LEAVES.length)]);
    expect(vector.get('root')).toBe(encodeHex(root));
    const head = { origin: ORIGIN, size: LEAVES.length, root };
    expect(signCheckpoint(head, SIGNING_KEY)).toBe(NOTE);
    expect(verifyCheckpoint({ note: NOTE, vkey: VKEY })).toEqual({ ...head, extensions: [] });
    const [line] = parseNote(NOTE).signatures;
    expect(encodeHex(line?.signature ?? new Uint8Array(0))).toBe(vector.get('signature'));
  });

  it('cosigns as the code does', () => {
    const vector = DOCUMENT.one('cosignature');
    const vkey = vector.get('vkey');
    const { name } = parseVkey(vkey);
    const key = { name, type: COSIGNATURE_V1, seed: hex(vector.get('seed')) } as const;
    const time = Number(vector.get('time'));
    expect(encodeVkey(verifierKeyOf(key))).toBe(vkey);
    const note = `${NOTE}${vector.get('line')}\n`;
    expect(cosign(NOTE, key, time)).toBe(note);
    expect(verifyCosignatures(note, [vkey])).toEqual([{ name, time }]);
  });

  it('names and fills files as the code does', () => {
    const paths = DOCUMENT.one('paths').rows;
    expect(paths.size).toBe(5);
    for (const [key, path] of paths) {
      const [level = '', index, width] = key.split(' ');
      expect(parseTilePath(path)).toEqual({
        level: level === 'entries' ? level : Number(level),
        index: Number(index),
        width: Number(width),
      });
    }
    const files = DOCUMENT.one('files');
    const all = (size: number) => [...tilesBetween(0, size)];
    expect(files.get('size 3')).toBe(all(3).map(tilePath).join(' '));
    expect(files.get('size 256')).toBe(all(256).map(tilePath).join(' '));
    const partial = all(70_000).filter(({ width }) => width < 256);
    expect(files.get('size 70000, partial only')).toBe(partial.map(tilePath).join(' '));
    const bundle = DOCUMENT.one('bundle');
    const leaves = bundle.get('leaves').split(' ').map(hex);
    expect(encodeHex(encodeBundle(leaves))).toBe(bundle.get('bytes'));
  });

  it('shows a log that verifies', async () => {
    const tile = encodeTile(LEAVES.map(leafHash));
    const bundle = encodeBundle(LEAVES);
    const example = DOCUMENT.one('example-files');
    expect(encodeHex(tile)).toBe(example.get('tile/0/000.p/3'));
    const bundlePath = 'tile/entries/000.p/3';
    expect(encodeHex(sha256(bundle))).toBe(example.get(`SHA-256 of ${bundlePath}`));
    const files = new MemoryFiles().with({
      checkpoint: NOTE,
      'log.vkey': `${VKEY}\n`,
      'tile/0/000.p/3': tile,
      [bundlePath]: bundle,
    });
    const report = await verifyExport(files, { vkey: VKEY, kept: [NOTE] });
    expect(report).toMatchObject({ finding: null, leaves: 3 });
    expect((decode(LEAVES[0] ?? concatBytes()) as CanonicalObject).body).toMatchObject({
      request: { origin: ORIGIN, verifier_key: VKEY },
    });
  });

  it('proves an entry as the code does', async () => {
    const proof = DOCUMENT.file('proof');
    const hashes = await proveInclusion(1, 3, MemoryLog.of(LEAVES));
    expect(encodeProof({ index: 1, hashes, checkpoint: NOTE, extra: null })).toBe(proof);
    const leaf = leafHash(LEAVES[1] ?? concatBytes());
    expect(verifyProof({ text: proof, leafHash: leaf, vkey: VKEY }).index).toBe(1);
  });

  it('commits as the code does, and as entry 2 of the example has it', () => {
    const vector = DOCUMENT.one('commitment');
    const [entry, field, value] = [vector.get('entry'), vector.get('field'), vector.get('value')];
    expect(commit({ salt: hex(vector.get('salt')), entry, field, value })).toBe(vector.get('c'));
    expect(text(encode({ e: entry, f: field, v: value }))).toBe(vector.get('message'));
    expect(decode(LEAVES[2] ?? concatBytes())).toMatchObject({
      id: entry,
      phi: [{ c: vector.get('c'), f: field, r: 'patient' }],
    });
  });

  it('signs the content that the ledger signs, and that entry 2 of the example has', () => {
    const vector = DOCUMENT.one('signature');
    const leaf = decode(LEAVES[2] ?? concatBytes()) as unknown as ExampleLeaf;
    const [signature] = leaf.sig;
    if (signature === undefined) throw new Error('entry 2 is signed');
    const { person: signer, meaning, seen, words } = signature;
    const { by, id: entry, kind, log, occ, phi, src } = leaf;
    const { request } = leaf.body;
    const content = { by, entry, kind, log, meaning, occ, phi, request, seen, signer, src, words };
    expect(text(encode(content as unknown as Canonical))).toBe(vector.get('content'));
    expect(signature.hash).toBe(vector.get('hash'));
    const commitments = phi.map(({ c, f, r }) => ({ commitment: c, field: f, retention: r }));
    const shared = { log, entry, kind, performer: by.person, transcriber: null, source: src };
    const whole = { ...shared, occurredAt: occ, commitments, request };
    const hash = contentHash(whole as unknown as Parameters<typeof contentHash>[0], {
      signer,
      meaning,
      seen,
      words,
    });
    expect(hash).toBe(vector.get('hash'));
  });
});

/** What the last test reads of entry 2. */
interface ExampleLeaf {
  readonly body: { readonly request: Canonical };
  readonly by: { readonly person: string };
  readonly id: string;
  readonly kind: string;
  readonly log: string;
  readonly occ: string;
  readonly phi: readonly { readonly c: string; readonly f: string; readonly r: string }[];
  readonly sig: readonly (Omit<Entry['signatures'][number], 'hash'> & { readonly hash: string })[];
  readonly src: string;
}
