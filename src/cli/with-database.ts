/** What every command needs that touches the database: settings, data folder, a server that runs and is migrated. */
import { readConfig, type Config } from '../platform/config/config.js';
import { openDataFolder } from '../platform/data-folder/data-folder.js';
import { startEmbeddedDatabase } from '../platform/embedded/embedded-database.js';
import type { ProcessLog } from '../platform/process-log.js';

/** A migrated database in use by this process. */
export interface OpenDatabase {
  readonly config: Config;
  readonly serviceUrl: string;
  readonly ownerUrl: string;
  /** Names of the migrations that ran. */
  readonly migrated: readonly string[];
  /** Ends what was started and gives the data folder free. */
  close(): Promise<void>;
}

/** How to open it. */
export interface OpenOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly log: ProcessLog;
  /** Shows a sentence to the person at the terminal. */
  readonly say: (sentence: string) => void;
  /** The embedded database ended and cannot be started again. */
  readonly onLost?: (error: Error) => void;
}

/** Reads the settings, opens the data folder, starts or finds the database, and migrates it. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const config = readConfig(options.environment, process.cwd());
  const folder = await openDataFolder(config.dataFolder);
  let stop = (): Promise<void> => Promise.resolve();
  const close = async (): Promise<void> => {
    try {
      await stop();
    } finally {
      await folder.close();
    }
  };
  try {
    const server = await startServer(config, options);
    stop = () => server.stop();
    const { ownerUrl, serviceUrl } = server;
    const [{ migrate }, { migrations }] = await Promise.all([
      import('../platform/database/migrate.js'),
      import('../../migrations/index.js'),
    ]);
    const migrated = await migrate({ ownerUrl, serviceUrl, migrations, log: options.log });
    return { config, ownerUrl, serviceUrl, migrated, close };
  } catch (error) {
    // What kept us from starting is told; that something did not stop in addition is for the log.
    await close().catch((failure: unknown) => {
      options.log.error('database does not stop', { error: failure });
    });
    throw error;
  }
}

interface Server {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

async function startServer(config: Config, options: OpenOptions): Promise<Server> {
  if (config.database.kind === 'external') {
    const { ownerUrl, serviceUrl } = config.database;
    return { ownerUrl, serviceUrl, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedDatabase({
    dataFolder: config.dataFolder,
    log: options.log,
    ...(options.onLost === undefined ? {} : { onLost: options.onLost }),
  });
  for (const notice of server.notices) options.say(notice);
  if (server.how === 'made') options.say(`A new database was made in ${config.dataFolder}.`);
  if (server.how === 'adopted') options.say('The database was still running and was taken over.');
  return server;
}
