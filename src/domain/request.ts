import type {
  OpenedRequest,
  PolicyRequest,
  SiteRequest,
  PersonRequest,
  GrantRequest,
  ProductRequest,
  SupplierRequest,
} from './requests/set-up.js';
import type { FilingRequest, InventoryRequest } from './requests/inventory.js';
import type {
  AssayRequest,
  InfusionOrderRequest,
  OrderCloseRequest,
  DrawRequest,
  PreparationRequest,
  AdministrationRequest,
  WasteRequest,
  HoldRequest,
  ReleaseHoldRequest,
  HandOffRequest,
  HandOverRequest,
  CountersignRequest,
} from './requests/bedside.js';
import type {
  ReceiptRequest,
  ReturnToStockRequest,
  BreakageRequest,
  CloseOutRequest,
  QuarantineRequest,
  ReleaseRequest,
  MoveRequest,
  DisposalRequest,
  DisposalReturnedRequest,
  ReturnToSupplierRequest,
  SampleRequest,
  WeighingRequest,
} from './requests/stock.js';
import type {
  CountRequest,
  RecountRequest,
  DiscrepancyRequest,
  LossRequest,
  CorrectionRequest,
} from './requests/control.js';
import type { DayCloseRequest, ReviewRequest } from './days/day.js';
import type { DisclosureRequest, ReportIssuedRequest } from './issued-report.js';
import type { ReconciliationRequest } from './reconciliation/reconciled-period.js';

export { REASONS, SOURCES } from './requests/head.js';
export type * from './requests/head.js';
export type * from './requests/set-up.js';
export type * from './requests/inventory.js';
export type * from './requests/stock.js';
export type * from './requests/bedside.js';
export type * from './requests/control.js';

/** Everything that can be asked of a ledger. */
export type SiteLedgerRequest =
  | OpenedRequest
  | PolicyRequest
  | InventoryRequest
  | FilingRequest
  | ReceiptRequest
  | InfusionOrderRequest
  | OrderCloseRequest
  | DrawRequest
  | PreparationRequest
  | AdministrationRequest
  | WasteRequest
  | AssayRequest
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
  | ReportIssuedRequest
  | DisclosureRequest
  | ReconciliationRequest;
export type OrganisationRequest =
  OpenedRequest | SiteRequest | PersonRequest | GrantRequest | ProductRequest | SupplierRequest;
export type Request = SiteLedgerRequest | OrganisationRequest;
export type Kind = Request['kind'];
export type RequestOf<K extends Kind> = Extract<Request, { readonly kind: K }>;
