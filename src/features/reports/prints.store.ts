import { Writable } from 'node:stream';
import type { LedgerId } from '../../domain/ids.js';
import { minus } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import type { Statements } from '../../platform/database/statements.js';
import type { Keyring } from '../../platform/keys/keyring.js';
import {
  FORGET_OTHER_ATTEMPTS,
  FORGET_PRINTS,
  HASH_OF_PRINT,
  READ_PART,
  STORE_PART,
} from './prints.sql.js';

/** One attempt at printing a document. */
export interface PrintAttempt {
  readonly job: string;
  readonly attempt: number;
}

const PART_BYTES = 1 << 20;
const KEPT_HOURS = 24;

/** Printed documents that wait to be fetched: in the database, in parts, each encrypted, for a day. */
export class Prints {
  constructor(
    private readonly statements: Statements,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** Takes a document as it is printed, no faster than it is stored. */
  async writer(to: PrintAttempt): Promise<Writable> {
    await this.statements.change(FORGET_OTHER_ATTEMPTS, [to.job, to.attempt]);
    let waiting: Buffer[] = [];
    let bytes = 0;
    let part = 0;
    const store = async (): Promise<void> => {
      const sealed = this.keyring.seal(Buffer.concat(waiting), contextOf(to, part));
      await this.statements.change(STORE_PART, [
        to.job,
        to.attempt,
        part,
        sealed.key,
        sealed.bytes,
      ]);
      part += 1;
      waiting = [];
      bytes = 0;
    };
    const told = (work: Promise<void>, done: (error?: Error) => void): void => {
      work.then(
        () => {
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error('a part of a print was not stored'));
        },
      );
    };
    return new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        waiting.push(chunk);
        bytes += chunk.length;
        if (bytes < PART_BYTES) done();
        else told(store(), done);
      },
      final: (done) => {
        if (bytes === 0) done();
        else told(store(), done);
      },
    });
  }

  /** The document, part by part; nothing where it is no longer kept. */
  async *read(of: PrintAttempt): AsyncGenerator<Buffer> {
    for (let part = 0; ; part += 1) {
      const row = await this.statements.row<{ readonly key: string; readonly sealed: Buffer }>(
        READ_PART,
        [of.job, of.attempt, part],
      );
      if (row === undefined) return;
      yield this.keyring.open({ key: row.key, bytes: row.sealed }, contextOf(of, part));
    }
  }

  /**
   * SHA-256 of a document that a job printed and that is still kept, in hexadecimal and without any signature; undefined where
   * there is none. What has the same identity has the same bytes, whoever asked for them.
   */
  async hashOf(site: LedgerId, identity: string): Promise<string | undefined> {
    const values = [site, identity, this.#keptSince()];
    return (await this.statements.row<{ readonly hash: string }>(HASH_OF_PRINT, values))?.hash;
  }

  /** Removes what nobody fetched in time: every hour, and whenever somebody prints or fetches. */
  async forget(): Promise<void> {
    await this.statements.change(FORGET_PRINTS, [this.#keptSince()]);
  }

  #keptSince(): Instant {
    return minus(this.clock.now(), { hours: KEPT_HOURS });
  }
}

const contextOf = ({ job, attempt }: PrintAttempt, part: number): string =>
  `print ${job} ${attempt} ${part}`;
