import type { ContainerId, FileHash } from '../ids.js';
import type { BusinessDate, Instant } from '../measures/instant.js';
import type { SupplierFacts } from '../product.js';

/** A delivery as it stands: particulars may be corrected, the supplier is as it was on the day. */
export interface Receipt {
  readonly noun: 'receipt';
  readonly id: string;
  readonly receivedAt: Instant;
  readonly supplier: SupplierFacts;
  readonly invoiceNumber: string | null;
  readonly invoiceDate: BusinessDate | null;
  readonly invoiceFile: FileHash | null;
  readonly containers: readonly ContainerId[];
}
