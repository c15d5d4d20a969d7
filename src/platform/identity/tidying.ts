import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../clock.js';
import { FileStore } from '../files/file-store.js';
import { JobQueue } from '../jobs/job-queue.js';
import { CLOCK, PROCESS_LOG } from '../platform.module.js';
import type { ProcessLog } from '../process-log.js';
import { Recurring } from '../recurring.js';
import { Attempts } from './attempts.js';
import { Credentials } from './credentials.js';
import { Sessions } from './sessions.js';

const EVERY_MS = 3_600_000;

/**
 * Removes every hour what counts for nothing any more: old sessions, tries, devices, jobs, files that nobody named, and what
 * features keep for a time.
 */
@Injectable()
export class Tidying extends Recurring {
  readonly #others: (() => Promise<void>)[] = [];

  constructor(
    @Inject(CLOCK) protected readonly clock: Clock,
    @Inject(PROCESS_LOG) private readonly log: ProcessLog,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JobQueue) private readonly jobs: JobQueue,
  ) {
    super(EVERY_MS, 'after a pause');
  }

  /** Has something else removed as well. Features say so before anything runs. */
  also(forget: () => Promise<void>): void {
    this.#others.push(forget);
  }

  protected failed(error: unknown): void {
    this.log.warn('tidying failed; it is tried again in an hour', { error });
  }

  protected async go(): Promise<void> {
    await this.sessions.forget();
    await this.attempts.forget();
    await this.credentials.forgetDevices();
    await this.files.forget();
    await this.jobs.forget();
    for (const forget of this.#others) await forget();
  }
}
