import fc from 'fast-check';
import type { Kind } from '../../../src/domain/request.js';
import { encode } from '../../../src/evidence/canonical.js';
import type { Canonical } from '../../../src/evidence/canonical.js';
import { isObject, LeafError } from '../../../src/ledger/leaf/codec.js';
import { BODIES_V1 } from '../../../src/ledger/leaf/kinds.js';
import { decodeLeaf, encodeLeaf } from '../../../src/ledger/leaf/leaf.js';
import { cellV1 } from '../../../src/ledger/leaf/states/folded.v1.js';
import { arbitraryLeaf, arbitraryOf } from './arbitrary-leaf.js';

const KINDS = Object.keys(BODIES_V1) as Kind[];
/** Leaves of each kind; more of them with RUNS. */
const RUNS = Number(process.env['RUNS'] ?? 8);

type Json = { readonly [key: string]: Canonical };

describe.each(KINDS)('a leaf of kind %s', (kind) => {
  it('comes back as it was written, byte for byte and value for value', () => {
    fc.assert(
      fc.property(arbitraryLeaf(kind), (json) => {
        const bytes = encode(json);
        const entry = decodeLeaf(bytes);
        expect(encodeLeaf(entry)).toEqual(bytes);
        expect(decodeLeaf(encodeLeaf(entry))).toEqual(entry);
        // What a stranger's parser reads in the envelope is what the entry says, whatever stands in the texts.
        const parsed = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
        expect([parsed['seq'], parsed['id'], parsed['kind'], parsed['log'], parsed['at']]).toEqual([
          entry.seq,
          entry.id,
          kind,
          entry.log,
          entry.recordedAt,
        ]);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it('is refused with anything more, anything less, or another spelling of nothing', () => {
    fc.assert(
      fc.property(arbitraryLeaf(kind), fc.nat(), (json, pick) => {
        for (const damaged of damages(json, pick))
          expect(() => decodeLeaf(encode(damaged))).toThrow(LeafError);
      }),
      { numRuns: RUNS / 4, seed: 2 },
    );
  });
});

/** The leaf with one header key, or one key of the request, taken away, added or emptied. */
function damages(json: Json, pick: number): readonly Json[] {
  const body = json['body'];
  if (body === undefined || !isObject(body)) throw new Error('a leaf has a body');
  const request = body['request'];
  if (request === undefined || !isObject(request)) throw new Error('a body has a request');
  const keys = Object.keys(json);
  const key = keys[pick % keys.length] ?? '';
  const without = Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
  const asked = (changed: Json): Json => ({ ...json, body: { ...body, request: changed } });
  const rest = Object.fromEntries(Object.entries(request).filter(([name]) => name !== 'posture'));
  return [
    without,
    { ...json, more: 1 },
    { ...json, [key]: null },
    { ...json, body: { ...body, more: 1 } },
    asked(rest),
    asked({ ...request, more: 1 }),
    asked({ ...request, reason: null }),
    asked({ ...request, confirmed: [] }),
    { ...json, v: 99 },
    { ...json, kind: 'toString' },
  ];
}

it('reads back every cell of the stored book', () => {
  fc.assert(
    fc.property(arbitraryOf(cellV1.shape), (json) => {
      expect(encode(cellV1.encode(cellV1.decode(json)))).toEqual(encode(json));
    }),
    { numRuns: 300, seed: 3 },
  );
});

it('says where a leaf is wrong', () => {
  const [json] = fc.sample(arbitraryLeaf('draw'), { numRuns: 1, seed: 4 });
  if (json === undefined) throw new Error('no sample');
  const body = {
    effects: {},
    request: { posture: 'done', order: '1', lines: [{ container: '1-1' }] },
  };
  expect(() => decodeLeaf(encode({ ...json, body }))).toThrow(
    '/body/request/lines/0/quantity: is missing',
  );
  const scale = [{ container: '1-1', quantity: '1.00' }];
  const rounded = { effects: {}, request: { posture: 'done', order: '1', lines: scale } };
  expect(() => decodeLeaf(encode({ ...json, body: rounded }))).toThrow(
    /lines\/0\/quantity: expected decimal text with 3 places.*, found "1.00"/,
  );
});
