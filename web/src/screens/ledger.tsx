/** The ledger, line by line, as long as it is: pages are read as they come into sight, and only what is in sight is drawn. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { get } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { ENTRY_KIND } from '../api/code-lists.js';
import { Mark, Page } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.ledger;
const PAGE = 100;
const ROW_PX = 44;
const LATE_MS = 3_600_000;
type Entry = Schemas['EntryDto'];

export default function Ledger() {
  const { site } = useHere();
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest');
  const [kind, setKind] = useState('');
  const [firstDay, setFirstDay] = useState('');
  const [lastDay, setLastDay] = useState('');
  const pages = useInfiniteQuery({
    queryKey: ['/api/sites/{site}/entries', site.site, 'pages', order, kind, firstDay, lastDay],
    queryFn: ({ pageParam }) =>
      get('/api/sites/{site}/entries', {
        params: { site: site.site },
        query: { cursor: pageParam, limit: PAGE, order, kind, firstDay, lastDay },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = useMemo(
    () => (pages.data?.pages ?? []).flatMap(({ items }) => items),
    [pages.data],
  );
  return (
    <Page
      title={say.title}
      beside={
        <div className="row wrap end">
          <NativeSelect
            label={say.filter}
            value={kind}
            onChange={typed(setKind)}
            data={[
              { value: '', label: say.all },
              ...ENTRY_KIND.map((value) => ({ value, label: spelled(value) })),
            ]}
          />
          <TextInput
            type="date"
            label={words.reports.from}
            value={firstDay}
            onChange={typed(setFirstDay)}
          />
          <TextInput
            type="date"
            label={words.reports.to}
            value={lastDay}
            onChange={typed(setLastDay)}
          />
          <NativeSelect
            label={say.order}
            value={order}
            onChange={(event) => {
              setOrder(event.currentTarget.value as 'newest' | 'oldest');
            }}
            data={[
              { value: 'newest', label: say.newest },
              { value: 'oldest', label: say.oldest },
            ]}
          />
        </div>
      }
    >
      <Lines
        entries={entries}
        hasMore={pages.hasNextPage}
        isReading={pages.isFetching}
        onMore={() => void pages.fetchNextPage()}
      />
      <p className="quiet num" role="status">
        {entries.length} {say.size}
      </p>
    </Page>
  );
}

function Lines(props: {
  entries: readonly Entry[];
  hasMore: boolean;
  isReading: boolean;
  onMore: () => void;
}) {
  const { entries, hasMore, isReading, onMore } = props;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isReading && last >= entries.length - 20) onMore();
  }, [hasMore, isReading, last, entries.length, onMore]);
  return (
    <div
      className="ledger"
      ref={frame}
      tabIndex={0}
      role="table"
      aria-label={say.title}
      aria-rowcount={hasMore ? -1 : entries.length + 1}
    >
      <div className="ledger-row ledger-head" role="row" aria-rowindex={1}>
        {[say.line, say.at, say.kind, say.who, say.moved, say.balance, say.flags].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <LedgerRow key={entry.line} entry={entry} index={index} start={start} />
          );
        })}
      </div>
    </div>
  );
}

function LedgerRow({ entry, index, start }: { entry: Entry; index: number; start: number }) {
  const { zone } = useHere();
  const name = useName();
  const { line, kind, occurredAt, recordedAt, performer, signatures, movements, flags } = entry;
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;
  const first = movements[0];
  const others = signatures.filter(({ person }) => person !== performer);
  return (
    <div
      className="ledger-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className="num">
        <Link href={`/ledger/${line}`}>{line}</Link>
      </span>
      <span role="cell" className="num">
        {dayAndTime(occurredAt, zone)}
        {isLate && <span className="quiet"> ↦ {dayAndTime(recordedAt, zone)}</span>}
      </span>
      <span role="cell">
        <strong>{spelled(kind)}</strong>
      </span>
      <span role="cell">
        {name(performer)}
        {others.length > 0 && (
          <span className="quiet"> + {others.map(({ person }) => name(person)).join(', ')}</span>
        )}
      </span>
      <span role="cell" className="num">
        {first === undefined
          ? ''
          : `${first.quantity}${movements.length > 1 ? ` +${movements.length - 1}` : ''}`}
      </span>
      <span role="cell" className="num">
        {first?.onHand ?? ''}
      </span>
      <span role="cell">
        {flags.map(({ code, about }) => (
          <Mark key={`${code} ${about}`} as="due">
            {spelled(code)}
          </Mark>
        ))}
      </span>
    </div>
  );
}
