import type { AuditItem, LedgerId, LocationId, PersonId, ProductId, SupplierId } from './ids.js';
import type { BusinessDate, Instant, Zone } from './measures/instant.js';
import { asId } from './ids.js';
import { formatStrength, trimQuantity } from './measures/quantity.js';
import type { BaseUnit, Quantity, Strength } from './measures/quantity.js';

export type DoseType = 'multiple-dose' | 'single-dose';
export type ContainerType = 'vial' | 'ampule' | 'syringe' | 'bottle' | 'device';
export type Schedule = 'II' | 'III' | 'IV' | 'V';

/** What a container is, as approved once by a pharmacist from the package in hand. Never changed: a new strength is a new product. */
export interface ProductFacts {
  /** Hyphenated NDC as labelled on the container. */
  readonly ndc: string;
  /** Hyphenated NDC of the carton, where it differs, and how many containers it holds. */
  readonly cartonNdc: string | null;
  readonly containersPerCarton: number;
  readonly name: string;
  readonly labeler: string;
  readonly substance: string;
  readonly schedule: Schedule;
  readonly form: string;
  readonly unit: BaseUnit;
  /** Labelled strength; never converted between salt and base. */
  readonly strength: Strength;
  /** Labelled content of one container. */
  readonly size: Quantity;
  readonly containerType: ContainerType;
  readonly doseType: DoseType;
}

/** An approved product. */
export interface Product extends ProductFacts {
  readonly noun: 'product';
  readonly id: ProductId;
  readonly status: 'approved' | 'withdrawn';
}

/** A registrant we receive from. Snapshotted into every receipt, so a later change alters no old line. */
export interface SupplierFacts {
  readonly name: string;
  readonly address: string;
  readonly deaNumber: string;
  readonly registrationExpires: BusinessDate;
}
export interface Supplier extends SupplierFacts {
  readonly noun: 'supplier';
  readonly id: SupplierId;
  readonly status: 'active' | 'withdrawn';
}

/** A registered location: one ledger each (21 CFR 1304.21(b)). */
export interface SiteFacts {
  readonly name: string;
  readonly registrant: string;
  readonly address: string;
  readonly deaNumber: string;
  readonly registrationExpires: BusinessDate;
  readonly businessActivity: string;
  readonly schedules: readonly string[];
  readonly zone: Zone;
  readonly locations: readonly StorageLocation[];
}
export interface StorageLocation {
  readonly id: LocationId;
  readonly name: string;
}
/**
 * What an inspector asks of a site besides its registration: what the state licensed, who can open what, and where the
 * records lie that are older than the ledger.
 */
export interface PremisesFacts {
  readonly licenses: readonly StateLicense[];
  readonly keyHolders: readonly KeyHolder[];
  /** Where records from before the first line lie; null where there are none. */
  readonly earlierRecords: string | null;
}
export interface StateLicense {
  /** ISO 3166-2: "US-NY". */
  readonly state: string;
  /** "Clinic license, class 3a". */
  readonly name: string;
  readonly number: string;
  readonly expires: BusinessDate;
}
/** How a storage location is opened. */
export const OPENED_WITH = ['key', 'code', 'card'] as const;
export interface KeyHolder {
  readonly location: LocationId;
  readonly person: PersonId;
  readonly opensWith: (typeof OPENED_WITH)[number];
}
export interface Premises extends PremisesFacts {
  readonly noun: 'premises';
  /** The site. */
  readonly id: LedgerId;
}

export interface Site extends SiteFacts {
  readonly noun: 'site';
  readonly id: LedgerId;
  readonly openedAt: Instant;
}

/** An audit item without the size of its container: what a practitioner orders. */
export const drugOf = (item: AuditItem): string => item.slice(0, item.lastIndexOf(', '));

/** Substance, strength, form and container size, across labelers: what investigators audit. */
export function auditItemOf(
  facts: Pick<ProductFacts, 'substance' | 'strength' | 'form' | 'unit' | 'size'>,
): AuditItem {
  const strength = formatStrength(facts.strength, facts.unit);
  return asId(
    `${facts.substance} ${strength} ${facts.form}, ${trimQuantity(facts.size)} ${facts.unit}`,
  );
}
