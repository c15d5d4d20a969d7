import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leafHash, verifyConsistency, verifyInclusion } from '../../../src/evidence/tree.js';
import { verifyProof } from '../../../src/evidence/proof.js';
import type { SignedHead } from '../../../src/ledger/checkpoints.js';
import { exportLedger } from '../../../src/ledger/export.js';
import { PublishedLog } from '../../../src/ledger/published-log.js';
import { freshDatabase, newFolder } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { Instance, RecordedClinic, SITE_ID } from './recorded-clinic.js';
import { Tampering } from './tampering.js';

/** More than one full tile. */
const INFUSIONS = 65;

let database: TestDatabase;
let instance: Instance;
let clinic: RecordedClinic;
let log: PublishedLog;
let head: SignedHead;

beforeAll(async () => {
  database = await freshDatabase();
  instance = await Instance.open(database.serviceUrl, await newFolder());
  clinic = await RecordedClinic.open(instance, INFUSIONS);
  log = new PublishedLog(instance.reader, instance.checkpoints);
  const signed = await instance.checkpoints.now(SITE_ID);
  if (signed === undefined) throw new Error('unsigned');
  head = signed;
});

afterAll(async () => {
  await clinic.close();
  await instance.close();
  await database.drop();
});

it('publishes byte for byte the tiles that an export writes', async () => {
  const folder = await newFolder();
  await exportLedger(instance, { ledger: SITE_ID, folder, personal: 'left-out' });
  const found = await readdir(join(folder, 'tile'), { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile());
  expect(files.length).toBeGreaterThan(4);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const bytes = await log.tile(SITE_ID, path.slice(folder.length + 1));
    expect(Buffer.from(bytes ?? []).equals(await readFile(path))).toBe(true);
  }
});

it('publishes full tiles in any width, and nothing that is not signed', async () => {
  expect((await log.tile(SITE_ID, 'tile/0/000.p/17'))?.length).toBe(17 * 32);
  const unsigned = `tile/0/001.p/${head.size - 256 + 1}`;
  await clinic.moreAt(SITE_ID, 1);
  expect(await log.tile(SITE_ID, unsigned)).toBeUndefined();
  await instance.checkpoints.now(SITE_ID);
  expect((await log.tile(SITE_ID, unsigned))?.length).toBe((head.size - 255) * 32);
});

it('proves every line against the signed root', async () => {
  const { size, root, vkey } = head;
  for await (const { seq, leaf } of instance.reader.leaves(SITE_ID, { from: 0, to: size })) {
    const own = leafHash(leaf);
    const proof = await log.inclusion(SITE_ID, { line: seq, size });
    const claim = { index: seq, size, leafHash: own, proof: proof?.hashes ?? [], root };
    expect(verifyInclusion(claim)).toBe(true);
    const text = (await log.proof(SITE_ID, seq)) ?? '';
    expect(verifyProof({ text, leafHash: own, vkey }).index).toBe(seq);
  }
});

it('proves that the ledger continues each of its earlier sizes', async () => {
  const { size: to, root: toRoot } = head;
  for (let from = 0; from <= to; from += 7) {
    const proof = await log.consistency(SITE_ID, { from, to });
    const fromRoot = proof?.fromRoot ?? new Uint8Array();
    const claim = { from, to, fromRoot, toRoot, proof: proof?.hashes ?? [] };
    expect(verifyConsistency(claim)).toBe(true);
  }
});

it('signs a line first that was just recorded, and then proves it', async () => {
  await clinic.moreAt(SITE_ID, 1);
  const size = (await instance.reader.head(SITE_ID))?.size ?? 0;
  const leaf = await instance.reader.leaf(SITE_ID, size - 1);
  const text = (await log.proof(SITE_ID, size - 1)) ?? '';
  const own = leafHash(leaf?.leaf ?? new Uint8Array());
  expect(verifyProof({ text, leafHash: own, vkey: head.vkey }).checkpoint.size).toBe(size);
  expect(await log.proof(SITE_ID, size)).toBeUndefined();
});

it('hands out no proof that would not verify', async () => {
  const owner = await Tampering.as(database.superuserUrl);
  await owner.run(`UPDATE ledger.subtree SET hash = sha256('rot') WHERE ledger_id = $1`, [SITE_ID]);
  await owner.end();
  await expect(log.proof(SITE_ID, head.size - 1)).rejects.toThrow('run "countersign verify"');
  const across = { from: 256, to: head.size };
  await expect(log.consistency(SITE_ID, across)).rejects.toThrow('run "countersign verify"');
});
