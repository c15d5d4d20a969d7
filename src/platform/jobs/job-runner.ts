import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessLog } from '../process-log.js';
import type { JobKind } from './job.js';
import { JobAttempt } from './job-attempt.js';
import type { JobLeases } from './job-leases.js';
import type { JobQueue } from './job-queue.js';

interface Parts {
  readonly queue: JobQueue;
  readonly leases: JobLeases;
  readonly log: ProcessLog;
}

/** How often it looks for jobs that another instance was asked for, or that have become due. */
const LOOK_MS = 1_000;
/** After a look that failed: the database is away, and says so to everybody. */
const LOOK_AFTER_FAILURE_MS = 5_000;
/** Attempts that have not ended by then are left to their leases. */
const STOP_LIMIT_MS = 20_000;

/**
 * Does the jobs of the kinds that this instance knows, a few at once. Another instance of an older or newer release leaves
 * alone what it does not know.
 */
export class JobRunner {
  readonly #kinds = new Map<string, JobKind<object>>();
  readonly #attempts = new Map<
    JobAttempt,
    { readonly kind: string; readonly end: Promise<void> }
  >();
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {
    parts.queue.onAsked(() => {
      this.#wake.abort();
    });
  }

  /** Has jobs of a kind done here. Features do so in their constructors, before anything runs. */
  define<Content extends object>(kind: JobKind<Content>): void {
    if (this.#kinds.has(kind.name)) throw new Error(`the job kind ${kind.name} is defined twice`);
    // Its content was written by `JobQueue.ask` for the same kind.
    this.#kinds.set(kind.name, kind);
  }

  start(): void {
    if (this.#kinds.size > 0) this.#looking = this.#look();
  }

  /** Takes nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#looking;
    for (const attempt of this.#attempts.keys()) attempt.stop();
    const limit = new AbortController();
    await Promise.race([
      Promise.all([...this.#attempts.values()].map(({ end }) => end)),
      delay(STOP_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
    ]);
    limit.abort();
    if (this.#attempts.size > 0) {
      this.parts.log.warn('jobs were left to their leases', { size: this.#attempts.size });
    }
  }

  async #look(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      const wait = await this.#takeAll().then(
        () => LOOK_MS,
        (error: unknown) => {
          this.parts.log.warn('jobs could not be looked for', { error });
          return LOOK_AFTER_FAILURE_MS;
        },
      );
      await this.#sleep(wait);
    }
  }

  async #takeAll(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const kinds = this.#kindsWithRoom();
      if (kinds.length === 0) return;
      const job = await this.parts.leases.take(kinds);
      if (job === undefined) return;
      const kind = this.#kinds.get(job.kind);
      if (kind === undefined) throw new Error(`took a job of the unknown kind ${job.kind}`);
      this.#begin(new JobAttempt(job, kind, this.parts), kind.name);
    }
  }

  #begin(attempt: JobAttempt, kind: string): void {
    const end = attempt
      .run()
      .catch((error: unknown) => {
        this.parts.log.warn('the end of a job could not be marked', { component: kind, error });
      })
      .finally(() => {
        this.#attempts.delete(attempt);
        this.#wake.abort();
      });
    this.#attempts.set(attempt, { kind, end });
  }

  #kindsWithRoom(): readonly string[] {
    const running = [...this.#attempts.values()];
    return [...this.#kinds.values()]
      .filter(({ name, atOnce }) => running.filter(({ kind }) => kind === name).length < atOnce)
      .map(({ name }) => name);
  }

  /** Until there may be something to do. */
  #sleep(durationMs: number): Promise<void> {
    return delay(durationMs, undefined, { signal: this.#wake.signal }).catch(() => undefined);
  }
}
