/** A blind count: what the book says never comes to this browser before the numbers are in. */
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import { post, Refused } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { AmountField, CodeField, LocationField } from '../parts/fields.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useHere } from '../session/session.js';
import { exact } from '../words/amounts.js';
import { timeOfDay } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.count;
const TYPES = ['shift', 'day', 'cycle'] as const;
const METHODS = ['measured', 'weighed', 'estimated'] as const;

export default function Count() {
  const { site } = useHere();
  const params = { site: site.site };
  const [type, setType] = useState<(typeof TYPES)[number]>('day');
  const [location, setLocation] = useState(site.facts.locations[0]?.id ?? '');
  const due = useQuery(reading('/api/sites/{site}/counts/due', { params }));
  const begun = useMutation({
    mutationFn: () => post('/api/sites/{site}/counts', { params }, { type, location }),
  });
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      {begun.data !== undefined ? (
        <Tally count={begun.data} />
      ) : (
        <div className="board two">
          <Panel title={say.begin}>
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault();
                begun.mutate();
              }}
            >
              <CodeField label={say.type} value={type} of={TYPES} onChange={setType} />
              <LocationField
                value={location}
                locations={site.facts.locations}
                onChange={setLocation}
              />
              {begun.error instanceof Refused && <ProblemNotice problem={begun.error.problem} />}
              <div className="row">
                <Button type="submit" loading={begun.isPending}>
                  {say.begin}
                </Button>
              </div>
            </form>
          </Panel>
          <Panel title={words.today.counts}>
            <Read query={due}>
              {({ items }) =>
                items.length === 0 ? (
                  <p className="quiet">{words.today.countsNone}</p>
                ) : (
                  <ul className="lines">
                    {items.map((each) => (
                      <li key={`${each.location} ${each.type}`}>
                        <span>
                          {each.location} · {spelled(each.type)}
                        </span>
                        <Mark as={each.status === 'counted' ? 'good' : 'due'}>
                          {spelled(each.status)}
                        </Mark>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Read>
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Tally({ count }: { count: Schemas['RunningCountDto'] }) {
  const { zone } = useHere();
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const [method, setMethod] = useState<(typeof METHODS)[number]>('estimated');
  const [answer, setAnswer] = useState<Schemas['TallyAnswerDto'] | null>(null);
  const read = (name: string): string => numbers[name] ?? '';
  const set = (name: string) => (value: string) => {
    setNumbers({ ...numbers, [name]: value });
  };
  const isWhole =
    count.items.every((item) => /^\d+$/.test(read(`sealed ${item}`))) &&
    count.open.every((vial) => exact(read(vial)) !== undefined);
  const content = !isWhole
    ? null
    : {
        sealed: count.items.map((item) => ({ item, containers: Number(read(`sealed ${item}`)) })),
        quarantined: count.items
          .filter((item) => /^[1-9]\d*$/.test(read(`quarantined ${item}`)))
          .map((item) => ({ item, containers: Number(read(`quarantined ${item}`)) })),
        open: count.open.map((container) => ({
          container,
          quantity: { value: read(container), unit: 'mL' },
          method,
          resolution: { value: method === 'measured' ? '0.100' : '0.500', unit: 'mL' },
        })),
      };
  if (answer?.status === 'recorded') {
    const { entry } = answer;
    return (
      <section className="notice notice-yes" role="status">
        <p className="notice-title">
          <span aria-hidden="true">✓ </span>
          {words.act.recorded}{' '}
          <a href={`/ledger/${entry?.line}`} className="num">
            {entry?.line}
          </a>
        </p>
        {entry !== null && entry.discrepancies.length > 0 ? (
          <p>
            <Mark as="bad">{say.differs}</Mark>{' '}
            {entry.discrepancies.map((id) => (
              <a key={id} href={`/discrepancies/${id}`} className="num">
                {id}{' '}
              </a>
            ))}
          </p>
        ) : (
          <p>
            <Mark as="good">{say.agreed}</Mark>
          </p>
        )}
      </section>
    );
  }
  return (
    <Panel
      title={say.title}
      beside={
        <span className="quiet num">
          {say.until} {timeOfDay(count.expiresAt, zone)}
        </span>
      }
    >
      {answer?.status === 'recount' && (
        <section className="notice notice-ask" role="alert">
          <h3>{say.again}</h3>
          <p>{answer.again.join(', ')}</p>
          <p>{say.againSays}</p>
        </section>
      )}
      <ActForm<Schemas['RecordedDto']>
        key={answer?.status ?? 'first'}
        kind="count"
        path="/api/sites/{site}/counts/{count}/tally"
        params={{ count: count.id }}
        label={say.record}
        repeats
        content={content}
        second={{ meaning: 'counted', seen: ['count'] }}
        onRecorded={(given) => {
          const told = given as unknown as Schemas['TallyAnswerDto'];
          setAnswer(told);
          if (told.status === 'recount') setNumbers({});
        }}
      >
        {count.items.map((item, index) => (
          <fieldset key={item}>
            <legend>{item}</legend>
            <div className="pair">
              <AmountField
                label={say.sealed}
                unit=""
                value={read(`sealed ${item}`)}
                onChange={set(`sealed ${item}`)}
                autoFocus={index === 0}
              />
              <AmountField
                label={say.quarantined}
                unit=""
                value={read(`quarantined ${item}`)}
                onChange={set(`quarantined ${item}`)}
              />
            </div>
          </fieldset>
        ))}
        {count.open.length > 0 && (
          <fieldset>
            <legend>{say.open}</legend>
            <div className="pair">
              {count.open.map((container) => (
                <AmountField
                  key={container}
                  label={`${words.today.vial} ${container}`}
                  unit="mL"
                  value={read(container)}
                  onChange={set(container)}
                />
              ))}
              <CodeField label={say.method} value={method} of={METHODS} onChange={setMethod} />
            </div>
          </fieldset>
        )}
      </ActForm>
    </Panel>
  );
}
