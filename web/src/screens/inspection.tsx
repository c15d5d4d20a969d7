/** The inspector's desk: where everything read only begins, the signed head of the ledger, and what was shown to whom. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addressOf, get, post, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { watchJob } from '../api/watch-job.js';
import { Mark, Page, Panel } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { Notes } from './inspection-notes.js';
import { HowFar } from './report-print.js';
import { ShownLines } from './shown-lines.js';

const say = words.inspection;

type Job = Schemas['PrintJobDto'];

export default function Inspection() {
  const { site } = useHere();
  const params = { site: site.site };
  const head = useQuery({
    queryKey: ['checkpoint', site.site],
    queryFn: async () =>
      (await fetch(addressOf('/api/sites/{site}/checkpoint', { params }))).text(),
  });
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <div className="board">
        {[
          ['/ledger', words.nav.ledger],
          ['/vials', words.nav.vials],
          ['/discrepancies', words.nav.discrepancies],
          ['/losses', words.nav.losses],
          ['/reconciliation', words.nav.reconciliation],
          ['/trends', words.nav.trends],
          ['/reports', words.nav.reports],
        ].map(([href = '', label]) => (
          <Link key={href} href={href} className="card">
            <span>{label}</span>
          </Link>
        ))}
      </div>
      <Panel
        title={say.checkpoint}
        beside={
          <a href={addressOf('/api/sites/{site}/log.vkey', { params })} download="log.vkey">
            {say.key}
          </a>
        }
      >
        <pre className="checkpoint" tabIndex={0}>
          {head.data}
        </pre>
      </Panel>
      <div className="board two">
        <Notes />
        <PageCheck />
        <LineProof />
      </div>
      <ShownLines />
    </Page>
  );
}

/** Any line of the register is proved by its number: the screen of the line has its proof. */
function LineProof() {
  const [, go] = useLocation();
  const [line, setLine] = useState('');
  return (
    <Panel title={say.proof}>
      <p className="quiet">{say.proofSays}</p>
      <form
        className="row wrap end"
        onSubmit={(event) => {
          event.preventDefault();
          go(`/ledger/${line.trim()}`);
        }}
      >
        <TextInput
          label={words.ledger.line}
          value={line}
          required
          inputMode="numeric"
          pattern="\d{1,15}"
          data-scan="own"
          onChange={typed(setLine)}
        />
        <Button type="submit">{say.toProof}</Button>
      </form>
    </Panel>
  );
}

/** What the register says of a page; of a long document a job prints the pages before it, and its end is waited for. */
async function checkedPage(
  site: string,
  code: string,
  onJob: (job: Job) => void,
  signal: AbortSignal,
): Promise<Schemas['PageCheckDto']> {
  const params = { site };
  try {
    return await get('/api/sites/{site}/reports/page-check', { params, query: { code } });
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.code !== 'report.long') throw error;
  }
  const asked = await post('/api/sites/{site}/reports/jobs/page-checks', { params }, { code });
  const at = { params: { ...params, job: asked.id } };
  await watchJob(at, { onJob, signal });
  return get('/api/sites/{site}/reports/jobs/{job}/page', at);
}

/** A page on paper is held against the register. */
function PageCheck() {
  const { site } = useHere();
  const [code, setCode] = useState('');
  const [job, setJob] = useState<Job | null>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => {
      leaving.current.abort();
    };
  }, []);
  const checked = useMutation({
    mutationFn: () => checkedPage(site.site, code.trim(), setJob, leaving.current.signal),
    onSettled: () => {
      setJob(null);
    },
  });
  return (
    <Panel title={say.page}>
      <p className="quiet">{say.pageSays}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          checked.mutate();
        }}
      >
        <TextInput
          label={say.pageCode}
          value={code}
          required
          autoComplete="off"
          data-scan="own"
          onChange={typed(setCode)}
        />
        <div className="row">
          <Button type="submit" loading={checked.isPending}>
            {say.check}
          </Button>
        </div>
      </form>
      {job !== null && <HowFar job={job} />}
      {checked.error !== null && (
        <ProblemNotice
          problem={checked.error instanceof Refused ? checked.error.problem : 'unreachable'}
        />
      )}
      {checked.data !== undefined && (
        <section className="stack" role="status">
          <p>
            <Mark as={checked.data.standing === 'as-printed' ? 'good' : 'bad'}>
              {STANDINGS[checked.data.standing]}
            </Mark>
          </p>
          {checked.data.text !== null && (
            <>
              <h3>{say.reads}</h3>
              <pre className="checkpoint" tabIndex={0}>
                {checked.data.text}
              </pre>
            </>
          )}
        </section>
      )}
    </Panel>
  );
}

const STANDINGS = {
  'as-printed': say.asPrinted,
  differs: say.differs,
  'other-release': say.otherRelease,
} as const;
