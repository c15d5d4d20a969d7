import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../platform/config/config.js';
import { LogKeys } from '../platform/keys/log-keys.js';
import { CONFIG, POOL, PROCESS_LOG } from '../platform/platform.module.js';
import type { ProcessLog } from '../platform/process-log.js';
import { Checkpoints } from './checkpoints.js';
import { SignerLease } from './signer-lease.js';
import { SignerMemory } from './signer-memory.js';
import { Signer } from './signer.js';

/** Signs from start to stop; the last lines are signed after the ledger takes no more. */
@Injectable()
class SigningHours implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
    @Inject(SignerLease) private readonly lease: SignerLease,
  ) {}

  onApplicationBootstrap(): void {
    this.checkpoints.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.checkpoints.stop();
    await this.lease.release();
  }
}

/** The signer of this instance, with its memory in the data folder, and the checkpoints that it makes. */
@Global()
@Module({
  providers: [
    SigningHours,
    {
      provide: SignerMemory,
      useFactory: (config: Config) => SignerMemory.open(config.dataFolder),
      inject: [CONFIG],
    },
    {
      provide: SignerLease,
      useFactory: (pool: pg.Pool, log: ProcessLog) => new SignerLease(pool, log),
      inject: [POOL, PROCESS_LOG],
    },
    {
      provide: Signer,
      useFactory: (
        pool: pg.Pool,
        keys: LogKeys,
        memory: SignerMemory,
        lease: SignerLease,
        log: ProcessLog,
      ) => new Signer({ pool, keys, memory, lease, log }),
      inject: [POOL, LogKeys, SignerMemory, SignerLease, PROCESS_LOG],
    },
    {
      provide: Checkpoints,
      useFactory: (pool: pg.Pool, signer: Signer, log: ProcessLog) =>
        new Checkpoints({ pool, signer, log }),
      inject: [POOL, Signer, PROCESS_LOG],
    },
  ],
  exports: [Checkpoints, Signer],
})
export class SignerModule {}
