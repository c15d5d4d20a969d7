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
export const DRAWS_PER_VIAL = 14;
export const DRAWN = '0.700';

/** Everybody signs in as this person, on as many devices as there are clients. */
export const SIGN_IN = { signInName: 'rita.vance', password: 'quick brown register 7' };

/** Order and container of a site's draw, by its number. */
export function drawOf(
  plan: SitePlan,
  index: number,
): { readonly order: string; readonly container: string } {
  const vial = Math.floor(index / DRAWS_PER_VIAL);
  const receipt = plan.receipts[Math.floor(vial / VIALS_PER_RECEIPT)] ?? 0;
  return {
    order: String(plan.firstOrder + index),
    container: `${receipt}-${1 + (vial % VIALS_PER_RECEIPT)}`,
  };
}
