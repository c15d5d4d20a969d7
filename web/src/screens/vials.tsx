/** Containers of the site, as filters leave them; pages are read as one asks for more. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { get } from '../api/client.js';
import { FilterField } from '../parts/fields.js';
import { Mark, Page, Panel, Table } from '../parts/page.js';
import { useHere, useLocationName } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.vials;

export default function Vials() {
  const { site } = useHere();
  const locationName = useLocationName();
  const [status, setStatus] = useState('open');
  const [quarantined, setQuarantined] = useState('');
  const query = { status, quarantined, limit: 100 };
  const pages = useInfiniteQuery({
    queryKey: ['/api/sites/{site}/containers', site.site, query],
    queryFn: ({ pageParam }) =>
      get('/api/sites/{site}/containers', {
        params: { site: site.site },
        query: { ...query, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <Page
      title={say.title}
      beside={
        <div className="row wrap end">
          <FilterField
            label={say.status}
            value={status}
            of={['open', 'sealed', 'closed']}
            onChange={setStatus}
          />
          <FilterField
            label={say.quarantined}
            value={quarantined}
            of={['yes', 'no']}
            onChange={setQuarantined}
          />
        </div>
      }
    >
      <Panel title={say.title} count={items.length}>
        <Table
          label={say.title}
          numbers={[0, 5]}
          head={[
            words.today.vial,
            words.receive.product,
            words.scan.lot,
            words.scan.expires,
            words.today.location,
            words.today.left,
            say.status,
          ]}
        >
          {items.map((vial) => (
            <tr key={vial.container}>
              <td className="num">
                <Link href={`/vials/${vial.container}`}>{vial.container}</Link>
              </td>
              <td>
                {vial.item}
                <span className="quiet"> · {vial.labeler}</span>
              </td>
              <td>{vial.lot}</td>
              <td className="when">{day(vial.expires)}</td>
              <td>{locationName(vial.location)}</td>
              <td className="num">
                <strong>{shown(vial.remaining)}</strong>
              </td>
              <td>
                {vial.quarantine === null ? (
                  spelled(vial.status)
                ) : (
                  <Mark as="due">{spelled(vial.quarantine)}</Mark>
                )}
              </td>
            </tr>
          ))}
        </Table>
        {pages.isSuccess && items.length === 0 && <p className="quiet">{words.nothingHere}</p>}
        {pages.hasNextPage && (
          <div className="row">
            <Button
              variant="default"
              loading={pages.isFetching}
              onClick={() => void pages.fetchNextPage()}
            >
              {words.more}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  );
}
