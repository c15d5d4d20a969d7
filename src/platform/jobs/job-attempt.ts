import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessLog } from '../process-log.js';
import { JobFailed } from './job.js';
import type { JobKind, JobProgress, JobRun } from './job.js';
import { LEASE_SECONDS } from './job-leases.js';
import type { JobLeases, LeasedJob } from './job-leases.js';

/** Why an attempt is told to stop. */
type Stop = 'cancelled' | 'lost' | 'service-stops';

const SIGN_OF_LIFE_MS = 1_000;
const LEASE_MS = LEASE_SECONDS * 1000;
/** The instance ended while it ran the job, in every attempt. */
const NEVER_ENDED = 'job.never-ended';
const UNFORESEEN = 'job.error';

interface Parts {
  readonly leases: JobLeases;
  readonly log: ProcessLog;
}

/** One attempt at one job: runs it, shows signs of life meanwhile, and marks how it ended. */
export class JobAttempt {
  readonly #stop = new AbortController();
  readonly #ended = new AbortController();
  #stopped: Stop | undefined;
  #progress: JobProgress = { done: 0, total: null };

  constructor(
    private readonly job: LeasedJob,
    private readonly kind: JobKind<object>,
    private readonly parts: Parts,
  ) {}

  /** Runs it to its end. Rejects only where the end could not be marked: the lease then runs out. */
  async run(): Promise<void> {
    const { job, kind } = this;
    const { leases } = this.parts;
    if (job.isCancelling) return this.#mark(leases.cancelled(job));
    if (job.attempts > kind.mostAttempts) return this.#mark(leases.giveUp(job, NEVER_ENDED));
    const life = this.#showLife();
    try {
      const mark = await this.#work();
      await this.#mark(mark());
    } finally {
      this.#ended.abort();
      await life;
    }
  }

  /** The service stops: work that heeds its signal is given back, other work may finish. */
  stop(): void {
    this.#abort('service-stops');
  }

  #asSeenInside(): JobRun {
    const { id, site, person, attempts } = this.job;
    const progress = (told: JobProgress): void => {
      this.#progress = told;
    };
    return { id, site, person, attempt: attempts, signal: this.#stop.signal, progress };
  }

  /** Does the work; gives back how its end is marked. */
  async #work(): Promise<() => Promise<boolean>> {
    const { job, kind } = this;
    const { leases } = this.parts;
    try {
      const result = await kind.run(job.content, this.#asSeenInside());
      return () => leases.finish(job, result);
    } catch (error) {
      switch (this.#stopped) {
        case 'cancelled':
          return () => leases.cancelled(job);
        case 'service-stops':
          return () => leases.giveBack(job);
        case 'lost':
        case undefined:
          return this.#afterFailure(error);
      }
    }
  }

  #afterFailure(error: unknown): () => Promise<boolean> {
    const { job, kind } = this;
    const { leases, log } = this.parts;
    const isForeseen = error instanceof JobFailed;
    const code = isForeseen ? error.code : UNFORESEEN;
    if (isForeseen) log.info('job failed', { code, component: kind.name });
    else log.error('job failed', { code, component: kind.name, error });
    const isLast = job.attempts >= kind.mostAttempts || (isForeseen && error.next === 'give-up');
    return () => (isLast ? leases.giveUp(job, code) : leases.tryLater(job, code));
  }

  async #mark(marking: Promise<boolean>): Promise<void> {
    if (await marking) return;
    this.parts.log.warn('job ended after its lease', { component: this.kind.name });
  }

  async #showLife(): Promise<void> {
    let shownMs = performance.now();
    while (await this.#sleep()) {
      try {
        const answer = await this.parts.leases.keep(this.job, this.#progress);
        if (answer !== 'go-on') this.#abort(answer);
        shownMs = performance.now();
      } catch (error) {
        this.parts.log.warn('job could not show a sign of life', { error });
        // From here on another instance may run it too.
        if (performance.now() - shownMs > LEASE_MS) this.#abort('lost');
      }
    }
  }

  /** False once the attempt has ended. */
  #sleep(): Promise<boolean> {
    return delay(SIGN_OF_LIFE_MS, undefined, { signal: this.#ended.signal }).then(
      () => true,
      () => false,
    );
  }

  #abort(why: Stop): void {
    this.#stopped ??= why;
    this.#stop.abort();
  }
}
