/** What happened when and by whom, and what is due after it. */
import type { ReactNode } from 'react';
import { useHere } from '../session/session.js';
import { day, dayAndTime } from '../words/times.js';
import './timeline.css';

export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly says: ReactNode;
}

/** A day or an instant until which something is to be done. */
export interface Duty {
  readonly key: string;
  readonly until: string;
  readonly isLate: boolean;
  readonly says: ReactNode;
}

export function Timeline(props: { happened: readonly Happening[]; due: readonly Duty[] }) {
  const { zone } = useHere();
  return (
    <ol className="timeline">
      {props.happened.map(({ key, at, says }) => (
        <li key={key}>
          <time className="timeline-when" dateTime={at}>
            {dayAndTime(at, zone)}
          </time>
          <div>{says}</div>
        </li>
      ))}
      {props.due.map(({ key, until, isLate, says }) => (
        <li key={key} className={isLate ? 'to-come is-late' : 'to-come'}>
          <time className="timeline-when" dateTime={until}>
            {until.includes('T') ? dayAndTime(until, zone) : day(until)}
          </time>
          <div>{says}</div>
        </li>
      ))}
    </ol>
  );
}
