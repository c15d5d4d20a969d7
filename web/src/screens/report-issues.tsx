/** Issued documents: each is known by its line and the hash of its file; what would change it today is said. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { LineLink } from '../parts/line-link.js';
import { ActForm } from '../act/act-form.js';
import { addressOf, post } from '../api/client.js';
import type { Problem, Schemas } from '../api/client.js';
import { ISSUE_PURPOSE } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { watchJob } from '../api/watch-job.js';
import { CodeField } from '../parts/fields.js';
import { ListPanel } from '../parts/list-panel.js';
import { Mark, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { day, dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { HowFar } from './report-print.js';
import type { PrintAsked } from './report-print.js';

const say = words.issues;
type Issue = Schemas['ListedIssueDto'];
type Printable = Schemas['PrintableDto'];
type Job = Schemas['PrintJobDto'];

/** Records that the document which is chosen is issued, as the ledger stands now. */
export function IssueDocument(props: { document: Printable; asked: PrintAsked; lacks: boolean }) {
  const { site } = useHere();
  const params = { site: site.site };
  const [form, setForm] = useState<Printable['forms'][number]>(props.document.forms[0] ?? 'pdf');
  const [purpose, setPurpose] = useState<(typeof ISSUE_PURPOSE)[number]>('inspection');
  const head = useQuery({
    queryKey: ['checkpoint', site.site],
    queryFn: async () =>
      (await fetch(addressOf('/api/sites/{site}/checkpoint', { params }))).text(),
  });
  const size = Number(head.data?.split('\n')[1]);
  const { from, to, paper, item, ...about } = props.asked;
  const content = {
    purpose,
    file: `${props.document.name}.${form}`,
    from,
    to,
    size,
    item,
    paper,
    ...(Object.keys(about).length === 0 ? {} : { about }),
  };
  const printed = usePrinted({ ...props.asked, file: content.file, size: String(size) });
  return (
    <details className="beside">
      <summary>{say.issue}</summary>
      <p className="quiet small">{say.issueSays}</p>
      <ActForm
        kind="report-issued"
        path="/api/sites/{site}/reports/issued"
        label={say.issue}
        content={props.lacks || !(size > 0) ? null : content}
        remedy={printed.remedy}
        repeats
      >
        {printed.job !== null && <HowFar job={printed.job} />}
        <div className="pair">
          <CodeField label={say.purpose} value={purpose} of={ISSUE_PURPOSE} onChange={setPurpose} />
          <NativeSelect
            label={say.form}
            value={form}
            onChange={(event) => {
              setForm(event.currentTarget.value as typeof form);
            }}
            data={props.document.forms.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </div>
      </ActForm>
    </details>
  );
}

/** Has a document printed by a job where it is too long to be printed while it is issued, and tells how far it is. */
function usePrinted(asked: Schemas['PrintDto']) {
  const { site } = useHere();
  const params = { site: site.site };
  const [job, setJob] = useState<Job | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const remedy = async ({ code }: Problem): Promise<boolean> => {
    if (code !== 'report.long') return false;
    const { signal } = (leaving.current = new AbortController());
    try {
      const begun = await post('/api/sites/{site}/reports/jobs', { params }, asked);
      const at = { params: { ...params, job: begun.id } };
      return (await watchJob(at, { onJob: setJob, signal })).state === 'done';
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    } finally {
      setJob(null);
    }
  };
  return { job, remedy };
}

export function Issues() {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/reports/issued', { params: { site: site.site } }),
  );
  return (
    <ListPanel
      title={say.title}
      says={say.says}
      query={query}
      each={(issue) => <Issued issue={issue} />}
    />
  );
}

function Issued({ issue }: { issue: Issue }) {
  const { zone } = useHere();
  const name = useName();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span>
        <LineLink line={issue.line} /> <strong>{issue.name}</strong> {day(issue.from)} –{' '}
        {day(issue.to)}
        <span className="block quiet small">
          {spelled(issue.purpose)} · {name(issue.by)} · {dayAndTime(issue.occurredAt, zone)}
          {issue.item !== null && ` · ${issue.item}`}
          {issue.about.length > 0 && ` · ${issue.about.join(', ')}`}
        </span>
        <code className="block">{issue.file}</code>
      </span>
      <details
        className="grow"
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary>{say.since}</summary>
        {isOpen && <Since line={issue.line} />}
      </details>
    </>
  );
}

function Since({ line }: { line: number }) {
  const { site, zone } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/reports/issued/{line}/since', {
      params: { site: site.site, line },
    }),
  );
  return (
    <Read query={query}>
      {({ items, next }) =>
        items.length === 0 && next === null ? (
          <p>
            <Mark as="good">{say.same}</Mark>
          </p>
        ) : (
          <>
            <p>
              <Mark as="due">{say.differs}</Mark>
            </p>
            <ul className="lines" role="list">
              {items.map((each) => (
                <li key={each.line}>
                  <span>
                    <LineLink line={each.line} /> {spelled(each.kind)}
                    {each.about !== null && ` → ${each.about}`}
                  </span>
                  <span className="num quiet">{dayAndTime(each.recordedAt, zone)}</span>
                </li>
              ))}
            </ul>
            {next !== null && <p className="quiet">{say.more}</p>}
          </>
        )
      }
    </Read>
  );
}
