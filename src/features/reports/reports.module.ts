import { Module } from '@nestjs/common';
import type pg from 'pg';
import { Checkpoints } from '../../ledger/checkpoints.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { CLOCK, POOL, PROCESS_LOG } from '../../platform/platform.module.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { OrganisationBook } from '../organisation-book.js';
import { Desk } from './desk.js';
import { IssuesController } from './issues.controller.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.js';

@Module({
  controllers: [IssuesController, ReportsController],
  providers: [
    {
      provide: Reports,
      useFactory: (
        pool: pg.Pool,
        reader: LedgerReader,
        checkpoints: Checkpoints,
        organisation: OrganisationBook,
      ) =>
        new Reports({
          pool,
          reader,
          checkpoints,
          organisation: () => organisation.ledger(),
        }),
      inject: [POOL, LedgerReader, Checkpoints, OrganisationBook],
    },
    {
      provide: Desk,
      useFactory: (
        reports: Reports,
        organisation: OrganisationBook,
        journal: AccessJournal,
        clock: Clock,
        log: ProcessLog,
      ) => new Desk({ reports, organisation, journal, clock, log }),
      inject: [Reports, OrganisationBook, AccessJournal, CLOCK, PROCESS_LOG],
    },
  ],
})
export class ReportsModule {}
