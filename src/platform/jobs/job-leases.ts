import { randomUUID } from 'node:crypto';
import type { LedgerId, PersonId } from '../../domain/ids.js';
import { plus } from '../../domain/measures/instant.js';
import type { Clock } from '../clock.js';
import type { Statements } from '../database/statements.js';
import type { JobProgress } from './job.js';
import {
  END_JOB,
  FINISH_JOB,
  GIVE_JOB_BACK,
  KEEP_JOB,
  TAKE_JOB,
  TRY_JOB_LATER,
} from './jobs.sql.js';

/** A job that an instance has taken, and for how long it is nobody else's. */
export interface LeasedJob {
  readonly id: string;
  readonly lease: string;
  readonly kind: string;
  readonly site: LedgerId | null;
  readonly person: PersonId | null;
  readonly content: object;
  /** This one counted. */
  readonly attempts: number;
  readonly isCancelling: boolean;
}

interface TakenRow {
  readonly id: string;
  readonly kind: string;
  readonly site: LedgerId | null;
  readonly person: PersonId | null;
  readonly content: object;
  readonly attempts: number;
  readonly is_cancelling: boolean;
}

/** Without a sign of life for so long, a job goes to whoever asks next. */
export const LEASE_SECONDS = 30;
const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3_600;

/**
 * Which instance runs which job. Each statement holds only for whoever knows the lease, so that an instance which was
 * taken for dead, and was only slow, changes nothing any more.
 */
export class JobLeases {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Takes the job of some kinds that has been due for longest; undefined where none is due. */
  async take(kinds: readonly string[]): Promise<LeasedJob | undefined> {
    const lease = randomUUID();
    const values = [kinds, this.clock.now(), lease, LEASE_SECONDS];
    const row = await this.statements.row<TakenRow>(TAKE_JOB, values);
    if (row === undefined) return undefined;
    const { is_cancelling: isCancelling, ...rest } = row;
    return { ...rest, lease, isCancelling };
  }

  /** Shows a sign of life, and learns what is wanted. */
  async keep(
    { id, lease }: LeasedJob,
    { done, total }: JobProgress,
  ): Promise<'go-on' | 'cancelled' | 'lost'> {
    const row = await this.statements.row<{ readonly is_cancelling: boolean }>(KEEP_JOB, [
      id,
      lease,
      LEASE_SECONDS,
      done,
      total,
    ]);
    if (row === undefined) return 'lost';
    return row.is_cancelling ? 'cancelled' : 'go-on';
  }

  finish({ id, lease }: LeasedJob, result: object | null): Promise<boolean> {
    const left = result === null ? null : JSON.stringify(result);
    return this.#change(FINISH_JOB, [id, lease, left, this.clock.now()]);
  }

  /** Has it tried again, later each time. */
  tryLater({ id, lease, attempts }: LeasedJob, failure: string): Promise<boolean> {
    const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS);
    const dueAt = plus(this.clock.now(), { seconds });
    return this.#change(TRY_JOB_LATER, [id, lease, failure, dueAt]);
  }

  giveBack({ id, lease }: LeasedJob): Promise<boolean> {
    return this.#change(GIVE_JOB_BACK, [id, lease]);
  }

  giveUp({ id, lease }: LeasedJob, failure: string): Promise<boolean> {
    return this.#change(END_JOB, [id, lease, 'failed', failure, this.clock.now()]);
  }

  cancelled({ id, lease }: LeasedJob): Promise<boolean> {
    return this.#change(END_JOB, [id, lease, 'cancelled', null, this.clock.now()]);
  }

  /** False where the job is not ours any more. */
  async #change(statement: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.statements.change(statement, values)) === 1;
  }
}
