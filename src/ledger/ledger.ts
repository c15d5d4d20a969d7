/**
 * The only writer. Everything that is ever recorded goes through `record`, which decides under the lock of the ledger's
 * head, on the book as it is then.
 */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import type { ProvenMethod } from '../domain/person.js';
import type { Instant } from '../domain/measures/instant.js';
import type { Clock } from '../platform/clock.js';
import { Challenges } from './challenges.js';
import type { Challenge, ChallengeRequest } from './challenges.js';
import type { Sealer } from './confidential.js';
import { MasterData } from './master-data.js';
import { LONGEST_WAIT_MS, Queue } from './queue.js';
import { Slices } from './slices.js';
import { prepare } from './submission.js';
import type { Recorded, Submission } from './submission.js';

export interface LedgerParts {
  /** Connections of the service's role; batches use at most four at a time. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly ledgersPerTransaction?: 'one' | 'several';
  readonly longestWaitMs?: number;
}

export class Ledger {
  readonly #queue: Queue;
  readonly #challenges: Challenges;

  constructor(parts: LedgerParts) {
    const { pool, clock, sealer } = parts;
    const { ledgersPerTransaction = 'several', longestWaitMs = LONGEST_WAIT_MS } = parts;
    this.#queue = new Queue({
      pool,
      clock,
      sealer,
      slices: new Slices(),
      masterData: new MasterData(),
      ledgersPerTransaction,
      longestWaitMs,
    });
    this.#challenges = new Challenges(pool, sealer);
  }

  /**
   * Records a submission, or says why not. Resolves after the entry is on disk; sent again with the same id, it gives
   * the first answer again. A ledger is opened by its request of kind `opened`.
   * @throws LedgerUnavailable when nobody can tell yet whether it was recorded: ask again with the same id.
   */
  async record(ledger: LedgerId, submission: Submission): Promise<Recorded> {
    return this.#queue.add(prepare(ledger, submission));
  }

  /** Asks a person to sign a submission that is yet to be recorded; undefined where there is no such ledger. */
  openChallenge(asked: ChallengeRequest): Promise<Challenge | undefined> {
    return this.#challenges.open(asked);
  }

  /** What a person was asked to sign, for whoever verifies that it is them. */
  findChallenge(ledger: LedgerId, id: string): Promise<Challenge | undefined> {
    return this.#challenges.find(ledger, id);
  }

  /** Says that the signer has proved who they are; false where the challenge is unknown, expired or signed already. */
  signChallenge(signed: {
    readonly ledger: LedgerId;
    readonly id: string;
    readonly method: ProvenMethod;
    readonly at: Instant;
  }): Promise<boolean> {
    return this.#challenges.sign(signed);
  }

  /** Takes nothing more, and resolves when everything that was taken has its answer. */
  close(): Promise<void> {
    return this.#queue.close();
  }
}
