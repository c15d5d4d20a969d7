/** The organisation's own ledger: who was given access, which sites, products and suppliers there are. */
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { get } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Panel, Read, Reading, Table } from '../parts/page.js';
import { ProblemOf } from '../parts/problem-notice.js';
import { useHere, useName } from '../session/session.js';
import type { Session } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import type { Narrowing, Order } from './ledger-filters.js';

const say = words.ledger;
const PAGE = 50;
const COLUMNS = 5;
type Entry = Schemas['EntryDto'];

/** Every role but an administrator's reads registers; this one needs it for the whole organisation. */
export const mayReadOrganisation = ({ grants }: Session): boolean =>
  grants.some(
    ({ site, roles }) => site === 'organisation' && roles.some((role) => role !== 'administrator'),
  );

export function OrganisationLedger(props: { narrowing: Narrowing; order: Order }) {
  const { order } = props;
  // It counts no items.
  const narrowing = { ...props.narrowing, item: '' };
  const { zone } = useHere();
  const name = useName();
  const aboutOf = useAbout();
  const [open, setOpen] = useState<number | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['organisation-ledger', narrowing, order],
    queryFn: ({ pageParam, signal }) =>
      get(
        '/api/organisation/entries',
        { query: { ...narrowing, order, cursor: pageParam, limit: PAGE } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (pages.isPending) return <Reading />;
  if (pages.data === undefined) return <ProblemOf error={pages.error} />;
  const entries = pages.data.pages.flatMap(({ items }) => items);
  return (
    <Panel title={say.ofOrganisation} wide>
      <p className="quiet">{say.ofOrganisationSays}</p>
      <Table
        label={say.ofOrganisation}
        numbers={[0]}
        head={[say.line, say.recorded, say.kind, say.about, say.who]}
      >
        {entries.map((entry) => (
          <Fragment key={entry.line}>
            <tr>
              <td className="num">
                <button
                  type="button"
                  className="more"
                  aria-expanded={open === entry.line}
                  onClick={() => {
                    setOpen(open === entry.line ? null : entry.line);
                  }}
                >
                  {entry.line}
                </button>
              </td>
              <td className="when">{dayAndTime(entry.recordedAt, zone)}</td>
              <td>{spelled(entry.kind)}</td>
              <td className="about">{aboutOf(entry)}</td>
              <td>{name(entry.performer)}</td>
            </tr>
            {open === entry.line && (
              <tr>
                <td colSpan={COLUMNS}>
                  <Leaf line={entry.line} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </Table>
      {pages.hasNextPage && (
        <div className="row">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {words.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** Nouns of which there is one in each ledger. */
const ALONE: ReadonlySet<string> = new Set(['register', 'policy']);
const ID = /\b(?:(?:person|product|supplier)-\d+|[a-z0-9]{12})\b/g;

/** What a line is about, with names for ids: people, sites, products and suppliers. */
function useAbout(): (entry: Entry) => string {
  const { people, sites } = useHere();
  const products = useQuery(reading('/api/products')).data ?? [];
  const suppliers = useQuery(reading('/api/suppliers')).data ?? [];
  const names = new Map<string, string>([
    ...[...people.values()].map(({ person, name }) => [person, name] as const),
    ...sites.map(({ site, facts }) => [site, facts.name] as const),
    ...products.map(({ id, item }) => [id, item] as const),
    ...suppliers.map(({ id, name: called }) => [id, called] as const),
  ]);
  const told = (id: string): string =>
    id.replace(ID, (each) => names.get(each) ?? each).replace('@', ' · ');
  return ({ about, kind }) =>
    about
      .map(({ noun, id }) => {
        if (ALONE.has(noun)) return spelled(noun);
        return noun === kind ? told(id) : `${spelled(noun)} ${told(id)}`;
      })
      .join(', ');
}

/** What the line says, as it is hashed. */
function Leaf({ line }: { line: number }) {
  const query = useQuery(reading('/api/organisation/entries/{line}', { params: { line } }));
  return (
    <Read query={query}>
      {({ leaf, leafHash }) => (
        <>
          <pre className="leaf" tabIndex={0}>
            {leaf}
          </pre>
          <p className="quiet small">
            {say.leafHash} <code>{leafHash}</code>
          </p>
        </>
      )}
    </Read>
  );
}
