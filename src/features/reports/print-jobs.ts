import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Asking } from '../../platform/http/asked.js';
import { Problem } from '../../platform/http/problem.js';
import type { Sessions } from '../../platform/identity/sessions.js';
import type { Job, JobKind, JobRun } from '../../platform/jobs/job.js';
import type { JobQueue } from '../../platform/jobs/job-queue.js';
import { Digest } from './digest.js';
import { PAGE_CHECK } from './page-check-jobs.js';
import type { PrintAttempt, Prints } from './prints.store.js';
import type { OpenReport, Reports } from './reports.js';
import type { AskedReport } from './scope.js';

/** What a job that printed a document left. */
export interface Printed {
  readonly attempt: number;
  readonly fileName: string;
  readonly contentType: string;
  readonly identity: string;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  readonly signed: boolean;
  /** The hash of a signed PDF without its signature; null where it has none. */
  readonly unsignedSha256: string | null;
}

const REPORT = 'report';
const AT_ONCE = 1;
const MOST_ATTEMPTS = 3;
const LOOK_MS = 500;
/** A watcher that stays longer comes again by itself: browsers do. */
const LONGEST_WATCH_MS = 10 * 60_000;

/** Documents that are printed apart from the request that asked for them, and fetched when they are there. */
export class PrintJobs implements JobKind<AskedReport> {
  readonly name = REPORT;
  readonly atOnce = AT_ONCE;
  readonly mostAttempts = MOST_ATTEMPTS;
  readonly #stop = new AbortController();

  constructor(
    private readonly parts: {
      readonly queue: JobQueue;
      readonly reports: Reports;
      readonly prints: Prints;
      readonly sessions: Sessions;
    },
  ) {}

  /** Nobody watches any more: the service stops. */
  onModuleDestroy(): void {
    this.#stop.abort();
  }

  /** Asks for a document that could be opened. */
  ask(asking: Asking & { readonly entry: string }, { scope }: OpenReport): Promise<Job> {
    const { entry: key, site, person } = asking;
    return this.parts.queue.ask<AskedReport>(this, { key, content: scope, site, person });
  }

  /** A person's own job at the site: a document, or a page to be checked. */
  async find(asking: Asking, id: string): Promise<Job> {
    const job = await this.parts.queue.find(id);
    const isTheirs = job?.person === asking.person && job.site === asking.site;
    const isOfPrint = job?.kind === this.name || job?.kind === PAGE_CHECK;
    if (job === undefined || !isOfPrint || !isTheirs) throw Problem.of('record.not-found');
    return job;
  }

  async cancel(asking: Asking, id: string): Promise<Job> {
    await this.find(asking, id);
    await this.parts.queue.cancel(id);
    return this.find(asking, id);
  }

  /** The printed document. @throws Problem where it is not there, or no longer. */
  async fetch(job: Job): Promise<{ readonly printed: Printed; readonly file: PassThrough }> {
    const printed = printedBy(job);
    await this.parts.prints.forget();
    if (printed === null) throw Problem.of('record.not-found');
    const reading = this.parts.prints.read({ job: job.id, attempt: printed.attempt });
    const first = await reading.next();
    if (first.done === true) throw Problem.of('record.not-found');
    const file = new PassThrough();
    file.write(first.value);
    // Whoever leaves early closes the file, which ends the reading.
    pipeline(reading, file).catch(() => file.destroy());
    return { printed, file };
  }

  /**
   * The job as it goes on, until it has ended, the watcher's session has ended or locked, or the service stops. Watching is
   * no activity: it keeps nobody signed in.
   */
  async *watch(asking: Asking, id: string): AsyncGenerator<Job> {
    let told = '';
    for (let waitedMs = 0; waitedMs < LONGEST_WATCH_MS; waitedMs += LOOK_MS) {
      const job = await this.find(asking, id);
      const now = JSON.stringify([job.state, job.progress]);
      if (now !== told) yield job;
      told = now;
      if (job.endedAt !== null || !(await this.parts.sessions.isOpen(asking.session))) return;
      const goesOn = await delay(LOOK_MS, true, { signal: this.#stop.signal }).catch(() => false);
      if (!goesOn) return;
    }
  }

  /** Prints: what the job queue calls. */
  async run(content: AskedReport, run: JobRun): Promise<Printed> {
    const { reports, prints } = this.parts;
    const report = await reports.open(content);
    await prints.forget();
    const digest = new Digest();
    const to: PrintAttempt = { job: run.id, attempt: run.attempt };
    const stored = pipeline(digest, await prints.writer(to), { signal: run.signal });
    const printed = report.print(digest, {
      signal: run.signal,
      onProgress: (share) => {
        const total = report.entries;
        run.progress({ done: Math.min(total, Math.round(share * total)), total });
      },
    });
    // Both have ended before the job has: nothing goes on reading the ledger for a print that was given up.
    const ends = await Promise.allSettled([printed, stored]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    const { fileName, contentType, identity, scope } = report;
    const { bytes, hash: sha256 } = digest;
    const { unsigned: unsignedSha256 } = await printed;
    const file = { fileName, contentType, identity, bytes, sha256 };
    return { attempt: run.attempt, ...file, signed: scope.signed, unsignedSha256 };
  }
}

/** What a job that prints a document left, once it is done. */
export const printedBy = ({ kind, state, result }: Job): Printed | null =>
  // Written by `run` of this kind.
  kind === REPORT && state === 'done' ? (result as Printed) : null;
