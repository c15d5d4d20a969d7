import type { QuarantineReason } from '../stock/container.js';
import type { AuditItem, FileHash, LeafHash, LedgerId, LocationId, ProductId } from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { InventoryType, StatedItem } from '../counting/inventory.js';
import type { Quantity } from '../measures/quantity.js';
import type { CountedPlace, CountSealedLine } from './control.js';
import type { RequestHead } from './head.js';

/** Inventories: what the law calls so, as opposed to the counts of every day. 21 CFR 1304.11. */

/** The signed print of an inventory, scanned, is filed with its line. */
export interface FilingRequest extends RequestHead {
  readonly kind: 'filing';
  /** Line of the inventory, and its leaf hash: what is filed is the copy of this very line. */
  readonly line: number;
  readonly leaf: LeafHash;
  readonly file: FileHash;
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

/** Sealed containers of one audit item that are set apart, by the reason for which they are held. */
export interface InventoryQuarantinedLine extends CountSealedLine {
  readonly reasons: readonly { readonly why: QuarantineReason; readonly containers: number }[];
}

/** One storage location in an inventory that asserts. */
export interface InventoryPlace extends CountedPlace {
  readonly quarantined: readonly InventoryQuarantinedLine[];
}

/** Where stock came from that a new place opens with: the closing inventory of the old one, and what it stated. */
export interface RelocatedFrom {
  readonly site: LedgerId;
  readonly line: number;
  readonly leaf: LeafHash;
  readonly stated: readonly StatedItem[];
}

export interface InventoryRequest extends RequestHead {
  readonly kind: 'inventory';
  readonly type: InventoryType;
  readonly asOf: 'opening' | 'close';
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Stock that comes into the book by this line; empty where the inventory asserts. */
  readonly sealed: readonly InventorySealedLine[];
  readonly open: readonly InventoryOpenLine[];
  /** The last inventory before go-live: its date and the scan of its signed print. */
  readonly previous: { readonly date: BusinessDate; readonly file: FileHash | null } | null;
  /** The business day whose opening or close is stated; null where stock comes in, which is stated by its times. */
  readonly date: BusinessDate | null;
  /** What was counted; empty where stock comes in. */
  readonly places: readonly InventoryPlace[];
  /** The newly scheduled audit items; empty where everything is counted. */
  readonly items: readonly AuditItem[];
  /** Lines of what happened between the stated moment and the counting: they are taken back to reach it. */
  readonly since: readonly number[];
  /** Only where stock comes in by a relocation. */
  readonly relocated: RelocatedFrom | null;
}
