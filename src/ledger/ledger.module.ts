import { Inject, Injectable, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Clock } from '../platform/clock.js';
import { Keyring } from '../platform/keys/keyring.js';
import { CLOCK, POOL } from '../platform/platform.module.js';
import { LedgerReader } from './ledger-reader.js';
import { Ledger } from './ledger.js';
import { WorkReader } from './work-reader.js';

/** Lets every submission that was taken have its answer before the connections are closed. */
@Injectable()
class LedgerCloser implements BeforeApplicationShutdown {
  constructor(@Inject(Ledger) private readonly ledger: Ledger) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.ledger.close();
  }
}

/** The only writer, and its reader. */
@Module({
  providers: [
    LedgerCloser,
    {
      provide: Ledger,
      useFactory: (pool: pg.Pool, clock: Clock, sealer: Keyring) =>
        new Ledger({ pool, clock, sealer }),
      inject: [POOL, CLOCK, Keyring],
    },
    {
      provide: LedgerReader,
      useFactory: (pool: pg.Pool, sealer: Keyring) => new LedgerReader(pool, sealer),
      inject: [POOL, Keyring],
    },
    {
      provide: WorkReader,
      useFactory: (pool: pg.Pool, reader: LedgerReader) => new WorkReader(pool, reader),
      inject: [POOL, LedgerReader],
    },
  ],
  exports: [Ledger, LedgerReader, WorkReader],
})
export class LedgerModule {}
