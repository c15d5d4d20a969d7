/**
 * The service in a process of its own, with one of three writers, over HTTP on a port of its own. It is put together as
 * `src/main.ts` does it; only the provider of the ledger differs.
 *
 * `node service-process.js <writer> <data folder> <URL of the service's role>`
 */
import 'reflect-metadata';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { LedgerReader } from '../../src/ledger/ledger-reader.js';
import { SystemClock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { createPool } from '../../src/platform/database/connection.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import {
  APPLICATION_OPTIONS,
  prepareHttp,
  serverOptions,
} from '../../src/platform/http/http-application.js';
import { HASH_COST } from '../../src/platform/identity/secrets.js';
import { Keyring } from '../../src/platform/keys/keyring.js';
import { nestLog } from '../../src/platform/nest-log.js';
import { createProcessLog } from '../../src/platform/process-log.js';
import { answerQuestions } from '../children.js';
import { PlainLedger } from './plain-ledger.js';
import type { Plan } from './plan.js';
import { SilentLedger } from './silent-ledger.js';
import { stage } from './stage.js';
import { WRITERS } from './writers.js';
import type { Writer } from './writers.js';

export type ServiceQuestion =
  { readonly ask: 'stage'; readonly orders: readonly number[] } | { readonly ask: 'processor' };

export interface ServiceAnswers {
  readonly ready: { readonly url: string };
  readonly stage: Plan;
  /** Processor seconds of this process so far. */
  readonly processor: { readonly seconds: number };
}

const POOL_SIZE = 12;
/** Of pools that stand beside another writer than ours and have little to do: the server's connections are for all. */
const SMALL_POOL_SIZE = 6;

async function start(writer: Writer, dataFolder: string, serviceUrl: string) {
  const log = createProcessLog();
  const clock = new SystemClock();
  const size = writer === 'ours' ? POOL_SIZE : SMALL_POOL_SIZE;
  const source = createDataSource({ url: serviceUrl, poolSize: size, log });
  await source.initialize();
  const pool = createPool(serviceUrl, { max: size, log });
  const platform = { config: configOf(dataFolder), clock, log, hashing: HASH_COST, source, pool };
  const building = Test.createTestingModule({ imports: [AppModule.of(platform)] });
  const silent = new SilentLedger();
  // The sessions of the service have a pool of their own, as they have beside the real writer.
  const own = createDataSource({ url: serviceUrl, poolSize: POOL_SIZE, log });
  if (writer === 'plain') {
    const sealer = await Keyring.open(dataFolder);
    await own.initialize();
    building.overrideProvider(Ledger).useValue(new PlainLedger({ source: own, clock, sealer }));
  } else if (writer === 'none') {
    building.overrideProvider(Ledger).useValue(silent);
  }
  const module = await building.compile();
  if (writer === 'none') await silent.listen(module.get(LedgerReader));
  const app = module.createNestApplication<NestFastifyApplication>(
    new FastifyAdapter({ ...serverOptions(log), forceCloseConnections: 'idle' }),
    { ...APPLICATION_OPTIONS, logger: nestLog(log) },
  );
  prepareHttp(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const close = async (): Promise<void> => {
    await app.close();
    await Promise.all([source.destroy(), pool.end()]);
    if (own.isInitialized) await own.destroy();
  };
  return { app, url, close };
}

function configOf(dataFolder: string): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    database: { kind: 'embedded' },
    origin: 'bench.invalid',
    tls: undefined,
    trustedProxies: [],
    idleMinutes: 60,
    printEntries: 50_000,
    mail: undefined,
    localWebhooks: false,
    publicUrl: undefined,
    printCertificate: undefined,
  };
}

async function main(parameters: readonly string[]): Promise<void> {
  const [name, dataFolder = '', serviceUrl = ''] = parameters;
  const writer = WRITERS.find((each) => each === name);
  if (writer === undefined) throw new RangeError(`expected a writer, found ${String(name)}`);
  const service = await start(writer, dataFolder, serviceUrl);
  answerQuestions(async (asked) => {
    // The other end is built together with this one.
    const question = asked as ServiceQuestion;
    if (question.ask === 'stage') return stage(service, question.orders);
    const { user, system } = process.cpuUsage();
    return { seconds: (user + system) / 1e6 };
  }, service.close);
  process.send?.({ url: service.url });
}

await main(process.argv.slice(2));
