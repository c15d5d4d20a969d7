import { describe, expect, it } from '@jest/globals';
import { EvidenceError } from '../../src/evidence/error.js';
import { newSeed } from '../../src/evidence/hash.js';
import {
  COSIGNATURE_V1,
  ED25519,
  encodeSigningKey,
  encodeVkey,
  isSameKey,
  keyIdOf,
  MAX_SIGNATURES,
  openNote,
  parseNote,
  parseSigningKey,
  parseVkey,
  signNote,
  verifierKeyOf,
} from '../../src/evidence/note.js';
import { unnoticedFlips, unnoticedLengths } from './damage.js';

// The example of Go's golang.org/x/mod/sumdb/note.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_PRIVATE =
  'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const NOTE = `${TEXT}\n${PETER_LINE}`;

// The example of c2sp.org/signed-note.
const EXAMPLE_VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const peter = parseVkey(PETER);
const refused = (code: string) => expect.objectContaining({ name: 'EvidenceError', code });

describe('verifier keys', () => {
  it.each([PETER, ENOCH, EXAMPLE_VKEY])('reads and writes %s', (vkey) => {
    expect(encodeVkey(parseVkey(vkey))).toBe(vkey);
  });

  it('computes the key id of the published key', () => {
    expect(keyIdOf(peter)).toBe('c74f20a3');
    expect(peter).toMatchObject({ name: 'PeterNeumann', type: ED25519 });
  });

  it('refuses every part of a key text', () => {
    for (let from = 0; from <= PETER.length; from += 1) {
      for (let to = from; to <= PETER.length; to += 1) {
        if (from === 0 && to === PETER.length) continue;
        expect(() => parseVkey(PETER.slice(from, to))).toThrow(EvidenceError);
      }
    }
  });

  it('refuses a key text with any one character changed', () => {
    for (let at = 0; at < PETER.length; at += 1) {
      for (const by of [1, -1]) {
        const changed = String.fromCharCode(PETER.charCodeAt(at) + by);
        const text = PETER.slice(0, at) + changed + PETER.slice(at + 1);
        expect(() => parseVkey(text)).toThrow(EvidenceError);
      }
    }
  });

  it.each([
    [
      'of another length, with its own key id',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    [
      'of an unknown type, with its own key id',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ],
    ['with an upper-case key id', PETER.replace('c74f20a3', 'C74F20A3')],
    ['with a line feed after it', `${PETER}\n`],
  ])('refuses a key %s', (_name, text) => {
    expect(() => parseVkey(text)).toThrow(refused('key.malformed'));
  });

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb', '\ud800'])('refuses the name %p', (name) => {
    const key = { ...peter, name };
    expect(() => encodeVkey(key)).toThrow(refused('key.malformed'));
    const signing = { name, type: ED25519, seed: newSeed() } as const;
    expect(() => signNote(TEXT, signing)).toThrow(refused('key.malformed'));
    expect(() => encodeSigningKey(signing)).toThrow(refused('key.malformed'));
  });

  it('tells one key from another by name, type and key', () => {
    expect(isSameKey(peter, parseVkey(PETER))).toBe(true);
    expect(isSameKey(peter, parseVkey(ENOCH))).toBe(false);
    expect(isSameKey(peter, { ...peter, name: 'Peter' })).toBe(false);
    expect(isSameKey(peter, { ...peter, type: COSIGNATURE_V1 })).toBe(false);
    const changed = peter.publicKey.with(31, (peter.publicKey[31] ?? 0) ^ 1);
    expect(isSameKey(peter, { ...peter, publicKey: changed })).toBe(false);
  });
});

describe('signing keys', () => {
  it('reads and writes the published private key', () => {
    const key = parseSigningKey(PETER_PRIVATE);
    expect(encodeSigningKey(key)).toBe(PETER_PRIVATE);
    expect(encodeVkey(verifierKeyOf(key))).toBe(PETER);
  });

  it('refuses every part of a private key text, and repeats none of it', () => {
    const secret = PETER_PRIVATE.slice(-20);
    for (let from = 0; from < PETER_PRIVATE.length; from += 1) {
      for (const text of [PETER_PRIVATE.slice(from + 1), PETER_PRIVATE.slice(0, from)]) {
        const attempt = () => parseSigningKey(text);
        expect(attempt).toThrow(EvidenceError);
        expect(attempt).not.toThrow(secret);
        expect(attempt).not.toThrow('AYEKFALVFGyN');
      }
    }
  });

  it('makes keys that differ', () => {
    expect(newSeed()).not.toEqual(newSeed());
    expect(newSeed()).toHaveLength(32);
  });
});

describe('signed notes', () => {
  it('signs the published text as published', () => {
    expect(signNote(TEXT, parseSigningKey(PETER_PRIVATE))).toBe(NOTE);
  });

  it('opens the published notes', () => {
    expect(openNote(NOTE, peter)).toBe(TEXT);
    expect(openNote(EXAMPLE_NOTE, parseVkey(EXAMPLE_VKEY))).toBe('This is an example message.\n');
  });

  it('opens a note with two signatures for either key', () => {
    const both = `${TEXT}\n${PETER_LINE}${ENOCH_LINE}`;
    expect(openNote(both, peter)).toBe(TEXT);
    expect(openNote(both, parseVkey(ENOCH))).toBe(TEXT);
    expect(parseNote(both).signatures.map(({ name, keyId }) => `${name} ${keyId}`)).toEqual([
      'PeterNeumann c74f20a3',
      'EnochRoot af0cfe78',
    ]);
  });

  it('keeps empty lines in the text, which ends at the last one', () => {
    const key = parseSigningKey(PETER_PRIVATE);
    const text = 'one\n\n\ntwo\n\n';
    expect(openNote(signNote(text, key), peter)).toBe(text);
  });

  it('ignores lines of unknown keys, even with a known name or a known key id', () => {
    const otherId = PETER_LINE.replace('x08go', 'x08gp');
    const otherName = PETER_LINE.replace('PeterNeumann', 'CarmenSandiego');
    const unknownType = '— PeterNeumann AAAAAP//////////////////////////////////\n';
    expect(openNote(NOTE + otherId + otherName + unknownType + ENOCH_LINE, peter)).toBe(TEXT);
    for (const line of [otherId, otherName, unknownType, ENOCH_LINE]) {
      expect(() => openNote(`${TEXT}\n${line}`, peter)).toThrow(refused('note.unknown-signers'));
    }
  });

  it('refuses a note with a false line of a known key beside a true one', () => {
    const forged = PETER_LINE.replace('x08go/ZJ', 'x08go/ZK');
    expect(() => openNote(NOTE + forged, peter)).toThrow(refused('note.bad-signature'));
    expect(() => openNote(`${TEXT}\n${forged}${PETER_LINE}`, peter)).toThrow(
      refused('note.bad-signature'),
    );
  });

  it('refuses a signature of another length', () => {
    const long = `${PETER_LINE.slice(0, 60)}ABCD${PETER_LINE.slice(60)}`;
    const short = PETER_LINE.slice(0, 60) + PETER_LINE.slice(64);
    for (const line of [long, short]) {
      expect(() => openNote(`${TEXT}\n${line}`, peter)).toThrow(refused('note.bad-signature'));
    }
  });

  it('refuses a signature over another text', () => {
    expect(() => openNote(NOTE.replace('answer', 'Answer'), peter)).toThrow(
      refused('note.bad-signature'),
    );
  });

  it.each([
    ['no signature', TEXT],
    ['no line after the blank one', `${TEXT}\n`],
    ['no line feed at its end', NOTE.slice(0, -1)],
    ['a control character in the text', `\u0001${NOTE}`],
    ['a control character in a signature', NOTE.replace('— Peter', '—\tPeter')],
    ['a carriage return', NOTE.replaceAll('\n', '\r\n')],
    ['half a surrogate pair', `\ud800${NOTE}`],
    ['a space in a key name', NOTE.replace('PeterNeumann', 'Peter Neumann')],
    ['a plus in a key name', NOTE.replace('PeterNeumann', 'Peter+Neumann')],
    ['an empty key name', NOTE.replace('PeterNeumann', '')],
    ['a line that is not a signature', `${NOTE}Unexpected line.\n`],
    ['a hyphen for the dash', NOTE.replace('—', '-')],
    ['a signature of only a key id', `${TEXT}\n— PeterNeumann x08gow==\n`],
    ['base64 without its padding', NOTE.replace('=\n', '\n')],
    ['base64 with bits under its padding', NOTE.replace('JnAM=', 'JnAN=')],
    ['a space after the signature', NOTE.replace('=\n', '= \n')],
    ['nothing', ''],
    ['too many signatures', NOTE + ENOCH_LINE.repeat(MAX_SIGNATURES)],
    ['more than a note may have', `${'x'.repeat(1_000_000)}${NOTE}`],
  ])('refuses a note with %s', (_name, note) => {
    expect(() => parseNote(note)).toThrow(refused('note.malformed'));
    expect(() => openNote(note, peter)).toThrow(refused('note.malformed'));
  });

  it('accepts as many signatures as the limit', () => {
    expect(openNote(NOTE + ENOCH_LINE.repeat(MAX_SIGNATURES - 1), peter)).toBe(TEXT);
  });

  it.each(['', 'no line feed', 'a\tb\n', '\ud800\n'])('refuses to sign %p', (text) => {
    expect(() => signNote(text, parseSigningKey(PETER_PRIVATE))).toThrow(refused('note.malformed'));
  });

  it("neither signs nor opens with a cosigner's key", () => {
    const key = { ...parseSigningKey(PETER_PRIVATE), type: COSIGNATURE_V1 } as const;
    expect(() => signNote(TEXT, key)).toThrow(refused('key.malformed'));
    expect(() => openNote(NOTE, { ...peter, type: COSIGNATURE_V1 })).toThrow(
      refused('key.malformed'),
    );
  });

  it('fails for every flipped bit, and every character more or less, of the signed example', () => {
    const open = (note: string) => openNote(note, peter);
    expect(unnoticedFlips(NOTE, open)).toEqual([]);
    expect(unnoticedLengths(NOTE, open)).toEqual([]);
  });
});
