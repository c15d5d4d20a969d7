import type { Deeds, SealedBag, SentToLaboratory, Unsigned } from './course.js';
import type { Vial } from './vials.js';
import type { WrittenLine } from './way-in.js';

/** A delivery that came in. */
export interface Delivery extends WrittenLine {
  readonly date: string;
  readonly vials: readonly Vial[];
}

/** A loss that the registrant looks into. */
export interface OpenLoss {
  readonly id: string;
  readonly vial: Vial;
  /** Line that settled it as unexplained. */
  readonly settledIn: number;
}

/** What one day leaves to the next. */
export interface LooseEnds {
  readonly unsigned: Unsigned[];
  readonly bags: SealedBag[];
  readonly sent: SentToLaboratory[];
  /** Orders of today. */
  readonly orders: Deeds['orders'];
  /** Deliveries of which no line was corrected. */
  readonly deliveries: Delivery[];
  /** Lines of the last evening's counts, that of the safe first. */
  counts: readonly number[];
  /** Discrepancies that nobody has closed. */
  readonly cases: string[];
  /** A vial that is not where the book has it. */
  missing: Vial | undefined;
  loss: OpenLoss | undefined;
  /** Vials of a recalled lot that wait to be sent back. */
  recalled: Vial[];
  /** A parcel on its way to the reverse distributor. */
  parcel: { readonly line: number; readonly vials: readonly Vial[] } | undefined;
  /** The last business day: its date, the line that closed it, and its count of the safe. */
  yesterday: { readonly date: string; closed: WrittenLine | undefined; count: number } | undefined;
  /** Closed days to which something was added. */
  readonly reopened: Set<string>;
  /** Last line that a custodian has reviewed. */
  reviewedTo: number;
  /** Lines of the counts at which the last reconciliation ended. */
  reconciledTo: readonly number[];
}

export const looseEnds = (firstInventory: number): LooseEnds => ({
  unsigned: [],
  bags: [],
  sent: [],
  orders: [],
  deliveries: [],
  counts: [],
  cases: [],
  missing: undefined,
  loss: undefined,
  recalled: [],
  parcel: undefined,
  yesterday: undefined,
  reopened: new Set(),
  reviewedTo: -1,
  reconciledTo: [firstInventory],
});
