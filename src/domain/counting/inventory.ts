import type { InsideAccount } from '../custody.js';
import type { PlaceResult } from './count.js';
import type { AuditItem, FileHash, PersonId } from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { Quantity } from '../measures/quantity.js';

/** Inventories that bring stock into the book. A site begins with one of them. */
export const MINTING_INVENTORIES = ['initial', 'go-live', 'relocation-in'] as const;
/** Inventories that assert what is there, and change no stock. */
export const ASSERTING_INVENTORIES = [
  'biennial',
  'annual',
  'newly-scheduled',
  'relocation-out',
  'closing',
] as const;
export type MintingInventory = (typeof MINTING_INVENTORIES)[number];
export type AssertingInventory = (typeof ASSERTING_INVENTORIES)[number];
export type InventoryType = MintingInventory | AssertingInventory;
export const INVENTORY_TYPES: readonly InventoryType[] = [
  ...MINTING_INVENTORIES,
  ...ASSERTING_INVENTORIES,
];

export const asserts = (type: InventoryType): type is AssertingInventory =>
  ASSERTING_INVENTORIES.some((each) => each === type);

/** What only an inventory says that asserts: one that brings stock in says nothing of it. */
export const BRINGS_STOCK_IN = {
  date: null,
  places: [],
  items: [],
  since: [],
  relocated: null,
} as const;

/** What one line did after the stated moment, taken back: positive is added to what was found, negative taken off. */
export interface AddedBack {
  readonly line: number;
  readonly account: InsideAccount;
  readonly item: AuditItem;
  readonly quantity: Quantity;
  /** Sealed containers to add. */
  readonly sealed: number;
}

/** What the inventory states of one audit item at the stated moment. */
export interface StatedItem {
  readonly item: AuditItem;
  /** Sealed containers, those in quarantine among them. */
  readonly sealed: number;
  /** Everything in containers, opened and quarantined ones included. */
  readonly onHand: Quantity;
  /** By the book: it stands on no shelf. */
  readonly inProcess: Quantity;
  readonly held: Quantity;
}

/** The signed copy of an inventory, as it was filed last. */
export interface SignedCopy {
  readonly noun: 'signed-copy';
  /** Line of the inventory. */
  readonly id: string;
  readonly file: FileHash;
  /** Line that filed it. */
  readonly line: number;
  readonly filedBy: PersonId;
  readonly filedAt: Instant;
}

/** A finished inventory that asserts. It is never corrected. */
export interface Inventory {
  readonly noun: 'inventory';
  readonly id: string;
  readonly type: AssertingInventory;
  readonly asOf: 'opening' | 'close';
  readonly date: BusinessDate;
  /** The stated moment: what happened from then on is no part of it. */
  readonly at: Instant;
  /** Each storage location as it was found. */
  readonly places: readonly PlaceResult[];
  readonly addedBack: readonly AddedBack[];
  readonly stated: readonly StatedItem[];
}
