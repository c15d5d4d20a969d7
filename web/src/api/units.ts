/** The unit in which each audit item is counted. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useHere } from '../session/session.js';
import { reading } from './queries.js';

/** Amounts of a movement come without their unit, which is that of their item. */
export function useWithUnit(): (quantity: string, item: string) => string {
  const { site } = useHere();
  const { data } = useQuery(reading('/api/sites/{site}/balances', { params: { site: site.site } }));
  return useMemo(() => {
    const units = new Map(data?.items.map(({ item, onHand }) => [item, onHand.unit]));
    return (quantity, item) => `${quantity} ${units.get(item) ?? ''}`.trimEnd();
  }, [data]);
}
