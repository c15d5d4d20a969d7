import { randomUUID } from 'node:crypto';
import { asId } from '../../src/domain/ids.js';
import type { ContainerId, OrderId } from '../../src/domain/ids.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { quantity } from '../../src/domain/measures/quantity.js';
import { decodeBase64 } from '../../src/evidence/bytes.js';
import { proveInclusion } from '../../src/evidence/tree-prover.js';
import { decodeEdge, leafHash, rootOf, verifyInclusion } from '../../src/evidence/tree.js';
import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { ORGANISATION, SITE } from './clinic.js';
import { openHarness } from './harness.js';
import type { Harness } from './harness.js';

let harness: Harness;
let reader: LedgerReader;
let vials: readonly ContainerId[];
let order: OrderId;
beforeAll(async () => {
  harness = await openHarness();
  reader = new LedgerReader(harness.pool, harness.keyring);
  vials = await harness.clinic.receive(3);
  order = await harness.clinic.order();
  for (const vial of [...vials, ...vials]) await harness.clinic.draw(order, vial);
});
afterAll(async () => {
  await harness.check();
  await harness.close();
});

/** Lines: 0 opened, 1 inventory, 2 receipt, 3 order, 4 to 9 draws. */
const SIZE = 10;

it('tells heads', async () => {
  expect(await reader.head(SITE)).toMatchObject({ scope: 'site', clock: 'real', size: SIZE });
  expect((await reader.heads()).map(({ ledger }) => ledger)).toEqual([ORGANISATION, SITE]);
  expect(await reader.head(asId('nowhere00000'))).toBeUndefined();
});

it('finds an entry by its line and by its id, with the balances after each movement', async () => {
  const found = await reader.entry(SITE, 4);
  expect(found?.entry).toMatchObject({ seq: 4, kind: 'draw', performer: 'person-1' });
  expect(found?.balances).toEqual([{ from: 9000n, to: 1000n, onHand: 29_000n }]);
  expect(await reader.entryById(SITE, found?.entry.id ?? asId(''))).toEqual(found);
  expect(await reader.entry(SITE, SIZE)).toBeUndefined();
  expect(await reader.entryById(SITE, asId(randomUUID()))).toBeUndefined();
  expect(await reader.entryById(SITE, asId('4'))).toBeUndefined();
});

it('turns pages in both directions, by kind and by date', async () => {
  const lines = async (filter: Parameters<LedgerReader['entries']>[1]) =>
    (await reader.entries(SITE, filter)).map(({ entry }) => entry.seq);
  expect(await lines({ limit: 3 })).toEqual([0, 1, 2]);
  expect(await lines({ from: 3, limit: 3 })).toEqual([3, 4, 5]);
  expect(await lines({ limit: 3, order: 'newest' })).toEqual([9, 8, 7]);
  expect(await lines({ to: 7, limit: 2, order: 'newest' })).toEqual([6, 5]);
  expect(await lines({ kinds: ['receipt', 'infusion-order'], limit: 10 })).toEqual([2, 3]);
  expect(await lines({ limit: 4, to: 2, order: 'newest' })).toEqual([1, 0]);
  expect(await lines({ limit: 50, order: 'newest' })).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  const drawsAndReceipts = { kinds: ['receipt', 'draw'], order: 'newest' } as const;
  expect(await lines({ ...drawsAndReceipts, limit: 3 })).toEqual([9, 8, 7]);
  expect(await lines({ ...drawsAndReceipts, limit: 9, from: 2, to: 5 })).toEqual([4, 2]);
  const draws = await reader.entries(SITE, { kinds: ['draw'], limit: 1 });
  const day = draws[0]?.entry.businessDate ?? businessDate('2026-01-01');
  expect(await lines({ firstDate: day, lastDate: day, limit: 99 })).toContain(9);
  expect(await lines({ lastDate: businessDate('2020-01-01'), limit: 99 })).toEqual([]);
});

it('streams every leaf, and they are what the tree is made of', async () => {
  const head = await reader.head(SITE);
  if (head === undefined) throw new Error('no head');
  const seen: number[] = [];
  for await (const { seq, leaf, leafHash: stored } of reader.leaves(SITE, {
    from: 0,
    to: head.size,
  })) {
    expect(Buffer.from(leafHash(leaf))).toEqual(stored);
    seen.push(seq);
  }
  expect(seen).toEqual(Array.from({ length: SIZE }, (_, i) => i));
  const root = rootOf(decodeEdge(head.size, head.edge));
  const proof = await proveInclusion(5, head.size, reader.subtrees(SITE));
  const leaf = await reader.leaf(SITE, 5);
  const claim = {
    index: 5,
    size: head.size,
    leafHash: leaf?.leafHash ?? new Uint8Array(0),
    proof,
    root,
  };
  expect(verifyInclusion(claim)).toBe(true);
  const beyond = reader.leaves(SITE, { from: 0, to: head.size + 1 });
  const drain = async (): Promise<void> => {
    for await (const { seq } of beyond) expect(seq).toBeLessThan(head.size);
  };
  await expect(drain()).rejects.toThrow('is missing');
});

it('follows an item and a container through the lines', async () => {
  const item = asId('ketamine 50 mg/mL injection, 10 mL');
  const moved = await reader.movements(SITE, { item }, { limit: 100 });
  expect(moved.map(({ seq, part }) => [seq, part])).toEqual([
    [2, 0],
    [2, 1],
    [2, 2],
    ...[4, 5, 6, 7, 8, 9].map((seq) => [seq, 0]),
  ]);
  expect(moved.at(-1)?.after.onHand).toBe(24_000n);
  const account = `container:${vials[0] ?? ''}` as const;
  const own = await reader.movements(SITE, { account }, { from: 3, limit: 1 });
  expect(own).toMatchObject([{ seq: 4, movement: { from: account, quantity: quantity(1000) } }]);
});

it('reads the book by noun, page by page', async () => {
  const page = await reader.cells(SITE, 'container', { limit: 2 });
  expect(page.map(({ id }) => id)).toEqual(['2-1', '2-2']);
  const rest = await reader.cells(SITE, 'container', { after: '2-2', limit: 2 });
  expect(rest.map(({ id }) => id)).toEqual(['2-3']);
  const account = await reader.cell(SITE, 'account', 'container:2-1');
  expect(account).toMatchObject({ quantity: 8000n, line: 7 });
  expect(await reader.cell(SITE, 'account', 'container:2-9')).toBeUndefined();
  expect((await reader.cell(SITE, 'order', order))?.draws).toHaveLength(6);
});

it('opens personal fields of the entries asked for, and of no others', async () => {
  const entry = (await reader.entry(SITE, 3))?.entry;
  const opened = await reader.personal(SITE, [entry?.id ?? asId('')]);
  const fields = opened.get(entry?.id ?? asId('')) ?? [];
  expect(fields.map(({ field, value }) => [field, value])).toEqual([
    ['patient.address', '1 Main Street, Springfield'],
    ['patient.name', 'Carla Cruz'],
    ['patient.weight_g', '70000'],
  ]);
  expect(fields.every(({ salt }) => salt.length === 32)).toBe(true);
  expect((await reader.personal(SITE, [])).size).toBe(0);
  const { rows } = await harness.pool.query<{ sizes: number[] }>(
    `SELECT array_agg(DISTINCT length(sealed)) AS sizes FROM ledger.confidential WHERE ledger_id = $1`,
    [SITE],
  );
  // Nonce, tag, and 64 bytes, whatever the length of the value.
  expect(rows[0]?.sizes).toEqual([12 + 64 + 16]);
  expect(decodeBase64(entry?.commitments[0]?.commitment ?? '')).toHaveLength(32);
});

it('stores the hashes of complete subtrees as a ledger grows past 256 lines', async () => {
  const { clinic } = harness;
  const more = Array.from({ length: 300 }, (_, i) =>
    clinic.draw(order, vials[i % 3] ?? asId(''), { quantity: quantity(1) }),
  );
  for (const answer of await Promise.all(more)) expect(answer.outcome).toBe('recorded');
  const head = await reader.head(SITE);
  if (head === undefined) throw new Error('no head');
  const root = rootOf(decodeEdge(head.size, head.edge));
  for (const index of [0, 255, 256, head.size - 1]) {
    const proof = await proveInclusion(index, head.size, reader.subtrees(SITE));
    const leaf = await reader.leaf(SITE, index);
    const hash = leaf?.leafHash ?? new Uint8Array(0);
    expect(verifyInclusion({ index, size: head.size, leafHash: hash, proof, root })).toBe(true);
  }
});
