import type { Organisation } from '../../domain/organisation.js';

/**
 * The organisation's book as it is now: who works here, where, and with which rights. The ledger keeps it; doors ask for
 * it through this class, because the platform does not know the ledger.
 */
export abstract class CurrentOrganisation {
  /** Undefined before the deployment is set up. */
  abstract get(): Promise<Organisation | undefined>;
}
