import { describe, expect, it } from '@jest/globals';
import { encodeBase64, encodeUtf8 } from '../../src/evidence/bytes.js';
import { type CanonicalObject, encode } from '../../src/evidence/canonical.js';
import { verifyExport } from '../../src/evidence/log-verify.js';
import { atLine, MemoryFiles, ORIGIN, sampleLeaf, sampleLeaves } from './sample-log.js';

const SIZE = 600;

async function finding(files: MemoryFiles) {
  return (await verifyExport(files)).finding;
}

describe('a leaf that the key signed although it is wrong', () => {
  /** A log whose writer put these headers into line 300, and signed. */
  const signed = async (changes: CanonicalObject) =>
    finding(await MemoryFiles.of(sampleLeaves(SIZE, atLine(300, changes))));

  it.each([
    ['another number', { seq: 301 }, 'leaf.seq'],
    ['a number as text', { seq: '300' }, 'leaf.seq'],
    ['a negative number', { seq: -300 }, 'leaf.seq'],
    ['no number', { seq: null }, 'leaf.seq'],
    ['another log', { log: 'ledger.example/csl/site/7f3b' }, 'leaf.log'],
    ['the beginning of its log', { log: ORIGIN.slice(0, -1) }, 'leaf.log'],
    ['another predecessor', { prev: encodeBase64(new Uint8Array(32)) }, 'leaf.prev'],
    ['no predecessor', { prev: '' }, 'leaf.prev'],
    ['a predecessor that is null', { prev: null }, 'leaf.prev'],
  ])('with %s', async (_name, changes, code) => {
    expect(await signed(changes)).toMatchObject({ seq: 300, code });
  });

  it.each(['seq', 'log', 'prev'])('without %s', async (key) => {
    const leaves = sampleLeaves(3);
    const value = JSON.parse(new TextDecoder().decode(leaves[2])) as CanonicalObject;
    const rest = Object.entries(value).filter(([name]) => name !== key);
    const files = await MemoryFiles.of([...leaves.slice(0, 2), encode(Object.fromEntries(rest))]);
    expect(await finding(files)).toMatchObject({ seq: 2, code: `leaf.${key}` });
  });

  it.each([
    ['seq', 'sep'],
    ['log', 'loc'],
    ['prev', 'prew'],
  ])('with %s under another name, in the very same place', async (key, other) => {
    const leaves = sampleLeaves(3);
    // The last one: the body before it has members of the same names.
    const parts = new TextDecoder().decode(leaves[2]).split(`,"${key}":`);
    const renamed = `${parts.slice(0, -1).join(`,"${key}":`)},"${other}":${parts.at(-1) ?? ''}`;
    const files = await MemoryFiles.of([...leaves.slice(0, 2), encodeUtf8(renamed)]);
    expect(await finding(files)).toMatchObject({ seq: 2, code: `leaf.${key}` });
  });

  it('with a number whose characters add up to the right one', async () => {
    // "[" is 43 after "0" and "]" is 45: as if they were digits, 43 * 10 + 45.
    const leaves = sampleLeaves(476, atLine(475, { seq: [] }));
    expect(await finding(await MemoryFiles.of(leaves))).toMatchObject({
      seq: 475,
      code: 'leaf.seq',
    });
  });

  it('with a predecessor in the first line', async () => {
    const files = await MemoryFiles.of([sampleLeaf(0, encodeBase64(new Uint8Array(32)))]);
    expect(await finding(files)).toMatchObject({ seq: 0, code: 'leaf.prev' });
  });

  it.each([
    ['a space', (leaf: string) => leaf.replace(',', ', ')],
    ['keys out of order', (leaf: string) => leaf.replace(/^\{("at":"[^"]*"),(.*)\}$/, '{$2,$1}')],
    ['a duplicate key', (leaf: string) => leaf.replace('{"at"', '{"at":1,"at"')],
    ['two numbers', (leaf: string) => leaf.replace('"seq":2', '"seq":2,"seq":3')],
    ['an array around it', (leaf: string) => `[${leaf}]`],
    ['nothing in it', () => ''],
  ])('with %s', async (_name, change) => {
    const leaves = sampleLeaves(3);
    const text = new TextDecoder().decode(leaves[2]);
    expect(change(text)).not.toBe(text);
    const files = await MemoryFiles.of([...leaves.slice(0, 2), encodeUtf8(change(text))]);
    expect(await finding(files)).toMatchObject({ seq: 2, code: 'leaf.not-canonical' });
  });
});
