import { Module } from '@nestjs/common';
import type pg from 'pg';
import { Checkpoints } from '../../ledger/checkpoints.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { Statements } from '../../platform/database/statements.js';
import { Sessions } from '../../platform/identity/sessions.js';
import { Tidying } from '../../platform/identity/tidying.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { Keyring } from '../../platform/keys/keyring.js';
import { CLOCK, CONFIG, POOL, PROCESS_LOG } from '../../platform/platform.module.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { Warnings } from '../../platform/warnings.js';
import { OrganisationBook } from '../organisation-book.js';
import { Desk } from './desk.js';
import { IssuesController } from './issues.controller.js';
import { ReportsController } from './reports.controller.js';
import { PageCheckJobs } from './page-check-jobs.js';
import { PrintJobs } from './print-jobs.js';
import { PrintJobsController } from './print-jobs.controller.js';
import { openPrintSigning, warningOf } from './print-signing.js';
import type { PrintSigning } from './print-signing.js';
import { Prints } from './prints.store.js';
import { Reports } from './reports.js';

const PRINT_SIGNING = Symbol('print signing');

@Module({
  controllers: [IssuesController, PrintJobsController, ReportsController],
  providers: [
    {
      provide: PRINT_SIGNING,
      useFactory: async (config: Config, clock: Clock, log: ProcessLog, warnings: Warnings) => {
        const signing = await openPrintSigning(config.printCertificate, clock);
        const warning = (): string | undefined => signing && warningOf(signing);
        const atStart = warning();
        if (atStart !== undefined) log.warn(atStart);
        warnings.also(warning);
        return signing;
      },
      inject: [CONFIG, CLOCK, PROCESS_LOG, Warnings],
    },
    {
      provide: Prints,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock, tidying: Tidying) => {
        const prints = new Prints(statements, keyring, clock);
        tidying.also(() => prints.forget());
        return prints;
      },
      inject: [Statements, Keyring, CLOCK, Tidying],
    },
    {
      provide: PrintJobs,
      useFactory: (
        queue: JobQueue,
        reports: Reports,
        prints: Prints,
        sessions: Sessions,
        runner: JobRunner,
      ) => {
        const jobs = new PrintJobs({ queue, reports, prints, sessions });
        runner.define(jobs);
        return jobs;
      },
      inject: [JobQueue, Reports, Prints, Sessions, JobRunner],
    },
    {
      provide: PageCheckJobs,
      useFactory: (queue: JobQueue, reports: Reports, prints: Prints, runner: JobRunner) => {
        const jobs = new PageCheckJobs({ queue, reports, prints });
        runner.define(jobs);
        return jobs;
      },
      inject: [JobQueue, Reports, Prints, JobRunner],
    },
    {
      provide: Reports,
      useFactory: (
        pool: pg.Pool,
        reader: LedgerReader,
        checkpoints: Checkpoints,
        organisation: OrganisationBook,
        signing: PrintSigning | undefined,
      ) =>
        new Reports({
          pool,
          reader,
          checkpoints,
          organisation: () => organisation.ledger(),
          signing,
        }),
      inject: [POOL, LedgerReader, Checkpoints, OrganisationBook, PRINT_SIGNING],
    },
    {
      provide: Desk,
      useFactory: (
        reports: Reports,
        prints: Prints,
        organisation: OrganisationBook,
        journal: AccessJournal,
        clock: Clock,
        log: ProcessLog,
        { printEntries }: Config,
      ) => new Desk({ reports, prints, organisation, journal, clock, log, printEntries }),
      inject: [Reports, Prints, OrganisationBook, AccessJournal, CLOCK, PROCESS_LOG, CONFIG],
    },
  ],
})
export class ReportsModule {}
