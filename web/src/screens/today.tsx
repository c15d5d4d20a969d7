/** The day at a glance: what is open, who holds what, what is due, and whether the day can close. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Page, Panel, Read, Reading, Table } from '../parts/page.js';
import { useHere, useLocationName, useName, useNow } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { dateAt, span, wholeDay } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { FirstSteps } from './first-steps.js';
import { isOver, OrderCards, useDayOrders } from './order-cards.js';
import { Work } from './work.js';

const say = words.today;
/** What the work-list calls it while none was taken. */
const FIRST_INVENTORY = 'inventory:first';
/** Who make a new register ready. */
const OPENERS = ['registrant', 'custodian', 'administrator'];
const HURRY_MS = 4 * 3_600_000;
/** Longer than so nobody at a bedside waits for a panel that they may not need. */
const LONGEST_WAIT_MS = 2_000;

export function Today() {
  const { zone, roles } = useHere();
  const now = new Date(useNow()).toISOString();
  const reads = ['registrant', 'custodian', 'clinician', 'compliance', 'inspector'].some((role) =>
    roles.has(role),
  );
  return (
    <Page title={say.title} beside={<p className="page-date">{wholeDay(now, zone)}</p>}>
      {reads ? <Board date={dateAt(now, zone)} /> : <WorkAlone />}
    </Page>
  );
}

const useSite = () => ({ params: { site: useHere().site.site } });

/** All of it is asked for at once, and first shown together: no panel pushes another away as it comes in. */
function useReads(date: string) {
  const at = useSite();
  return {
    day: useQuery(reading('/api/sites/{site}/days/{date}', { params: { ...at.params, date } })),
    orders: useDayOrders(),
    open: useQuery(
      reading('/api/sites/{site}/containers', { ...at, query: { status: 'open', limit: 100 } }),
    ),
    custody: useQuery(reading('/api/sites/{site}/custody', at)),
    work: useQuery(reading('/api/sites/{site}/work-list', at)),
    balances: useQuery(reading('/api/sites/{site}/balances', at)),
  };
}

function Board({ date }: { date: string }) {
  const reads = useReads(date);
  const isRead = Object.values(reads).every(({ isPending, isPaused }) => !isPending || isPaused);
  // What was shown once stays: the next day, or a site that is chosen, is read panel by panel.
  const [isShown, setShown] = useState(isRead);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, LONGEST_WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (isRead && !isShown) setShown(true);
  if (!isShown) return <Reading />;
  const { day, orders, open, custody, work, balances } = reads;
  return (
    <>
      <DayLine query={day} date={date} />
      <div className="day-board">
        <div className="day-bedside">
          <Infusions query={orders} />
          <OpenVials query={open} />
        </div>
        <div className="day-register">
          <NewRegister work={work.data} />
          <InHand query={custody} />
          <Work query={work} />
          <Balances query={balances} />
        </div>
      </div>
    </>
  );
}

function WorkAlone() {
  return (
    <div className="board">
      <Work query={useQuery(reading('/api/sites/{site}/work-list', useSite()))} />
    </div>
  );
}

type Reads = ReturnType<typeof useReads>;

function DayLine({ date, query }: { date: string; query: Reads['day'] }) {
  const withUnit = useWithUnit();
  return (
    <Read query={query}>
      {({ canClose, closed, standing }) => {
        const isReopened = closed?.status === 'reopened';
        const isGood = closed === null ? canClose : !isReopened;
        return (
          <section
            className={isGood ? 'day-line day-good' : 'day-line day-due'}
            aria-label={say.closeDay}
          >
            <Mark as={isGood ? 'good' : 'due'}>
              {isReopened
                ? say.reopened
                : closed !== null
                  ? say.closed
                  : canClose
                    ? say.canClose
                    : say.cannotClose}
            </Mark>
            <Link href={`/days/${date}`}>{closed === null ? say.closeDay : words.day.title}</Link>
            {closed === null &&
              standing.map(({ what, type, quantity, item }) => (
                <span key={`${type} ${what}`} className="chip">
                  {spelled(type)} {what.replace(/^[a-z-]+:/, '')}{' '}
                  {quantity !== null && (
                    <span className="num">{withUnit(quantity, item ?? '')}</span>
                  )}
                </span>
              ))}
          </section>
        );
      }}
    </Read>
  );
}

/** Until the first inventory there is nothing that could be drawn. */
function NewRegister({ work }: { work: Reads['work']['data'] }) {
  const { roles } = useHere();
  const isNew = work?.items.some(({ key }) => key === FIRST_INVENTORY);
  return isNew === true && OPENERS.some((role) => roles.has(role)) ? <FirstSteps /> : null;
}

function InHand({ query }: { query: Reads['custody'] }) {
  const name = useName();
  const locationName = useLocationName();
  const now = useNow();
  return (
    <Panel
      title={say.inHand}
      count={(query.data?.inHand.length ?? 0) + (query.data?.sealed.length ?? 0)}
      wide
    >
      <Read query={query}>
        {({ inHand, sealed }) =>
          inHand.length + sealed.length === 0 ? (
            <p className="quiet">
              <Mark as="good">{say.inHandNone}</Mark>
            </p>
          ) : (
            <Table
              label={say.inHand}
              head={[say.holder, words.bedside.order, say.vial, say.quantity, say.since]}
              numbers={[3, 4]}
            >
              {inHand.map(({ draw, holder, order, container, quantity, drawnAt }) => (
                <tr key={draw}>
                  <td>
                    <strong>{name(holder)}</strong>
                  </td>
                  <td>
                    <Link href={`/infusions/${order}`} className="num">
                      {order}
                    </Link>
                  </td>
                  <td>
                    <Link href={`/vials/${container}`} className="num">
                      {container}
                    </Link>
                  </td>
                  <td className="num">{shown(quantity)}</td>
                  <td className="num">{span(now - Date.parse(drawnAt))}</td>
                </tr>
              ))}
              {sealed.map(({ bag, sealedBy, location, volume, sealedAt }) => (
                <tr key={bag}>
                  <td>
                    <Mark as="due">{say.bags}</Mark> {name(sealedBy)}
                  </td>
                  <td>
                    <Link href={`/bags/${encodeURIComponent(bag)}`} className="num">
                      {bag}
                    </Link>
                  </td>
                  <td>{locationName(location)}</td>
                  <td className="num">{shown(volume)}</td>
                  <td className="num">{span(now - Date.parse(sealedAt))}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Read>
    </Panel>
  );
}

function Infusions({ query }: { query: Reads['orders'] }) {
  return (
    <Panel
      title={say.infusions}
      count={query.data?.items.filter((order) => !isOver(order)).length}
      beside={<Link href="/infusions">{words.bedside.newOrder}</Link>}
    >
      <OrderCards query={query} names="hidden" />
    </Panel>
  );
}

function OpenVials({ query }: { query: Reads['open'] }) {
  const locationName = useLocationName();
  const now = useNow();
  return (
    <Panel title={say.openVials} count={query.data?.items.length}>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say.openVialsNone}</p>
          ) : (
            <ul className="cards">
              {items.map(({ container, strength, size, beyondUseAt, remaining, location }) => (
                <li key={container}>
                  <Link href={`/vials/${container}`} className="card">
                    <span className="num card-lead">{container}</span>
                    <span>
                      {strength} · {shown(size)}
                    </span>
                    <span className="num">
                      {say.left} <strong>{shown(remaining)}</strong>
                    </span>
                    <span className="quiet">{locationName(location)}</span>
                    {beyondUseAt !== null && <Countdown until={beyondUseAt} now={now} />}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Panel>
  );
}

export function Countdown({ until, now }: { until: string; now: number }) {
  const left = Date.parse(until) - now;
  if (left <= 0) return <Mark as="bad">{say.pastUse}</Mark>;
  return (
    <Mark as={left < HURRY_MS ? 'due' : 'plain'}>
      {say.useWithin} <span className="num">{span(left)}</span>
    </Mark>
  );
}

function Balances({ query }: { query: Reads['balances'] }) {
  return (
    <Panel title={say.balances} wide>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say.balancesNone}</p>
          ) : (
            <Table
              label={say.balances}
              numbers={[1, 2, 3, 4, 5]}
              head={[
                '',
                words.ledger.balance,
                spelled('in-process'),
                words.bedside.held,
                spelled('sealed'),
                spelled('open'),
              ]}
            >
              {items.map(({ item, onHand, inProcess, held, sealed, open }) => (
                <tr key={item}>
                  <th scope="row">{item}</th>
                  <td className="num">
                    <strong>{shown(onHand)}</strong>
                  </td>
                  <td className="num">{shown(inProcess)}</td>
                  <td className="num">{shown(held)}</td>
                  <td className="num">{sealed}</td>
                  <td className="num">{open}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Read>
    </Panel>
  );
}
