import type {
  AuditItem,
  CaseId,
  ContainerId,
  LocationId,
  PatientId,
  PersonId,
  ProductId,
  StockId,
} from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { BaseUnit, Quantity, Strength } from '../measures/quantity.js';
import type { ContainerType, DoseType, Schedule } from '../product.js';

/**
 * One lot of one product that came in on one line: what all its containers have in common. Minted by a receipt or an
 * inventory; particulars change only by correction. A changed strength is another product.
 */
export interface Stock {
  readonly noun: 'stock';
  readonly id: StockId;
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
  /** When it came into custody. */
  readonly receivedAt: Instant;
}

/** A container: which stock it is of, and its serial number where the maker gives one. */
export interface Container {
  readonly noun: 'container';
  readonly id: ContainerId;
  readonly stock: StockId;
  readonly serial: string | null;
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

export const BREAKAGE_CAUSES = ['dropped', 'crushed', 'cracked', 'leaking', 'other'] as const;
export type BreakageCause = (typeof BREAKAGE_CAUSES)[number];

/** What a breakage left of each container, and how far its book and its label explain it. */
export interface Breakage {
  readonly noun: 'breakage';
  /** Line of the entry. */
  readonly id: string;
  readonly cause: BreakageCause;
  readonly lines: readonly {
    readonly container: ContainerId;
    /** Book quantity before it broke. */
    readonly book: Quantity;
    readonly recovered: Quantity;
  }[];
}

/** What state a container is in. Its quantity is not here: that is the balance of its custody account. */
export interface Condition {
  readonly noun: 'condition';
  readonly id: ContainerId;
  readonly item: AuditItem;
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
  /** Last line that changed it. */
  readonly line: number;
}

/** Which audit items a storage location ever held, so that a count misses none. */
export interface Place {
  readonly noun: 'place';
  readonly id: LocationId;
  readonly items: readonly AuditItem[];
}

export const shelfId = (location: LocationId, item: AuditItem): string => `${location}|${item}`;

/** A sealed container's serial number is unique per product (GS1 AI 21). */
export interface Serial {
  readonly noun: 'serial';
  /** `<product>|<serial>`. */
  readonly id: string;
  readonly container: ContainerId;
}
