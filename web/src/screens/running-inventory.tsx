/** An inventory while it is taken: every storage location, blind to the book; the second person signs what both counted. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Page, Panel, Read } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { timeOfDay } from '../words/times.js';
import { words } from '../words/words.js';
import { CountEnd } from './count-end.js';
import { CountAgain, isCounted, PlaceFields, statedAt, useFigures } from './counted-place.js';

const say = words.inventories;

export default function RunningInventory({ id }: { id: string }) {
  const { site, zone } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/inventories/running/{inventory}', {
      params: { site: site.site, inventory: id },
    }),
  );
  const [entry, setEntry] = useState<Schemas['MovingDto'] | null>(null);
  return (
    <Page title={say.begin}>
      {entry !== null ? (
        <CountEnd entry={entry} />
      ) : (
        <Read query={query}>
          {(inventory) => (
            <Panel
              title={say.begin}
              beside={
                <span className="quiet num">
                  {words.count.until} {timeOfDay(inventory.expiresAt, zone)}
                </span>
              }
            >
              <p className="quiet">{words.count.says}</p>
              <Tally inventory={inventory} onRecorded={setEntry} />
            </Panel>
          )}
        </Read>
      )}
    </Page>
  );
}

function Tally(props: {
  inventory: Schemas['RunningInventoryDto'];
  onRecorded: (entry: Schemas['MovingDto']) => void;
}) {
  const { site } = useHere();
  const { id, places } = props.inventory;
  const figures = useFigures();
  const [again, setAgain] = useState<readonly string[]>([]);
  const [times, setTimes] = useState(0);
  const isWhole = places.every((place) => isCounted(place, figures));
  const nameOf = (location: string): string =>
    site.facts.locations.find((each) => each.id === location)?.name ?? location;
  return (
    <>
      <CountAgain lines={again} />
      <ActForm<Schemas['RecordedDto']>
        key={times}
        kind="inventory-tally"
        path="/api/sites/{site}/inventories/running/{inventory}/tally"
        params={{ inventory: id }}
        label={say.record}
        repeats
        content={
          isWhole
            ? { inventory: id, places: places.map((place) => statedAt(place, figures)) }
            : null
        }
        second={{ meaning: 'counted', seen: ['count'] }}
        onRecorded={(given) => {
          const told = given as unknown as Schemas['TallyAnswerDto'];
          if (told.entry !== null) props.onRecorded(told.entry);
          else {
            setAgain(told.again);
            setTimes(times + 1);
            figures.forget(told.again);
          }
        }}
      >
        {places.map((place) => (
          <section key={place.location} aria-label={nameOf(place.location)} className="stack">
            <h3>{nameOf(place.location)}</h3>
            <PlaceFields place={place} figures={figures} again={again} reasons="asked" />
          </section>
        ))}
      </ActForm>
    </>
  );
}
