/**
 * Who waits for which ledger, and which of them go together. While one batch is on its way, others gather; nobody waits
 * for a batch to fill up.
 */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import { Batch } from './batch.js';
import type { Answer, BatchParts } from './batch.js';
import { isExhausted, isLockTimeout, isTransient, LedgerUnavailable } from './failure.js';
import type { Prepared, Recorded } from './submission.js';

export interface QueueParts extends Omit<BatchParts, 'client'> {
  readonly pool: pg.Pool;
  /** `one` where ledgers are spread over several database nodes, and a transaction must stay on one of them. */
  readonly ledgersPerTransaction: 'one' | 'several';
  readonly longestWaitMs: number;
}

/** Most submissions in one transaction: it bounds how long a head stays locked. */
const MOST_IN_BATCH = 128;
/** Most submissions that wait; more are turned away at once. */
const MOST_WAITING = 5_000;
/** A submission that did not get its turn by then is turned away: nobody waits for an answer that long. */
export const LONGEST_WAIT_MS = 15_000;
const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 1_000;
/** Batches that may break under a submission before it goes alone. */
const TRIES_TOGETHER = 2;
/** Transactions of this instance at one time, each on ledgers of its own. */
const TRANSACTIONS = { one: 4, several: 2 };

interface Waiting {
  readonly item: Prepared;
  readonly sinceMs: number;
  readonly settle: (answer: Recorded) => void;
  readonly fail: (error: unknown) => void;
  /** Not before this: it was tried and the ledger or the database was busy. */
  notBeforeMs: number;
  tries: number;
  company: Company;
}

/**
 * Whom a submission goes with: whoever waits; only those who wait for the same ledger, because its head was busy; or
 * nobody, because it was part of a batch that failed, and its next failure is then its own.
 */
type Company = 'any' | 'own-ledger' | 'nobody';

export class Queue {
  readonly #parts: QueueParts;
  #waiting: Waiting[] = [];
  readonly #busy = new Set<LedgerId>();
  #running = 0;
  #isScheduled = false;
  #wake: NodeJS.Timeout | undefined;
  #isClosed = false;
  #whenIdle: (() => void)[] = [];

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  add(item: Prepared): Promise<Recorded> {
    if (this.#isClosed) return Promise.reject(new LedgerUnavailable('the service is stopping'));
    if (this.#waiting.length >= MOST_WAITING)
      return Promise.reject(new LedgerUnavailable(`${MOST_WAITING} submissions are waiting`));
    return new Promise((settle, fail) => {
      const company = item.submission.request.kind === 'opened' ? 'nobody' : 'any';
      const sinceMs = performance.now();
      this.#waiting.push({ item, sinceMs, settle, fail, notBeforeMs: 0, tries: 0, company });
      this.#schedule();
    });
  }

  /** Takes no more, and resolves when everything that waits has its answer. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#running === 0 && this.#waiting.length === 0) return;
    await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  /** Starts batches at the end of this turn of the event loop, so that those who come together go together. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#start();
    });
  }

  #start(): void {
    this.#turnAwayLate();
    while (this.#running < TRANSACTIONS[this.#parts.ledgersPerTransaction]) {
      const together = this.#next();
      if (together.length === 0) break;
      this.#running += 1;
      void this.#run(together);
    }
    this.#wakeLater();
    if (this.#running > 0 || this.#waiting.length > 0) return;
    for (const resolve of this.#whenIdle) resolve();
    this.#whenIdle = [];
  }

  /** For those who wait out a pause, and those whose patience ends while everything hangs. */
  #wakeLater(): void {
    clearTimeout(this.#wake);
    if (this.#waiting.length === 0) return;
    const now = performance.now();
    const times = this.#waiting.map(({ sinceMs, notBeforeMs }) =>
      notBeforeMs > now ? notBeforeMs : sinceMs + this.#parts.longestWaitMs,
    );
    const earliestMs = times.reduce((least, each) => Math.min(least, each));
    // One more: a timer may be early by a part of a millisecond.
    this.#wake = setTimeout(
      () => {
        this.#start();
      },
      Math.max(earliestMs - now, 0) + 1,
    );
  }

  /** The longest waiting whose ledger is free, and those who can go with it. */
  #next(): readonly Waiting[] {
    const now = performance.now();
    const ready = this.#waiting.filter(
      ({ item, notBeforeMs }) => notBeforeMs <= now && !this.#busy.has(item.ledger),
    );
    const [first] = ready;
    if (first === undefined) return [];
    const together = ready
      .filter((waiting) => waiting === first || this.#goWith(first, waiting))
      .slice(0, MOST_IN_BATCH);
    const taken = new Set(together);
    this.#waiting = this.#waiting.filter((waiting) => !taken.has(waiting));
    for (const { item } of together) this.#busy.add(item.ledger);
    return together;
  }

  #goWith(first: Waiting, other: Waiting): boolean {
    if (first.company === 'nobody' || other.company === 'nobody') return false;
    if (first.item.ledger === other.item.ledger) return true;
    const mayMix = this.#parts.ledgersPerTransaction === 'several';
    return mayMix && first.company === 'any' && other.company === 'any';
  }

  async #run(together: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#transact(together);
      for (const waiting of together) this.#tell(waiting, answers.get(waiting.item));
    } catch (error) {
      // Nothing is known to be recorded. Whoever is tried again is first looked up by its id, under the lock.
      for (const waiting of together) this.#afterFailure(waiting, error, together.length);
    } finally {
      this.#running -= 1;
      for (const { item } of together) this.#busy.delete(item.ledger);
      this.#schedule();
    }
  }

  async #transact(together: readonly Waiting[]): Promise<ReadonlyMap<Prepared, Answer>> {
    const { pool, ...parts } = this.#parts;
    const client = await pool.connect();
    try {
      const batch = new Batch({ ...parts, client });
      const items = together.map(({ item }) => item);
      const [first] = items;
      const isOpening = first?.submission.request.kind === 'opened';
      const answers = isOpening ? await batch.open(first) : await batch.run(items);
      client.release();
      return answers;
    } catch (error) {
      await endTransaction(client, error);
      throw error;
    }
  }

  #tell(waiting: Waiting, answer: Answer | undefined): void {
    if (answer === undefined) waiting.fail(new Error('bug: a submission was not answered'));
    else if (answer.outcome === 'waiting') this.#again(waiting, 'own-ledger');
    else if (answer.outcome === 'failed') waiting.fail(answer.error);
    else waiting.settle(answer);
  }

  #afterFailure(waiting: Waiting, error: unknown, size: number): void {
    if (isExhausted(error)) {
      waiting.fail(new LedgerUnavailable('the database has no room', { cause: error }));
      return;
    }
    const mayPass = isTransient(error) || isLockTimeout(error);
    // A broken connection is nobody's fault; but who was there each time that one broke is tried by itself.
    const isSuspect = size > 1 && !isLockTimeout(error);
    const goesAlone = isSuspect && (!mayPass || waiting.tries >= TRIES_TOGETHER);
    if (size > 1 || mayPass) this.#again(waiting, goesAlone ? 'nobody' : waiting.company);
    else waiting.fail(error);
  }

  #again(waiting: Waiting, company: Company): void {
    const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** waiting.tries, LONGEST_RETRY_MS);
    const mayGoAtOnce = waiting.tries === 0;
    waiting.tries += 1;
    if (waiting.company !== 'nobody') waiting.company = company;
    waiting.notBeforeMs = mayGoAtOnce ? 0 : performance.now() + pauseMs;
    this.#waiting.push(waiting);
    this.#waiting.sort((a, b) => a.sinceMs - b.sinceMs);
  }

  #turnAwayLate(): void {
    const latestMs = performance.now() - this.#parts.longestWaitMs;
    const late = this.#waiting.filter(({ sinceMs }) => sinceMs < latestMs);
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter(({ sinceMs }) => sinceMs >= latestMs);
    for (const { fail } of late)
      fail(
        new LedgerUnavailable(
          'the ledger could not be written in time; it may still be: ask again with the same id',
        ),
      );
  }
}

/** Ends a transaction that failed. A connection that may be in the middle of something is not used again. */
async function endTransaction(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isTransient(error)) {
    client.release(true);
    return;
  }
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
}
