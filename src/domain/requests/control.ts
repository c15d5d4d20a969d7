import type {
  AuditItem,
  CaseId,
  ContainerId,
  DrawId,
  FileHash,
  LeafHash,
  LocationId,
  LossId,
  OrderId,
  PatientId,
  PersonId,
  ProductId,
} from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { AddressUnknownReason } from '../bedside/infusion.js';
import type { CountMethod, CountType } from '../counting/count.js';
import type { CauseCategory } from '../findings/discrepancy.js';
import type { LossStep } from '../losses/loss.js';
import type { Quantity } from '../measures/quantity.js';
import type { RequestHead } from './head.js';

/** Requests that check the book against the shelf, and put right what was written. */

export interface CountSealedLine {
  readonly item: AuditItem;
  readonly containers: number;
  /** The first tally, where a recount was asked for; else the same number. */
  readonly first: number;
  readonly recounted: boolean;
}

export interface CountOpenLine {
  readonly container: ContainerId;
  readonly quantity: Quantity;
  readonly first: Quantity;
  readonly recounted: boolean;
  readonly method: CountMethod;
  /** What the measuring device resolves. */
  readonly resolution: Quantity;
  /** Size of the ledger when this line was measured: a draw after it makes the line stale. */
  readonly at: number;
}

/** What stands at one storage location, as people found it. */
export interface CountedPlace {
  readonly location: LocationId;
  /** Size of the ledger when the sealed containers were counted. */
  readonly at: number;
  readonly sealed: readonly CountSealedLine[];
  readonly quarantined: readonly CountSealedLine[];
  readonly open: readonly CountOpenLine[];
}

/** Sealed containers as the second counter found them, first and last. */
export interface SecondNumber {
  readonly item: AuditItem;
  readonly containers: number;
  readonly first: number;
}

/** An opened container as the second counter measured it, first and last. */
export interface SecondVolume {
  readonly container: ContainerId;
  readonly quantity: Quantity;
  readonly first: Quantity;
  readonly resolution: Quantity;
}

/** What a second person found at the same place, who saw neither the first one's figures nor the book's. */
export interface SecondCount {
  readonly counter: PersonId;
  /** How often both had handed in before this was recorded. */
  readonly rounds: number;
  readonly sealed: readonly SecondNumber[];
  readonly quarantined: readonly SecondNumber[];
  readonly open: readonly SecondVolume[];
}

/** What investigators found. It stands beside our figures, and the book does not move by it. */
export interface InvestigatorsCount {
  /** Whose investigators they are. Who they are stands in the personal field `investigators`. */
  readonly agency: string;
  readonly sealed: readonly InvestigatorsNumber[];
  readonly quarantined: readonly InvestigatorsNumber[];
  readonly open: readonly InvestigatorsVolume[];
}
export interface InvestigatorsNumber {
  readonly item: AuditItem;
  readonly containers: number;
}
export interface InvestigatorsVolume {
  readonly container: ContainerId;
  readonly quantity: Quantity;
}

/** What a count and a recount state alike. */
export interface CountFacts extends RequestHead, CountedPlace {
  readonly type: CountType;
  readonly startedAt: Instant;
  /** The count that a recount counts again. */
  readonly recounts: number | null;
  /** Null where one person counted. */
  readonly second: SecondCount | null;
  /** Of an inspection count only. */
  readonly investigators: InvestigatorsCount | null;
}

export interface CountRequest extends CountFacts {
  readonly kind: 'count';
}

export interface RecountRequest extends CountFacts {
  readonly kind: 'recount';
}

export interface DiscrepancyRequest extends RequestHead {
  readonly kind: 'discrepancy';
  readonly act: 'assigned' | 'noted' | 'closed';
  readonly case: CaseId;
  readonly owner: PersonId | null;
  readonly due: BusinessDate | null;
  readonly cause: CauseCategory | null;
  readonly outcome: 'explained' | 'could-not-be-reconciled' | null;
  /** Lines that explain it. */
  readonly explainedBy: readonly number[];
  /** What the book takes over from the count: positive leaves the container, negative returns to it. */
  readonly settle: readonly { readonly container: ContainerId; readonly quantity: Quantity }[];
  /** Sealed containers that were counted and that the book lacks: they come into it from `unexplained`, set apart. */
  readonly found: readonly FoundContainers[];
  /** States that nobody exists who has not drawn from the container since the last agreed count. */
  readonly nobodyUninvolved: boolean;
  readonly files: readonly FileHash[];
}

/** Containers of one lot, as their labels say. */
export interface FoundContainers {
  readonly product: ProductId;
  readonly lot: string;
  readonly expires: BusinessDate;
  readonly containers: number;
}

export interface LossRequest extends RequestHead {
  readonly kind: 'loss';
  /** Null for a loss that begins with this line. */
  readonly loss: LossId | null;
  readonly step: LossStep;
}

/** What a corrected entry should have said. Movements are replaced; particulars change none. */
export type CorrectionChange =
  | {
      readonly type: 'draw';
      readonly draw: DrawId;
      readonly container: ContainerId;
      readonly quantity: Quantity;
    }
  | {
      readonly type: 'administration';
      readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
      readonly outcome: 'completed' | 'stopped' | 'not-given';
    }
  | {
      readonly type: 'waste';
      readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
    }
  | {
      readonly type: 'receipt-particulars';
      readonly invoiceNumber: string | null;
      readonly invoiceDate: BusinessDate | null;
      readonly invoiceFile: FileHash | null;
    }
  | {
      readonly type: 'lot-particulars';
      readonly containers: readonly ContainerId[];
      readonly lot: string;
      readonly expires: BusinessDate;
    }
  | { readonly type: 'patient-particulars'; readonly addressUnknown: AddressUnknownReason | null }
  /** It was drawn for another order. */
  | { readonly type: 'draw-order'; readonly draw: DrawId; readonly order: OrderId }
  | {
      /** The order was written for somebody else: what was drawn for it reached this patient. */
      readonly type: 'order-patient';
      readonly patient: PatientId;
      readonly addressUnknown: AddressUnknownReason | null;
    }
  | {
      /** These containers never arrived, or were entered twice. */
      readonly type: 'receipt-withdrawn';
      readonly containers: readonly ContainerId[];
    }
  | {
      /** These containers are another product than was entered: another strength or size. */
      readonly type: 'product';
      readonly containers: readonly ContainerId[];
      readonly product: ProductId;
      /** Every line that moved their drug, and no other. */
      readonly affected: readonly number[];
    };

export interface CorrectionRequest extends RequestHead {
  readonly kind: 'correction';
  /** The line that is wrong, the newest of its chain, and its leaf hash: nobody corrects what they have not read. */
  readonly line: number;
  /** First line of the chain; the same where nothing was corrected yet. */
  readonly original: number;
  readonly leaf: LeafHash;
  readonly change: CorrectionChange;
}
