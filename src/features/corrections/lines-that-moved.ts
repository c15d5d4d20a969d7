import { containerAccount, isInside } from '../../domain/custody.js';
import type { InsideAccount } from '../../domain/custody.js';
import type { ContainerId, LedgerId } from '../../domain/ids.js';
import type { LedgerReader } from '../../ledger/ledger-reader.js';
import { LARGEST_PAGE } from '../../ledger/ledger-reader.js';

/** More than a delivery gives rise to; what is cut off there is refused by the rules, whose sums do not come out. */
const MOST_LINES = 2_000;

/** Every line that moved the drug of the containers, also on from the draws and bags that took it, in order. */
export async function linesThatMoved(
  reader: LedgerReader,
  site: LedgerId,
  containers: readonly ContainerId[],
): Promise<readonly number[]> {
  const lines = new Set<number>();
  const followed = new Set<InsideAccount>(containers.map(containerAccount));
  // The set grows while it is walked: what flowed on is followed as well.
  for (const account of followed) {
    const moved = await reader.movements(site, { account }, { limit: LARGEST_PAGE });
    for (const { seq, movement } of moved) {
      lines.add(seq);
      for (const other of [movement.from, movement.to]) if (isInside(other)) followed.add(other);
    }
    if (lines.size > MOST_LINES) break;
  }
  return [...lines].sort((a, b) => a - b);
}
