/** The service: an HTTP application on a database that is there and migrated. */
import 'reflect-metadata';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Setup } from './features/setup/setup.js';
import { clockOfRegister } from './ledger/register-clock.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config/config.js';
import { createPool } from './platform/database/connection.js';
import { createDataSource } from './platform/database/data-source.js';
import { explainConnect } from './platform/database/migrate.js';
import { assertServiceRole } from './platform/database/service-role.js';
import {
  APPLICATION_OPTIONS,
  prepareHttp,
  serverOptions,
} from './platform/http/http-application.js';
import { HASH_COST, type HashCost } from './platform/identity/secrets.js';
import { SetupCode } from './platform/identity/setup-code.js';
import { nestLog } from './platform/nest-log.js';
import { createProcessLog, type ProcessLog } from './platform/process-log.js';
import { Readiness } from './platform/readiness.js';
import { codeOf, StartError } from './platform/start-error.js';

/** Where the database is, as the role that runs the service. */
export interface ServiceDatabase {
  readonly serviceUrl: string;
}

/** What may be replaced: the demonstration and the tests bring their own clock, and tests of other things hash cheaply. */
export interface ServiceParts {
  /** By default the one that the ledgers are kept by. */
  readonly clock?: Clock;
  readonly log?: ProcessLog;
  /** No command of ours gives one. */
  readonly hashing?: HashCost;
}

/** A service that answers. */
export interface RunningService {
  /** "http://127.0.0.1:3000" */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** With which the deployment is set up, where it is not yet. Each start makes a new one. */
  readonly setupCode: string | undefined;
  readonly clock: Clock['kind'];
  /** Takes no new requests, finishes those in flight, and closes the database connections. */
  close(): Promise<void>;
}

/** Tables that the service may only add to. */
const LEDGER_TABLES: readonly string[] = [
  'beside.journal',
  'ledger.checkpoint',
  'ledger.entry',
  'ledger.movement',
  'ledger.subtree',
];

/** Connections for what stands beside the ledger, and for the ledger itself. */
const POOL_SIZE = 12;
const LEDGER_POOL_SIZE = 12;
/** Requests that are still not answered then are cut off. */
const CLOSE_LIMIT_MS = 25_000;
const SWEEP_MS = 50;

/** Starts the service and returns once it listens. */
export async function startService(
  config: Config,
  database: ServiceDatabase,
  parts: ServiceParts = {},
): Promise<RunningService> {
  const log = parts.log ?? createProcessLog();
  const source = createDataSource({ url: database.serviceUrl, poolSize: POOL_SIZE, log });
  try {
    await source.initialize();
  } catch (error) {
    throw explainConnect(error, database.serviceUrl, 'DATABASE_URL');
  }
  const pool = createPool(database.serviceUrl, { max: LEDGER_POOL_SIZE, log });
  const closeDatabase = async (): Promise<void> => {
    await Promise.all([source.destroy(), pool.end()]);
  };
  let app: NestFastifyApplication | undefined;
  try {
    await assertServiceRole(source, { ledgerTables: LEDGER_TABLES });
    const clock = parts.clock ?? (await clockOfRegister(pool));
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.of({ config, clock, log, hashing: parts.hashing ?? HASH_COST, source, pool }),
      adapter(config, log),
      applicationOptions(log),
    );
    prepareHttp(app);
    const url = await listen(app, config);
    const setupCode = await makeSetupCode(app);
    log.info('service listens', { process: process.pid });
    return { url, app, setupCode, clock: clock.kind, close: closer(app, closeDatabase) };
  } catch (error) {
    await app?.close();
    await closeDatabase();
    throw error;
  }
}

async function makeSetupCode(app: NestFastifyApplication): Promise<string | undefined> {
  const state = await app.get(Setup).state();
  return state === 'finished' ? undefined : app.get(SetupCode).make();
}

function applicationOptions(log: ProcessLog): NestApplicationOptions {
  return { ...APPLICATION_OPTIONS, logger: nestLog(log), abortOnError: false };
}

function adapter(config: Config, log: ProcessLog): FastifyAdapter {
  return new FastifyAdapter({
    ...serverOptions(log),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    forceCloseConnections: 'idle',
    ...(config.tls === undefined
      ? {}
      : { https: { cert: config.tls.certificate, key: config.tls.key } }),
  });
}

async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw explainListen(error, config);
  }
  const address = app.getHttpServer().address();
  const port = address !== null && typeof address === 'object' ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${config.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
}

function explainListen(error: unknown, config: Config): unknown {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE:
      `Port ${config.port} on ${config.host} is in use by another program: stop that program, or choose another port, ` +
      'such as PORT=3001.',
    EACCES: `This user may not listen on port ${config.port}: choose a port above 1023 with PORT.`,
    EADDRNOTAVAIL: `${config.host} is not an address of this machine: correct HOST.`,
    ENOTFOUND: `The name ${config.host} is unknown to this machine: correct HOST.`,
  };
  const sentence = sentences[codeOf(error) ?? ''];
  return sentence === undefined ? error : new StartError('address', sentence, { cause: error });
}

function closer(
  app: NestFastifyApplication,
  closeDatabase: () => Promise<void>,
): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close(app, closeDatabase));
}

async function close(
  app: NestFastifyApplication,
  closeDatabase: () => Promise<void>,
): Promise<void> {
  app.get(Readiness).stop();
  const server = app.getHttpServer();
  // A connection that is kept alive becomes idle only after its last answer, which may be after the close began.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const cutOff = setTimeout(() => {
    server.closeAllConnections();
  }, CLOSE_LIMIT_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cutOff);
    await closeDatabase();
  }
}
