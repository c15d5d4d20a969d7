/** The day at a glance: what is open, who holds what, what is due, and whether the day can close. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { reading } from '../api/queries.js';
import { useWithUnit } from '../api/units.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
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
const HURRY_MS = 4 * 3_600_000;

export function Today() {
  const { zone, roles } = useHere();
  const now = new Date(useNow()).toISOString();
  const reads = ['registrant', 'custodian', 'clinician', 'compliance', 'inspector'].some((role) =>
    roles.has(role),
  );
  return (
    <Page title={say.title} beside={<p className="page-date">{wholeDay(now, zone)}</p>}>
      {reads ? (
        <>
          <DayLine date={dateAt(now, zone)} />
          <div className="day-board">
            <div className="day-bedside">
              <Infusions />
              <OpenVials />
            </div>
            <div className="day-register">
              <NewRegister />
              <InHand />
              <Work />
              <Balances />
            </div>
          </div>
        </>
      ) : (
        <div className="board">
          <Work />
        </div>
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
function NewRegister() {
  const { roles } = useHere();
  const query = useQuery(reading('/api/sites/{site}/work-list', useSite()));
  const isNew = query.data?.items.some(({ key }) => key === FIRST_INVENTORY);
  return isNew === true && roles.has('registrant') ? <FirstSteps /> : null;
}

function InHand() {
  const query = useQuery(reading('/api/sites/{site}/custody', useSite()));
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

function Infusions() {
  const query = useDayOrders();
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

function OpenVials() {
  const { site } = useHere();
  const locationName = useLocationName();
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
