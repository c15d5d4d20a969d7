import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../clock.js';
import { FileStore } from '../files/file-store.js';
import { JobQueue } from '../jobs/job-queue.js';
import { CLOCK, PROCESS_LOG } from '../platform.module.js';
import type { ProcessLog } from '../process-log.js';
import { Attempts } from './attempts.js';
import { Credentials } from './credentials.js';
import { Sessions } from './sessions.js';

const EVERY_MS = 3_600_000;

/**
 * Removes every hour what counts for nothing any more: old sessions, tries, devices, jobs, files that nobody named, and what
 * features keep for a time.
 */
@Injectable()
export class Tidying implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stop = new AbortController();
  readonly #others: (() => Promise<void>)[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROCESS_LOG) private readonly log: ProcessLog,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JobQueue) private readonly jobs: JobQueue,
  ) {}

  /** Has something else removed as well. Features say so before anything runs. */
  also(forget: () => Promise<void>): void {
    this.#others.push(forget);
  }

  onApplicationBootstrap(): void {
    this.#work = this.#run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #run(): Promise<void> {
    while (await this.#sleep()) {
      await this.#tidy().catch((error: unknown) => {
        this.log.warn('tidying failed; it is tried again in an hour', { error });
      });
    }
  }

  /** False when the service stops meanwhile. */
  #sleep(): Promise<boolean> {
    return this.clock.sleep(EVERY_MS, this.#stop.signal).then(
      () => true,
      () => false,
    );
  }

  async #tidy(): Promise<void> {
    await this.sessions.forget();
    await this.attempts.forget();
    await this.credentials.forgetDevices();
    await this.files.forget();
    await this.jobs.forget();
    for (const forget of this.#others) await forget();
  }
}
