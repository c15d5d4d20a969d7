import { pipeline } from 'node:stream/promises';
import type { Asking } from '../../platform/http/asked.js';
import { Problem } from '../../platform/http/problem.js';
import { JobFailed } from '../../platform/jobs/job.js';
import type { Job, JobKind, JobRun } from '../../platform/jobs/job.js';
import type { JobQueue } from '../../platform/jobs/job-queue.js';
import { checkPage } from './page-check.js';
import type { CheckedPage } from './page-check.js';
import { readPageCode } from './page-code.js';
import type { PageCode } from './page-code.js';
import type { Prints } from './prints.store.js';
import type { Reports } from './reports.js';

export const PAGE_CHECK = 'page-check';

interface PageToCheck {
  /** The text of the page's code. */
  readonly code: string;
}

/** What was said of a page: it has names of patients, and is kept as prints are, for a day. */
interface KeptCheck extends PageToCheck {
  readonly checked: CheckedPage;
}

const AT_ONCE = 1;
const MOST_ATTEMPTS = 3;

/** Pages of documents that take longer to print again than a person waits. */
export class PageCheckJobs implements JobKind<PageToCheck> {
  readonly name = PAGE_CHECK;
  readonly atOnce = AT_ONCE;
  readonly mostAttempts = MOST_ATTEMPTS;

  constructor(
    private readonly parts: {
      readonly queue: JobQueue;
      readonly reports: Reports;
      readonly prints: Prints;
    },
  ) {}

  /** Asks for a page whose document could be opened. */
  ask(asking: Asking & { readonly entry: string }, code: string): Promise<Job> {
    const { entry: key, site, person } = asking;
    return this.parts.queue.ask<PageToCheck>(this, { key, content: { code }, site, person });
  }

  /** What a job said of its page. @throws Problem where that is not there, or no longer. */
  async fetch({ id, kind, state, result }: Job): Promise<{ code: PageCode; checked: CheckedPage }> {
    await this.parts.prints.forget();
    if (kind !== this.name || state !== 'done') throw Problem.of('record.not-found');
    // Written by `run` of this kind.
    const { attempt } = result as { readonly attempt: number };
    const parts: Buffer[] = [];
    for await (const part of this.parts.prints.read({ job: id, attempt })) parts.push(part);
    if (parts.length === 0) throw Problem.of('record.not-found');
    const { code, checked } = JSON.parse(Buffer.concat(parts).toString('utf8')) as KeptCheck;
    return { code: codeOf({ code }), checked };
  }

  /** Prints the document up to the page: what the job queue calls. */
  async run(content: PageToCheck, run: JobRun): Promise<{ readonly attempt: number }> {
    const { reports, prints } = this.parts;
    const code = codeOf(content);
    const report = await reports.ofPage(code);
    const { standing, page } = await checkPage(report, code, {
      signal: run.signal,
      onProgress: (share) => {
        const total = report.entries;
        run.progress({ done: Math.min(total, Math.round(share * total)), total });
      },
    });
    const checked = { standing, page: page === null ? null : { text: page.text } };
    const kept: KeptCheck = { ...content, checked };
    await prints.forget();
    const { attempt } = run;
    const to = await prints.writer({ job: run.id, attempt });
    await pipeline([Buffer.from(JSON.stringify(kept), 'utf8')], to);
    return { attempt };
  }
}

function codeOf({ code }: PageToCheck): PageCode {
  const read = readPageCode(code);
  // A later release may read codes in another way.
  if (read === undefined) throw new JobFailed('page-check.code', 'give-up');
  return read;
}
