import type { BagId, DrawId, LocationId, OrderId, PersonId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { WasteReason } from './infusion.js';
import type { Quantity } from '../measures/quantity.js';

/** Ways in which drawn drug leaves the hands that drew it without being given or wasted: into a sealed bag, or out of the door. */

/** What happens to a sealed bag in the end. */
export const HOLD_ENDS = ['wasted', 'returned'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];
export const SEAL_STATES = ['intact', 'broken'] as const;
export type SealState = (typeof SEAL_STATES)[number];

/** Residue in a numbered bag, sealed by one person until a second one sees it. A bag is used once, so its number names it. */
export interface Hold {
  readonly noun: 'hold';
  readonly id: BagId;
  readonly line: number;
  readonly status: 'sealed' | HoldEnd;
  /** Whose infusion it is residue of. */
  readonly order: OrderId;
  readonly location: LocationId;
  readonly sealedBy: PersonId;
  readonly sealedAt: Instant;
  readonly reason: WasteReason;
  /** Fluid in the bag, diluent included: what whoever opens it can measure. */
  readonly volume: Quantity;
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
  /** Line that opened it. */
  readonly endedBy: number | null;
}

/** Why a patient left with the drug running. */
export const DEPARTURE_CAUSES = ['transferred', 'died', 'left'] as const;
export type DepartureCause = (typeof DEPARTURE_CAUSES)[number];
/** Who took the patient and the drug over. Its name is personal and not here. */
export const RECEIVING_UNITS = [
  'ambulance',
  'emergency-department',
  'hospital-ward',
  'medical-examiner',
  'other',
] as const;
export type ReceivingUnit = (typeof RECEIVING_UNITS)[number];

/** The effective value of a hand-over. */
export interface HandOver {
  readonly noun: 'hand-over';
  /** Line of the entry. */
  readonly id: string;
  readonly order: OrderId;
  readonly cause: DepartureCause;
  readonly unit: ReceivingUnit;
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
}
