/** The database server and the services of the comparison, each service a process of its own on the same server. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { DATABASE, OWNER_ROLE, SERVICE_ROLE } from '../../src/platform/database/names.js';
import { startEmbeddedDatabase } from '../../src/platform/embedded/embedded-database.js';
import type { EmbeddedDatabase } from '../../src/platform/embedded/embedded-database.js';
import { Child } from '../children.js';
import type { Plan } from './plan.js';
import type { ServiceAnswers, ServiceQuestion } from './service-process.js';
import type { Writer } from './writers.js';

/** A service that answers. */
export interface Service {
  readonly url: string;
  /** Processor seconds it has used. */
  processor(): Promise<number>;
  end(): Promise<void>;
}

/** Writes nothing, so it may use the database of another. */
const DATABASES: Readonly<Record<Writer, string>> = {
  ours: DATABASE,
  plain: 'plain',
  none: 'plain',
};
const BARE = 'bare';

export class Servers {
  private constructor(
    private readonly folder: string,
    private readonly database: EmbeddedDatabase,
  ) {}

  /** A new server with the settings of production: what is acknowledged is on disk. */
  static async start(folder: string): Promise<Servers> {
    const database = await startEmbeddedDatabase({ dataFolder: folder });
    const { ownerUrl, serviceUrl } = database;
    await migrate({ ownerUrl, serviceUrl, migrations });
    return new Servers(folder, database);
  }

  /** Sets up sites with so many orders each, and makes one draw in each. */
  async stage(orders: readonly number[]): Promise<Plan> {
    const { child, url } = await this.#spawn('ours');
    const plan = await child.ask<ServiceAnswers['stage']>(question({ ask: 'stage', orders }));
    const load = new Child('load-process.js', import.meta.url);
    await load.ask({ ask: 'sign-in', url, devices: 1 });
    const sites = plan.sites;
    const made = sites.map(() => 0);
    const few = { clients: 1, warmMs: 0, countedMs: 3_000, mayRepeat: false };
    const { made: first } = await load.ask<{ made: number[] }>({
      ask: 'draws',
      url,
      sites,
      made,
      ...few,
    });
    await load.end();
    await child.end();
    if (first.includes(0)) throw new Error('expected a draw in every ledger');
    return { ...plan, made: first };
  }

  /** Makes the databases of the others, alike to the last row, and leaves the server nothing to do. */
  async copy(): Promise<void> {
    await this.#asSuperuser('postgres', async (client) => {
      await client.query(`CREATE DATABASE ${DATABASES.plain} TEMPLATE ${DATABASE}`);
      await client.query(`GRANT CONNECT ON DATABASE ${DATABASES.plain} TO ${SERVICE_ROLE}`);
      await client.query(`CREATE DATABASE ${BARE} OWNER ${OWNER_ROLE}`);
    });
    for (const name of new Set(Object.values(DATABASES)))
      await this.#asSuperuser(name, (client) => client.query('VACUUM (ANALYZE)'));
    await this.#asSuperuser('postgres', (client) => client.query('CHECKPOINT'));
  }

  async service(writer: Writer): Promise<Service> {
    const { child, url } = await this.#spawn(writer);
    return {
      url,
      processor: async () => {
        const asked = question({ ask: 'processor' });
        return (await child.ask<ServiceAnswers['processor']>(asked)).seconds;
      },
      end: () => child.end(),
    };
  }

  /** Where tables of any kind may be made. */
  get bareUrl(): string {
    return inDatabase(this.database.ownerUrl, BARE);
  }

  /** Bytes of a draw's leaf. */
  async leafBytes(): Promise<number> {
    return this.#asSuperuser(DATABASE, async (client) => {
      const { rows } = await client.query<{ bytes: number }>(
        `SELECT max(length(leaf)) AS bytes FROM ledger.entry WHERE kind = 'draw'`,
      );
      return rows[0]?.bytes ?? 0;
    });
  }

  stop(): Promise<void> {
    return this.database.stop();
  }

  async #spawn(writer: Writer): Promise<{ readonly child: Child; readonly url: string }> {
    const folder = join(this.folder, `service-of-${writer}`);
    // Keys and the signer's memory belong to a database: whoever has a copy of one has a copy of the other.
    if (writer !== 'ours')
      await cp(join(this.folder, 'service-of-ours'), folder, { recursive: true });
    const serviceUrl = inDatabase(this.database.serviceUrl, DATABASES[writer]);
    const child = new Child('service-process.js', import.meta.url, {
      parameters: [writer, folder, serviceUrl],
      logFile: join(this.folder, `log-of-${writer}`),
    });
    const { url } = await child.next<ServiceAnswers['ready']>();
    return { child, url };
  }

  async #asSuperuser<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({
      connectionString: inDatabase(this.database.superuserUrl, name),
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

const question = (asked: ServiceQuestion): ServiceQuestion => asked;

const inDatabase = (url: string, name: string): string => url.replace(/\/[a-z_]*\?/, `/${name}?`);
