import type {
  AuditItem,
  BagId,
  CaseId,
  ContainerId,
  DrawId,
  FileHash,
  LeafHash,
  LedgerId,
  LocationId,
  LossId,
  OrderId,
  PatientId,
  PersonId,
  PreparationId,
  ProductId,
  SupplierId,
} from './ids.js';
import type { BusinessDate, Instant } from './instant.js';
import type { AddressUnknownReason, Route, WasteManner, WasteReason } from './infusion.js';
import type { DepartureCause, HoldEnd, ReceivingUnit, SealState } from './bedside.js';
import type { BreakageCause, QuarantineReason } from './container.js';
import type { CountMethod, CountType } from './count.js';
import type { DepartingLine, DestructionMethod } from './departure.js';
import type { DayCloseRequest, ReviewRequest } from './day.js';
import type { CauseCategory } from './discrepancy.js';
import type { LossStep } from './loss.js';
import type { WeighingFacts } from './weighing.js';
import type { Mass, Quantity } from './quantity.js';
import type { LicenseClass, Role, Seen } from './person.js';
import type { PublishedSettings } from './policy.js';
import type { ReconciliationRequest } from './signed-chart.js';
import type { ProductFacts, SiteFacts, SupplierFacts } from './product.js';

/** Where a request's facts came from. */
export const SOURCES = ['scan', 'manual', 'interface', 'import', 'paper'] as const;
export type Source = (typeof SOURCES)[number];

/** Why a rule of practice could not be kept, or why an entry comes late. */
export const REASONS = [
  'clinical-emergency',
  'alone-on-site',
  'recorded-after-the-act',
  'system-unavailable',
  'delivery-recorded-later',
  'supplier-paper-missing',
  'interrupted',
  'clinically-justified',
  'mistake-noticed',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** A value that is about a person. It never enters a leaf: the leaf commits to it by salt. */
export interface PersonalField {
  readonly field: string;
  readonly value: string;
  readonly retention: 'patient' | 'staff' | 'case';
}

/** What every request says. `intended` asks beforehand; `done` tells what has happened and cannot be undone. */
export interface RequestHead {
  readonly posture: 'intended' | 'done';
  readonly occurredAt: Instant;
  readonly reason: Reason | null;
  /** Codes of questions that the person has answered with yes. */
  readonly confirmed: readonly string[];
  /** Free text and everything else about persons, by field name. */
  readonly personal: readonly PersonalField[];
}

export interface OpenedRequest extends RequestHead {
  readonly kind: 'opened';
  readonly ledger: LedgerId;
  readonly origin: string;
  readonly clock: 'real' | 'simulated';
  /** The log's verifier key, as C2SP writes it. */
  readonly verifierKey: string;
  /** Registration of the site as the organisation's ledger has it; null in the organisation's own ledger. */
  readonly site: SiteFacts | null;
  /** Name of the organisation; null in a site's ledger. */
  readonly organisation: string | null;
}

export interface PolicyRequest extends RequestHead {
  readonly kind: 'policy';
  readonly effectiveFrom: Instant;
  readonly settings: PublishedSettings;
}

export interface InventorySealedLine {
  readonly product: ProductId;
  readonly location: LocationId;
  readonly lot: string;
  readonly expires: BusinessDate;
  readonly containers: number;
  readonly quarantine: QuarantineReason | null;
}
export interface InventoryOpenLine {
  readonly product: ProductId;
  readonly location: LocationId;
  readonly lot: string;
  readonly expires: BusinessDate;
  readonly quantity: Quantity;
  readonly method: 'exact' | 'estimated';
  readonly openedAt: Instant;
  readonly beyondUseAt: Instant;
  readonly quarantine: QuarantineReason | null;
}
export interface InventoryRequest extends RequestHead {
  readonly kind: 'inventory';
  readonly type: 'initial' | 'go-live';
  readonly asOf: 'opening' | 'close';
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly sealed: readonly InventorySealedLine[];
  readonly open: readonly InventoryOpenLine[];
  /** The last inventory before go-live: its date and the scan of its signed print. */
  readonly previous: { readonly date: BusinessDate; readonly file: FileHash | null } | null;
}

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

export interface InfusionOrderRequest extends RequestHead {
  readonly kind: 'infusion-order';
  readonly act: 'ordered' | 'cancelled';
  /** Null for a new order. */
  readonly order: OrderId | null;
  readonly patient: PatientId;
  readonly addressUnknown: AddressUnknownReason | null;
  readonly orderedBy: PersonId;
  readonly given: 'written' | 'verbal';
  readonly route: Route;
  readonly dose: Mass;
  readonly dosePerKilogram: number | null;
  readonly minutes: number | null;
  readonly diluent: string | null;
  readonly series: { readonly number: number; readonly of: number } | null;
}

export interface OrderCloseRequest extends RequestHead {
  readonly kind: 'order-close';
  readonly order: OrderId;
}

export interface DrawRequest extends RequestHead {
  readonly kind: 'draw';
  readonly order: OrderId;
  readonly lines: readonly { readonly container: ContainerId; readonly quantity: Quantity }[];
}

export interface PreparationRequest extends RequestHead {
  readonly kind: 'preparation';
  readonly order: OrderId;
  readonly draws: readonly DrawId[];
  readonly vessel: 'bag' | 'syringe';
  readonly diluent: string;
  readonly totalVolume: Quantity;
  readonly volumeIs: 'measured' | 'stated';
}

export interface AdministrationRequest extends RequestHead {
  readonly kind: 'administration';
  readonly order: OrderId;
  readonly outcome: 'completed' | 'stopped' | 'not-given';
  /** A prepared bag or syringe and the volume that ran in, over its total volume. */
  readonly preparation: { readonly id: PreparationId; readonly infused: Quantity } | null;
  /** Given straight from draws. */
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
  readonly startedAt: Instant | null;
}

export interface WasteRequest extends RequestHead {
  readonly kind: 'waste';
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
  /** Everything that is left in process of a prepared bag or syringe. */
  readonly preparation: PreparationId | null;
  /** The remainder of an entered single-dose container. */
  readonly container: ContainerId | null;
  readonly why: WasteReason;
  readonly manner: WasteManner;
}

export interface HoldRequest extends RequestHead {
  readonly kind: 'hold';
  /** Number of the tamper-evident bag. */
  readonly bag: BagId;
  /** Where the sealed bag is kept. */
  readonly location: LocationId;
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
  /** Everything that is left in process of a prepared bag or syringe. */
  readonly preparation: PreparationId | null;
  readonly why: WasteReason;
}

export interface ReleaseHoldRequest extends RequestHead {
  readonly kind: 'release-hold';
  readonly bag: BagId;
  readonly end: HoldEnd;
  readonly seal: SealState;
  /** Fluid that was measured in the opened bag; null where nobody measured. */
  readonly found: Quantity | null;
  /** How it was made unusable; null where it was not wasted. */
  readonly manner: WasteManner | null;
}

export interface HandOffRequest extends RequestHead {
  readonly kind: 'hand-off';
  readonly draws: readonly DrawId[];
  /** Every draw in a prepared bag or syringe. */
  readonly preparation: PreparationId | null;
  readonly to: PersonId;
}

export interface HandOverRequest extends RequestHead {
  readonly kind: 'hand-over';
  readonly order: OrderId;
  readonly cause: DepartureCause;
  readonly unit: ReceivingUnit;
  /** A prepared bag or syringe and the volume that was in it at departure. */
  readonly preparation: { readonly id: PreparationId; readonly left: Quantity } | null;
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
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

export interface CountersignRequest extends RequestHead {
  readonly kind: 'countersign';
  readonly line: number;
  readonly leaf: LeafHash;
  readonly seen: readonly Seen[];
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
/** What a count and a recount state alike. */
export interface CountFacts extends RequestHead {
  readonly type: CountType;
  readonly location: LocationId;
  readonly startedAt: Instant;
  /** Size of the ledger when the sealed containers were counted. */
  readonly at: number;
  readonly sealed: readonly CountSealedLine[];
  readonly quarantined: readonly CountSealedLine[];
  readonly open: readonly CountOpenLine[];
  /** The count that a recount counts again. */
  readonly recounts: number | null;
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
  /** States that nobody exists who has not drawn from the container since the last agreed count. */
  readonly nobodyUninvolved: boolean;
  readonly files: readonly FileHash[];
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

export interface SiteRequest extends RequestHead {
  readonly kind: 'site';
  readonly site: LedgerId;
  readonly facts: SiteFacts;
}
export interface PersonRequest extends RequestHead {
  readonly kind: 'person';
  readonly act: 'added' | 'renamed' | 'disabled';
  readonly person: PersonId | null;
  readonly licenseClass: LicenseClass;
}
export interface GrantRequest extends RequestHead {
  readonly kind: 'grant';
  readonly person: PersonId;
  readonly site: LedgerId | 'organisation';
  /** The roles from now on; none takes all access away. */
  readonly roles: readonly Role[];
  readonly until: Instant | null;
}
export interface ProductRequest extends RequestHead {
  readonly kind: 'product';
  readonly act: 'approved' | 'withdrawn';
  readonly product: ProductId | null;
  readonly facts: ProductFacts | null;
  /** Product type as the catalogue lists it: only human drug is accepted for human stock. */
  readonly productType: 'human' | 'veterinary' | 'bulk';
}
export interface SupplierRequest extends RequestHead {
  readonly kind: 'supplier';
  readonly act: 'added' | 'changed' | 'withdrawn';
  readonly supplier: SupplierId | null;
  readonly facts: SupplierFacts;
}

export type SiteLedgerRequest =
  | OpenedRequest
  | PolicyRequest
  | InventoryRequest
  | ReceiptRequest
  | InfusionOrderRequest
  | OrderCloseRequest
  | DrawRequest
  | PreparationRequest
  | AdministrationRequest
  | WasteRequest
  | HoldRequest
  | ReleaseHoldRequest
  | HandOffRequest
  | HandOverRequest
  | ReturnToStockRequest
  | BreakageRequest
  | CountersignRequest
  | CloseOutRequest
  | QuarantineRequest
  | ReleaseRequest
  | MoveRequest
  | DisposalRequest
  | DisposalReturnedRequest
  | ReturnToSupplierRequest
  | SampleRequest
  | WeighingRequest
  | CountRequest
  | RecountRequest
  | DiscrepancyRequest
  | LossRequest
  | CorrectionRequest
  | DayCloseRequest
  | ReviewRequest
  | ReconciliationRequest;
export type OrganisationRequest =
  OpenedRequest | SiteRequest | PersonRequest | GrantRequest | ProductRequest | SupplierRequest;
export type Request = SiteLedgerRequest | OrganisationRequest;
export type Kind = Request['kind'];
export type RequestOf<K extends Kind> = Extract<Request, { readonly kind: K }>;
