/**
 * The signing keys of the logs: one Ed25519 key each, in the data folder and nowhere else. The database never sees one,
 * so that whoever owns the database still cannot sign a second history.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { LedgerId } from '../../domain/ids.js';
import { privateFolder } from '../data-folder/data-folder.js';
import { createKeyFile, readKeyFile } from './key-file.js';

/** The key of one log. */
export interface LogKey {
  /** The 32 bytes of the Ed25519 public key. */
  readonly publicKey: Uint8Array;
  /** The 32 bytes of the private key. Secret. */
  readonly seed: Uint8Array;
}

const LEDGER_ID = /^[a-z0-9]{12}$/;

export class LogKeys {
  readonly #folder: string;
  readonly #keys = new Map<LedgerId, LogKey>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(dataFolder: string): Promise<LogKeys> {
    return new LogKeys(await privateFolder(dataFolder, 'keys'));
  }

  /** Makes the key of a log, or finds the one that was made before: opening a ledger can be repeated after a crash. */
  async make(ledger: LedgerId): Promise<LogKey> {
    const existing = await this.find(ledger);
    if (existing !== undefined) return existing;
    const { privateKey } = generateKeyPairSync('ed25519');
    // False when somebody else was quicker: theirs is the key, ours is forgotten.
    await createKeyFile(
      this.#path(ledger),
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const made = await this.find(ledger);
    if (made === undefined) throw new Error(`the key of log ${ledger} vanished as it was made`);
    return made;
  }

  /** The key of a log; undefined on an instance that does not sign for it. */
  async find(ledger: LedgerId): Promise<LogKey | undefined> {
    const known = this.#keys.get(ledger);
    if (known !== undefined) return known;
    const pem = await readKeyFile(this.#path(ledger));
    if (pem === undefined) return undefined;
    const key = logKey(createPrivateKey(pem));
    this.#keys.set(ledger, key);
    return key;
  }

  #path(ledger: LedgerId): string {
    if (!LEDGER_ID.test(ledger)) throw new Error('expected a ledger id of 12 letters and digits');
    return join(this.#folder, `log-${ledger}.pem`);
  }
}

function logKey(privateKey: KeyObject): LogKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`expected an Ed25519 key, found ${privateKey.asymmetricKeyType ?? 'none'}`);
  }
  // The JWK of an Ed25519 key has both halves, as bytes (RFC 8037).
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { publicKey: Buffer.from(x, 'base64url'), seed: Buffer.from(d, 'base64url') };
}
