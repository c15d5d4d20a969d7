import { Module } from '@nestjs/common';
import type pg from 'pg';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { POOL } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { Charts } from './charts.js';
import { ReconciliationsController } from './reconciliations.controller.js';

@Module({
  controllers: [ReconciliationsController],
  providers: [
    {
      provide: Charts,
      useFactory: (pool: pg.Pool, reader: LedgerReader, organisation: OrganisationBook) =>
        new Charts({ pool, reader, organisation }),
      inject: [POOL, LedgerReader, OrganisationBook],
    },
  ],
})
export class ReconciliationsModule {}
