/** A business day: what is still in its way, its close, and its review line by line. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ActForm, Recorded } from '../act/act-form.js';
import type { Schemas } from '../api/client.js';
import { EXCUSED_WHY } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere, useName } from '../session/session.js';
import { day, dayAndTime, daysAfter } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.day;
const LINES_AT_ONCE = 200;
type Standing = Schemas['DayStandingDto'];
type ClosedDay = Schemas['ClosedDayDto'];

export default function Day({ date }: { date: string }) {
  const { site } = useHere();
  const params = { site: site.site, date };
  const query = useQuery(reading('/api/sites/{site}/days/{date}', { params }));
  const [last, setLast] = useState<Schemas['RecordedDto'] | null>(null);
  return (
    <Page
      title={`${say.title} ${day(date)}`}
      beside={
        <p className="row">
          <Link href={`/days/${daysAfter(date, -1)}`}>{say.before}</Link>
          <Link href={`/days/${daysAfter(date, 1)}`}>{say.after}</Link>
        </p>
      }
    >
      {last !== null && <Recorded answer={last} />}
      <Read query={query}>
        {(standing) => (
          <div className="board two">
            {standing.closed === null ? (
              <Close key={date} standing={standing} onRecorded={setLast} />
            ) : (
              <Closed closed={standing.closed} />
            )}
            {standing.closed !== null && standing.closed.review === null && (
              <Review
                key={standing.closed.unreviewed.join()}
                closed={standing.closed}
                onRecorded={setLast}
              />
            )}
          </div>
        )}
      </Read>
    </Page>
  );
}

/** Everything that stands in the way is dealt with, or excused with its reason. */
function Close(props: {
  standing: Standing;
  onRecorded: (answer: Schemas['RecordedDto']) => void;
}) {
  const { date, standing } = props.standing;
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const { zone } = useHere();
  const withUnit = useWithUnit();
  const isExcused = standing.every(({ what }) => (reasons[what] ?? '') !== '');
  const content = !isExcused
    ? null
    : { date, excused: standing.map(({ what }) => ({ what, why: reasons[what] })) };
  return (
    <Panel title={words.today.closeDay}>
      <ActForm
        kind="day-close"
        path="/api/sites/{site}/days"
        label={words.today.closeDay}
        content={content}
        onRecorded={props.onRecorded}
      >
        {standing.length === 0 ? (
          <p>
            <Mark as="good">{words.today.canClose}</Mark>
          </p>
        ) : (
          <>
            <p>
              <Mark as="due">{words.today.cannotClose}</Mark>
            </p>
            <ul className="lines">
              {standing.map(({ what, type, since, quantity, item }) => (
                <li key={what}>
                  <span>
                    <Way what={what}>
                      {spelled(type)} {what.replace(/^[a-z-]+:/, '')}
                    </Way>
                    <span className="block quiet small num">
                      {quantity !== null && withUnit(quantity, item ?? '')}{' '}
                      {since !== null && dayAndTime(since, zone)}
                    </span>
                  </span>
                  <NativeSelect
                    label={say.excuse}
                    value={reasons[what] ?? ''}
                    onChange={(event) => {
                      setReasons({ ...reasons, [what]: event.currentTarget.value });
                    }}
                    data={[
                      { value: '', label: say.noExcuse },
                      ...EXCUSED_WHY.map((value) => ({ value, label: spelled(value) })),
                    ]}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </ActForm>
    </Panel>
  );
}

/** To where what stands open is dealt with. */
function Way({ what, children }: { what: string; children: ReactNode }) {
  const [type, id = ''] = what.split(':');
  if (type === 'line') return <Link href={`/ledger/${id}`}>{children}</Link>;
  if (type === 'held') return <Link href={`/bags/${encodeURIComponent(id)}`}>{children}</Link>;
  return <span>{children}</span>;
}

function Closed({ closed }: { closed: ClosedDay }) {
  const name = useName();
  return (
    <Panel title={words.today.closed}>
      <dl className="facts">
        <div>
          <dt>{words.ledger.line}</dt>
          <dd className="num">
            <Link href={`/ledger/${closed.line}`}>{closed.line}</Link>
          </dd>
        </div>
        <div>
          <dt>{say.by}</dt>
          <dd>{name(closed.closedBy)}</dd>
        </div>
        <div>
          <dt>{words.vials.status}</dt>
          <dd>
            <Mark as={closed.status === 'reviewed' ? 'good' : 'due'}>{spelled(closed.status)}</Mark>
          </dd>
        </div>
        {closed.review !== null && (
          <div>
            <dt>{say.review}</dt>
            <dd className="num">
              <Link href={`/ledger/${closed.review}`}>{closed.review}</Link>
            </dd>
          </div>
        )}
        {closed.late.length > 0 && (
          <div>
            <dt>{say.late}</dt>
            <dd className="num">
              {closed.late.map((line) => (
                <Link key={line} href={`/ledger/${line}`}>
                  {line}{' '}
                </Link>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {closed.excused.length > 0 && (
        <ul className="lines">
          {closed.excused.map(({ what, why }) => (
            <li key={what}>
              <Way what={what}>{what}</Way>
              <span className="quiet">{spelled(why)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Nobody signs what they have not read: the lines stand here, and the hash of the last one is signed. */
function Review({
  closed,
  onRecorded,
}: {
  closed: ClosedDay;
  onRecorded: (answer: Schemas['RecordedDto']) => void;
}) {
  const { site, zone } = useHere();
  const name = useName();
  const withUnit = useWithUnit();
  const params = { site: site.site };
  const signed = useQuery(reading('/api/sites/{site}/reviews', { params, query: { limit: 1 } }));
  const to = Math.max(...closed.unreviewed);
  const last = signed.data?.items[0]?.to ?? -1;
  const from = Math.min(last + 1, ...closed.unreviewed);
  const [begin, setBegin] = useState<number | null>(null);
  const start = begin ?? Math.max(from, to - LINES_AT_ONCE + 1);
  const lines = useQuery({
    ...reading('/api/sites/{site}/entries', {
      params,
      query: {
        order: 'oldest',
        limit: Math.min(LINES_AT_ONCE, to - start + 1),
        cursor: start === 0 ? null : start - 1,
      },
    }),
    enabled: signed.isSuccess,
  });
  const leaf = lines.data?.items.find(({ line }) => line === to)?.leafHash;
  return (
    <Panel title={say.review} wide>
      <p className="quiet">{say.reviewSays}</p>
      <Read query={lines}>
        {({ items }) => (
          <Table
            label={say.review}
            numbers={[0, 4]}
            head={[
              words.ledger.line,
              words.ledger.at,
              words.ledger.kind,
              words.ledger.who,
              words.ledger.moved,
              words.ledger.flags,
            ]}
          >
            {items.map((entry) => (
              <tr key={entry.line}>
                <td className="num">
                  <Link href={`/ledger/${entry.line}`}>{entry.line}</Link>
                </td>
                <td className="when">{dayAndTime(entry.occurredAt, zone)}</td>
                <td>
                  <strong>{spelled(entry.kind)}</strong>
                </td>
                <td>{name(entry.performer)}</td>
                <td className="num">
                  {entry.movements
                    .slice(0, 1)
                    .map(({ quantity, item }) => withUnit(quantity, item))
                    .join('')}
                </td>
                <td>{entry.flags.map(({ code }) => spelled(code)).join(', ')}</td>
              </tr>
            ))}
          </Table>
        )}
      </Read>
      {start > from && (
        <button
          type="button"
          className="more"
          onClick={() => {
            setBegin(Math.max(from, start - LINES_AT_ONCE));
          }}
        >
          {say.earlier}
        </button>
      )}
      <ActForm
        kind="review"
        path="/api/sites/{site}/reviews"
        label={say.sign}
        onRecorded={onRecorded}
        content={leaf === undefined ? null : { from: start, to, leaf, days: [closed.date] }}
      >
        <p>
          {say.range} <span className="num">{start}</span> – <span className="num">{to}</span>
        </p>
      </ActForm>
    </Panel>
  );
}
