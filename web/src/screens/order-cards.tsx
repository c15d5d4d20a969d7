/** Infusions of a day as cards: what is still to be done first, what is over after it. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { get } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Mark, Read } from '../parts/page.js';
import { useHere, useNow } from '../session/session.js';
import { shown } from '../words/amounts.js';
import { dateAt } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.bedside;
const MOST = 200;
/** Names that are read, each noted in the access journal. */
const MOST_NAMES = 40;
type Order = Schemas['ListedOrderDto'];

export const isOver = ({ standing }: Order): boolean =>
  standing === 'closed' || standing === 'cancelled';

/** Infusions planned for today, or ordered today. */
export function useDayOrders() {
  const { site, zone } = useHere();
  const date = dateAt(new Date(useNow(60_000)).toISOString(), zone);
  return useQuery(
    reading('/api/sites/{site}/infusion-orders', {
      params: { site: site.site },
      query: { date, limit: MOST },
    }),
  );
}

export function OrderCards(props: {
  query: ReturnType<typeof useDayOrders>;
  /** Names stand where somebody picks a patient, and not on a screen that anybody walks by. */
  names: 'shown' | 'hidden';
  /** The vial that is drawn from, where one was scanned before the infusion was chosen. */
  vial?: string;
}) {
  const { roles } = useHere();
  const readsNames = ['registrant', 'custodian', 'clinician'].some((role) => roles.has(role));
  const open = (props.query.data?.items ?? []).filter((order) => !isOver(order));
  const names = useNames(props.names === 'shown' && readsNames ? open : []);
  return (
    <Read query={props.query}>
      {({ items }) => {
        const over = items.length - open.length;
        return (
          <>
            {open.length === 0 && <p className="quiet">{words.today.infusionsNone}</p>}
            <ul className="cards">
              {open.map((order) => (
                <li key={order.order}>
                  <Card order={order} name={names.get(order.patient)} vial={props.vial} />
                </li>
              ))}
            </ul>
            {over > 0 && (
              <p className="quiet num">
                {over} {say.over}
              </p>
            )}
          </>
        );
      }}
    </Read>
  );
}

function Card(props: { order: Order; name: string | undefined; vial: string | undefined }) {
  const { order, name, vial } = props;
  const { standing, isAccountedFor } = order;
  const href = `/infusions/${order.order}${vial === undefined ? '' : `?vial=${vial}`}`;
  return (
    <Link href={href} className="card">
      <span className="num card-lead">{order.order}</span>
      {name !== undefined && <strong>{name}</strong>}
      <span>
        {shown(order.dose)} · {spelled(order.route)}
        {order.seriesNumber !== null && ` · ${inSeries(order.seriesNumber, order.seriesOf)}`}
      </span>
      <Mark as={standing === 'ordered' ? 'plain' : isAccountedFor ? 'good' : 'due'}>
        {spelled(standing)}
        {standing !== 'ordered' && !isAccountedFor && ` · ${say.missing}`}
      </Mark>
    </Link>
  );
}

/** Which infusion of a course of several. */
export const inSeries = (number: number, of: number | null): string =>
  of === null ? `${say.series} ${number}` : `${say.series} ${number} ${say.ofSeries} ${of}`;

function useNames(orders: readonly Order[]): ReadonlyMap<string, string> {
  const { site } = useHere();
  const patients = [...new Set(orders.map(({ patient }) => patient))].slice(0, MOST_NAMES);
  const found = useQueries({
    queries: patients.map((patient) => ({
      // Apart from the readings of the site: a name is looked up once, not whenever a line is recorded.
      queryKey: ['patient', patient],
      queryFn: () =>
        get('/api/sites/{site}/patients/{patient}', { params: { site: site.site, patient } }),
      staleTime: Infinity,
    })),
  });
  return new Map(found.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data.name]])));
}
