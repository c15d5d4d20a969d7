/** Watches a print job: the service tells how far it is; where its stream breaks, it is asked instead. */
import { addressOf, get } from './client.js';
import type { At, Schemas } from './client.js';

type Job = Schemas['PrintJobDto'];
const ASK_EVERY_MS = 2_000;
const ENDS: readonly Job['state'][] = ['done', 'failed', 'cancelled'];

/** The job once it has ended. @throws what asking throws, and when `signal` is aborted. */
export async function watchJob(
  at: At,
  on: { readonly onJob: (job: Job) => void; readonly signal: AbortSignal },
): Promise<Job> {
  const told = await listen(at, on);
  for (let job = told; ; job = await get('/api/sites/{site}/reports/jobs/{job}', at)) {
    on.signal.throwIfAborted();
    if (job !== null) {
      on.onJob(job);
      if (ENDS.includes(job.state)) return job;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }
}

/** What the stream told last: the end of the job, or less where it broke. */
function listen(
  at: At,
  { onJob, signal }: { readonly onJob: (job: Job) => void; readonly signal: AbortSignal },
): Promise<Job | null> {
  return new Promise((resolve) => {
    const stream = new EventSource(addressOf('/api/sites/{site}/reports/jobs/{job}/events', at));
    let last: Job | null = null;
    const end = (): void => {
      stream.close();
      resolve(last);
    };
    signal.addEventListener('abort', end);
    stream.onerror = end;
    stream.addEventListener('job', ({ data }: MessageEvent<string>) => {
      last = JSON.parse(data) as Job;
      onJob(last);
      if (ENDS.includes(last.state)) end();
    });
  });
}
