import type {
  AuditItem,
  BagId,
  ContainerId,
  DrawId,
  FileHash,
  LeafHash,
  LocationId,
  OrderId,
  PatientId,
  PersonId,
  PreparationId,
} from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { AddressUnknownReason, Route, WasteManner, WasteReason } from '../bedside/infusion.js';
import type { DepartureCause, HoldEnd, ReceivingUnit, SealState } from '../bedside/bedside.js';
import type { Mass, Quantity } from '../measures/quantity.js';
import type { Seen } from '../person.js';
import type { RequestHead } from './head.js';

/** Requests at the bedside: from the order to the last residue, and the signatures that come later. */

export interface InfusionOrderRequest extends RequestHead {
  readonly kind: 'infusion-order';
  readonly act: 'ordered' | 'changed' | 'cancelled';
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
  /** What it is to be drawn from, whatever the size of the container; null where the order leaves it open. */
  readonly item: AuditItem | null;
  /** The day on which the infusion is to be given; null for the day of the order. */
  readonly plannedFor: BusinessDate | null;
}

export interface OrderCloseRequest extends RequestHead {
  readonly kind: 'order-close';
  readonly order: OrderId;
}

export interface DrawRequest extends RequestHead {
  readonly kind: 'draw';
  readonly order: OrderId;
  readonly lines: readonly { readonly container: ContainerId; readonly quantity: Quantity }[];
  /** What was read and used at the containers, where it was said. */
  readonly stated: readonly StatedAtDraw[];
}

/** What somebody read on a container that they drew from, and what they drew it with. */
export interface StatedAtDraw {
  readonly container: ContainerId;
  /** The lot on its label, or in its bar code. */
  readonly lot: string | null;
  /** What the syringe holds. */
  readonly syringe: Quantity | null;
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

export interface AssayRequest extends RequestHead {
  readonly kind: 'assay';
  /** Line of the waste or sample that the laboratory examined, and the draw or container that it was of. */
  readonly line: number;
  readonly draw: DrawId | null;
  readonly container: ContainerId | null;
  readonly laboratory: string;
  /** Number of the laboratory's report. */
  readonly reference: string | null;
  /** Milligrams in one base unit: what label or preparation promise, and what was found. */
  readonly expected: Mass;
  readonly found: Mass;
  readonly file: FileHash | null;
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

export interface CountersignRequest extends RequestHead {
  readonly kind: 'countersign';
  readonly line: number;
  readonly leaf: LeafHash;
  readonly seen: readonly Seen[];
}
