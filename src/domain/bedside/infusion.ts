import type {
  AuditItem,
  ContainerId,
  DrawId,
  OrderId,
  PatientId,
  PersonId,
  PreparationId,
  StockId,
} from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { BaseUnit, Mass, Quantity, Strength } from '../measures/quantity.js';

export const ROUTES = ['iv-infusion', 'iv-push', 'im', 'sc', 'intranasal'] as const;
export type Route = (typeof ROUTES)[number];

export const ADDRESS_UNKNOWN_REASONS = [
  'homeless',
  'refused',
  'unconscious',
  'address-protected',
] as const;
export type AddressUnknownReason = (typeof ADDRESS_UNKNOWN_REASONS)[number];

/** What a practitioner ordered for one patient and one infusion. Name, address and weight are personal and not here. */
export interface InfusionOrder {
  readonly noun: 'order';
  readonly id: OrderId;
  readonly status: 'ordered' | 'given' | 'ended' | 'cancelled' | 'closed';
  readonly patient: PatientId;
  readonly patientAddress: 'known' | AddressUnknownReason | 'missing';
  readonly orderedBy: PersonId;
  readonly route: Route;
  readonly dose: Mass;
  /** Thousandths of a milligram per kilogram: 0.5 mg/kg = 500. */
  readonly dosePerKilogram: number | null;
  readonly minutes: number | null;
  readonly diluent: string | null;
  readonly series: { readonly number: number; readonly of: number } | null;
  /** What it is to be drawn from, whatever the size of the container; null where the order leaves it open. */
  readonly item: AuditItem | null;
  /** The day on which it is to be given; null for the day of the order. */
  readonly plannedFor: BusinessDate | null;
  readonly draws: readonly DrawId[];
  /** Line whose personal fields hold the patient's particulars: the order's own, or the correction's that mended them. */
  readonly particulars: number;
}

/** A quantity that left a container for one order. What is still in process is the balance of its account. */
export interface Draw {
  readonly noun: 'draw';
  readonly id: DrawId;
  readonly line: number;
  readonly order: OrderId;
  readonly container: ContainerId;
  readonly stock: StockId;
  readonly item: AuditItem;
  readonly strength: Strength;
  readonly unit: BaseUnit;
  readonly quantity: Quantity;
  readonly drawnBy: PersonId;
  readonly holder: PersonId;
  readonly drawnAt: Instant;
  readonly preparation: PreparationId | null;
}

/** A bag or syringe made from draws and diluent; given and wasted as a whole, accounted per draw. */
export interface Preparation {
  readonly noun: 'preparation';
  readonly id: PreparationId;
  readonly order: OrderId;
  readonly draws: readonly DrawId[];
  readonly vessel: 'bag' | 'syringe';
  readonly diluent: string;
  /** What it holds: its whole volume when made, less what has run in since. */
  readonly totalVolume: Quantity;
  readonly volumeIs: 'measured' | 'stated';
  readonly beyondUseAt: Instant;
}

/** The effective value of an administration: what correction chains end in. */
export interface Administration {
  readonly noun: 'administration';
  readonly id: string;
  readonly order: OrderId;
  readonly outcome: 'completed' | 'stopped' | 'not-given';
  readonly lines: readonly { readonly draw: DrawId; readonly quantity: Quantity }[];
}

export const WASTE_REASONS = [
  'dose-remainder',
  'infusion-stopped',
  'not-given',
  'line-residue',
  'spill',
  'broken-syringe',
  'contaminated',
  'expired-preparation',
  'single-dose-remainder',
  'order-cancelled',
  'other',
] as const;
export type WasteReason = (typeof WASTE_REASONS)[number];
export const WASTE_MANNERS = [
  'rx-destroyer',
  'sharps-sequestration',
  'sink',
  'absorbed',
  'unrecovered',
  'other',
] as const;
export type WasteManner = (typeof WASTE_MANNERS)[number];

/** The effective value of a waste. */
export interface Waste {
  readonly noun: 'waste';
  readonly id: string;
  readonly reason: WasteReason;
  readonly manner: WasteManner;
  readonly lines: readonly {
    readonly draw: DrawId | null;
    readonly container: ContainerId | null;
    readonly quantity: Quantity;
  }[];
}
