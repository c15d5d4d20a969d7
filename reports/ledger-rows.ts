import type { Mass, Quantity } from '../src/domain/measures/quantity.js';
import type { Awaitable, ContainerMark, LineFacts, ReportHead, Rows } from './head.js';
import type { LineKind, PrintedItem } from './words.js';

/**
 * The controlled-substance ledger: perpetual, one audit item after the other, in register order or by event time. What left a container
 * lowers the balance where it left; what became of it stands under that line and lowers nothing again.
 *
 * Nothing is computed here. In register order the balance after each line is the one stored when the line was written.
 */
export interface LedgerReport {
  readonly head: ReportHead;
  /** By event time, each balance computed in that order; left out, in register order with the balance stored with each line. */
  readonly isByEvent?: boolean;
  /** Audit items in the order to print, each on pages of its own. None at all prints one page that says so. */
  readonly sections: Rows<LedgerSection>;
}

/** The page of one audit item (21 CFR 1304.11, 1304.22: substance, finished form, volume of the container). */
export interface LedgerSection {
  readonly item: PrintedItem;
  /** On hand before the first line of the period. */
  readonly broughtForward: Quantity;
  /** In order of `sequence`, or by event time. An entry that moved several containers may come as several lines of one number. */
  readonly lines: Rows<LedgerLine>;
  /** Asked for once, after the last line, so that they can be added up while lines pass. */
  readonly totals: () => Awaitable<LedgerTotals>;
}

/** One line of the register as it concerns the audit item. */
export interface LedgerLine extends LineFacts {
  readonly kind: LineKind;
  /** What it moved or is about; empty where no container is concerned. */
  readonly containers: readonly ContainerMark[];
  /** Printed name of the patient, supplier, other registrant or destroyer. */
  readonly party: string | null;
  /** What the party's line is about: "Order 1041, 35 mg, 0.5 mg/kg, IV infusion", "Invoice 88412". */
  readonly detail: string | null;
  /** What it put on hand and took off hand. A correction stands in the column of what it corrects, negative. */
  readonly in: Quantity | null;
  readonly out: Quantity | null;
  /** On hand after this line, in the order of the report. */
  readonly onHand: Quantity;
  /** Mass of the quantity that this line moved, by the strength stored with the entry. */
  readonly mass: Mass | null;
  /** Of a correction that touches dispositions and stands at its own line; null everywhere else. */
  readonly given: Quantity | null;
  readonly wasted: Quantity | null;
  readonly held: Quantity | null;
  readonly handedOver: Quantity | null;
  /** Of a draw: what nobody had accounted for as of the basis. */
  readonly inProcess: Quantity | null;
  /** What became of a draw, in order of `sequence`; empty for all other lines. */
  readonly dispositions: readonly Disposition[];
  /** Of a count: measured beside book. It prints across the line, which then has no figures of its own. */
  readonly memo: CountMemo | null;
}

/** Administration, waste, hold or hand-over of a draw: printed under it. */
export interface Disposition extends LineFacts {
  readonly kind: LineKind;
  /** Outcome, or reason and manner of waste: "stopped early", "dose remainder, drug destroyer". */
  readonly detail: string | null;
  readonly given: Quantity | null;
  readonly wasted: Quantity | null;
  readonly held: Quantity | null;
  readonly handedOver: Quantity | null;
  readonly mass: Mass | null;
}

/** A count of one audit item. It asserts and changes nothing. */
export interface CountMemo {
  /** Where it was counted: each count is of one storage location, an inventory of all. */
  readonly places: readonly string[];
  readonly counted: Quantity;
  readonly book: Quantity;
  /** Counted minus book. */
  readonly difference: Quantity;
  readonly lines: readonly CountedLine[];
}
export type CountedLine =
  | {
      readonly block: 'sealed' | 'quarantined';
      /** Whole containers. */
      readonly counted: number;
      readonly book: number;
      readonly caseId: string | null;
      /** What others found of the same: "second count WW 12". */
      readonly others: readonly string[];
    }
  | {
      readonly block: 'open';
      readonly container: string;
      readonly method: 'measured' | 'weighed' | 'estimated';
      readonly counted: Quantity;
      readonly book: Quantity;
      /** What the container itself explains. */
      readonly low: Quantity;
      readonly high: Quantity;
      readonly caseId: string | null;
      readonly others: readonly string[];
    };

/** Sums of what the section prints, column by column, and the two proofs. */
export interface LedgerTotals {
  /** Lines printed, dispositions included. */
  readonly lines: number;
  readonly in: Quantity;
  readonly out: Quantity;
  /** On hand at the end: the balance of the last line, or what was brought forward. */
  readonly carriedForward: Quantity;
  /** Which kinds of entry the two columns consist of; draws are one kind of `out`. */
  readonly inByKind: readonly KindTotal[];
  readonly outByKind: readonly KindTotal[];
  /** Of the draws in this section: drawn = given + wasted + held + handed over + in process. */
  readonly drawn: Quantity;
  readonly given: Quantity;
  readonly wasted: Quantity;
  readonly held: Quantity;
  readonly handedOver: Quantity;
  readonly inProcess: Quantity;
  /** At the end, of all draws and bags of the item, whenever drawn: on hand + in process + held. */
  readonly custody: {
    readonly inProcess: Quantity;
    readonly held: Quantity;
    readonly total: Quantity;
  };
}
export interface KindTotal {
  /** "Received", "Drawn", "Closed out: hub (dead-space) loss". */
  readonly words: string;
  readonly quantity: Quantity;
}
