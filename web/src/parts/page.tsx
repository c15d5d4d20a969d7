/** A screen's frame, and the parts that every screen has. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { words } from '../words/words.js';
import { ProblemOf } from './problem-notice.js';

export function Page(props: { title: string; beside?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever came by a key or a link, and has no field under their hands, is told of the new screen.
  useEffect(() => {
    if (document.activeElement?.matches('body, a') === true)
      heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${props.title} · ${words.product}`;
  }, [props.title]);
  return (
    <div className="page">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.beside}
      </header>
      {props.children}
    </div>
  );
}

export function Panel(props: {
  title: string;
  count?: number | undefined;
  beside?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const id = `panel-${props.title.replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <section className={props.wide === true ? 'panel wide' : 'panel'} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>
          {props.title}
          {props.count !== undefined && props.count > 0 && (
            <span className="count num">{props.count}</span>
          )}
        </h2>
        {props.beside}
      </header>
      {props.children}
    </section>
  );
}

/** The service has been asked and has not answered yet. */
export function Reading() {
  return (
    <p className="quiet" role="status" data-reading>
      {words.loading}
    </p>
  );
}

/** What was read, or that it is being read, or why it cannot be. */
export function Read<T>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { data, error, isPending, isPaused } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (isPending && isPaused) return <p className="quiet">{words.notRead}</p>;
  if (isPending) return <Reading />;
  return <ProblemOf error={error} />;
}

export function Table(props: {
  label: string;
  head: readonly ReactNode[];
  numbers?: readonly number[];
  children: ReactNode;
}) {
  const { head } = props;
  const frame = useRef<HTMLDivElement>(null);
  // A narrow screen shows the name of the column at each cell (registers.css).
  useLayoutEffect(() => {
    for (const row of frame.current?.querySelectorAll('tbody tr') ?? []) {
      // A cell that spans all columns stands under none of them.
      if (row.children.length < head.length) continue;
      for (const [index, cell] of [...row.children].entries()) {
        const name = head[index];
        if (typeof name === 'string' && name !== '') cell.setAttribute('data-label', name);
      }
    }
  });
  const isWider = useIsWider(frame);
  return (
    <div
      ref={frame}
      className="table-frame"
      role="group"
      aria-label={props.label}
      tabIndex={isWider ? 0 : undefined}
    >
      <table className="register">
        <thead>
          <tr>
            {head.map((name, index) =>
              name === '' ? (
                <td key={index} />
              ) : (
                <th
                  key={index}
                  scope="col"
                  className={props.numbers?.includes(index) === true ? 'num' : undefined}
                >
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** Whether the content is wider than its frame: only then keys must reach the frame, to scroll it. */
function useIsWider(frame: RefObject<HTMLElement | null>): boolean {
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const seen = new ResizeObserver(() => {
      setWider(box.scrollWidth > box.clientWidth);
    });
    for (const each of [box, ...box.children]) seen.observe(each);
    return () => {
      seen.disconnect();
    };
  }, [frame]);
  return isWider;
}

/** A state that is told by a sign and a word, never by colour alone. */
export function Mark(props: { as: 'good' | 'due' | 'bad' | 'plain'; children: ReactNode }) {
  const sign = { good: '✓', due: '◔', bad: '!', plain: null }[props.as];
  return (
    <span className={`mark mark-${props.as}`}>
      {sign !== null && <span aria-hidden="true">{sign}</span>} {props.children}
    </span>
  );
}
