/** A panel with a list of lines of the ledger that are told, each with its number before it. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../words/words.js';
import { Panel, Read } from './page.js';

export function ListPanel<T extends { readonly line: number }>(props: {
  title: string;
  says?: string;
  query: UseQueryResult<{ readonly items: readonly T[] }>;
  /** How one of them is told. */
  each: (item: T) => ReactNode;
  /** What stands below the list. */
  children?: ReactNode;
}) {
  return (
    <Panel title={props.title}>
      {props.says !== undefined && <p className="quiet small">{props.says}</p>}
      <Read query={props.query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{words.nothingHere}</p>
          ) : (
            <ul className="lines" role="list">
              {items.map((item) => (
                <li key={item.line}>{props.each(item)}</li>
              ))}
            </ul>
          )
        }
      </Read>
      {props.children}
    </Panel>
  );
}
