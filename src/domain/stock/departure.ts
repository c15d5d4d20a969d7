import type { CountMethod } from '../counting/count.js';
import type { OutsideAccount } from '../custody.js';
import type { AuditItem, ContainerId, FileHash } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';
import type { SupplierFacts } from '../product.js';

/** Where stock goes for good: the four accounts of columns 9 and 10 that no other registrant holds. */
export type Destination = Extract<
  OutsideAccount,
  'destroyed' | 'reverse-distributor' | 'returned-to-supplier' | 'authority'
>;

/** How a substance is made non-retrievable (21 CFR 1317.90). */
export const DESTRUCTION_METHODS = ['chemical-digestion', 'incineration', 'other'] as const;
export type DestructionMethod = (typeof DESTRUCTION_METHODS)[number];

/** A container that leaves whole. An opened one is measured before it goes; a sealed one is what its label says. */
export interface DepartingLine {
  readonly container: ContainerId;
  readonly measured: Measure | null;
}
export interface Measure {
  readonly quantity: Quantity;
  readonly method: CountMethod;
  /** What the measuring device resolves. */
  readonly resolution: Quantity;
}

/** Stock that left for good on one line: what Form 41 and the papers of a return are filled in from. */
export interface Departure {
  readonly noun: 'departure';
  readonly id: string;
  readonly to: Destination;
  readonly at: Instant;
  readonly method: DestructionMethod | null;
  /** The reverse distributor or supplier, as of that day. */
  readonly recipient: SupplierFacts | null;
  /** Agency or laboratory that took a sample. */
  readonly taker: string | null;
  /** Number of the manifest, the return authorisation or the receipt. */
  readonly reference: string | null;
  readonly file: FileHash | null;
  readonly lines: readonly DepartedLine[];
}
export interface DepartedLine {
  readonly container: ContainerId;
  readonly item: AuditItem;
  readonly quantity: Quantity;
  /** A package that was never opened, with all that its label says: Form 41 counts these apart from partial ones. */
  readonly full: boolean;
  /** Came back as a refused parcel. */
  readonly returned: boolean;
}
