import type { ContainerId, FileHash, LocationId, ProductId, SupplierId } from '../ids.js';
import type { BusinessDate } from '../measures/instant.js';
import type { BreakageCause, QuarantineReason } from '../stock/container.js';
import type { DepartingLine, DestructionMethod } from '../stock/departure.js';
import type { WeighingFacts } from '../stock/weighing.js';
import type { Quantity } from '../measures/quantity.js';
import type { RequestHead } from './head.js';

/** Requests about containers: how they come, rest, break, move and leave. */

export interface ReceiptLine {
  readonly product: ProductId;
  readonly location: LocationId;
  readonly lot: string;
  readonly expires: BusinessDate;
  /** Containers, not cartons. */
  readonly ordered: number;
  readonly invoiced: number;
  readonly counted: number;
  readonly serials: readonly string[];
}
export interface ReceiptRequest extends RequestHead {
  readonly kind: 'receipt';
  readonly supplier: SupplierId;
  readonly document: 'invoice' | 'packing-slip' | 'none' | 'prescription';
  readonly invoiceNumber: string | null;
  readonly invoiceDate: BusinessDate | null;
  readonly invoiceFile: FileHash | null;
  readonly orderedOn: BusinessDate | null;
  readonly lines: readonly ReceiptLine[];
}

export interface ReturnToStockRequest extends RequestHead {
  readonly kind: 'return-to-stock';
  readonly containers: readonly ContainerId[];
  readonly location: LocationId;
}

export interface BreakageRequest extends RequestHead {
  readonly kind: 'breakage';
  readonly cause: BreakageCause;
  readonly lines: readonly {
    readonly container: ContainerId;
    /** What could be saved of its content, in a closed vessel with its label. */
    readonly recovered: Quantity;
  }[];
}

export interface CloseOutRequest extends RequestHead {
  readonly kind: 'close-out';
  readonly container: ContainerId;
}

export interface QuarantineRequest extends RequestHead {
  readonly kind: 'quarantine';
  readonly containers: readonly ContainerId[];
  readonly why: QuarantineReason;
}

export interface ReleaseRequest extends RequestHead {
  readonly kind: 'release';
  readonly containers: readonly ContainerId[];
}

export interface MoveRequest extends RequestHead {
  readonly kind: 'move';
  readonly containers: readonly ContainerId[];
  readonly to: LocationId;
}

export interface DisposalRequest extends RequestHead {
  readonly kind: 'disposal';
  readonly way: 'destroyed-on-site' | 'reverse-distributor';
  readonly lines: readonly DepartingLine[];
  /** How it was made non-retrievable; null where it is handed over. */
  readonly method: DestructionMethod | null;
  /** The reverse distributor; null where it is destroyed on site. */
  readonly recipient: SupplierId | null;
  readonly manifest: string | null;
  readonly file: FileHash | null;
}

export interface DisposalReturnedRequest extends RequestHead {
  readonly kind: 'disposal-returned';
  /** Line of the disposal whose parcel came back. */
  readonly line: number;
  readonly containers: readonly ContainerId[];
  /** Where they are kept, in quarantine. */
  readonly location: LocationId;
  readonly why: 'refused' | 'undeliverable' | 'other';
}

export interface ReturnToSupplierRequest extends RequestHead {
  readonly kind: 'return-to-supplier';
  readonly supplier: SupplierId;
  readonly lines: readonly DepartingLine[];
  readonly why: 'recall' | 'return';
  /** Number of the recall, or of the return authorisation. */
  readonly authorisation: string | null;
  readonly file: FileHash | null;
}

export interface SampleRequest extends RequestHead {
  readonly kind: 'sample';
  readonly by: 'authority' | 'assay';
  /** The agency or laboratory. An officer's name is personal and stands in the note. */
  readonly taker: string;
  readonly receipt: string | null;
  /** Containers that went whole. */
  readonly lines: readonly DepartingLine[];
  /** Quantities that were drawn from containers which stay. */
  readonly drawn: readonly { readonly container: ContainerId; readonly quantity: Quantity }[];
  readonly file: FileHash | null;
}

export interface WeighingRequest extends RequestHead, WeighingFacts {
  readonly kind: 'weighing';
  readonly container: ContainerId;
}
