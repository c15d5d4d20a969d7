/** Loss cases with their clocks, each with the rule that it runs by. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { day, dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { CaseTimeline } from './case-timeline.js';
import { LossSteps } from './loss-steps.js';

const say = words.losses;

export default function Losses() {
  const { site } = useHere();
  const query = useQuery(reading('/api/sites/{site}/losses', { params: { site: site.site } }));
  return (
    <Page title={say.title}>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              <Mark as="good">{say.none}</Mark>
            </p>
          ) : (
            <>
              {items.map((loss) => (
                <Loss key={loss.id} loss={loss} />
              ))}
            </>
          )
        }
      </Read>
      <div className="board two">
        <Panel title={say.suspect}>
          <Suspect />
        </Panel>
      </div>
    </Page>
  );
}

function Loss({ loss }: { loss: Schemas['LossStandingDto'] }) {
  const { site, zone } = useHere();
  const clocks = useQuery(
    reading('/api/sites/{site}/losses/{loss}/clocks', {
      params: { site: site.site, loss: loss.id },
    }),
  );
  return (
    <Panel
      title={`${loss.id} · ${spelled(loss.status)}`}
      beside={<span className="quiet num">{dayAndTime(loss.suspectedAt, zone)}</span>}
    >
      <p>
        {say.case}:{' '}
        {loss.cases.map((id) => (
          <Link key={id} href={`/discrepancies/${id}`} className="num">
            {id}{' '}
          </Link>
        ))}
      </p>
      {loss.taken.length > 0 && (
        <p>
          {say.taken}:{' '}
          {loss.taken.map(({ container, quantity, unit }) => (
            <span key={container} className="chip num">
              {container} · {quantity} {unit}
            </span>
          ))}
        </p>
      )}
      <Read query={clocks}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Table label={say.clocks} numbers={[2]} head={[say.duty, say.to, say.due, say.status]}>
              {items.map(({ duty, to, due, lastDay, rule, status }) => (
                <tr key={`${duty} ${to}`}>
                  <td>
                    {spelled(duty)}
                    {rule !== null && <span className="block quiet small">{rule}</span>}
                  </td>
                  <td>{to}</td>
                  <td className="num">
                    {lastDay !== null ? day(lastDay) : due !== null ? dayAndTime(due, zone) : ''}
                  </td>
                  <td>
                    <Mark as={status === 'done' ? 'good' : status === 'overdue' ? 'bad' : 'due'}>
                      {spelled(status)}
                    </Mark>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Read>
      <h3>{say.timeline}</h3>
      <CaseTimeline cases={loss.cases} losses={[loss.id]} />
      <details className="beside">
        <summary>{say.next}</summary>
        <LossSteps loss={loss} />
      </details>
    </Panel>
  );
}

function Suspect() {
  const { site } = useHere();
  const cases = useQuery(
    reading('/api/sites/{site}/discrepancies', { params: { site: site.site } }),
  );
  const [chosen, choose] = useState('');
  return (
    <ActForm
      kind="loss"
      path="/api/sites/{site}/losses"
      label={say.suspect}
      content={chosen === '' ? null : { step: { type: 'suspected', cases: [chosen] } }}
    >
      <p className="quiet">{say.suspectSays}</p>
      <NativeSelect
        label={say.case}
        value={chosen}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
        data={[
          { value: '', label: words.choose },
          ...(cases.data?.items ?? [])
            .filter(({ status }) => status === 'open')
            .map(({ id, item }) => ({ value: id, label: `${id} · ${item}` })),
        ]}
      />
    </ActForm>
  );
}
