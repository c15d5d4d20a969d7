import type {
  AuditItem,
  CaseId,
  ContainerId,
  LocationId,
  PatientId,
  PersonId,
  ProductId,
} from './ids.js';
import type { BusinessDate, Instant } from './instant.js';
import type { BaseUnit, Quantity, Strength } from './quantity.js';
import type { ContainerType, DoseType, Schedule } from './product.js';

/** What a container is. Minted by a receipt or an inventory; particulars change only by correction. */
export interface Container {
  readonly noun: 'container';
  readonly id: ContainerId;
  readonly product: ProductId;
  readonly ndc: string;
  readonly name: string;
  readonly labeler: string;
  readonly item: AuditItem;
  readonly schedule: Schedule;
  readonly unit: BaseUnit;
  readonly strength: Strength;
  readonly size: Quantity;
  readonly containerType: ContainerType;
  readonly doseType: DoseType;
  readonly lot: string;
  /** Last day of the labelled expiry. */
  readonly expires: BusinessDate;
  readonly serial: string | null;
  /** When it came into custody. */
  readonly receivedAt: Instant;
}

export const QUARANTINE_REASONS = [
  'expired',
  'past-beyond-use',
  'recalled',
  'damaged',
  'suspect',
  'awaiting-disposal',
  'temperature',
  'other',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** What state a container is in. Its quantity is not here: that is the balance of its custody account. */
export interface Condition {
  readonly noun: 'condition';
  readonly id: ContainerId;
  readonly location: LocationId;
  readonly status: 'sealed' | 'open' | 'closed';
  readonly quarantine: QuarantineReason | null;
  /** First puncture, and the end of use that it set. */
  readonly openedAt: Instant | null;
  readonly beyondUseAt: Instant | null;
  readonly draws: number;
  /** Everyone who drew from it, in order of their first draw. */
  readonly drawers: readonly PersonId[];
  /** Those who drew since the last agreed count. */
  readonly drawersSinceCount: readonly PersonId[];
  /** A single-dose container belongs to the patient it was first drawn for. */
  readonly patient: PatientId | null;
}

/** How a container ended: everything that made the residue acceptable or not is kept beside it. */
export interface CloseOut {
  readonly noun: 'close-out';
  readonly id: ContainerId;
  /** Line of the close-out entry. */
  readonly line: number;
  readonly draws: number;
  /** Book quantity before settling: negative where the container yielded more than its label. */
  readonly book: Quantity;
  readonly deadSpaceMaximum: Quantity;
  readonly overfillAllowance: Quantity;
  readonly overfill: Quantity;
  readonly hubLoss: Quantity;
  /** Positive: missing beyond hub loss. Negative: more came out than label and overfill explain. */
  readonly unexplained: Quantity;
  readonly discrepancy: CaseId | null;
}

/** Numbers of a storage location per audit item, kept so that counts need not read every container. */
export interface Shelf {
  readonly noun: 'shelf';
  /** `<location>|<audit item>`. */
  readonly id: string;
  readonly sealed: number;
  readonly quarantined: number;
  readonly open: readonly ContainerId[];
}

export const shelfId = (location: LocationId, item: AuditItem): string => `${location}|${item}`;

/** A sealed container's serial number is unique per product (GS1 AI 21). */
export interface Serial {
  readonly noun: 'serial';
  /** `<product>|<serial>`. */
  readonly id: string;
  readonly container: ContainerId;
}
