/** A blind count: what the book says never comes to this browser before the numbers are in. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { timeOfDay } from '../words/times.js';
import { words } from '../words/words.js';
import { CountApart } from './count-apart.js';
import { CountEnd } from './count-end.js';
import { Tally } from './count-tally.js';
import { useFigures } from './counted-place.js';
import type { Place } from './counted-place.js';

const say = words.count;
type Running = Schemas['RunningCountDto'];

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
