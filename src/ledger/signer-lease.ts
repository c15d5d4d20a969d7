import type pg from 'pg';
import type { ProcessLog } from '../platform/process-log.js';
import { takeLease } from './signer.sql.js';

/** Any number that nobody else takes as an advisory lock in this database. */
const SIGNER_LOCK = 7_216_002;

const ANSWER = 'SELECT 1';

/**
 * Says which instance of a deployment signs: the one whose connection holds a lock in the database, for as long as that
 * connection lives. It keeps two instances from doing the same work; that a log has one history does not depend on it,
 * but on each signer's memory and on the checkpoints that it finds stored.
 */
export class SignerLease {
  #client: pg.PoolClient | undefined;
  #taking: Promise<boolean> | undefined;
  #isClosed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: ProcessLog,
  ) {}

  /** Whether this instance signs, after trying to become the one that does. */
  async take(): Promise<boolean> {
    if (this.#isClosed) return false;
    if (this.#client !== undefined && (await this.#answers(this.#client))) return true;
    this.#taking ??= this.#connect().finally(() => {
      this.#taking = undefined;
    });
    return this.#taking;
  }

  /** Gives the lease to whoever asks next. */
  async release(): Promise<void> {
    this.#isClosed = true;
    await this.#taking?.catch(() => false);
    this.#drop();
  }

  async #connect(): Promise<boolean> {
    const client = await this.pool.connect();
    // The connection may break while nobody asks anything of it.
    const onError = (): void => {
      if (this.#client === client) this.#drop();
    };
    client.on('error', onError);
    try {
      if (!this.#isClosed && (await takeLease(client, SIGNER_LOCK))) {
        this.#client = client;
        // From here on every other instance waits for this one.
        this.log.info('signer lease taken');
        return true;
      }
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.removeListener('error', onError);
    client.release();
    return false;
  }

  async #answers(client: pg.PoolClient): Promise<boolean> {
    try {
      await client.query(ANSWER);
      return this.#client === client;
    } catch {
      if (this.#client === client) this.#drop();
      return false;
    }
  }

  /** The end of the session frees the lock: the connection never goes back to the pool. */
  #drop(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.release(true);
  }
}
