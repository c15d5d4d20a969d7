import { Module } from '@nestjs/common';
import type pg from 'pg';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { POOL } from '../../platform/platform.module.js';
import { TrendsController } from './trends.controller.js';
import { Trends } from './trends.js';

@Module({
  controllers: [TrendsController],
  providers: [
    {
      provide: Trends,
      useFactory: (pool: pg.Pool, reader: LedgerReader) => new Trends(pool, reader),
      inject: [POOL, LedgerReader],
    },
  ],
})
export class TrendsModule {}
