/** What was shown to whom, from the access journal; of everybody, or of one person. */
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.js';
import { Panel, Reading, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.shown;
const LINES = 20;
const ORGANISATION = 'organisation';

/** Inspectors see first what they were shown themselves. */
export function ShownLines() {
  const { site, sites, zone, people, roles, session } = useHere();
  const name = useName();
  const [person, setPerson] = useState(roles.has('inspector') ? session.person : '');
  const [isOfAll, setOfAll] = useState(false);
  const ofOrganisation = session.grants
    .filter((grant) => grant.site === ORGANISATION)
    .flatMap((grant) => grant.roles);
  const mayReadAll = ['administrator', 'registrant', 'compliance'].some((role) =>
    ofOrganisation.some((each) => each === role),
  );
  const pages = useInfiniteQuery({
    queryKey: ['/api/sites/{site}/journal', site.site, isOfAll, person],
    queryFn: ({ pageParam }) =>
      isOfAll
        ? get('/api/journal', { query: { limit: LINES, cursor: pageParam } })
        : get('/api/sites/{site}/journal', {
            params: { site: site.site },
            query: { limit: LINES, cursor: pageParam, person },
          }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const nameOfSite = (of: string | null): string =>
    sites.find((each) => each.site === of)?.facts.name ?? of ?? '';
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Panel
      title={say.title}
      wide
      beside={
        <div className="row wrap">
          {mayReadAll && (
            <NativeSelect
              aria-label={say.where}
              value={isOfAll ? ORGANISATION : ''}
              onChange={typed((where) => {
                setOfAll(where === ORGANISATION);
              })}
              data={[
                { value: '', label: say.here },
                { value: ORGANISATION, label: say.everywhere },
              ]}
            />
          )}
          {!isOfAll && (
            <NativeSelect
              aria-label={words.trends.person}
              value={person}
              onChange={typed(setPerson)}
              data={[
                { value: '', label: words.trends.everybody },
                ...[...people.values()].map((each) => ({ value: each.person, label: each.name })),
              ]}
            />
          )}
        </div>
      }
    >
      {pages.isPending && <Reading />}
      <Table
        label={say.title}
        numbers={[0]}
        head={[
          words.ledger.line,
          words.ledger.at,
          words.ledger.who,
          words.ledger.kind,
          words.ledger.about,
          ...(isOfAll ? [say.where] : []),
        ]}
      >
        {items.map((line) => (
          <tr key={line.line}>
            <td className="num">{line.line}</td>
            <td className="when">{dayAndTime(line.at, zone)}</td>
            <td>{name(line.person)}</td>
            <td>
              {spelled(line.kind)}
              {line.act !== null && <span className="quiet"> · {line.act}</span>}
              {line.code !== null && <span className="quiet"> · {line.code}</span>}
            </td>
            <td className="about">{aboutOf(line.about)}</td>
            {isOfAll && <td>{nameOfSite(line.site)}</td>}
          </tr>
        ))}
      </Table>
      {pages.hasNextPage && (
        <button type="button" className="more" onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </button>
      )}
    </Panel>
  );
}

const MOST_ABOUT = 6;

/** The first of what a line is about, and how many more there are. */
function aboutOf(all: readonly string[]): string {
  const about = all.filter(isReadable);
  const more = about.length - MOST_ABOUT;
  const first = about.slice(0, MOST_ABOUT).join(', ');
  return more > 0 ? `${first} … (${about.length})` : first;
}

/** Hashes and identities stand in the journal for whoever compares; here they would hide what matters. */
const isReadable = (about: string): boolean =>
  !/^(?:identity|sha256) |^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(about);
