/** The service as its administrator sees it: health, work that failed, reminders, premises. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/client.js';
import { reading, serverTime } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { ProblemOf } from '../parts/problem-notice.js';
import { useHere, useName } from '../session/session.js';
import { day, dayAndTime, wholeTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { ReminderTargets } from './reminder-targets.js';
import { ShownLines } from './shown-lines.js';

const say = words.service;
const ASK_EVERY_MS = 15_000;

export default function Service() {
  const { roles } = useHere();
  const may = (...wanted: readonly string[]): boolean => wanted.some((role) => roles.has(role));
  return (
    <Page title={say.title}>
      <div className="board two">
        <div className="column">
          <Health />
          {may('administrator') && <Jobs />}
        </div>
        <div className="column">
          <Premises />
          {may('administrator', 'registrant', 'compliance') && <ReminderTargets />}
        </div>
      </div>
      {may('administrator', 'registrant', 'compliance') && <ShownLines />}
    </Page>
  );
}

function Health() {
  const { zone } = useHere();
  const ready = useQuery({
    queryKey: ['ready'],
    queryFn: askReady,
    refetchInterval: ASK_EVERY_MS,
  });
  const clock = useQuery({ queryKey: ['service-time'], queryFn: serverTime });
  return (
    <Panel title={say.health}>
      <Read query={ready}>
        {({ isReady, warnings }) => (
          <>
            <p>
              <Mark as={isReady ? 'good' : 'bad'}>{isReady ? say.ready : say.notReady}</Mark>
            </p>
            {warnings.map((warning) => (
              <p key={warning}>
                <Mark as="due">{warning}</Mark>
              </p>
            ))}
          </>
        )}
      </Read>
      {clock.data !== undefined && (
        <p className="quiet num">
          {say.clock}: {wholeTime(clock.data, zone)}
        </p>
      )}
    </Panel>
  );
}

/** Whether it serves, and what somebody must see to in time. */
async function askReady(): Promise<{
  readonly isReady: boolean;
  readonly warnings: readonly string[];
}> {
  const answer = await fetch('/api/health/ready', { cache: 'no-store' });
  if (!answer.ok) return { isReady: false, warnings: [] };
  const { warnings } = (await answer.json()) as { warnings: readonly string[] };
  return { isReady: true, warnings };
}

function Jobs() {
  const { zone } = useHere();
  const queries = useQueryClient();
  const jobs = useQuery(reading('/api/jobs', { query: { state: 'failed' } }));
  const again = useMutation({
    mutationFn: (job: string) => post('/api/jobs/{job}/again', { params: { job } }, undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['/api/jobs'] }),
  });
  return (
    <Panel title={say.jobs}>
      <Read query={jobs}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              <Mark as="good">{say.noJobs}</Mark>
            </p>
          ) : (
            <Table
              label={say.jobs}
              numbers={[3]}
              head={[say.job, say.failure, say.ended, say.attempts, '']}
            >
              {items.map(({ id, kind, failure, endedAt, attempts }) => (
                <tr key={id}>
                  <th scope="row">{spelled(kind)}</th>
                  <td>
                    <code>{failure}</code>
                  </td>
                  <td className="num">{endedAt !== null && dayAndTime(endedAt, zone)}</td>
                  <td className="num">{attempts}</td>
                  <td>
                    <Button
                      size="xs"
                      variant="default"
                      loading={again.isPending}
                      onClick={() => {
                        again.mutate(id);
                      }}
                    >
                      {say.again}
                    </Button>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Read>
      <ProblemOf error={again.error} />
    </Panel>
  );
}

function Premises() {
  const { site } = useHere();
  const name = useName();
  const premises = useQuery(reading('/api/sites/{site}/premises', { params: { site: site.site } }));
  return (
    <Panel title={say.premises}>
      <Read query={premises}>
        {({ licenses, keyHolders, earlierRecords }) => (
          <>
            <h3>{say.licenses}</h3>
            {licenses.length === 0 && <p className="quiet">{words.nothingHere}</p>}
            <ul className="lines" role="list">
              {licenses.map((each) => (
                <li key={`${each.state} ${each.number}`}>
                  <span>
                    {each.state} {each.name} <strong className="num">{each.number}</strong>
                  </span>
                  <span className="num quiet">
                    {say.expires} {day(each.expires)}
                  </span>
                </li>
              ))}
            </ul>
            <h3>{say.holders}</h3>
            {keyHolders.length === 0 && <p className="quiet">{words.nothingHere}</p>}
            <ul className="lines" role="list">
              {keyHolders.map(({ location, person, opensWith }) => (
                <li key={`${location} ${person} ${opensWith}`}>
                  <span>{name(person)}</span>
                  <span className="quiet">
                    {site.facts.locations.find(({ id }) => id === location)?.name ?? location} ·{' '}
                    {spelled(opensWith)}
                  </span>
                </li>
              ))}
            </ul>
            {earlierRecords != null && (
              <>
                <h3>{say.earlier}</h3>
                <p>{earlierRecords}</p>
              </>
            )}
          </>
        )}
      </Read>
    </Panel>
  );
}
