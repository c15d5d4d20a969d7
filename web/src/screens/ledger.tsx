/** The ledger, line by line, as long as it is: pages are read as they come into sight, and only what is in sight is drawn. */
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { get } from '../api/client.js';
import { reading } from '../api/queries.js';
import { ChoiceField } from '../parts/fields.js';
import { Page } from '../parts/page.js';
import { useHere } from '../session/session.js';
import { whole } from '../words/amounts.js';
import { words } from '../words/words.js';
import { LedgerFilters, NARROWED_BY } from './ledger-filters.js';
import type { Narrowing, Order } from './ledger-filters.js';
import { LedgerLines } from './ledger-lines.js';
import type { Entry } from './ledger-lines.js';
import { mayReadOrganisation, OrganisationLedger } from './organisation-ledger.js';

const say = words.ledger;
const PAGE = 100;
/** Rows before and after those in sight that are read as well. */
const AHEAD = 40;
/** Pages that have gone out of sight are forgotten after this; a long ledger is not kept as a whole. */
const FORGOTTEN_MS = 60_000;
/** As many pages are read anew when one of their lines is recorded; more are when somebody asks for it. */
const MOST_READ_ANEW = 3;

/** What is looked for stands in the address, so that whoever comes back from a line finds it as it was. */
export default function Ledger() {
  const [asked, ask] = useSearchParams();
  const order: Order = asked.get('order') === 'oldest' ? 'oldest' : 'newest';
  const narrowing = Object.fromEntries(
    NARROWED_BY.map((name) => [name, asked.get(name) ?? '']),
  ) as Narrowing;
  const isNarrowed = Object.values(narrowing).some((value) => value !== '');
  const set = (name: string, value: string): void => {
    ask(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  const mayChoose = mayReadOrganisation(useHere().session);
  const isOrganisations = mayChoose && asked.get('of') === 'organisation';
  const whose = mayChoose && (
    <Whose
      value={isOrganisations ? 'organisation' : 'site'}
      onChange={(chosen) => {
        // What one is narrowed by says nothing of the other.
        ask(new URLSearchParams(chosen === 'site' ? {} : { of: chosen }), { replace: true });
      }}
    />
  );
  const of = isOrganisations ? 'organisation' : 'site';
  const filters = (
    <LedgerFilters of={of} narrowing={narrowing} order={order} onChange={set}>
      {whose}
    </LedgerFilters>
  );
  if (isOrganisations)
    return (
      <Page title={say.title} beside={filters}>
        <OrganisationLedger narrowing={narrowing} order={order} />
      </Page>
    );
  return (
    <Page title={say.title} beside={filters}>
      {isNarrowed ? (
        <NarrowedLedger
          key={JSON.stringify([narrowing, order])}
          narrowing={narrowing}
          order={order}
        />
      ) : (
        <WholeLedger key={order} order={order} />
      )}
    </Page>
  );
}

/** The site's ledger, or what the organisation keeps for all its sites. */
function Whose(props: {
  value: 'site' | 'organisation';
  onChange: (of: 'site' | 'organisation') => void;
}) {
  const { site } = useHere();
  return (
    <ChoiceField
      label={say.whose}
      value={props.value}
      onChange={props.onChange}
      of={[
        { value: 'site', label: site.facts.name },
        { value: 'organisation', label: say.ofOrganisation },
      ]}
    />
  );
}

/** Lines are numbered without a gap, so any row can be shown without reading those before it. */
function WholeLedger({ order }: { order: Order }) {
  const { site } = useHere();
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const entriesOf = (query: { order: Order; cursor?: number | null }) =>
    reading('/api/sites/{site}/entries', {
      params: { site: site.site },
      query: { ...query, limit: PAGE },
    });
  const head = useQuery(entriesOf({ order: 'newest' }));
  const newest = head.data?.items ?? [];
  const size = (newest[0]?.line ?? -1) + 1;
  const read = useQueries({
    queries: pagesIn(seen, { order, size, known: newest.at(-1)?.line ?? 0 }).map((page) => ({
      ...entriesOf({ order: 'oldest', cursor: page === 0 ? null : page * PAGE - 1 }),
      gcTime: FORGOTTEN_MS,
    })),
  });
  const entries = new Map<number, Entry>();
  for (const { data } of read)
    for (const entry of data?.items ?? []) entries.set(entry.line, entry);
  for (const entry of newest) entries.set(entry.line, entry);
  // A row's line, and a line's row: the newest first, or as they were written.
  const flip = useCallback(
    (number: number) => (order === 'newest' ? size - 1 - number : number),
    [order, size],
  );
  const onSeen = useCallback((first: number, last: number) => {
    setSeen((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, []);
  return (
    <>
      <LedgerLines
        query={head}
        size={size}
        isWhole
        rowAt={(index) => {
          const line = flip(index);
          return { line, entry: entries.get(line) };
        }}
        indexOf={flip}
        onSeen={onSeen}
      />
      <p className="quiet num" role="status">
        {whole(size)} {say.lines}
      </p>
    </>
  );
}

/** Pages of the lines in sight and around it, apart from those that the newest page holds. */
function pagesIn(
  seen: { readonly first: number; readonly last: number },
  { order, size, known }: { order: Order; size: number; known: number },
): readonly number[] {
  const lineOf = (index: number): number => (order === 'newest' ? size - 1 - index : index);
  const ends = [lineOf(seen.first - AHEAD), lineOf(seen.last + AHEAD)];
  const from = Math.max(0, Math.min(...ends));
  const to = Math.min(known - 1, Math.max(...ends));
  const pages: number[] = [];
  for (let page = Math.floor(from / PAGE); page * PAGE <= to; page += 1) pages.push(page);
  return pages;
}

/** Lines that fulfil what is looked for, read from one end on as one gets there. */
function NarrowedLedger({ narrowing, order }: { narrowing: Narrowing; order: Order }) {
  const { site } = useHere();
  const params = { site: site.site };
  const pages = useInfiniteQuery({
    // Not among what is read anew with each line that is recorded: that would be all of it.
    queryKey: ['narrowed-ledger', narrowing, order, site.site],
    queryFn: ({ pageParam, signal }) =>
      get(
        '/api/sites/{site}/entries',
        { params, query: { ...narrowing, cursor: pageParam, limit: PAGE, order } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const latest = useQuery(
    reading('/api/sites/{site}/entries', {
      params,
      query: { ...narrowing, order: 'newest', limit: 1 },
    }),
  );
  const entries = useMemo(
    () => (pages.data?.pages ?? []).flatMap(({ items }) => items),
    [pages.data],
  );
  const indexOf = useCallback(
    (line: number) => entries.findIndex((entry) => entry.line === line),
    [entries],
  );
  const { hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  const onSeen = useCallback(
    (_: number, last: number) => {
      if (hasNextPage && !isFetching && last + AHEAD >= entries.length) void fetchNextPage();
    },
    [hasNextPage, isFetching, fetchNextPage, entries.length],
  );
  const ends = [entries[0]?.line ?? -1, entries.at(-1)?.line ?? -1];
  const isBehind =
    !isFetching &&
    !(order === 'oldest' && hasNextPage) &&
    (latest.data?.items[0]?.line ?? -1) > Math.max(...ends);
  const readsAnew = isBehind && (pages.data?.pages.length ?? 0) <= MOST_READ_ANEW;
  useEffect(() => {
    if (readsAnew) void refetch();
  }, [readsAnew, refetch]);
  return (
    <>
      <LedgerLines
        query={pages}
        size={entries.length}
        isWhole={!hasNextPage}
        rowAt={(index) => {
          const entry = entries[index];
          return { line: entry?.line ?? -1, entry };
        }}
        indexOf={indexOf}
        onSeen={onSeen}
      />
      <p className="quiet num" role="status">
        {whole(entries.length)} {hasNextPage ? say.size : say.lines}{' '}
        {isBehind && !readsAnew && (
          <button type="button" className="more" onClick={() => void refetch()}>
            {say.newer}
          </button>
        )}
      </p>
    </>
  );
}
