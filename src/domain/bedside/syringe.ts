import type { Quantity } from '../measures/quantity.js';

/** A syringe as its scale is printed: what it holds, and the step between two marks. */
export interface SyringeScale {
  readonly size: Quantity;
  readonly graduation: Quantity;
}

/** The smallest of a site's syringes that holds a volume: the one that measures it best. */
export function syringeFor(
  volume: Quantity,
  syringes: readonly SyringeScale[],
): SyringeScale | undefined {
  return syringes
    .filter(({ size }) => size >= volume)
    .reduce<SyringeScale | undefined>(
      (best, each) => (best === undefined || each.size < best.size ? each : best),
      undefined,
    );
}

/** Whether a volume stands on a mark: it is not below the first one, and not between two. */
export const isOnMark = (volume: Quantity, { graduation }: SyringeScale): boolean =>
  volume % graduation === 0n;
