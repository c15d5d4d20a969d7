/** Counts that run and that are due, and the begin of one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { post } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { BeginForm } from '../parts/begin-form.js';
import { CodeField, LocationField } from '../parts/fields.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere, useLocationName, useName } from '../session/session.js';
import { timeOfDay } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.count;
const TYPES = ['shift', 'day', 'cycle', 'inspection'] as const;

export default function Count() {
  const { site } = useHere();
  const params = { site: site.site };
  const locationName = useLocationName();
  const due = useQuery(reading('/api/sites/{site}/counts/due', { params }));
  const running = useQuery(reading('/api/sites/{site}/counts/running', { params }));
  return (
    <Page title={say.title} beside={<Link href="/inventory">{words.inventories.title}</Link>}>
      <p className="quiet">{say.says}</p>
      <div className="board two">
        <Panel title={say.begin}>
          <Begin />
        </Panel>
        <Panel title={say.running}>
          <Read query={running}>{({ items }) => <Running counts={items} />}</Read>
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
                        {locationName(each.location)} · {spelled(each.type)}
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
    </Page>
  );
}

function Begin() {
  const { site } = useHere();
  const [, go] = useLocation();
  const [type, setType] = useState<(typeof TYPES)[number]>('day');
  const [location, setLocation] = useState(site.facts.locations[0]?.id ?? '');
  return (
    <BeginForm
      label={say.begin}
      begin={() =>
        post('/api/sites/{site}/counts', { params: { site: site.site } }, { type, location })
      }
      onBegun={({ id }) => {
        go(`/count/${id}`);
      }}
    >
      <CodeField label={say.type} value={type} of={TYPES} onChange={setType} />
      {type === 'inspection' && <p className="quiet">{say.inspectionSays}</p>}
      <LocationField value={location} locations={site.facts.locations} onChange={setLocation} />
    </BeginForm>
  );
}

/** Where one goes on with a count, or takes the second part of one that two people make apart. */
function Running({ counts }: { counts: readonly Schemas['ListedCountDto'][] }) {
  const { session, zone } = useHere();
  const name = useName();
  const locationName = useLocationName();
  if (counts.length === 0) return <p className="quiet">{say.runningNone}</p>;
  return (
    <ul className="lines">
      {counts.map(({ id, type, location, by, counter, secondCounter, startedAt }) => {
        const isMine = [counter, secondCounter].includes(session.person);
        const isOpen = by === 'two-people' && secondCounter === null;
        return (
          <li key={id}>
            <span>
              {location === null ? words.inventories.one : locationName(location)} · {spelled(type)}
              <span className="block quiet small num">
                {name(counter)}
                {secondCounter !== null && ` · ${name(secondCounter)}`} ·{' '}
                {timeOfDay(startedAt, zone)}
              </span>
            </span>
            {(isMine || isOpen) && (
              <Link href={location === null ? `/inventory/${id}` : `/count/${id}`}>
                {isMine ? say.goOn : say.countSecond}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
