import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '../../src/domain/ids.js';
import { signEd25519, verifyEd25519 } from '../../src/evidence/hash.js';
import { Keyring } from '../../src/platform/keys/keyring.js';
import { LogKeys } from '../../src/platform/keys/log-keys.js';

const LEDGER = asId('k3v9q0zt1m5a');
const MESSAGE = Buffer.from('a checkpoint');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-keys-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the signing keys of the logs', () => {
  test('one key is made for a log and found again by a later start', async () => {
    const made = await (await LogKeys.open(folder)).make(LEDGER);
    const again = await (await LogKeys.open(folder)).make(LEDGER);
    expect(again.publicKey).toEqual(made.publicKey);
    expect(made.publicKey).toHaveLength(32);
  });

  test('two at once make one key', async () => {
    const keys = await Promise.all([LogKeys.open(folder), LogKeys.open(folder)]);
    const made = await Promise.all(keys.map((each) => each.make(LEDGER)));
    expect(made[0]?.publicKey).toEqual(made[1]?.publicKey);
    expect(await readdir(join(folder, 'keys'))).toEqual([`log-${String(LEDGER)}.pem`]);
  });

  test('what its private half signs verifies with its public half, and no other message does', async () => {
    const { seed, publicKey } = await (await LogKeys.open(folder)).make(LEDGER);
    const signature = signEd25519(seed, MESSAGE);
    expect(verifyEd25519({ publicKey, message: MESSAGE, signature })).toBe(true);
    expect(verifyEd25519({ publicKey, message: Buffer.from('another'), signature })).toBe(false);
  });

  test('an instance without the file has no key', async () => {
    expect(await (await LogKeys.open(folder)).find(LEDGER)).toBeUndefined();
  });

  test('nobody else on the machine can read a key, and one that they can is refused', async () => {
    await (await LogKeys.open(folder)).make(LEDGER);
    const path = join(folder, 'keys', `log-${String(LEDGER)}.pem`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o644);
    await expect((await LogKeys.open(folder)).find(LEDGER)).rejects.toThrow('mode 0600');
  });

  test('a name that is not a ledger id names no file', async () => {
    const keys = await LogKeys.open(folder);
    await expect(keys.find(asId('../../secret'))).rejects.toThrow('12 letters and digits');
  });
});

describe('the keyring', () => {
  const plain = Buffer.from('Ada Lovelace');

  test('what was sealed opens in its own context, also after a restart', async () => {
    const sealed = (await Keyring.open(folder)).seal(plain, 'patient/1');
    expect((await Keyring.open(folder)).open(sealed, 'patient/1')).toEqual(plain);
  });

  test('the same text never looks the same twice', async () => {
    const keyring = await Keyring.open(folder);
    expect(keyring.seal(plain, 'a').bytes).not.toEqual(keyring.seal(plain, 'a').bytes);
  });

  test('it opens in no other context, with no other key, and not when a bit was changed', async () => {
    const keyring = await Keyring.open(folder);
    const sealed = keyring.seal(plain, 'patient/1');
    expect(() => keyring.open(sealed, 'patient/2')).toThrow();
    expect(() => keyring.open({ ...sealed, key: 'data-0002' }, 'patient/1')).toThrow('no key');
    const changed = Buffer.from(sealed.bytes);
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => keyring.open({ ...sealed, bytes: changed }, 'patient/1')).toThrow();
    expect(() => keyring.open({ ...sealed, bytes: changed.subarray(0, 20) }, 'patient/1')).toThrow(
      'cut short',
    );
  });

  test('new data are sealed under the newest key, old data still open', async () => {
    const before = (await Keyring.open(folder)).seal(plain, 'a');
    const second = Buffer.alloc(32, 7).toString('base64');
    await writeFile(join(folder, 'keys', 'data-0002.key'), second, { mode: 0o600 });
    const keyring = await Keyring.open(folder);
    expect(keyring.seal(plain, 'a').key).toBe('data-0002');
    expect(keyring.open(before, 'a')).toEqual(plain);
  });
});
