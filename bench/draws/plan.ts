/** Which orders are to be drawn for, and from which vials. */
export interface SitePlan {
  readonly site: string;
  /** Orders are the lines from here on, one after the other. */
  readonly firstOrder: number;
  readonly orders: number;
  /** Lines of the receipts, each of as many vials. */
  readonly receipts: readonly number[];
}

export interface Plan {
  readonly organisation: string;
  readonly sites: readonly SitePlan[];
  /** Draws of each site that were made already. */
  readonly made: readonly number[];
}

/** Vials of a receipt; more would not fit into a leaf. */
export const VIALS_PER_RECEIPT = 100;
/** 0.7 mL each, out of 10 mL. */
const DRAWS_PER_VIAL = 14;
export const DRAWN = '0.700';
/** Everybody has a vial of their own: as many are open at a time as there are clients at most. */
const OPEN_VIALS = 32;
const DRAWS_PER_ROUND = OPEN_VIALS * DRAWS_PER_VIAL;

/** Everybody signs in as this person, on as many devices as there are clients. */
export const SIGN_IN = { signInName: 'rita.vance', password: 'quick brown register 7' };

/** Order and container of a site's draw, by its number. */
export function drawOf(
  plan: SitePlan,
  index: number,
): { readonly order: string; readonly container: string } {
  const vial = Math.floor(index / DRAWS_PER_ROUND) * OPEN_VIALS + (index % OPEN_VIALS);
  const receipt = plan.receipts[Math.floor(vial / VIALS_PER_RECEIPT)] ?? 0;
  return {
    order: String(plan.firstOrder + index),
    container: `${receipt}-${1 + (vial % VIALS_PER_RECEIPT)}`,
  };
}

/** Receipts that are enough for so many draws. */
export function receiptsFor(draws: number): number {
  const vials = Math.ceil(draws / DRAWS_PER_ROUND) * OPEN_VIALS;
  return Math.ceil(vials / VIALS_PER_RECEIPT);
}
