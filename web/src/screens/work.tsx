/** What waits for somebody: the most pressing first, each with its clock, its rule, and the way to it. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../api/client.js';
import { Mark, Panel, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { dateAt, day, withDays } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.work;
const SHOWN = 12;
/** Of one kind, so that much of one does not hide the others. */
const SHOWN_OF_A_KIND = 3;
/** Sentences of the service name people by their ids. */
const PERSON = /\b(?:person )?(person-\d+)\b/g;
type Item = Schemas['WorkItemDto'];

export function Work({ query }: { query: UseQueryResult<Schemas['WorkListDto']> }) {
  const [isWhole, showWhole] = useState(false);
  return (
    <Panel title={say.title} count={query.data?.items.length} wide>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">
              <Mark as="good">{say.none}</Mark>
            </p>
          ) : (
            <>
              <ul className="lines work">
                {(isWhole ? items : shownOf(items)).map((item) => (
                  <WorkLine key={item.key} item={item} />
                ))}
              </ul>
              {shownOf(items).length < items.length && !isWhole && (
                <button
                  type="button"
                  className="more"
                  onClick={() => {
                    showWhole(true);
                  }}
                >
                  {words.more} ({items.length - shownOf(items).length})
                </button>
              )}
            </>
          )
        }
      </Read>
    </Panel>
  );
}

function shownOf(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, number>();
  return items
    .filter(({ kind }) => {
      const number = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, number);
      return number <= SHOWN_OF_A_KIND;
    })
    .slice(0, SHOWN);
}

function WorkLine({ item }: { item: Item }) {
  const place = placeOf(item);
  const { urgency, daysLeft, due } = item.clock;
  const { zone } = useHere();
  // What is due at an instant is due on that day here, whatever the day is in Greenwich.
  const dateOf = (until: string): string => (until.includes('T') ? dateAt(until, zone) : until);
  const name = useName();
  const says = withDays(item.says).replace(PERSON, (_, person: string) => name(person));
  return (
    <li>
      <span className="grow">
        {place === null ? says : <Link href={place}>{says}</Link>}
        <span className="block quiet small">
          {spelled(item.kind)} · {item.basis === 'house policy' ? say.house : item.basis}
          {item.whose === 'site' && ` · ${say.ofOthers}`}
        </span>
      </span>
      <Mark as={urgency === 'overdue' ? 'bad' : urgency === 'open' ? 'plain' : 'due'}>
        {spelled(urgency)}
        {due !== null && urgency !== 'today' && ` · ${day(dateOf(due))}`}
        {daysLeft !== null && daysLeft > 0 && ` · ${daysLeft} d`}
      </Mark>
    </li>
  );
}

/** The screen on which it is done. */
export function placeOf({ subject: { type, id }, kind }: Item): string | null {
  switch (type) {
    case 'line':
      return `/ledger/${id}`;
    case 'order':
      return `/infusions/${id}`;
    case 'bag':
      return `/bags/${encodeURIComponent(id)}`;
    case 'case':
      return `/discrepancies/${id}`;
    case 'loss':
      return '/losses';
    case 'container':
      return `/vials/${id}`;
    case 'day':
      return `/days/${id}`;
    case 'location':
      return kind === 'count' ? '/count' : '/vials';
    case 'stock':
      return '/vials';
    case 'supplier':
      return '/suppliers';
    case 'person':
      return '/people';
    case 'draw':
      return `/ledger/${id.replace(/-.*$/, '')}`;
    case 'site':
      return kind === 'inventory' ? '/inventory' : null;
    case 'month':
      return null;
  }
  return null;
}
