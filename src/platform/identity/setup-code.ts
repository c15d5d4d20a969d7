/**
 * The code that shows who may set a deployment up: whoever can read what the service prints, or write to its data folder.
 * Its hash lies in the data folder, so that the operator's command can make a new one while the service runs.
 */
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeDurably } from '../data-folder/durable-file.js';

// No letter or digit that looks like another.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 5;
const GROUP_SIZE = 4;

export class SetupCode {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'setup-code');
  }

  /** Makes a new code; an earlier one is good no longer. */
  async make(): Promise<string> {
    const groups = Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP_SIZE }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(
        '',
      ),
    );
    const code = groups.join('-');
    await writeDurably(this.#path, hashOf(code).toString('hex'));
    return code;
  }

  /** Whether this is the code in force. Capitals, spaces and dashes do not matter. */
  async isRight(code: string): Promise<boolean> {
    const kept = await readIfThere(this.#path);
    if (kept === undefined || !/^[0-9a-f]{64}$/.test(kept)) return false;
    return timingSafeEqual(Buffer.from(kept, 'hex'), hashOf(code));
  }

  /** It was used: no code is good any more. */
  async end(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}

const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
