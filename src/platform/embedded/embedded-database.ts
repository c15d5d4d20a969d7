/**
 * The embedded database: a real PostgreSQL that this service makes, starts, watches and stops.
 *
 * It survives a kill of the service, and the next service on the same folder takes it over as it is. If it is the
 * database that is killed, it is started again a few times; connections break and are made anew on the same address.
 */
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { DATABASE, OWNER_ROLE, SERVICE_ROLE } from '../database/names.js';
import { readIfThere, writeDurably } from '../data-folder/durable-file.js';
import { silentLog, type ProcessLog } from '../process-log.js';
import { isRunning } from '../running-process.js';
import { Connection } from '../database/connection.js';
import { codeOf, StartError } from '../start-error.js';
import { giveTo, isShared } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import { openCluster, SUPERUSER, type Passwords } from './cluster.js';
import { openHome, socketFolder, type Home } from './home.js';
import {
  findPostmaster,
  startPostmaster,
  stopPostmaster,
  waitUntilReady,
  type Postmaster,
} from './postmaster.js';
import { prepareServer } from './roles.js';
import { ACCESS_RULES, serverSettings } from './server-settings.js';

/** How to run an embedded database. */
export interface EmbeddedOptions {
  /** Absolute; this process holds its lock. */
  readonly dataFolder: string;
  readonly log?: ProcessLog;
  /** Told when the server ended and could not be started again. The service can then only stop. */
  readonly onLost?: (error: Error) => void;
  /** Told whenever the server ended without being asked to. */
  readonly onDeath?: () => void;
}

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** For the service: has what migrations grant. */
  readonly serviceUrl: string;
  /** For migrations: owns the tables. */
  readonly ownerUrl: string;
  /** For tests that tamper. Nothing of the service may use it. */
  readonly superuserUrl: string;
  /** Whether the cluster was made now, started, or found running. */
  readonly how: 'made' | 'started' | 'adopted';
  /** Sentences that a person should see. */
  readonly notices: readonly string[];
  /** Of the server, at this moment. */
  processId(): number;
  /** Ends the server; nothing of it is left running. */
  stop(): Promise<void>;
}

const WATCH_MS = 250;
const RESTARTS_ALLOWED = 3;
const RESTART_WINDOW_MS = 10 * 60_000;
const RESTART_PAUSE_MS = 250;
const CONNECT_LIMIT_MS = 10_000;
const LOGS_KEPT = 10;
/** Any number that nobody else takes as an advisory lock in the database `postgres` of this server. */
const USE_LOCK = 7_216_003;
const USE_LOCK_LIMIT_MS = 5_000;

/** Starts the embedded database of a data folder, or takes over the one that runs. */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = await openHome(options.dataFolder);
  const binaries = await findBinaries(home.account, home.path);
  const cluster = await openCluster({ home, binaries, dataFolder: options.dataFolder });
  const running = await findPostmaster(home);
  const sockets = await socketFolder(home);
  const address = new Address(sockets, cluster.passwords);
  const adopted = await adopt({ home, binaries, address, running });
  if (adopted === undefined) await pruneLogs(home);
  const postmaster = adopted ?? (await startPostmaster(home, binaries));
  const server = new Server({ options, home, binaries, address, postmaster });
  try {
    await server.takeIntoUse(cluster.passwords);
  } catch (error) {
    await server.abandon(error);
    throw error;
  }
  const how = cluster.isNew ? 'made' : postmaster.isAdopted ? 'adopted' : 'started';
  const shared = `The database runs as user ${home.account.name}, which other services share: create an account of its own with "useradd --system countersign".`;
  const notices = [
    ...home.notices,
    ...binaries.notices,
    ...(isShared(home.account) && cluster.isNew ? [shared] : []),
  ];
  return {
    serviceUrl: address.url(SERVICE_ROLE, cluster.passwords.service, DATABASE),
    ownerUrl: address.url(OWNER_ROLE, cluster.passwords.owner, DATABASE),
    superuserUrl: address.url(SUPERUSER, cluster.passwords.superuser, DATABASE),
    how,
    notices,
    processId: () => server.processId(),
    stop: () => server.stop(),
  };
}

/** The socket and how to connect through it. */
export class Address {
  constructor(
    private readonly folder: string,
    private readonly passwords: Passwords,
  ) {}

  url(role: string, password: string, database: string): string {
    return `postgresql://${role}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(this.folder)}&port=5432`;
  }

  superuser(database: string): pg.Client {
    return new Connection({
      connectionString: this.url(SUPERUSER, this.passwords.superuser, database),
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      application_name: 'countersign-embedded',
    });
  }

  get socketFolder(): string {
    return this.folder;
  }
}

/** The server found running, if it can be used as it is; one that cannot is stopped. */
async function adopt({
  home,
  binaries,
  address,
  running,
}: {
  home: Home;
  binaries: Binaries;
  address: Address;
  running: Postmaster | undefined;
}): Promise<Postmaster | undefined> {
  const changed = await writeSettings(home, address);
  if (running === undefined) return undefined;
  const isReady = !changed && (await waitUntilReady(home, running.processId));
  if (isReady && (await isSameVersion(address, binaries))) return running;
  await stopPostmaster(running.processId);
  return undefined;
}

async function isSameVersion(address: Address, binaries: Binaries): Promise<boolean> {
  const client = address.superuser('postgres');
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    return rows[0]?.version === binaries.version;
  } catch (error) {
    // It runs and does not answer us: another password, or too busy. The one that we start will tell why.
    if (codeOf(error) === undefined && !(error instanceof Error)) throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Writes the server's settings; true if they were others before. */
async function writeSettings(home: Home, address: Address): Promise<boolean> {
  const files = {
    'postgresql.conf': serverSettings({ socketFolder: address.socketFolder, logFolder: home.log }),
    'pg_hba.conf': ACCESS_RULES,
  };
  let changed = false;
  for (const [name, content] of Object.entries(files)) {
    const path = join(home.cluster, name);
    if ((await readIfThere(path)) === content.trim()) continue;
    changed = true;
    await writeDurably(path, content);
    await giveTo(home.account, path);
    await chmod(path, 0o600);
  }
  return changed;
}

async function pruneLogs(home: Home): Promise<void> {
  const logs = (await readdir(home.log)).filter((name) => name.startsWith('postgres-')).sort();
  for (const name of logs.slice(0, -LOGS_KEPT)) await rm(join(home.log, name), { force: true });
}

/** The server while it is in use. */
class Server {
  readonly #options: EmbeddedOptions;
  readonly #home: Home;
  readonly #binaries: Binaries;
  readonly #address: Address;
  readonly #log: ProcessLog;
  #postmaster: Postmaster;
  #watch: NodeJS.Timeout | undefined;
  #restarts: readonly number[] = [];
  #useLock: pg.Client | undefined;
  #isLockLost = false;
  #state: 'running' | 'restarting' | 'stopped' = 'running';
  #restarting: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly options: EmbeddedOptions;
    readonly home: Home;
    readonly binaries: Binaries;
    readonly address: Address;
    readonly postmaster: Postmaster;
  }) {
    this.#options = parts.options;
    this.#home = parts.home;
    this.#binaries = parts.binaries;
    this.#address = parts.address;
    this.#postmaster = parts.postmaster;
    this.#log = parts.options.log ?? silentLog;
  }

  processId(): number {
    return this.#postmaster.processId;
  }

  async takeIntoUse(passwords: Passwords): Promise<void> {
    const client = await this.#lockUse();
    await prepareServer(client, (database) => this.#address.superuser(database), passwords);
    this.#watch = setInterval(() => {
      void this.#look();
    }, WATCH_MS);
    this.#watch.unref();
  }

  /** Gives up while starting: a server that somebody else uses goes on. */
  async abandon(reason: unknown): Promise<void> {
    if (reason instanceof StartError && reason.problem === 'data-folder-busy') return;
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#state = 'stopped';
    clearInterval(this.#watch);
    await this.#restarting;
    await this.#useLock?.end().catch(() => undefined);
    await stopPostmaster(this.#postmaster.processId);
  }

  async #look(): Promise<void> {
    if (this.#state !== 'running') return;
    if (await isRunning(this.#postmaster.processId)) {
      if (this.#isLockLost) await this.#lockUse().catch(() => undefined);
      return;
    }
    // Asked again after the wait: a stop may have begun meanwhile.
    if (this.#hasLeft('running')) return;
    this.#state = 'restarting';
    this.#log.error('database ended', { process: this.#postmaster.processId });
    this.#options.onDeath?.();
    this.#restarting = this.#restart();
    await this.#restarting;
  }

  #hasLeft(state: 'running' | 'restarting'): boolean {
    return this.#state !== state;
  }

  /** Starts the server again, until it runs or has ended too often. */
  async #restart(): Promise<void> {
    let failure: unknown;
    while (!this.#hasLeft('restarting')) {
      const nowMs = performance.now();
      this.#restarts = [
        ...this.#restarts.filter((atMs) => atMs > nowMs - RESTART_WINDOW_MS),
        nowMs,
      ];
      if (this.#restarts.length > RESTARTS_ALLOWED) {
        this.#giveUp(failure);
        return;
      }
      try {
        await this.#useLock?.end().catch(() => undefined);
        const running = await findPostmaster(this.#home);
        this.#postmaster = running ?? (await startPostmaster(this.#home, this.#binaries));
        await this.#lockUse();
        this.#log.info('database started again', { process: this.#postmaster.processId });
        if (!this.#hasLeft('restarting')) this.#state = 'running';
        return;
      } catch (error) {
        // It ended again while it started, or cannot start: the limit above decides.
        this.#log.error('database did not start again', { error });
        failure = error;
        await delay(RESTART_PAUSE_MS);
      }
    }
  }

  #giveUp(failure: unknown): void {
    const sentence =
      `PostgreSQL ended ${this.#restarts.length} times within ${RESTART_WINDOW_MS / 60_000} minutes: see the newest log ` +
      `in ${this.#home.log}.`;
    const error =
      failure instanceof StartError
        ? failure
        : new StartError('database-start', sentence, { cause: failure });
    this.#log.error('database lost', { error });
    this.#options.onLost?.(error);
  }

  /**
   * Says in the server itself that it is in use, for as long as this process lives. The lock file of the data folder
   * says the same to people sooner; this one cannot be fooled.
   */
  async #lockUse(): Promise<pg.Client> {
    const client = this.#address.superuser('postgres');
    this.#isLockLost = false;
    // The server cuts all sessions when one of its processes crashes, and goes on: the next look takes the lock again.
    client.on('end', () => {
      this.#isLockLost = true;
    });
    await client.connect();
    this.#useLock = client;
    const deadlineMs = performance.now() + USE_LOCK_LIMIT_MS;
    for (;;) {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS taken',
        [USE_LOCK],
      );
      if (rows[0]?.taken === true) return client;
      if (performance.now() > deadlineMs) break;
      await delay(50);
    }
    await client.end();
    throw new StartError(
      'data-folder-busy',
      `Another Countersign service is using the database in ${this.#home.cluster}: stop it first, or give this one a ` +
        'folder of its own with COUNTERSIGN_DATA.',
    );
  }
}
