import type { Colleague, DemoPatient } from './cast.js';
import type { Stocked } from './clinic.js';
import type { Vial } from './vials.js';
import type { WrittenLine } from './way-in.js';

export const MINUTES_OF_INFUSION = 40;

/** How one infusion goes. */
export interface Course {
  readonly patient: DemoPatient;
  readonly product: Stocked;
  readonly clinician: Colleague['key'];
  /** Null where nobody is there to witness: the evening alone. */
  readonly witness: Colleague['key'] | null;
  readonly startMinute: number;
  /** How much of the bag runs in where it is stopped, in percent. */
  readonly runsIn: number;
  readonly how: 'completed' | 'stopped' | 'not-given' | 'handed-over' | 'syringe-with-remainder';
  /** Who takes the drawn syringe over; null where whoever draws also gives. */
  readonly taker: Colleague['key'] | null;
  /** What becomes of what is left: wasted at once, sealed in a numbered bag, or wasted into a laboratory's jar. */
  readonly residue: 'wasted' | 'bagged' | 'examined';
  /** The end is told from paper, more than an hour later. */
  readonly isToldLate: boolean;
  /** An honest slip to be corrected later that day. */
  readonly slip:
    'none' | 'amount' | 'wrong-vial' | 'other-order' | 'given-amount' | 'wasted-amount';
}

/** A draw as it was recorded, and as it was. */
export interface DrawDeed extends WrittenLine {
  readonly id: string;
  readonly vial: Vial;
  readonly stated: number;
  readonly true: number;
}

/** A line that a second person has not signed yet, and what that person will have seen. */
export interface Unsigned extends WrittenLine {
  readonly seen: readonly string[];
  /** Whether the day cannot be closed before, unless it is excused. */
  readonly needsExcuse: boolean;
}

/** Residue in a sealed bag. */
export interface SealedBag {
  readonly number: string;
  readonly sealedBy: Colleague['key'];
  /** Microlitres of fluid. */
  readonly volume: number;
}

/** Wasted drug that a laboratory examines. */
export interface SentToLaboratory {
  readonly line: number;
  readonly draw: string;
  readonly perMicrolitre: number;
}

/** What infusions leave to be done. */
export interface Deeds {
  readonly orders: (WrittenLine & { readonly patient: string })[];
  readonly draws: DrawDeed[];
  readonly emptied: Vial[];
  readonly unsigned: Unsigned[];
  readonly bags: SealedBag[];
  readonly sent: SentToLaboratory[];
}

export const deeds = (): Deeds => ({
  orders: [],
  draws: [],
  emptied: [],
  unsigned: [],
  bags: [],
  sent: [],
});
