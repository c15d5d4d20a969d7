/** Work that is done apart from the request that asked for it, at least once, by whichever instance takes it. */
import type { LedgerId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/measures/instant.js';

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
/** `failed`: nobody tries it any more unless a person asks for it again. */
export type JobState = (typeof JOB_STATES)[number];

/** How far a job is, in units of its own; `total` is null until it is known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
}

/** One job as it stands. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly site: LedgerId | null;
  /** Who asked for it; null where the service did by itself. */
  readonly person: PersonId | null;
  readonly state: JobState;
  readonly askedAt: Instant;
  /** Not before this. */
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly progress: JobProgress;
  /** What it left, once it is done. */
  readonly result: unknown;
  /** Code of why the last attempt failed. */
  readonly failure: string | null;
  readonly endedAt: Instant | null;
}

/** What is asked for. Neither content nor result may hold personal data: both are stored as they are. */
export interface JobRequest<Content extends object> {
  /** The same for the same work: asked for twice, it is done once. */
  readonly key: string;
  readonly content: Content;
  readonly site?: LedgerId | null;
  readonly person?: PersonId | null;
  /** Not before this; at once if left out. */
  readonly dueAt?: Instant;
}

/** One attempt, as the code that does the work sees it. */
export interface JobRun {
  readonly id: string;
  readonly site: LedgerId | null;
  readonly person: PersonId | null;
  /** 1 for the first. */
  readonly attempt: number;
  /**
   * Aborted when the job is cancelled, taken over by another instance, or the service stops. Work of seconds may ignore
   * it and finish; longer work throws, and is given back when the service stops.
   */
  readonly signal: AbortSignal;
  /** Tells how far it is. Cheap: it is written now and then. */
  readonly progress: (progress: JobProgress) => void;
}

/**
 * One kind of work. It may be done twice: when an instance dies after the work and before it is marked, another does it
 * again. What it changes must bear that.
 */
export interface JobKind<Content extends object> {
  /** "reminder". Content is read by the same name again after an upgrade: another content needs another name. */
  readonly name: string;
  /** Jobs of this kind that one instance runs at once. */
  readonly atOnce: number;
  /** Attempts until it counts as failed. */
  readonly mostAttempts: number;
  /** Does the work; what it returns is kept as the result. */
  run(content: Content, run: JobRun): Promise<object | null>;
}

/** An attempt that failed in a foreseen way. Anything else that is thrown counts as `job.error` and is tried again. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';

  constructor(
    /** Published beside the job: "webhook.status-410". Lower case, digits, dots and hyphens. */
    readonly code: string,
    /** Whether another attempt may succeed. */
    readonly next: 'try-again' | 'give-up',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
