import { createHash, createPublicKey, verify } from 'node:crypto';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canonical } from '../../../src/evidence/canonical.js';
import { readCheckpoint } from '../../../src/evidence/checkpoint.js';
import { exportLedger, ExportRefused } from '../../../src/ledger/export.js';
import { verifyFolder } from '../../../src/ledger/offline/verify-folder.js';
import type { FolderToVerify, VerifiedLog } from '../../../src/ledger/offline/verify-folder.js';
import { freshDatabase, newFolder } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { leavesOf, rebuild, writeLeaves } from './export-damage.js';
import { Instance, ORGANISATION_ID, RecordedClinic, SITE_ID } from './recorded-clinic.js';
import { changed } from './tampering.js';

type Json = Record<string, Canonical>;

const INFUSIONS = 70;

let database: TestDatabase;
let instance: Instance;
let clinic: RecordedClinic;
/** An export that nobody touches; each test copies it. */
let original: string;
/** The same ledger some infusions earlier. */
let earlier: string;
let size: number;

beforeAll(async () => {
  database = await freshDatabase();
  instance = await Instance.open(database.serviceUrl, await newFolder());
  clinic = await RecordedClinic.open(instance, INFUSIONS - 2);
  earlier = await newFolder();
  await exportLedger(instance, { ledger: SITE_ID, folder: earlier, personal: 'left-out' });
  await clinic.moreAt(SITE_ID, 2);
  original = await newFolder();
  const personal = 'included' as const;
  const head = await exportLedger(instance, { ledger: SITE_ID, folder: original, personal });
  size = head.size;
  const folder = join(original, 'organisation');
  await exportLedger(instance, { ledger: ORGANISATION_ID, folder, personal });
});

afterAll(async () => {
  await clinic.close();
  await instance.close();
  await database.drop();
});

async function copyOf(folder = original): Promise<string> {
  const copy = await newFolder();
  await cp(folder, copy, { recursive: true });
  return copy;
}

async function logs(asked: FolderToVerify): Promise<readonly VerifiedLog[]> {
  const found = await verifyFolder(asked);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** What is wrong with the site's log, and the line that is named. */
async function wrongOf(asked: FolderToVerify): Promise<readonly [number | null, string | null]> {
  const [site] = await logs(asked);
  if (site === undefined) throw new Error('there is no log');
  return [site.line, site.wrong];
}

/** An export whose leaves were changed, with all hashes made to fit and signed by the log's own key. */
async function dishonest(line: number, change: (leaf: Json) => void): Promise<string> {
  const leaves = await leavesOf(original, size);
  const key = await instance.keys.find(SITE_ID);
  if (key === undefined) throw new Error('the key is gone');
  const folder = await newFolder();
  await rebuild(folder, { origin: originOf(), seed: key.seed, leaves, line, change });
  return folder;
}

const originOf = (): string => `clinic.invalid/csl/site/${SITE_ID}`;

describe('an export', () => {
  it('verifies without a database, with the book and the personal data', async () => {
    const found = await logs({ folder: original });
    expect(found.map(({ name, wrong }) => [name, wrong])).toEqual([
      ['ledger', null],
      ['organisation', null],
    ]);
    const [site] = found;
    expect(site?.lines).toBe((await instance.reader.head(SITE_ID))?.size);
    const fields = 2 * INFUSIONS;
    expect(site?.personal).toEqual({ committed: fields, opened: fields });
    const item = site?.items?.[0];
    expect(item).toEqual(await instance.reader.cell(SITE_ID, 'item', item?.id ?? ''));
  });

  it('holds no personal data unless they were asked for', async () => {
    expect((await readdir(earlier)).sort()).toEqual(['checkpoint', 'log.vkey', 'tile']);
    const file = await stat(join(original, 'personal.jsonl'));
    expect(file.mode & 0o777).toBe(0o600);
    const text = await readFile(join(original, 'personal.jsonl'), 'utf8');
    expect(text).toContain('Zoë Nguyễn-1');
    for (const leaf of await leavesOf(original, size))
      expect(Buffer.from(leaf).toString('utf8')).not.toContain('Elm Street');
    expect((await logs({ folder: earlier }))[0]).toMatchObject({ wrong: null, personal: null });
  });

  it('is refused into a folder that holds something', async () => {
    const order = { ledger: SITE_ID, folder: original, personal: 'left-out' as const };
    await expect(exportLedger(instance, order)).rejects.toThrow(ExportRefused);
  });

  it('tells how far it is', async () => {
    const steps: number[] = [];
    const onProgress = (lines: number): void => {
      steps.push(lines);
    };
    const folder = await newFolder();
    await exportLedger(instance, { ledger: SITE_ID, folder, personal: 'left-out', onProgress });
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(size);
  });

  it('continues a checkpoint that was kept elsewhere', async () => {
    const note = await readFile(join(earlier, 'checkpoint'), 'utf8');
    const kept = [{ name: 'last-month', note }];
    expect(await wrongOf({ folder: original, kept })).toEqual([null, null]);
    const vkeys = [(await readFile(join(earlier, 'log.vkey'), 'utf8')).trim()];
    expect(await wrongOf({ folder: original, kept, vkeys })).toEqual([null, null]);
  });
});

describe('the checkpoint, read as C2SP writes it and with node:crypto alone', () => {
  const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

  /** RFC 6962, section 2.1. */
  function root(leaves: readonly Uint8Array[]): Buffer {
    const [only] = leaves;
    if (leaves.length === 1 && only !== undefined) return sha256(Uint8Array.of(0), only);
    let k = 1;
    while (k * 2 < leaves.length) k *= 2;
    return sha256(Uint8Array.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
  }

  it('is signed by the key beside it, over the root of the leaves', async () => {
    const [name = '', id, ...rest] = (await readFile(join(original, 'log.vkey'), 'utf8'))
      .trim()
      .split('+');
    const material = Buffer.from(rest.join('+'), 'base64');
    expect(material[0]).toBe(1);
    expect(
      sha256(Buffer.from(`${name}\n`), material)
        .subarray(0, 4)
        .toString('hex'),
    ).toBe(id);
    const note = await readFile(join(original, 'checkpoint'), 'utf8');
    const blank = note.indexOf('\n\n');
    const text = note.slice(0, blank + 1);
    const [dash, signer, signature = ''] = note
      .slice(blank + 2)
      .trimEnd()
      .split(' ');
    expect([dash, signer]).toEqual(['—', name]);
    const bytes = Buffer.from(signature, 'base64');
    expect(bytes.subarray(0, 4).toString('hex')).toBe(id);
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      material.subarray(1),
    ]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(text), key, bytes.subarray(4))).toBe(true);
    const [origin, total, rootText] = text.split('\n');
    expect(origin).toBe(name);
    const leaves = await leavesOf(original, Number(total));
    expect(rootText).toBe(root(leaves).toString('base64'));
  });
});

describe('damage to the files', () => {
  it.each([
    ['a changed value', 7, /entry 7 does not have the hash/],
    ['the first line', 0, /entry 0 does not have the hash/],
    ['the last line', -1, /does not have the hash/],
  ])('%s is found and its line is named', async (_, at, what) => {
    const folder = await copyOf();
    const line = at < 0 ? size + at : at;
    const leaves = await leavesOf(folder, size);
    leaves[line] = changed(leaves[line] ?? new Uint8Array(), (leaf) => {
      leaf['biz'] = '2026-01-01';
    });
    await writeLeaves(folder, leaves);
    const [named, wrong] = await wrongOf({ folder });
    expect(named).toBe(line);
    expect(wrong).toMatch(what);
  });

  it('two lines that were swapped are found', async () => {
    const folder = await copyOf();
    const leaves = await leavesOf(folder, size);
    [leaves[9], leaves[10]] = [leaves[10] ?? new Uint8Array(), leaves[9] ?? new Uint8Array()];
    await writeLeaves(folder, leaves);
    expect(await wrongOf({ folder })).toEqual([9, 'entry 9 says that it is number 10']);
  });

  it('a changed value in tiles that were made to fit is found by the signed root', async () => {
    const leaves = await leavesOf(original, size);
    const folder = await newFolder();
    const change = (leaf: Json): void => {
      leaf['biz'] = '2026-01-01';
    };
    const seed = Buffer.alloc(32, 7);
    await rebuild(folder, { origin: originOf(), seed, leaves, line: size - 1, change });
    for (const file of ['checkpoint', 'log.vkey'])
      await cp(join(original, file), join(folder, file));
    const [, wrong] = await wrongOf({ folder });
    expect(wrong).toBe('the leaves and tiles agree with each other, but not with the signed root');
  });

  it('a tail that was removed is found by the checkpoint', async () => {
    const folder = await copyOf(earlier);
    await cp(join(original, 'checkpoint'), join(folder, 'checkpoint'));
    expect((await wrongOf({ folder }))[1]).toMatch(/is missing$/);
  });

  it('a tail that was removed with its checkpoint is found by one kept elsewhere', async () => {
    const note = await readFile(join(original, 'checkpoint'), 'utf8');
    const kept = [{ name: 'print', note }];
    const { size: shortened } = readCheckpoint(await readFile(join(earlier, 'checkpoint'), 'utf8'));
    expect(await wrongOf({ folder: earlier })).toEqual([null, null]);
    expect(await wrongOf({ folder: earlier, kept })).toEqual([
      shortened,
      `a checkpoint of ${size} was kept elsewhere, and this log ends at ${shortened}`,
    ]);
  });

  it.each(['checkpoint', 'log.vkey', 'tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'])(
    'a missing %s is found',
    async (file) => {
      const folder = await copyOf();
      await rm(join(folder, file));
      expect((await wrongOf({ folder }))[1]).toBe(`${file} is missing`);
    },
  );

  it('a wiped log is found', async () => {
    const folder = await newFolder();
    const note = await readFile(join(original, 'checkpoint'), 'utf8');
    expect(await wrongOf({ folder })).toEqual([null, 'log.vkey is missing']);
    expect(await verifyFolder({ folder, kept: [{ name: 'print', note }] })).toBe(
      `print is a checkpoint of ${originOf()}, which is not here`,
    );
  });

  it('a changed tile is found at every level', async () => {
    for (const file of ['tile/0/000', 'tile/1/000.p/1']) {
      const folder = await copyOf();
      const path = join(folder, file);
      const bytes = await readFile(path);
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect((await wrongOf({ folder }))[1]).not.toBeNull();
    }
  });

  it('every changed character of checkpoint and key is found', async () => {
    for (const file of ['checkpoint', 'log.vkey']) {
      const folder = await copyOf();
      const path = join(folder, file);
      const text = await readFile(path);
      for (let at = 0; at < text.length; at += 7) {
        const damaged = Buffer.from(text);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        await writeFile(path, damaged);
        expect((await wrongOf({ folder }))[1]).not.toBeNull();
      }
    }
  });
});

describe('damage to personal data', () => {
  async function withPersonal(change: (lines: string[]) => void): Promise<string> {
    const folder = await copyOf();
    const path = join(folder, 'personal.jsonl');
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    change(lines);
    await writeFile(path, `${lines.join('\n')}\n`);
    return folder;
  }

  it('that were erased is no damage', async () => {
    const folder = await withPersonal((lines) => lines.splice(2, 1));
    const [site] = await logs({ folder });
    expect(site).toMatchObject({ wrong: null, personal: { committed: 140, opened: 139 } });
  });

  it.each<readonly [string, (lines: string[]) => void, RegExp]>([
    [
      'a changed name',
      (lines) => {
        lines[1] = (lines[1] ?? '').replace('Zoë', 'Zoe');
      },
      /^line \d+ is wrong: its personal field patient.name in personal.jsonl is not what/,
    ],
    [
      'a value moved to another field',
      (lines) => {
        lines[0] = (lines[0] ?? '').replace('patient.address', 'patient.name');
      },
      /its personal field patient.name in personal.jsonl is not what the line committed to/,
    ],
    [
      'a field that the line does not have',
      (lines) => {
        lines[0] = (lines[0] ?? '').replace('patient.address', 'patient.phone');
      },
      /it has no personal field patient.phone/,
    ],
    ['a field twice', (lines) => lines.splice(1, 0, lines[0] ?? ''), /personal field \S+ twice/],
    ['another order', (lines) => lines.reverse(), /in the order of|lines that are not there/],
    ['a line that is none', (lines) => lines.splice(3, 0, '{}'), /not a personal field/],
  ])('%s is found', async (_, change, what) => {
    const [, wrong] = await wrongOf({ folder: await withPersonal(change) });
    expect(wrong).toMatch(what);
  });
});

describe('a log that was built anew', () => {
  it('under another key is found by the key that was handed over, and by a kept checkpoint', async () => {
    const leaves = await leavesOf(original, size);
    const folder = await newFolder();
    const seed = Buffer.alloc(32, 7);
    const vkey = await rebuild(folder, {
      origin: originOf(),
      seed,
      leaves,
      line: 0,
      change: (leaf, own) => {
        const body = leaf['body'] as { request: Json };
        body.request['verifier_key'] = own;
      },
    });
    expect(await wrongOf({ folder })).toEqual([null, null]);
    const honest = (await readFile(join(original, 'log.vkey'), 'utf8')).trim();
    expect(await wrongOf({ folder, vkeys: [vkey] })).toEqual([null, null]);
    expect(await wrongOf({ folder, vkeys: [honest] })).toEqual([null, 'log.vkey is another key']);
    const note = await readFile(join(original, 'checkpoint'), 'utf8');
    expect((await wrongOf({ folder, kept: [{ name: 'print', note }] }))[1]).toMatch(
      /^the checkpoint in print is not signed by the key of this log/,
    );
  });

  it('under its own key is found by a kept checkpoint', async () => {
    const folder = await dishonest(3, (leaf) => {
      leaf['biz'] = '2026-01-01';
    });
    const note = await readFile(join(original, 'checkpoint'), 'utf8');
    expect(await wrongOf({ folder })).toEqual([null, null]);
    expect((await wrongOf({ folder, kept: [{ name: 'print', note }] }))[1]).toMatch(
      /are not those of a checkpoint that was kept elsewhere$/,
    );
  });
});
