/** Reasons and manners of waste that the site has published as valid; every one where it has named none. */
import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries.js';
import { useHere } from '../session/session.js';

export const ALL_WASTE_REASONS = [
  'dose-remainder',
  'infusion-stopped',
  'not-given',
  'line-residue',
  'spill',
  'broken-syringe',
  'contaminated',
  'expired-preparation',
  'single-dose-remainder',
  'order-cancelled',
  'other',
] as const;
export const ALL_WASTE_MANNERS = [
  'rx-destroyer',
  'sharps-sequestration',
  'sink',
  'absorbed',
  'unrecovered',
  'other',
] as const;
export type WasteReason = (typeof ALL_WASTE_REASONS)[number];
export type WasteManner = (typeof ALL_WASTE_MANNERS)[number];

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
    reasons: named(ALL_WASTE_REASONS, wasteReasons),
    manners: named(ALL_WASTE_MANNERS, wasteManners),
  };
}
