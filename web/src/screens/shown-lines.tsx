/** What was shown to whom, from the access journal; of everybody, or of one person. */
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.js';
import { Panel, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.shown;
const LINES = 20;

/** Inspectors see first what they were shown themselves. */
export function ShownLines() {
  const { site, zone, people, roles, session } = useHere();
  const name = useName();
  const [person, setPerson] = useState(roles.has('inspector') ? session.person : '');
  const pages = useInfiniteQuery({
    queryKey: ['/api/sites/{site}/journal', site.site, person],
    queryFn: ({ pageParam }) =>
      get('/api/sites/{site}/journal', {
        params: { site: site.site },
        query: { limit: LINES, cursor: pageParam, person },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Panel
      title={say.title}
      wide
      beside={
        <NativeSelect
          aria-label={words.trends.person}
          value={person}
          onChange={typed(setPerson)}
          data={[
            { value: '', label: words.trends.everybody },
            ...[...people.values()].map((each) => ({ value: each.person, label: each.name })),
          ]}
        />
      }
    >
      <Table
        label={say.title}
        numbers={[0]}
        head={[
          words.ledger.line,
          words.ledger.at,
          words.ledger.who,
          words.ledger.kind,
          words.ledger.about,
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
            <td className="about">{line.about.filter(isReadable).join(', ')}</td>
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

/** Hashes and identities stand in the journal for whoever compares; here they would hide what matters. */
const isReadable = (about: string): boolean => !/^(?:identity|sha256) /.test(about);
