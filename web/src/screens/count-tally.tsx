/** What was found is handed in; lines that differ from the book are asked for once more. */
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { CountAgain, foundAt, isCounted, PlaceFields } from './counted-place.js';
import type { Figures, Place } from './counted-place.js';
import { InvestigatorsFields, useInvestigators } from './investigators-fields.js';

const say = words.count;

export interface TallyProps {
  readonly count: Schemas['RunningCountDto'];
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
