import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId } from '../../../src/domain/ids.js';
import type { LedgerId } from '../../../src/domain/ids.js';
import { verifyConsistency } from '../../../src/evidence/tree.js';
import { proveConsistency } from '../../../src/evidence/tree-prover.js';
import { CheckpointUnavailable, Checkpoints } from '../../../src/ledger/checkpoints.js';
import { SignerRefusal } from '../../../src/ledger/signer-reading.js';
import { freshDatabase, newFolder } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { Instance, ORGANISATION_ID, RecordedClinic } from './recorded-clinic.js';
import { Tampering } from './tampering.js';

const INFUSIONS = 2;

let database: TestDatabase;
let dataFolder: string;
let instance: Instance;
let clinic: RecordedClinic;
let owner: Tampering;
let sites = 1;

beforeAll(async () => {
  database = await freshDatabase();
  dataFolder = await newFolder();
  instance = await Instance.open(database.serviceUrl, dataFolder);
  clinic = await RecordedClinic.open(instance, 0);
  owner = await Tampering.as(database.superuserUrl);
});

afterAll(async () => {
  await owner.end();
  await clinic.close();
  await instance.close();
  await database.drop();
});

/** A site of its own for each test, signed as far as it goes. */
async function signedSite(): Promise<{ readonly site: LedgerId; readonly size: number }> {
  sites += 1;
  const site: LedgerId = asId(`site${String(sites).padStart(8, '0')}`);
  await clinic.anotherSite(site, INFUSIONS);
  const head = await instance.checkpoints.now(site);
  if (head === undefined) throw new Error('the site has no line');
  return { site, size: head.size };
}

async function refusal(signing: Promise<unknown>): Promise<SignerRefusal> {
  const error = await signing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const refused = error instanceof CheckpointUnavailable ? error.cause : error;
  if (refused instanceof SignerRefusal) return refused;
  throw new Error(`expected a refusal, found ${String(error)}`);
}

const noteOf = async (site: LedgerId): Promise<string | undefined> =>
  (await instance.checkpoints.latest(site))?.note;

describe('what is signed', () => {
  it('continues what was signed before', async () => {
    const { site, size } = await signedSite();
    const before = await instance.checkpoints.latest(site);
    await clinic.moreAt(site, 1);
    const after = await instance.checkpoints.now(site);
    if (before === undefined || after === undefined) throw new Error('unsigned');
    expect(after.size).toBeGreaterThan(size);
    const reader = instance.reader.subtrees(site);
    const proof = await proveConsistency(before.size, after.size, reader);
    const roots = { fromRoot: before.root, toRoot: after.root };
    expect(verifyConsistency({ from: size, to: after.size, ...roots, proof })).toBe(true);
  });

  it('is the same note each time, timed by the last line under it', async () => {
    const { site } = await signedSite();
    const first = await instance.checkpoints.now(site);
    const second = await instance.checkpoints.now(site);
    expect(second).toEqual(first);
    const last = await instance.reader.entry(site, (first?.size ?? 0) - 1);
    expect(first?.recordedAt).toBe(last?.entry.recordedAt);
  });

  it('is signed by itself soon after it is recorded', async () => {
    const { site } = await signedSite();
    const signing = new Checkpoints(instance);
    signing.start();
    await clinic.moreAt(site, 1);
    const head = await instance.reader.head(site);
    let size = 0;
    for (let tries = 0; tries < 100 && size !== head?.size; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      size = (await instance.checkpoints.latest(site))?.size ?? 0;
    }
    await signing.stop();
    expect(size).toBe(head?.size);
  });
});

describe('a rewritten past', () => {
  it('refuses a changed line with every hash after it made to fit, and names its place', async () => {
    const { site, size } = await signedSite();
    await owner.rewriteFrom(site, 3, (leaf) => {
      leaf['biz'] = '2026-01-01';
    });
    const refused = await refusal(instance.signer.sign(site));
    expect(refused.line).toBeLessThanOrEqual(3);
    expect(refused.what).toMatch(/^lines 0 to \d+ are not those that were signed$/);
    await clinic.moreAt(site, 1).catch(() => undefined);
    await refusal(instance.checkpoints.now(site));
    expect((await instance.checkpoints.latest(site))?.size).toBe(size);
  });

  it('refuses lines that were taken from the end', async () => {
    const { site, size } = await signedSite();
    await owner.cutTo(site, size - 2);
    const refused = await refusal(instance.signer.sign(site));
    expect(refused.line).toBe(size - 2);
  });

  it('refuses an older state that was restored and then written on', async () => {
    const { site, size } = await signedSite();
    const before = await noteOf(site);
    const restore = await owner.backup(site);
    await clinic.moreAt(site, 1);
    await instance.checkpoints.now(site);
    await restore();
    expect(await refusal(instance.checkpoints.now(site))).toMatchObject({ line: size });
    await clinic.moreAt(site, 2);
    const refused = await refusal(instance.checkpoints.now(site));
    expect(refused.what).toMatch(/does not follow|are not those that were signed/);
    expect(await noteOf(site)).toBe(before);
  });

  it('refuses a ledger that was wiped', async () => {
    const { site, size } = await signedSite();
    await owner.wipe(site);
    const refused = await refusal(instance.checkpoints.now(site));
    expect(refused.what).toBe(`it ends at 0, and ${size} lines were signed`);
  });

  it('refuses new lines that do not follow the signed ones', async () => {
    const { site, size } = await signedSite();
    await clinic.moreAt(site, 1);
    await owner.editLeaf(site, size, (leaf) => {
      leaf['prev'] = Buffer.alloc(32).toString('base64');
    });
    const refused = await refusal(instance.signer.sign(site));
    expect(refused).toMatchObject({
      line: size,
      what: 'its leaf does not follow the line before it',
    });
  });

  it.each([
    ['another number', { seq: 1 }, /says that it is line 1/],
    ['another ledger', { log: 'clinic.invalid/csl/site/other' }, /belongs to/],
    ['a wrong clock mark', { clk: 'ok' }, /clock mark/],
    ['a word too much', { note: 'x' }, /cannot be read/],
  ])('refuses a new line with %s', async (_, change, what) => {
    const { site, size } = await signedSite();
    await clinic.moreAt(site, 1);
    await owner.editLeaf(site, size, (leaf) => Object.assign(leaf, change));
    const refused = await refusal(instance.signer.sign(site));
    expect(refused).toMatchObject({ ledger: site, line: size });
    expect(refused.what).toMatch(what);
  });
});

describe('a hash that went bad', () => {
  it('is found in a new line', async () => {
    const { site, size } = await signedSite();
    await clinic.moreAt(site, 1);
    await owner.run(
      `UPDATE ledger.entry SET leaf_hash = sha256('rot') WHERE ledger_id = $1 AND seq = $2`,
      [site, size + 1],
    );
    expect((await refusal(instance.signer.sign(site))).line).toBe(size + 1);
  });

  it.each([
    ['the edge', `edge = overlay(edge PLACING '\\x00ff'::bytea FROM 5)`],
    ['the last hash', `last_hash = sha256('rot')`],
    ['the last time', `last_at = last_at + interval '1 second'`],
  ])('is found in %s of the head', async (_, change) => {
    const { site, size } = await signedSite();
    await owner.run(`UPDATE ledger.head SET ${change} WHERE ledger_id = $1`, [site]);
    expect(await refusal(instance.signer.sign(site))).toMatchObject({ line: size - 1 });
  });

  it('is found in a stored subtree', async () => {
    const { site } = await signedSite();
    await clinic.moreAt(site, 60);
    await owner.run(
      `UPDATE ledger.subtree SET hash = sha256('rot') WHERE ledger_id = $1 AND level = 1`,
      [site],
    );
    expect((await refusal(instance.signer.sign(site))).what).toContain('subtree 0 of level 1');
  });
});

describe('a crash', () => {
  it('after remembering and before signing is made good by signing the same', async () => {
    const { site, size } = await signedSite();
    const note = await noteOf(site);
    await owner.run('DELETE FROM ledger.checkpoint WHERE ledger_id = $1 AND size = $2', [
      site,
      size,
    ]);
    await instance.signer.sign(site);
    expect(await noteOf(site)).toBe(note);
  });

  it('after remembering and before signing leaves no room for another history', async () => {
    const { site, size } = await signedSite();
    await owner.run('DELETE FROM ledger.checkpoint WHERE ledger_id = $1 AND size = $2', [
      site,
      size,
    ]);
    await owner.rewriteFrom(site, size - 1, (leaf) => {
      leaf['biz'] = '2026-01-01';
    });
    await refusal(instance.signer.sign(site));
    expect(await noteOf(site)).toBeUndefined();
  });

  it('before remembering is made good by reading again', async () => {
    const { site } = await signedSite();
    const path = join(dataFolder, 'signer', `${site}.json`);
    const remembered = await readFile(path, 'utf8');
    await clinic.moreAt(site, 1);
    const head = await instance.checkpoints.now(site);
    await writeFile(path, remembered);
    await instance.signer.sign(site);
    expect(await noteOf(site)).toBe(head?.note);
  });

  it('that tears the memory stops the signer', async () => {
    const { site } = await signedSite();
    await writeFile(join(dataFolder, 'signer', `${site}.json`), '{"version":1,"origin":"x"');
    await expect(instance.signer.sign(site)).rejects.toThrow('cannot read its memory');
    await writeFile(join(dataFolder, 'signer', `${site}.json`), '{"version":2}');
    await expect(instance.signer.sign(site)).rejects.toThrow('cannot read its memory');
  });
});

describe('two instances', () => {
  it('with one data folder each: the one without key waits for the one that signs', async () => {
    const { site } = await signedSite();
    const other = await Instance.open(database.serviceUrl, await newFolder());
    await clinic.moreAt(site, 1);
    const signing = new Checkpoints(instance);
    signing.start();
    const ours = await other.checkpoints.now(site);
    await signing.stop();
    expect(ours).toEqual(await instance.checkpoints.now(site));
    await other.close();
  });

  it('with a copy of key and memory: one signs, and the other only once the first is gone', async () => {
    const { site } = await signedSite();
    const first = await Instance.open(database.serviceUrl, await copyOf(dataFolder));
    expect(await first.signer.sign(site)).toBe(false);
    await instance.lease.release();
    expect(await first.signer.sign(site)).toBe(true);
    await first.close();
    await reopen();
    expect(await instance.signer.sign(site)).toBe(true);
  });

  it('refuses a history that differs from a checkpoint which the other has signed', async () => {
    const { site, size } = await signedSite();
    const copy = await copyOf(dataFolder);
    await clinic.moreAt(site, 1);
    const head = await instance.checkpoints.now(site);
    await owner.rewriteFrom(site, size + 1, (leaf) => {
      leaf['biz'] = '2026-01-01';
    });
    await instance.lease.release();
    const other = await Instance.open(database.serviceUrl, copy);
    const refused = await refusal(other.signer.sign(site));
    expect(refused).toMatchObject({ line: (head?.size ?? 0) - 1 });
    expect(refused.what).toContain('are not those of the checkpoint signed then');
    await other.close();
    await reopen();
  });
});

describe('an instance without memory', () => {
  it('never signs a ledger that has lines, until an operator vouches for it', async () => {
    const { site, size } = await signedSite();
    await clinic.moreAt(site, 1);
    await reopen('signer');
    expect(await instance.signer.standing(site)).toBe('lacks-memory');
    await refusal(instance.signer.sign(site));
    expect(await instance.signer.adopt(site, () => false)).toBe(false);
    await refusal(instance.signer.sign(site));
    const seen: number[] = [];
    const adopted = await instance.signer.adopt(site, (adoption) => {
      seen.push(adoption.size);
      return adoption.size > size;
    });
    expect(adopted).toBe(true);
    expect((await instance.checkpoints.now(site))?.size).toBe(seen[0]);
    expect((await instance.memory.recall(site))?.since).toBe(seen[0]);
    expect((await refusal(instance.signer.adopt(site, () => true))).what).toContain('remembers');
    await instance.signer.adopt(ORGANISATION_ID, () => true);
  });

  it('does not adopt a ledger that is shorter than a checkpoint of it', async () => {
    const { site, size } = await signedSite();
    const note = await noteOf(site);
    await owner.cutTo(site, size - 1);
    await owner.run('INSERT INTO ledger.checkpoint VALUES ($1, $2, $3)', [site, size, note]);
    await reopen('signer');
    const refused = await refusal(instance.signer.adopt(site, () => true));
    expect(refused.line).toBe(size - 1);
  });

  it('says so to whoever needs a checkpoint', async () => {
    const { site } = await signedSite();
    await clinic.moreAt(site, 1);
    const waiting = new Checkpoints({ pool: instance.pool, longestWaitMs: 300 });
    await expect(waiting.now(site)).rejects.toThrow(CheckpointUnavailable);
  });

  it('begins only with a ledger that has no line', async () => {
    const { site } = await signedSite();
    const origin = `clinic.invalid/csl/site/${site}`;
    const vkey = await instance.signer.begin(site, origin);
    expect(vkey).toBe(await instance.checkpoints.verifierKey(site));
    await refusal(instance.signer.begin(site, 'clinic.invalid/csl/site/other'));
    await reopen('signer');
    expect((await refusal(instance.signer.begin(site, origin))).what).toContain('signer adopt');
  });
});

/** The same instance again; without the part of its data folder that is named. */
async function reopen(without?: 'signer'): Promise<void> {
  await instance.close();
  dataFolder = await copyOf(dataFolder, without);
  instance = await Instance.open(database.serviceUrl, dataFolder);
  clinic = await clinic.on(instance);
}

async function copyOf(folder: string, without?: string): Promise<string> {
  const copy = await newFolder();
  await cp(folder, copy, {
    recursive: true,
    filter: (source) => without === undefined || source !== join(folder, without),
  });
  return copy;
}
