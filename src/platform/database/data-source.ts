import type { EntitySchema, Logger, MixedList } from 'typeorm';
import { DataSource } from 'typeorm';
import { silentLog, type ProcessLog } from '../process-log.js';
import { codeOf } from '../start-error.js';
import { logIdleLoss, poolOptions } from './connection.js';

/** What a data source is made of. */
export interface DataSourceParts {
  readonly url: string;
  /** Connections it may open. */
  readonly poolSize: number;
  /** Row classes. */
  readonly rows?: MixedList<new () => object> | MixedList<EntitySchema>;
  readonly log?: ProcessLog;
}

/**
 * A data source for the service's role. It changes no schema and runs no migration; the caller initialises and destroys
 * it. Only errors are logged, by code.
 */
export function createDataSource({
  url,
  poolSize,
  rows = [],
  log = silentLog,
}: DataSourceParts): DataSource {
  return new DataSource({
    type: 'postgres',
    poolSize,
    entities: rows as MixedList<new () => object>,
    synchronize: false,
    migrationsRun: false,
    dropSchema: false,
    installExtensions: false,
    logger: typeormLog(log),
    poolErrorHandler: (error: unknown) => {
      logIdleLoss(log, error);
    },
    // Read by the driver in place of an address of TypeORM's own reading, which knows no sockets.
    extra: poolOptions(url),
  });
}

/** TypeORM's messages as lines of the process log: no statements and no parameters, which hold personal data. */
export function typeormLog(log: ProcessLog): Logger {
  return {
    logQuery: () => undefined,
    logQueryError: (error) => {
      log.debug('statement failed', { code: codeOf(error) ?? 'unknown' });
    },
    logQuerySlow: (durationMs) => {
      log.warn('slow statement', { durationMs });
    },
    logSchemaBuild: () => undefined,
    logMigration: () => undefined,
    log: () => undefined,
  };
}
