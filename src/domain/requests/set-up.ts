import type { LedgerId, PersonId, ProductId, SupplierId } from '../ids.js';
import type { Instant } from '../measures/instant.js';
import type { LicenseClass, Role } from '../person.js';
import type { PublishedSettings } from '../policy.js';
import type { PremisesFacts, ProductFacts, SiteFacts, SupplierFacts } from '../product.js';
import type { RequestHead } from './head.js';

/** Requests that found a ledger and keep the master data of the organisation. */

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

export interface SiteRequest extends RequestHead {
  readonly kind: 'site';
  readonly site: LedgerId;
  readonly facts: SiteFacts;
  /** Null: as they were stated before. */
  readonly premises: PremisesFacts | null;
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
