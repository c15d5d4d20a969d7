import type { AddressUnknownReason, Route } from '../src/domain/bedside/infusion.js';
import type { Mass, Quantity } from '../src/domain/measures/quantity.js';
import type { Awaitable, ContainerMark, LineFacts, ReportHead, Rows } from './head.js';
import type { LineKind, OUTCOME_WORDS, PrintedItem } from './words.js';

/**
 * The dispensing record, 21 CFR 1304.22(c): to whom, where they live, when, how much by volume, and who gave it. One line
 * for each administration and each correction of one, and for a prepared dose that was not given.
 */
export interface DispensingReport {
  readonly head: ReportHead;
  /** "one patient": what it leaves everything else out for; null for a record of everything. */
  readonly narrowedTo: string | null;
  /** Whose names its lines stand under; null where it runs by time. */
  readonly under: 'patient' | 'practitioner' | 'person' | null;
  /**
   * In order of `occurredAt`, then `sequence`. A dose from several audit items comes as one line for each, with the same
   * sequence number. Lines with the same words of `group` follow each other.
   */
  readonly lines: Rows<DispensingLine>;
  /** Those that the site ever had something of. */
  readonly schedules: () => Promise<ReadonlySet<string>>;
  /** One for each audit item that was given, in the order to print. Asked for once, after the last line. */
  readonly totals: () => Awaitable<readonly DispensingTotal[]>;
}

/** `performedBy` is who gave it; `witness` is the witness of its waste. */
export interface DispensingLine extends LineFacts {
  /** Patient, practitioner or person that it stands under; empty where the record runs by time. */
  readonly group: string;
  /** `administration`, `hand-over`, or `correction`, whose figures are negative where they take back. */
  readonly kind: LineKind;
  readonly patient: PrintedPatient;
  readonly order: PrintedOrder;
  readonly item: PrintedItem;
  readonly containers: readonly ContainerMark[];
  /** Lines of the draws that it came from. */
  readonly drawLines: readonly number[];
  /** Initials of who drew it up. */
  readonly drawnBy: string;
  /** 21 CFR 1304.22(c): volume is the legal unit. Zero where it was not given. */
  readonly given: Quantity;
  readonly mass: Mass;
  /** Waste of the same draws, as of the basis; null where none was recorded. */
  readonly wasted: Quantity | null;
  readonly outcome: keyof typeof OUTCOME_WORDS;
}

/** As it stood at the time of the entry: a later change of address changes no old line. */
export interface PrintedPatient {
  readonly name: string;
  readonly address:
    | { readonly state: 'known'; readonly text: string }
    | { readonly state: 'unknown'; readonly reason: AddressUnknownReason }
    | { readonly state: 'missing' };
}

export interface PrintedOrder {
  /** Line of the order. */
  readonly sequence: number;
  readonly dose: Mass;
  /** Thousandths of a milligram per kilogram: 0.5 mg/kg = 500. */
  readonly dosePerKilogram: number | null;
  readonly route: Route;
  readonly series: { readonly number: number; readonly of: number } | null;
}

export interface DispensingTotal {
  readonly item: PrintedItem;
  /** Administrations given in whole or in part; corrected ones count once. */
  readonly administrations: number;
  readonly notGiven: number;
  readonly given: Quantity;
  readonly mass: Mass;
  readonly wasted: Quantity;
}
