/** Infusions with something left to do, the newest first, as the last lines of the register tell them. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries.js';
import { useHere } from '../session/session.js';

const MOST = 12;
const LINES = 200;

export function useOpenInfusions() {
  const { site } = useHere();
  const params = { site: site.site };
  const entries = useQuery(
    reading('/api/sites/{site}/entries', { params, query: { limit: LINES } }),
  );
  const ordered = (entries.data?.items ?? [])
    .filter(({ kind, about }) => kind === 'infusion-order' && about.length > 0)
    .flatMap(({ about }) => about.filter(({ noun }) => noun === 'order').map(({ id }) => id));
  const states = useQueries({
    queries: [...new Set(ordered)]
      .slice(0, MOST)
      .map((order) =>
        reading('/api/sites/{site}/infusion-orders/{order}', { params: { ...params, order } }),
      ),
  });
  const orders = states.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    isPending: entries.isPending || states.some(({ isPending }) => isPending),
    orders: orders.filter(
      ({ status, balance }) =>
        status !== 'closed' &&
        status !== 'cancelled' &&
        (status === 'ordered' || !balance.isBalanced),
    ),
  };
}
