/**
 * Rows of the ledger. Those in sight are drawn and no others; one of them can be reached by Tab, arrows go on from there,
 * and Enter opens it.
 */
import { useMediaQuery } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { Schemas } from '../api/client.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Read } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.ledger;
export type Entry = Schemas['EntryDto'];

/** Heights of a row: as ledger.css draws it, by the size of the letters. */
const ROW_REM = 2.25;
const NARROW_ROW_REM = 4.25;
const NARROW = '(max-width: 48rem)';
const LATE_MS = 3_600_000;
/** Whoever drags the bar passes by what is in between; it is not read. */
const SETTLED_MS = 60;
const SEEN_STEP = 20;
const ROWS_ABOVE = 5;
const OVERSCAN = 8;
const HEAD = [
  say.line,
  say.at,
  say.kind,
  say.item,
  say.who,
  say.moved,
  say.balance,
  say.flags,
] as const;

export interface Row {
  readonly line: number;
  /** Undefined until it is read. */
  readonly entry: Entry | undefined;
}

interface Props {
  readonly query: UseQueryResult;
  readonly size: number;
  /** Whether `size` is all there is. */
  readonly isWhole: boolean;
  readonly rowAt: (index: number) => Row;
  /** The row in which a line stands. */
  readonly indexOf: (line: number) => number;
  readonly onSeen: (first: number, last: number) => void;
}

export function LedgerLines(props: Props) {
  return (
    <Read query={props.query}>
      {() =>
        props.size === 0 ? <p className="quiet">{words.nothingHere}</p> : <Grid {...props} />
      }
    </Read>
  );
}

function Grid({ size, isWhole, rowAt, indexOf, onSeen }: Props) {
  const firstActive = (): number => {
    const left = leftAt();
    return left === undefined ? 0 : Math.max(0, indexOf(left));
  };
  const [, go] = useLocation();
  const withUnit = useWithUnit();
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = (useMediaQuery(NARROW) ? NARROW_ROW_REM : ROW_REM) * remPx();
  const [active, setActive] = useState(firstActive);
  const takesFocus = useRef(false);
  const rows = useVirtualizer({
    count: size,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    initialOffset: () => Math.max(0, active - ROWS_ABOVE) * rowPx,
    overscan: OVERSCAN,
    // The row that has the focus stays, wherever one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(active, size - 1)])].sort(
        (one, other) => one - other,
      ),
  });
  useEffect(() => {
    rows.measure();
  }, [rows, rowPx]);
  useSeen(rows.range, onSeen);
  useStay(frame, { top: rowAt(0).line, indexOf, rowPx, onGrown: setActive });
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [active]);
  const press = useKeys(frame, {
    active,
    size,
    rowPx,
    onMove: (next) => {
      takesFocus.current = next !== active;
      setActive(next);
      rows.scrollToIndex(next);
    },
    onOpen: () => {
      leaveAt(rowAt(active).line);
      go(`/ledger/${rowAt(active).line}`);
    },
  });
  return (
    <div
      className="ledger"
      ref={frame}
      role="grid"
      aria-label={say.title}
      aria-rowcount={isWhole ? size + 1 : -1}
      aria-colcount={HEAD.length}
      onKeyDown={press}
    >
      <div className="ledger-row ledger-head" role="row" aria-rowindex={1}>
        {HEAD.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={rowAt(index).line}
            className="ledger-row"
            role="row"
            aria-rowindex={index + 2}
            tabIndex={index === active ? 0 : -1}
            style={{ transform: `translateY(${start}px)` }}
            onFocus={() => {
              setActive(index);
            }}
          >
            <Cells {...rowAt(index)} withUnit={withUnit} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Enter opens the row; arrows, pages and ends go from row to row. */
function useKeys(
  frame: { readonly current: HTMLElement | null },
  on: {
    readonly active: number;
    readonly size: number;
    readonly rowPx: number;
    readonly onMove: (next: number) => void;
    readonly onOpen: () => void;
  },
) {
  const { active, size, rowPx, onMove, onOpen } = on;
  return (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && event.target instanceof HTMLDivElement) {
      onOpen();
      return;
    }
    const sight = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowPx) - 2);
    const to = wayOf(event.key, { active, sight, size });
    if (to === undefined) return;
    event.preventDefault();
    onMove(Math.min(size - 1, Math.max(0, to)));
  };
}

function wayOf(
  key: string,
  { active, sight, size }: { active: number; sight: number; size: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + sight;
    case 'PageUp':
      return active - sight;
    case 'Home':
      return 0;
    case 'End':
      return size - 1;
    default:
      return undefined;
  }
}

/** Whoever comes back from a line finds it where it stood. */
function leaveAt(line: number): void {
  history.replaceState({ ...(history.state as object | null), ledgerLine: line }, '');
}
function leftAt(): number | undefined {
  const state = history.state as { readonly ledgerLine?: unknown } | null;
  return typeof state?.ledgerLine === 'number' ? state.ledgerLine : undefined;
}

/** Says which rows are in sight, in steps, and not while they fly by. */
function useSeen(
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  onSeen: (first: number, last: number) => void,
): void {
  const first = Math.floor((range?.startIndex ?? 0) / SEEN_STEP) * SEEN_STEP;
  const last = Math.ceil((range?.endIndex ?? 0) / SEEN_STEP) * SEEN_STEP;
  useEffect(() => {
    const timer = setTimeout(() => {
      onSeen(first, last);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [first, last, onSeen]);
}

/** What one looks at stays where it is when lines are recorded above it. */
function useStay(
  frame: { readonly current: HTMLElement | null },
  on: {
    readonly top: number;
    readonly indexOf: (line: number) => number;
    readonly rowPx: number;
    readonly onGrown: (move: (active: number) => number) => void;
  },
): void {
  const { top, indexOf, rowPx, onGrown } = on;
  const before = useRef(top);
  useLayoutEffect(() => {
    const grown = indexOf(before.current);
    before.current = top;
    const element = frame.current;
    if (grown <= 0 || element === null) return;
    const isElsewhere = element.scrollTop > 0;
    if (isElsewhere) element.scrollTop += grown * rowPx;
    if (isElsewhere || element.contains(document.activeElement))
      onGrown((active) => active + grown);
  }, [frame, top, indexOf, rowPx, onGrown]);
}

/** Drawn once, wherever its row goes. */
const Cells = memo(function Cells({
  line,
  entry,
  withUnit,
}: Row & { withUnit: ReturnType<typeof useWithUnit> }) {
  const { zone } = useHere();
  const name = useName();
  const number = (
    <span role="gridcell" className="num">
      <Link
        href={`/ledger/${line}`}
        tabIndex={-1}
        onClick={() => {
          leaveAt(line);
        }}
      >
        {line}
      </Link>
    </span>
  );
  if (entry === undefined) {
    return (
      <>
        {number}
        <span role="gridcell" className="quiet" data-reading>
          {words.loading}
        </span>
      </>
    );
  }
  const { kind, occurredAt, recordedAt, performer, signatures, movements, flags } = entry;
  const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;
  const first = movements[0];
  const others = signatures.filter(({ person }) => person !== performer);
  return (
    <>
      {number}
      <span role="gridcell" className="num">
        {dayAndTime(occurredAt, zone)}
      </span>
      <span role="gridcell">
        <strong>{spelled(kind)}</strong>
      </span>
      <span role="gridcell" className="quiet" title={first?.item}>
        {first?.item}
      </span>
      <span role="gridcell">
        {name(performer)}
        {others.length > 0 && (
          <span className="quiet"> + {others.map(({ person }) => name(person)).join(', ')}</span>
        )}
      </span>
      <span role="gridcell" className="num">
        {first !== undefined && withUnit(first.quantity, first.item)}
        {movements.length > 1 && <span className="quiet"> +{movements.length - 1}</span>}
      </span>
      <span role="gridcell" className="num">
        {first !== undefined && withUnit(first.onHand, first.item)}
      </span>
      <span role="gridcell">
        {flags.map(({ code, about }) => (
          <Mark key={`${code} ${about}`} as="due">
            {spelled(code)}
          </Mark>
        ))}
        {isLate && (
          <Mark as="plain">
            {say.late} <span className="num">{dayAndTime(recordedAt, zone)}</span>
          </Mark>
        )}
      </span>
    </>
  );
});

const remPx = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);
