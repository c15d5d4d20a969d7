import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { Statements } from '../../platform/database/statements.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Keyring } from '../../platform/keys/keyring.js';
import { Mail } from '../../platform/outgoing/mail.js';
import { Webhooks } from '../../platform/outgoing/webhook.js';
import { CLOCK, CONFIG, PROCESS_LOG } from '../../platform/platform.module.js';
import type { ProcessLog } from '../../platform/process-log.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteWork } from '../site-work.js';
import { ReminderJob } from './reminder-job.js';
import { ReminderRound } from './reminder-round.js';
import { ReminderRounds } from './reminder-rounds.js';
import { ReminderTargets } from './reminder-targets.store.js';
import { RemindersController } from './reminders.controller.js';
import { Reminders } from './reminders.js';

@Module({
  controllers: [RemindersController],
  providers: [
    {
      provide: Mail,
      useFactory: (config: Config) => new Mail(config.mail),
      inject: [CONFIG],
    },
    {
      provide: Webhooks,
      useFactory: (config: Config, clock: Clock) =>
        new Webhooks({ clock, reachesThisMachine: config.localWebhooks }),
      inject: [CONFIG, CLOCK],
    },
    {
      provide: ReminderTargets,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock) =>
        new ReminderTargets(statements, keyring, clock),
      inject: [Statements, Keyring, CLOCK],
    },
    {
      provide: ReminderJob,
      useFactory: (
        runner: JobRunner,
        targets: ReminderTargets,
        organisation: OrganisationBook,
        work: SiteWork,
        clock: Clock,
        mail: Mail,
        webhooks: Webhooks,
        { publicUrl }: Config,
      ) => {
        const parts = { targets, organisation, work, clock, mail, webhooks, publicUrl };
        const job = new ReminderJob(parts);
        runner.define(job);
        return job;
      },
      inject: [
        JobRunner,
        ReminderTargets,
        OrganisationBook,
        SiteWork,
        CLOCK,
        Mail,
        Webhooks,
        CONFIG,
      ],
    },
    {
      provide: ReminderRound,
      useFactory: (
        targets: ReminderTargets,
        job: ReminderJob,
        queue: JobQueue,
        work: SiteWork,
        reader: LedgerReader,
        organisation: OrganisationBook,
        statements: Statements,
        clock: Clock,
      ) =>
        new ReminderRound({ targets, job, queue, work, reader, organisation, statements, clock }),
      inject: [
        ReminderTargets,
        ReminderJob,
        JobQueue,
        SiteWork,
        LedgerReader,
        OrganisationBook,
        Statements,
        CLOCK,
      ],
    },
    {
      provide: ReminderRounds,
      useFactory: (round: ReminderRound, clock: Clock, log: ProcessLog) =>
        new ReminderRounds(round, clock, log),
      inject: [ReminderRound, CLOCK, PROCESS_LOG],
    },
    {
      provide: Reminders,
      useFactory: (
        targets: ReminderTargets,
        job: ReminderJob,
        queue: JobQueue,
        mail: Mail,
        webhooks: Webhooks,
        reader: LedgerReader,
        organisation: OrganisationBook,
        clock: Clock,
      ) => new Reminders({ targets, job, queue, mail, webhooks, reader, organisation, clock }),
      inject: [
        ReminderTargets,
        ReminderJob,
        JobQueue,
        Mail,
        Webhooks,
        LedgerReader,
        OrganisationBook,
        CLOCK,
      ],
    },
  ],
})
export class RemindersModule {}
