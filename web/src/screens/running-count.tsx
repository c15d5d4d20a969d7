/** A blind count: what the book says never comes to this browser before the numbers are in. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { timeOfDay } from '../words/times.js';
import { words } from '../words/words.js';
import { CountApart } from './count-apart.js';
import { CountEnd } from './count-end.js';
import { CountAgain, foundAt, isCounted, PlaceFields, useFigures } from './counted-place.js';
import type { Figures, Place } from './counted-place.js';
import { InvestigatorsFields, useInvestigators } from './investigators-fields.js';

const say = words.count;
export type Running = Schemas['RunningCountDto'];

export default function RunningCount({ id }: { id: string }) {
  const { site, zone } = useHere();
  const params = { site: site.site };
  const count = useQuery(
    reading('/api/sites/{site}/counts/{count}', { params: { ...params, count: id } }),
  );
  // A count that has just begun is in no list that was read before.
  const list = useQuery({
    ...reading('/api/sites/{site}/counts/running', { params }),
    staleTime: 0,
  });
  const [entry, setEntry] = useState<Schemas['MovingDto'] | null>(null);
  const listed = list.data?.items.find((each) => each.id === id);
  if (entry !== null)
    return (
      <Page title={say.title}>
        <CountEnd entry={entry} />
      </Page>
    );
  return (
    <Page title={say.title}>
      <p className="quiet">{say.says}</p>
      <Read query={count}>
        {(running) => (
          <Panel
            title={listed === undefined ? say.title : `${say.title} · ${listed.location ?? ''}`}
            beside={
              <span className="quiet num">
                {say.until} {timeOfDay(running.expiresAt, zone)}
              </span>
            }
          >
            {running.status === 'recorded' && (
              <p>
                <Mark as="good">{say.isRecorded}</Mark>
              </p>
            )}
            {running.status !== 'recorded' && listed !== undefined && (
              <Sheet count={running} listed={listed} onRecorded={setEntry} />
            )}
          </Panel>
        )}
      </Read>
    </Page>
  );
}

function Sheet(props: {
  count: Running;
  listed: Schemas['ListedCountDto'];
  onRecorded: (entry: Schemas['MovingDto']) => void;
}) {
  const { count, listed } = props;
  const figures = useFigures();
  const place: Place = { location: null, items: count.items, open: count.open };
  const tally = { count, listed, place, figures, onRecorded: props.onRecorded };
  if (count.by === 'two-people') return <CountApart {...tally} />;
  return <Tally {...tally} />;
}

export interface TallyProps {
  readonly count: Running;
  readonly listed: Schemas['ListedCountDto'];
  readonly place: Place;
  readonly figures: Figures;
  readonly onRecorded: (entry: Schemas['MovingDto']) => void;
}

/** What was found is handed in, and compared with the book by the service. */
export function Tally({ count, listed, place, figures, onRecorded }: TallyProps) {
  const { people } = useHere();
  const [again, setAgain] = useState(count.again);
  const [times, setTimes] = useState(0);
  const investigators = useInvestigators(place);
  const isInspection = listed.type === 'inspection';
  const isWhole = isCounted(place, figures) && (!isInspection || investigators.isWhole);
  const second = listed.secondCounter;
  const signer = second === null ? undefined : people.get(second)?.signInName;
  return (
    <>
      <CountAgain lines={again} />
      <ActForm<Schemas['RecordedDto']>
        key={times}
        kind="count"
        path="/api/sites/{site}/counts/{count}/tally"
        params={{ count: count.id }}
        label={say.record}
        repeats
        content={
          isWhole
            ? {
                count: count.id,
                ...foundAt(place, figures),
                ...(isInspection ? { investigators: investigators.found } : {}),
              }
            : null
        }
        second={{
          meaning: 'counted',
          seen: ['count'],
          ...(signer == null ? {} : { signer }),
        }}
        onRecorded={(given) => {
          const told = given as unknown as Schemas['TallyAnswerDto'];
          if (told.entry !== null) onRecorded(told.entry);
          else {
            setAgain(told.again);
            setTimes(times + 1);
            figures.forget(told.again);
          }
        }}
      >
        {count.by === 'one-person' || !isCounted(place, figures) ? (
          <PlaceFields place={place} figures={figures} again={again} />
        ) : (
          <p className="quiet">{say.bothFound}</p>
        )}
        {isInspection && <InvestigatorsFields place={place} of={investigators} />}
      </ActForm>
    </>
  );
}
