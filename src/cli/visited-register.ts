/** The register for commands: what the service is made of, without HTTP. */
import { Checkpoints } from '../ledger/checkpoints.js';
import { LedgerReader } from '../ledger/ledger-reader.js';
import { SignerLease } from '../ledger/signer-lease.js';
import { SignerMemory } from '../ledger/signer-memory.js';
import { Signer } from '../ledger/signer.js';
import type { Head } from '../ledger/ledger-reader.js';
import type { LedgerId } from '../domain/ids.js';
import { SystemClock } from '../platform/clock.js';
import { Statements } from '../platform/database/statements.js';
import { AccessJournal } from '../platform/journal/access-journal.js';
import type { Access } from '../platform/journal/access-journal.js';
import { CommandRefused } from './command-refused.js';
import { createPool } from '../platform/database/connection.js';
import { Keyring } from '../platform/keys/keyring.js';
import { LogKeys } from '../platform/keys/log-keys.js';
import { createProcessLog } from '../platform/process-log.js';
import { visitDatabase } from './visited-database.js';
import type { VisitedDatabase } from './visited-database.js';

const POOL_SIZE = 4;
const MOST_SITES_SHOWN = 20;

/** The parts of the register, on a database that a command visits. */
export class VisitedRegister {
  readonly pool;
  readonly reader;
  readonly signer;
  readonly checkpoints;
  readonly #lease;

  private constructor(
    readonly database: VisitedDatabase,
    readonly keyring: Keyring,
    readonly memory: SignerMemory,
    keys: LogKeys,
  ) {
    const log = createProcessLog({ level: 'warn' });
    this.pool = createPool(database.serviceUrl, { max: POOL_SIZE, log });
    this.reader = new LedgerReader(this.pool, keyring);
    this.#lease = new SignerLease(this.pool, log);
    this.signer = new Signer({ pool: this.pool, keys, memory, lease: this.#lease, log });
    this.checkpoints = new Checkpoints({ pool: this.pool, signer: this.signer, log });
  }

  /** The ledger of a site, by its id, and the organisation's. */
  async ledgersOf(
    site: string,
  ): Promise<{ readonly site: LedgerId; readonly organisation: LedgerId }> {
    const heads = await this.reader.heads();
    const found = heads.find(({ scope, ledger }) => scope === 'site' && ledger === site);
    const organisation = heads.find(({ scope }) => scope === 'organisation');
    if (found === undefined || organisation === undefined)
      throw new CommandRefused(await this.#sitesThereAre(heads));
    return { site: found.ledger, organisation: organisation.ledger };
  }

  /** Writes what a command did into the access journal, before it does it. */
  async journal(access: Access): Promise<void> {
    const { createDataSource } = await import('../platform/database/data-source.js');
    const source = createDataSource({ url: this.database.serviceUrl, poolSize: 1 });
    await source.initialize();
    try {
      await new AccessJournal(new Statements(source), new SystemClock()).write(access);
    } finally {
      await source.destroy();
    }
  }

  async #sitesThereAre(heads: readonly Head[]): Promise<string> {
    const sites = heads.filter(({ scope }) => scope === 'site').slice(0, MOST_SITES_SHOWN);
    if (sites.length === 0) return 'there is no site yet: set one up first';
    const names = await Promise.all(
      sites.map(async ({ ledger }) => {
        const register = await this.reader.cell(ledger, 'register', 'register');
        return `${ledger} (${register?.site?.name ?? 'unnamed'})`;
      }),
    );
    return `there is no such site; there are ${names.join(', ')}`;
  }

  /** Runs a command's work on the register and ends what was started for it. */
  static async visit<T>(work: (register: VisitedRegister) => Promise<T>): Promise<T> {
    const database = await visitDatabase({
      environment: process.env,
      log: createProcessLog({ level: 'warn' }),
      say: (sentence) => {
        process.stderr.write(`${sentence}\n`);
      },
    });
    try {
      const { dataFolder } = database.config;
      const keyring = await Keyring.open(dataFolder);
      const memory = await SignerMemory.open(dataFolder);
      const keys = await LogKeys.open(dataFolder);
      const register = new VisitedRegister(database, keyring, memory, keys);
      try {
        return await work(register);
      } finally {
        await register.#lease.release();
        await register.pool.end();
      }
    } finally {
      await database.close();
    }
  }
}
