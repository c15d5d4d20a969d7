/**
 * The database for commands that look at it beside a running service, or without one: the server that the service uses
 * where it runs, else one that is started for as long as the command takes.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig, type Config } from '../platform/config/config.js';
import { StartError } from '../platform/start-error.js';
import { openDatabase, type OpenOptions } from './with-database.js';

/** A database in use by this command. */
export interface VisitedDatabase {
  readonly config: Config;
  readonly serviceUrl: string;
  /** Ends what was started for the command, and nothing else. */
  close(): Promise<void>;
}

/** A service that has just taken its data folder needs a moment until its database answers. */
const STARTING_LIMIT_MS = 10_000;
const STARTING_STEP_MS = 250;

export async function visitDatabase(options: OpenOptions): Promise<VisitedDatabase> {
  try {
    return await openDatabase(options);
  } catch (error) {
    if (!(error instanceof StartError) || error.problem !== 'data-folder-busy') throw error;
    return joinService(readConfig(options.environment, process.cwd()), error);
  }
}

/** The service that holds the data folder has the database open: it is used as it is. */
async function joinService(config: Config, busy: StartError): Promise<VisitedDatabase> {
  const close = (): Promise<void> => Promise.resolve();
  if (config.database.kind === 'external')
    return { config, serviceUrl: config.database.serviceUrl, close };
  const { findRunningDatabase } = await import('../platform/embedded/running-database.js');
  for (let waitedMs = 0; waitedMs < STARTING_LIMIT_MS; waitedMs += STARTING_STEP_MS) {
    const running = await findRunningDatabase(config.dataFolder);
    if (running !== undefined) return { config, serviceUrl: running.serviceUrl, close };
    await delay(STARTING_STEP_MS);
  }
  throw busy;
}
