/**
 * Signs the heads of ledgers, and never two histories of one ledger: not for someone who owns the database, and not after
 * a crash at any point. What it has signed stands in its own memory, which is on disk before the signature is made.
 *
 * Not prevented: lines that are false from the start; and a second history, once somebody has this machine, the key and
 * the memory. Checkpoints that were kept elsewhere, and every printed page, tell that.
 */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import { signCheckpoint } from '../evidence/checkpoint.js';
import { ED25519, encodeVkey, type SigningKey, verifierKeyOf } from '../evidence/note.js';
import { rootOf } from '../evidence/tree.js';
import type { LogKeys } from '../platform/keys/log-keys.js';
import { silentLog } from '../platform/process-log.js';
import type { ProcessLog } from '../platform/process-log.js';
import { readHeads } from './reader.sql.js';
import type { SignerLease } from './signer-lease.js';
import type { Remembered, SignerMemory } from './signer-memory.js';
import { beginning, readOn, SignerRefusal } from './signer-reading.js';
import type { LogToSign } from './signer-reading.js';
import { keepNote, readNote } from './signer.sql.js';

export interface SignerParts {
  readonly pool: pg.Pool;
  readonly keys: LogKeys;
  readonly memory: SignerMemory;
  readonly lease: SignerLease;
  readonly log?: ProcessLog;
}

/** What an operator is asked to vouch for. */
export interface Adoption {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export class Signer {
  readonly #parts: SignerParts;
  readonly #log: ProcessLog;
  /** The last piece of work on each ledger: there is never more than one at a time. */
  readonly #work = new Map<LedgerId, Promise<unknown>>();

  constructor(parts: SignerParts) {
    this.#parts = parts;
    this.#log = parts.log ?? silentLog;
  }

  /**
   * Makes the key of a ledger that is about to be opened, begins its memory, and gives the verifier key that its line 0
   * has to name. To be called before that line is recorded; it may be repeated after a crash.
   */
  begin(ledger: LedgerId, origin: string): Promise<string> {
    return this.#alone(ledger, async () => {
      const { keys, memory, pool } = this.#parts;
      const known = await memory.recall(ledger);
      if (known === undefined) {
        const [head] = await readHeads(pool, ledger);
        if (head !== undefined) throw withoutMemory(ledger);
        await memory.remember(ledger, beginning(origin));
        // From here on this instance signs for the ledger, whatever its first lines will be.
      } else if (known.origin !== origin) {
        throw new SignerRefusal(ledger, null, `it began as ${known.origin}, not as ${origin}`);
      }
      const { seed } = await keys.make(ledger);
      return encodeVkey(verifierKeyOf({ name: origin, type: ED25519, seed }));
    });
  }

  /** What this instance has of a ledger's signer. It signs only with both key and memory. */
  async standing(ledger: LedgerId): Promise<'signs' | 'lacks-key' | 'lacks-memory'> {
    const { keys, memory } = this.#parts;
    if ((await keys.find(ledger)) === undefined) return 'lacks-key';
    return (await memory.recall(ledger)) === undefined ? 'lacks-memory' : 'signs';
  }

  /** Every ledger that this instance remembers. */
  remembered(): Promise<readonly LedgerId[]> {
    return this.#parts.memory.ledgers();
  }

  /**
   * Signs the present head of a ledger and stores the checkpoint, and looks at the head even where nothing is new; false
   * where another instance is the signer.
   * @throws SignerRefusal when it finds anything that it must not sign.
   */
  sign(ledger: LedgerId): Promise<boolean> {
    return this.#alone(ledger, async () => {
      const { memory, lease } = this.#parts;
      const remembered = await memory.recall(ledger);
      if (remembered === undefined) throw withoutMemory(ledger);
      const key = await this.#key(ledger, remembered.origin);
      if (!(await lease.take())) return false;
      const reached = await this.#read({ ledger, vkey: vkeyOf(key), remembered });
      if (reached.edge.size === 0) return true;
      if (reached.edge.size > remembered.edge.size) await memory.remember(ledger, reached);
      // The memory is on disk: whatever happens now, this signer signs this history of the ledger and no other.
      await this.#publish(ledger, reached, key);
      return true;
    });
  }

  /**
   * Takes over a ledger that has lines, and of which this instance knows nothing: reads all of it, and remembers it once
   * the operator has vouched for its size and root. A ledger that is remembered is never adopted again.
   */
  adopt(
    ledger: LedgerId,
    vouch: (adoption: Adoption) => boolean | Promise<boolean>,
  ): Promise<boolean> {
    return this.#alone(ledger, async () => {
      const { memory, pool } = this.#parts;
      if ((await memory.recall(ledger)) !== undefined) {
        const what = 'this signer remembers it, and signs no other history of it';
        throw new SignerRefusal(ledger, null, what);
      }
      const [head] = await readHeads(pool, ledger);
      if (head === undefined) throw new SignerRefusal(ledger, null, 'there is no such ledger');
      const key = await this.#key(ledger, head.origin);
      const remembered = beginning(head.origin);
      const reached = await this.#read({ ledger, vkey: vkeyOf(key), remembered });
      const { origin, edge } = reached;
      if (!(await vouch({ origin, size: edge.size, root: rootOf(edge) }))) return false;
      await memory.remember(ledger, { ...reached, since: edge.size });
      // From here on this signer signs the adopted history and no other.
      this.#log.warn('signer adopted ledger', { ledger, size: edge.size });
      return true;
    });
  }

  /** One snapshot of the primary, so that lines, head and checkpoints are of one moment. */
  async #read(log: LogToSign): Promise<Remembered> {
    const client = await this.#parts.pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const reached = await readOn(client, log);
      await client.query('COMMIT');
      client.release();
      return reached;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async #publish(ledger: LedgerId, reached: Remembered, key: SigningKey): Promise<void> {
    const { pool } = this.#parts;
    const { origin, edge } = reached;
    const note = signCheckpoint({ origin, size: edge.size, root: rootOf(edge) }, key);
    await keepNote(pool, ledger, { size: edge.size, note });
    // An Ed25519 signature is always the same, so the stored note of this size is this one or is not ours.
    const stored = await readNote(pool, ledger, edge.size);
    if (stored?.note !== note)
      throw new SignerRefusal(ledger, null, `the stored checkpoint of ${edge.size} is not ours`);
    this.#log.debug('checkpoint signed', { ledger, size: edge.size });
  }

  async #key(ledger: LedgerId, origin: string): Promise<SigningKey> {
    const key = await this.#parts.keys.find(ledger);
    if (key === undefined) throw new SignerRefusal(ledger, null, 'its key is not on this machine');
    return { name: origin, type: ED25519, seed: key.seed };
  }

  /** Runs after everything else that was asked for this ledger, whether that went well or not. */
  #alone<T>(ledger: LedgerId, work: () => Promise<T>): Promise<T> {
    const before = this.#work.get(ledger) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#work.set(
      ledger,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

const vkeyOf = (key: SigningKey): string => encodeVkey(verifierKeyOf(key));

const withoutMemory = (ledger: LedgerId): SignerRefusal =>
  new SignerRefusal(
    ledger,
    null,
    'it has lines, and this instance remembers none of them: compare its last print with the ledger, ' +
      'then run "countersign signer adopt"',
  );
