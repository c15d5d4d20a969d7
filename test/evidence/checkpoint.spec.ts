import { describe, expect, it } from '@jest/globals';
import { decodeHex, encodeBase64 } from '../../src/evidence/bytes.js';
import {
  checkpointText,
  parseCheckpointText,
  readCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from '../../src/evidence/checkpoint.js';
import { cosign, verifyCosignatures } from '../../src/evidence/cosignature.js';
import {
  COSIGNATURE_V1,
  ED25519,
  encodeVkey,
  keyIdOf,
  parseNote,
  signNote,
  verifierKeyOf,
} from '../../src/evidence/note.js';
import { unnoticedFlips, unnoticedLengths } from './damage.js';

// The example of c2sp.org/tlog-checkpoint and c2sp.org/tlog-cosignature.
const EXAMPLE =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';

const ORIGIN = 'ledger.example/csl/site/7f3a';
const KEY = { name: ORIGIN, type: ED25519, seed: new Uint8Array(32).fill(1) } as const;
const VKEY = encodeVkey(verifierKeyOf(KEY));
const ROOT = new Uint8Array(32).map((_, i) => i * 7);
const HEAD = { origin: ORIGIN, size: 42, root: ROOT };
const NOTE = signCheckpoint(HEAD, KEY);
const TEXT = checkpointText(HEAD);

const COSIGNER = { name: 'cosigner.example/1', type: COSIGNATURE_V1, seed: KEY.seed } as const;
const COSIGNER_VKEY = encodeVkey(verifierKeyOf(COSIGNER));
const TIME = 1_795_363_200;

const refused = (code: string) => expect.objectContaining({ name: 'EvidenceError', code });

describe('checkpoints', () => {
  it('reads the published example', () => {
    expect(readCheckpoint(EXAMPLE)).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      extensions: [],
    });
    expect(encodeBase64(readCheckpoint(EXAMPLE).root)).toBe(
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    );
    expect(parseNote(EXAMPLE).signatures.map(({ keyId }) => keyId)).toEqual([
      '033de0ae',
      '8d66cf3f',
    ]);
  });

  it('are three lines and a signature', () => {
    expect(TEXT).toBe(`${ORIGIN}\n42\n${encodeBase64(ROOT)}\n`);
    expect(NOTE.startsWith(`${TEXT}\n— ${ORIGIN} `)).toBe(true);
    expect(NOTE.split('\n')).toHaveLength(6);
  });

  it('verify with their vkey and give back what was signed', () => {
    expect(verifyCheckpoint({ note: NOTE, vkey: VKEY })).toEqual({ ...HEAD, extensions: [] });
    const empty = signCheckpoint({ ...HEAD, size: 0 }, KEY);
    expect(verifyCheckpoint({ note: empty, vkey: VKEY }).size).toBe(0);
  });

  it('fail for every flipped bit, and every character more or less', () => {
    const verify = (note: string) => verifyCheckpoint({ note, vkey: VKEY });
    expect(unnoticedFlips(NOTE, verify)).toEqual([]);
    expect(unnoticedLengths(NOTE, verify)).toEqual([]);
  });

  it('are refused for another key, another log and another origin', () => {
    const otherKey = encodeVkey(verifierKeyOf({ ...KEY, seed: new Uint8Array(32).fill(2) }));
    expect(() => verifyCheckpoint({ note: NOTE, vkey: otherKey })).toThrow(
      refused('note.unknown-signers'),
    );
    expect(() => verifyCheckpoint({ note: NOTE, vkey: VKEY, origin: 'other.example' })).toThrow(
      refused('checkpoint.other-origin'),
    );
    const foreign = signNote(TEXT.replace('7f3a', '7f3b'), KEY);
    expect(() => verifyCheckpoint({ note: foreign, vkey: VKEY })).toThrow(
      refused('checkpoint.other-origin'),
    );
    expect(() => signCheckpoint({ ...HEAD, origin: 'other.example' }, KEY)).toThrow(
      refused('checkpoint.other-origin'),
    );
  });

  it('keep extension lines, which the signature covers', () => {
    const extended = signNote(`${TEXT}first\nsecond line\n`, KEY);
    expect(verifyCheckpoint({ note: extended, vkey: VKEY }).extensions).toEqual([
      'first',
      'second line',
    ]);
    const removed = extended.replace('first\n', '');
    expect(() => verifyCheckpoint({ note: removed, vkey: VKEY })).toThrow(
      refused('note.bad-signature'),
    );
  });

  it.each([
    ['an empty extension line', `${TEXT}\n`],
    ['an empty line among extensions', `${TEXT}a\n\nb\n`],
    ['an empty origin', TEXT.replace(ORIGIN, '')],
    ['two lines', `${ORIGIN}\n42\n`],
    ['no line feed at the end', TEXT.slice(0, -1)],
    ['a leading zero', TEXT.replace('\n42\n', '\n042\n')],
    ['a plus sign', TEXT.replace('\n42\n', '\n+42\n')],
    ['a negative size', TEXT.replace('\n42\n', '\n-42\n')],
    ['a size that is not a number', TEXT.replace('\n42\n', '\nmany\n')],
    ['a size in hexadecimal', TEXT.replace('\n42\n', '\n0x2a\n')],
    ['a size with a space', TEXT.replace('\n42\n', '\n42 \n')],
    ['a size of 2^53', TEXT.replace('\n42\n', '\n9007199254740992\n')],
    ['a size of many digits', TEXT.replace('\n42\n', '\n3438945738945739845734895735\n')],
    ['a root that is not base64', `${ORIGIN}\n42\nThis is not base64\n`],
    ['a short root', `${ORIGIN}\n42\n${encodeBase64(ROOT.slice(1))}\n`],
    ['a long root', `${ORIGIN}\n42\n${encodeBase64(new Uint8Array(33))}\n`],
    ['an empty root', `${ORIGIN}\n42\n\n`],
  ])('are refused with %s, however well signed', (_name, text) => {
    expect(() => parseCheckpointText(text)).toThrow(refused('checkpoint.malformed'));
    if (!text.endsWith('\n')) return;
    const note = signNote(text, KEY);
    expect(() => verifyCheckpoint({ note, vkey: VKEY })).toThrow(refused('checkpoint.malformed'));
  });

  it.each([
    ['a size below zero', { ...HEAD, size: -1 }],
    ['half a leaf', { ...HEAD, size: 0.5 }],
    ['a size of 2^53', { ...HEAD, size: 2 ** 53 }],
    ['a short root', { ...HEAD, root: ROOT.slice(1) }],
    ['an origin of two lines', { ...HEAD, origin: 'a\n1' }],
    ['no origin', { ...HEAD, origin: '' }],
  ])('are not made with %s', (_name, head) => {
    expect(() => checkpointText(head)).toThrow(refused('checkpoint.malformed'));
  });
});

describe('cosignatures', () => {
  const COSIGNED = cosign(NOTE, COSIGNER, TIME);

  it('are added after the signature, which goes on verifying', () => {
    expect(COSIGNED.startsWith(NOTE)).toBe(true);
    expect(verifyCheckpoint({ note: COSIGNED, vkey: VKEY })).toMatchObject({ size: 42 });
    expect(verifyCosignatures(COSIGNED, [COSIGNER_VKEY])).toEqual([
      { name: 'cosigner.example/1', time: TIME },
    ]);
  });

  it('sign the two header lines and the text', () => {
    // The same Ed25519 key over the message that the specification spells out.
    const [, line] = parseNote(COSIGNED).signatures;
    const message = `cosignature/v1\ntime ${TIME}\n${TEXT}`;
    const [expected] = parseNote(signNote(message, KEY)).signatures;
    expect(line?.signature.slice(8)).toEqual(expected?.signature);
    expect([...(line?.signature.slice(0, 8) ?? [])]).toEqual([0, 0, 0, 0, 0x6b, 3, 0x11, 0x80]);
  });

  it('of unknown keys are ignored, and of no key are none', () => {
    expect(verifyCosignatures(COSIGNED, [])).toEqual([]);
    expect(verifyCosignatures(NOTE, [COSIGNER_VKEY])).toEqual([]);
    const other = { ...COSIGNER, name: 'cosigner.example/2' };
    const twice = cosign(COSIGNED, other, TIME + 1);
    expect(verifyCosignatures(twice, [encodeVkey(verifierKeyOf(other))])).toEqual([
      { name: 'cosigner.example/2', time: TIME + 1 },
    ]);
  });

  it('fail over another checkpoint or at another time', () => {
    const larger = COSIGNED.replace('\n42\n', '\n43\n');
    expect(() => verifyCosignatures(larger, [COSIGNER_VKEY])).toThrow(
      refused('note.bad-signature'),
    );
    const [, line] = parseNote(COSIGNED).signatures;
    if (line === undefined) throw new Error('two signatures');
    const id = decodeHex(keyIdOf(verifierKeyOf(COSIGNER))) ?? [];
    for (let at = 0; at < 72; at += 1) {
      const changed = line.signature.with(at, (line.signature[at] ?? 0) ^ 1);
      const encoded = encodeBase64(Uint8Array.of(...id, ...changed));
      const note = `${NOTE}— cosigner.example/1 ${encoded}\n`;
      expect(() => verifyCosignatures(note, [COSIGNER_VKEY])).toThrow();
    }
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('are not made at %p', (time) => {
    expect(() => cosign(NOTE, COSIGNER, time)).toThrow(refused('cosignature.malformed'));
  });

  it('take only keys of their type, and only checkpoints', () => {
    expect(() => cosign(NOTE, KEY, TIME)).toThrow(refused('key.malformed'));
    expect(() => verifyCosignatures(COSIGNED, [VKEY])).toThrow(refused('key.malformed'));
    const letter = signNote('Dear inspector,\n', KEY);
    expect(() => cosign(letter, COSIGNER, TIME)).toThrow(refused('checkpoint.malformed'));
    expect(() => verifyCosignatures(letter, [])).toThrow(refused('checkpoint.malformed'));
  });
});
