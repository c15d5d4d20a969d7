import type { CloseOut } from './container.js';
import { add, subtract, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** What some ended containers left between their label and their book, added up. Nothing is netted against another part. */
export interface ResidueTotal {
  readonly containers: number;
  readonly draws: number;
  readonly overfill: Quantity;
  readonly hubLoss: Quantity;
  readonly unexplainedShort: Quantity;
  readonly unexplainedOver: Quantity;
}

export const NO_RESIDUE: ResidueTotal = {
  containers: 0,
  draws: 0,
  overfill: ZERO,
  hubLoss: ZERO,
  unexplainedShort: ZERO,
  unexplainedOver: ZERO,
};

export function addResidue(
  total: ResidueTotal,
  ended: Pick<CloseOut, 'draws' | 'overfill' | 'hubLoss' | 'unexplained'>,
): ResidueTotal {
  const { draws, overfill, hubLoss, unexplained } = ended;
  const isShort = unexplained > 0n;
  return {
    containers: total.containers + 1,
    draws: total.draws + draws,
    overfill: add(total.overfill, overfill),
    hubLoss: add(total.hubLoss, hubLoss),
    unexplainedShort: isShort ? add(total.unexplainedShort, unexplained) : total.unexplainedShort,
    unexplainedOver: isShort ? total.unexplainedOver : subtract(total.unexplainedOver, unexplained),
  };
}
