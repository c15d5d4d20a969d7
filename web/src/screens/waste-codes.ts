/** Reasons and manners of waste that the site has published as valid; every one where it has named none. */
import { useQuery } from '@tanstack/react-query';
import { WASTE_MANNER, WASTE_WHY } from '../api/code-lists.js';
import { reading } from '../api/queries.js';
import { useHere } from '../session/session.js';

export type WasteReason = (typeof WASTE_WHY)[number];
export type WasteManner = (typeof WASTE_MANNER)[number];

export function useWasteCodes() {
  const { site } = useHere();
  const { data } = useQuery({
    ...reading('/api/sites/{site}/policies', { params: { site: site.site } }),
    staleTime: 600_000,
  });
  const { wasteReasons, wasteManners } = data?.inForce.settings ?? {};
  const named = <T extends string>(
    all: readonly T[],
    valid: readonly string[] | null | undefined,
  ) => (valid == null || valid.length === 0 ? all : all.filter((each) => valid.includes(each)));
  return {
    reasons: named(WASTE_WHY, wasteReasons),
    manners: named(WASTE_MANNER, wasteManners),
  };
}
