/** Two people count apart: each hands in alone, and neither learns what the other found before both found the same. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { post, Refused } from '../api/client.js';
import { Mark } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useHere, useName } from '../session/session.js';
import { words } from '../words/words.js';
import { CountAgain, foundAt, isCounted, PlaceFields } from './counted-place.js';
import { Tally } from './count-tally.js';
import type { TallyProps } from './count-tally.js';

const say = words.count;

export function CountApart(props: TallyProps) {
  const { session } = useHere();
  const name = useName();
  const { count, listed } = props;
  const isOwn = listed.counter === session.person;
  switch (count.status) {
    case 'counting':
    case 'differ':
    case 'recount':
      return <HandIn key={count.round} {...props} />;
    case 'waiting':
      return <Waiting says={say.waiting} count={count.id} />;
    case 'agreed':
      return isOwn ? (
        <>
          <p>
            <Mark as="good">{say.bothAgree}</Mark>
          </p>
          <Tally key={count.round} {...props} />
        </>
      ) : (
        <Waiting says={`${say.signThere} ${name(listed.counter)}`} count={count.id} />
      );
    case 'recorded':
      return null;
  }
}

function HandIn({ count, place, figures }: TallyProps) {
  const { site } = useHere();
  const queries = useQueryClient();
  const begin = useRef(figures);
  // What was found before is not looked at while it is counted once more.
  useEffect(() => {
    if (count.status === 'differ') begin.current.clear();
    if (count.status === 'recount') begin.current.forget(count.again);
  }, [count.status, count.again]);
  const sent = useMutation({
    mutationFn: () =>
      post(
        '/api/sites/{site}/counts/{count}/figures',
        { params: { site: site.site, count: count.id } },
        { round: count.round, ...foundAt(place, figures) },
      ),
    onSuccess: () => queries.invalidateQueries({ predicate: ofCounts }),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.mutate();
      }}
    >
      <p className="quiet">{say.apartSays}</p>
      {count.status === 'differ' && (
        <section className="notice notice-ask" role="alert">
          <h3>{say.foundDifferent}</h3>
          <p>{say.foundDifferentSays}</p>
        </section>
      )}
      <CountAgain lines={count.again} />
      <PlaceFields place={place} figures={figures} again={count.again} />
      {sent.error instanceof Refused && <ProblemNotice problem={sent.error.problem} />}
      <div className="row">
        <Button type="submit" loading={sent.isPending} disabled={!isCounted(place, figures)}>
          {say.handIn}
        </Button>
        <kbd>Enter</kbd>
      </div>
    </form>
  );
}

/** Asked by hand: a screen that asks by itself would keep its session from locking. */
function Waiting({ says, count }: { says: string; count: string }) {
  const queries = useQueryClient();
  const asked = useMutation({
    mutationKey: [count],
    mutationFn: () => queries.invalidateQueries({ predicate: ofCounts }),
  });
  return (
    <div className="stack" role="status">
      <p>{says}</p>
      <div className="row">
        <Button
          autoFocus
          variant="default"
          loading={asked.isPending}
          onClick={() => {
            asked.mutate();
          }}
        >
          {say.look}
        </Button>
      </div>
    </div>
  );
}

const ofCounts = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  String(queryKey[0]).startsWith('/api/sites/{site}/counts');
