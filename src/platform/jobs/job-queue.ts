import { randomUUID } from 'node:crypto';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import { minus } from '../../domain/measures/instant.js';
import type { Instant } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import type { Job, JobKind, JobRequest, JobState } from './job.js';
import {
  ASK_JOB,
  ASK_JOB_AGAIN,
  CANCEL_JOB,
  ENDED_JOBS,
  FORGET_JOBS,
  JOB,
  JOB_OF_KEY,
} from './jobs.sql.js';

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly site: LedgerId | null;
  readonly person: PersonId | null;
  readonly state: JobState;
  readonly asked_at: Instant;
  readonly due_at: Instant;
  readonly attempts: number;
  readonly progress_done: string;
  readonly progress_total: string | null;
  readonly result: unknown;
  readonly failure: string | null;
  readonly ended_at: Instant | null;
}

/** Where a page of jobs that have ended begins: before this end. */
export interface EndedBefore {
  readonly endedAt: Instant;
  readonly id: string;
}

/** Ended jobs are kept for so long; a key may be used again afterwards. */
const KEPT_DAYS = 90;
const NEWEST: EndedBefore = {
  endedAt: '9999-12-31T00:00:00.000000Z' as Instant,
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** Jobs for those who ask for them. `JobRunner` does them. */
export class JobQueue {
  readonly #listeners: (() => void)[] = [];

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for a job, or finds the one that was asked for under the same key, in whatever state. Asked `within` a
   * transaction, there is a job if the transaction holds, and none if it does not.
   */
  async ask<Content extends object>(
    { name }: Pick<JobKind<Content>, 'name'>,
    request: JobRequest<Content>,
    within: Statements = this.statements,
  ): Promise<Job> {
    const now = this.clock.now();
    const { key, content, site = null, person = null, dueAt = now } = request;
    const values = [randomUUID(), name, key, site, person, JSON.stringify(content), now, dueAt];
    await within.change(ASK_JOB, values);
    const row = await within.row<JobRow>(JOB_OF_KEY, [name, key]);
    if (row === undefined) throw new Error('the job that was just asked for is not there');
    this.#tell();
    return toJob(row);
  }

  async find(id: string): Promise<Job | undefined> {
    const row = await this.statements.row<JobRow>(JOB, [id]);
    return row === undefined ? undefined : toJob(row);
  }

  /** Jobs that ended in one way, the newest end first. */
  async ended(
    state: 'done' | 'failed' | 'cancelled',
    page: { readonly before?: EndedBefore; readonly limit: number },
  ): Promise<readonly Job[]> {
    const { endedAt, id } = page.before ?? NEWEST;
    const rows = await this.statements.rows<JobRow>(ENDED_JOBS, [state, endedAt, id, page.limit]);
    return rows.map(toJob);
  }

  /** Ends a job that waits, and asks one that runs to end. False where it has ended already. */
  async cancel(id: string): Promise<boolean> {
    const changed = await this.statements.change(CANCEL_JOB, [id, this.clock.now()]);
    return changed === 1;
  }

  /** Has a job tried again that failed or was cancelled. False for any other. */
  async askAgain(id: string): Promise<boolean> {
    const changed = await this.statements.change(ASK_JOB_AGAIN, [id, this.clock.now()]);
    if (changed === 1) this.#tell();
    return changed === 1;
  }

  /** Removes jobs that ended long ago. */
  async forget(): Promise<void> {
    await this.statements.change(FORGET_JOBS, [minus(this.clock.now(), { days: KEPT_DAYS })]);
  }

  /** Calls back when there may be something to do; jobs of other instances are not told of. */
  onAsked(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const toJob = (row: JobRow): Job => ({
  id: row.id,
  kind: row.kind,
  site: row.site,
  person: row.person,
  state: row.state,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  attempts: row.attempts,
  progress: {
    done: Number(row.progress_done),
    total: row.progress_total === null ? null : Number(row.progress_total),
  },
  result: row.result,
  failure: row.failure,
  endedAt: row.ended_at,
});
