/** The day at a glance: what is open, who holds what, what is due, and whether the day can close. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { useHere, useName, useNow } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { dateAt, day, daysAfter, span, wholeTime } from '../words/times.js';
import { spelled, words } from '../words/words.js';
import { useOpenInfusions } from './open-infusions.js';

const say = words.today;
const EXPIRY_DAYS = 60;
const HURRY_MS = 4 * 3_600_000;

export function Today() {
  const { zone, roles } = useHere();
  const now = new Date(useNow()).toISOString();
  const reads = ['registrant', 'custodian', 'clinician', 'compliance', 'inspector'].some((role) =>
    roles.has(role),
  );
  return (
    <Page
      title={say.title}
      beside={<p className="page-date">{wholeTime(now, zone).replace(/,? \d\d?:.*$/, '')}</p>}
    >
      {reads && (
        <>
          <DayLine date={dateAt(now, zone)} />
          <div className="board">
            <InHand />
            <OpenInfusions />
            <OpenVials />
            <Counts />
            <Discrepancies />
            <Expiring until={daysAfter(dateAt(now, zone), EXPIRY_DAYS)} />
            <Balances />
          </div>
        </>
      )}
    </Page>
  );
}

const useSite = () => ({ params: { site: useHere().site.site } });

function DayLine({ date }: { date: string }) {
  const at = useSite();
  const query = useQuery(
    reading('/api/sites/{site}/days/{date}', { params: { ...at.params, date } }),
  );
  return (
    <Read query={query}>
      {({ canClose, closed, standing }) => (
        <section
          className={canClose ? 'day-line day-good' : 'day-line day-due'}
          aria-label={say.closeDay}
        >
          <Mark as={closed !== null || canClose ? 'good' : 'due'}>
            {closed !== null ? say.closed : canClose ? say.canClose : say.cannotClose}
          </Mark>
          {closed === null &&
            standing.map(({ what, type, quantity }) => (
              <span key={`${type} ${what}`} className="chip">
                {spelled(type)} {what}{' '}
                {quantity !== null && <span className="num">{quantity}</span>}
              </span>
            ))}
        </section>
      )}
    </Read>
  );
}

function InHand() {
  const query = useQuery(reading('/api/sites/{site}/custody', useSite()));
  const name = useName();
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
                  <td className="num">{bag}</td>
                  <td>{location}</td>
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

function OpenInfusions() {
  const { orders, isPending } = useOpenInfusions();
  const name = useName();
  return (
    <Panel
      title={say.infusions}
      count={orders.length}
      beside={<Link href="/infusions">{words.bedside.newOrder}</Link>}
    >
      {isPending && (
        <p className="quiet" role="status">
          {words.loading}
        </p>
      )}
      {!isPending && orders.length === 0 && <p className="quiet">{say.infusionsNone}</p>}
      <ul className="cards">
        {orders.map(({ order, dose, route, orderedBy, status, balance }) => (
          <li key={order}>
            <Link href={`/infusions/${order}`} className="card">
              <span className="num card-lead">{order}</span>
              <span>
                {shown(dose)} · {spelled(route)}
              </span>
              <span className="quiet">{name(orderedBy)}</span>
              <Mark as={balance.isBalanced ? 'plain' : 'due'}>
                {spelled(status)}
                {balance.isBalanced ? '' : ` · ${shown(balance.missing)} ${words.bedside.missing}`}
              </Mark>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OpenVials() {
  const { site } = useHere();
  const now = useNow();
  const query = useQuery(
    reading('/api/sites/{site}/containers', {
      params: { site: site.site },
      query: { status: 'open', limit: 100 },
    }),
  );
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
                    <span className="quiet">{location}</span>
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

function Counts() {
  const query = useQuery(reading('/api/sites/{site}/counts/due', useSite()));
  const due = query.data?.items.filter(({ status }) => status !== 'counted') ?? [];
  return (
    <Panel
      title={say.counts}
      count={due.length}
      beside={<Link href="/count">{words.nav.count}</Link>}
    >
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">
              <Mark as="good">{say.countsNone}</Mark>
            </p>
          ) : (
            <ul className="lines">
              {items.map(({ location, type, status }) => (
                <li key={`${location} ${type}`}>
                  <span>
                    {location} · {spelled(type)}
                  </span>
                  <Mark as={status === 'counted' ? 'good' : status === 'due' ? 'due' : 'bad'}>
                    {spelled(status)}
                  </Mark>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Panel>
  );
}

function Discrepancies() {
  const query = useQuery(reading('/api/sites/{site}/discrepancies', useSite()));
  const name = useName();
  const open = query.data?.items.filter(({ status }) => status === 'open') ?? [];
  return (
    <Panel title={say.discrepancies} count={open.length}>
      <Read query={query}>
        {() =>
          open.length === 0 ? (
            <p className="quiet">
              <Mark as="good">{say.discrepanciesNone}</Mark>
            </p>
          ) : (
            <ul className="lines">
              {open.map(({ id, item, difference, owner, due }) => (
                <li key={id}>
                  <Link href={`/discrepancies/${id}`}>
                    <span className="num">{id}</span> {item}
                  </Link>
                  <span className="num">{difference.value}</span>
                  <Mark as="bad">
                    {owner === null ? words.none : name(owner)}
                    {due !== null && ` · ${day(due)}`}
                  </Mark>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Panel>
  );
}

function Expiring({ until }: { until: string }) {
  const { site } = useHere();
  const query = useQuery(
    reading('/api/sites/{site}/containers', {
      params: { site: site.site },
      query: { expiresUntil: until, limit: 50 },
    }),
  );
  return (
    <Panel title={say.expiring} count={query.data?.items.length}>
      <Read query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say.expiringNone}</p>
          ) : (
            <ul className="lines">
              {items.map(({ container, strength, lot, expires }) => (
                <li key={container}>
                  <Link href={`/vials/${container}`}>
                    <span className="num">{container}</span> {strength}
                  </Link>
                  <span>
                    {words.scan.lot} {lot}
                  </span>
                  <Mark as="due">{day(expires)}</Mark>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Panel>
  );
}

function Balances() {
  const query = useQuery(reading('/api/sites/{site}/balances', useSite()));
  return (
    <Panel title={say.balances} wide>
      <Read query={query}>
        {({ items }) => (
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
        )}
      </Read>
    </Panel>
  );
}
