/** Prints a document by a job of the service, telling how far it is; what it printed is looked at and saved. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { addressOf, post, Refused, Unreachable } from '../api/client.js';
import type { Problem, Schemas } from '../api/client.js';
import { download } from '../api/download.js';
import type { Downloaded } from '../api/download.js';
import { watchJob } from '../api/watch-job.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';

const say = words.reports;
export type PrintAsked = Omit<Schemas['PrintDto'], 'file'>;
type Form = Schemas['PrintableDto']['forms'][number];
type Job = Schemas['PrintJobDto'];
type State =
  | { readonly is: 'ready'; readonly problem: Problem | 'unreachable' | null }
  | { readonly is: 'printing'; readonly form: Form; readonly job: Job | null }
  | { readonly is: 'failed'; readonly failure: string | null }
  | { readonly is: 'done'; readonly file: Downloaded };

export function Printing(props: {
  document: string;
  forms: readonly Form[];
  asked: PrintAsked;
  /** Whether PDFs, and those of the packet, are to be signed. */
  signed: boolean;
  lacks: boolean;
}) {
  const { site } = useHere();
  const params = { site: site.site };
  const [state, setState] = useState<State>({ is: 'ready', problem: null });
  const leaving = useRef<AbortController | null>(null);
  const kept = useRef<Downloaded | null>(null);
  useEffect(
    () => () => {
      leaving.current?.abort();
      kept.current?.release();
    },
    [],
  );
  const print = async (form: Form): Promise<void> => {
    const { signal } = (leaving.current = new AbortController());
    kept.current?.release();
    const tell = (job: Job | null): void => {
      setState({ is: 'printing', form, job });
    };
    tell(null);
    try {
      const isSigned = props.signed && (form === 'pdf' || form === 'zip');
      const file = `${props.document}.${form}`;
      const body = { ...props.asked, file, ...(isSigned ? { signed: 'true' as const } : {}) };
      const asked = await post('/api/sites/{site}/reports/jobs', { params }, body);
      const at = { params: { ...params, job: asked.id } };
      const job = await watchJob(at, { onJob: tell, signal });
      if (job.state !== 'done') {
        setState({ is: 'failed', failure: job.failure });
        return;
      }
      const address = addressOf('/api/sites/{site}/reports/jobs/{job}/file', at);
      kept.current = await download(address, { onBytes: () => undefined, signal });
      setState({ is: 'done', file: kept.current });
    } catch (error) {
      if (signal.aborted) setState({ is: 'ready', problem: null });
      else if (error instanceof Refused) setState({ is: 'ready', problem: error.problem });
      else if (error instanceof Unreachable) setState({ is: 'ready', problem: 'unreachable' });
      else throw error;
    }
  };
  const cancel = (job: Job | null): void => {
    leaving.current?.abort();
    if (job === null) return;
    const at = { params: { ...params, job: job.id } };
    // What is no longer wanted may as well be printed: nothing hangs on whether this is heard.
    void post('/api/sites/{site}/reports/jobs/{job}/cancellation', at, undefined).catch(
      () => undefined,
    );
  };
  const isPrinting = state.is === 'printing';
  return (
    <div className="stack">
      <div className="row wrap">
        {props.forms.map((form) => (
          <Button
            key={form}
            variant={form === 'pdf' || form === 'zip' ? 'filled' : 'default'}
            disabled={props.lacks || isPrinting}
            loading={isPrinting && state.form === form}
            onClick={() => void print(form)}
          >
            {say.print} {form.toUpperCase()}
          </Button>
        ))}
        {isPrinting && (
          <Button
            variant="subtle"
            onClick={() => {
              cancel(state.job);
            }}
          >
            {words.cancel}
          </Button>
        )}
      </div>
      {isPrinting && <HowFar job={state.job} />}
      <p role="status" className="num">
        {state.is === 'done' && `${state.file.name} · ${kilobytes(state.file.bytes)}`}
      </p>
      {state.is === 'done' && (
        <p className="row wrap">
          <a className="download" href={state.file.address} target="_blank" rel="noreferrer">
            {say.open}
          </a>
          <a className="download" href={state.file.address} download={state.file.name}>
            {words.save}
          </a>
        </p>
      )}
      {state.is === 'failed' && (
        <p className="notice notice-warn" role="alert">
          {say.failed} {state.failure}
        </p>
      )}
      {state.is === 'ready' && <ProblemNotice problem={state.problem} />}
    </div>
  );
}

export function HowFar({ job }: { job: Job | null }) {
  const { done, total } = job ?? { done: 0, total: null };
  return (
    <p className="row num">
      <progress
        aria-label={say.printing}
        max={total ?? 1}
        {...(total === null ? {} : { value: done })}
      />
      {total !== null && `${done} ${say.of} ${total} ${say.lines}`}
    </p>
  );
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;
