/**
 * The keys under which personal data and files are encrypted at rest: AES-256-GCM with a key from the data folder, so
 * that a stolen database or backup shows nobody. Instances that share a database share these files.
 *
 * Not handled: keys in a hardware module. A data folder that is lost takes every name, address and file with it, while
 * ledger, balances and proofs stay readable: back it up, apart from the database.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { privateFolder } from '../data-folder/data-folder.js';
import { createKeyFile, readKeyFile } from './key-file.js';

/** Encrypted bytes, and the name of the key that opens them. */
export interface Sealed {
  readonly key: string;
  readonly bytes: Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_FILE = /^(data-(\d{4}))\.key$/;
const FIRST_KEY = 'data-0001';

export class Keyring {
  readonly #keys: ReadonlyMap<string, Buffer>;
  /** New data are sealed under the newest key. */
  readonly #current: string;

  private constructor(keys: ReadonlyMap<string, Buffer>) {
    this.#keys = keys;
    this.#current = [...keys.keys()].sort().at(-1) ?? FIRST_KEY;
  }

  /** Reads the keys of a data folder, making the first one where there is none. */
  static async open(dataFolder: string): Promise<Keyring> {
    const folder = await privateFolder(dataFolder, 'keys');
    if ((await namesIn(folder)).length === 0) {
      await createKeyFile(join(folder, `${FIRST_KEY}.key`), newKey());
    }
    const keys = new Map<string, Buffer>();
    for (const name of await namesIn(folder)) {
      const text = await readKeyFile(join(folder, `${name}.key`));
      const key = Buffer.from(text ?? '', 'base64');
      if (key.length !== KEY_BYTES) {
        throw new Error(`expected ${KEY_BYTES} bytes in the key file ${name}, found ${key.length}`);
      }
      keys.set(name, key);
    }
    return new Keyring(keys);
  }

  /** Encrypts. `context` names what and where the data are; they open in the same context only. */
  seal(plain: Uint8Array, context: string): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), nonce);
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const body = [cipher.update(plain), cipher.final()];
    return { key: this.#current, bytes: Buffer.concat([nonce, ...body, cipher.getAuthTag()]) };
  }

  /** Decrypts. Throws where the bytes, the key or the context are not those that were sealed: never a person's mistake. */
  open({ key, bytes }: Sealed, context: string): Buffer {
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error('sealed data are cut short');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#key(key),
      bytes.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  }

  /** A secret for one purpose, derived from the first key: it stays the same when newer keys are added. */
  secretFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key(FIRST_KEY), '', purpose, KEY_BYTES));
  }

  #key(name: string): Buffer {
    const key = this.#keys.get(name);
    if (key === undefined) throw new Error(`the data folder has no key ${name}`);
    return key;
  }
}

const newKey = (): string => `${randomBytes(KEY_BYTES).toString('base64')}\n`;

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).sort();
}
