/** What tests of the ledger share: a database of their own, a clinic in it, and the check at the end. */
import type pg from 'pg';
import { SystemClock } from '../../src/platform/clock.js';
import type { Clock } from '../../src/platform/clock.js';
import { createPool } from '../../src/platform/database/connection.js';
import { Keyring } from '../../src/platform/keys/keyring.js';
import { checkLedger } from '../support/check-ledger.js';
import { freshDatabase, newFolder } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { Clinic } from './clinic.js';

export interface Harness {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  readonly pool: pg.Pool;
  readonly clinic: Clinic;
  /** Another instance of the service on the same database. */
  another(options?: { readonly ledgersPerTransaction: 'one' | 'several' }): Clinic;
  /** As another role. */
  poolOf(role: 'owner' | 'superuser'): pg.Pool;
  /** Everything stored is what the leaves say. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A database with an organisation and, unless told otherwise, a site with an empty inventory. */
export async function openHarness(
  options: {
    readonly clock?: Clock;
    readonly site?: 'none';
    readonly organisation?: 'none';
  } = {},
): Promise<Harness> {
  const database = await freshDatabase();
  const keyring = await Keyring.open(await newFolder());
  const clock = options.clock ?? new SystemClock();
  const pools: pg.Pool[] = [];
  const clinics: Clinic[] = [];
  const open = (url: string, max = 6): pg.Pool => {
    const pool = createPool(url, { max });
    pools.push(pool);
    return pool;
  };
  const another: Harness['another'] = (given) => {
    const clinic = new Clinic({
      pool: open(database.serviceUrl),
      clock,
      sealer: keyring,
      ...given,
    });
    clinics.push(clinic);
    return clinic;
  };
  const clinic = another();
  if (options.organisation !== 'none') await clinic.open();
  if (options.site !== 'none') await clinic.openSite();
  return {
    database,
    keyring,
    pool: clinic.options.pool,
    clinic,
    another,
    poolOf: (role) => open(role === 'owner' ? database.ownerUrl : database.superuserUrl, 2),
    check: async () => {
      await checkLedger(database, { sealer: keyring });
    },
    close: async () => {
      await Promise.all(clinics.map((one) => one.ledger.close()));
      await Promise.all(pools.map((pool) => pool.end()));
      await database.drop();
    },
  };
}
