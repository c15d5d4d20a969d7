/** Gives features what they need of the platform, by class or by token. */
import { Module, type DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { Clock } from './clock.js';
import type { Config } from './config/config.js';
import type { HashCost } from './identity/secrets.js';
import type { ProcessLog } from './process-log.js';
import { Readiness } from './readiness.js';
import { Warnings } from './warnings.js';

/** Inject with `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('config');
/** Inject with `@Inject(CLOCK) clock: Clock`. */
export const CLOCK = Symbol('clock');
/** Inject with `@Inject(PROCESS_LOG) log: ProcessLog`. */
export const PROCESS_LOG = Symbol('process log');

/** What hashing a secret costs. Inject with `@Inject(HASHING) cost: HashCost`. */
export const HASHING = Symbol('hashing');

/** Connections for the ledger's own statements. Inject with `@Inject(POOL) pool: pg.Pool`. */
export const POOL = Symbol('pool');

/** What a running service is made of. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: ProcessLog;
  readonly hashing: HashCost;
  /** Initialised; closed by whoever made it. */
  readonly source: DataSource;
  /** Closed by whoever made it. */
  readonly pool: pg.Pool;
}

@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: platform.config },
        { provide: CLOCK, useValue: platform.clock },
        { provide: PROCESS_LOG, useValue: platform.log },
        { provide: HASHING, useValue: platform.hashing },
        { provide: POOL, useValue: platform.pool },
        { provide: DataSource, useValue: platform.source },
        { provide: Readiness, useValue: new Readiness(platform.source) },
        { provide: Warnings, useValue: new Warnings() },
      ],
      exports: [CONFIG, CLOCK, PROCESS_LOG, HASHING, POOL, DataSource, Readiness, Warnings],
    };
  }
}
