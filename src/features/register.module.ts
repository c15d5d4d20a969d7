import { Global, Module } from '@nestjs/common';
import type pg from 'pg';
import { LedgerReader } from '../ledger/ledger-reader.js';
import { WorkReader } from '../ledger/work-reader.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { Ledger } from '../ledger/ledger.js';
import { Signer } from '../ledger/signer.js';
import { SignerModule } from '../ledger/signer.module.js';
import type { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { deploymentOrigin } from '../platform/data-folder/data-folder.js';
import { Statements } from '../platform/database/statements.js';
import { FileStore } from '../platform/files/file-store.js';
import { Credentials } from '../platform/identity/credentials.js';
import { CurrentOrganisation } from '../platform/identity/current-organisation.js';
import { AccessJournal } from '../platform/journal/access-journal.js';
import { Keyring } from '../platform/keys/keyring.js';
import { CLOCK, CONFIG, POOL, PROCESS_LOG } from '../platform/platform.module.js';
import type { ProcessLog } from '../platform/process-log.js';
import { ActForms } from './act-form.js';
import { CountDrafts } from './count-drafts.store.js';
import { FirstLooks } from './first-looks.js';
import { InfusionActs } from './infusion-acts.js';
import { Infusions } from './infusions.js';
import { LedgerOpening } from './ledger-opening.js';
import { Monitored } from './monitored.js';
import { OrganisationBook } from './organisation-book.js';
import { PatientRecords } from './patient-records.js';
import { PrintedNames } from './printed-names.js';
import { Recorder } from './recorder.js';
import { RunningCounts } from './running-counts.js';
import { ScheduledCounts } from './scheduled-counts.js';
import { SiteWork } from './site-work.js';
import { Units } from './units.js';

/** The ledger, its reader, and what all doors share. */
@Global()
@Module({
  imports: [LedgerModule, SignerModule],
  providers: [
    ActForms,
    {
      provide: OrganisationBook,
      useFactory: (reader: LedgerReader, clock: Clock) => new OrganisationBook(reader, clock),
      inject: [LedgerReader, CLOCK],
    },
    { provide: CurrentOrganisation, useExisting: OrganisationBook },
    {
      provide: PrintedNames,
      useFactory: (reader: LedgerReader, organisation: OrganisationBook) =>
        new PrintedNames(reader, organisation),
      inject: [LedgerReader, OrganisationBook],
    },
    {
      provide: LedgerOpening,
      useFactory: async (
        ledger: Ledger,
        reader: LedgerReader,
        signer: Signer,
        clock: Clock,
        config: Config,
      ) => {
        const deployment = await deploymentOrigin(config.dataFolder, config.origin);
        return new LedgerOpening({ ledger, reader, signer, clock, deployment });
      },
      inject: [Ledger, LedgerReader, Signer, CLOCK, CONFIG],
    },
    {
      provide: Units,
      useFactory: (reader: LedgerReader) => new Units(reader),
      inject: [LedgerReader],
    },
    {
      provide: Infusions,
      useFactory: (reader: LedgerReader, clock: Clock) => new Infusions(reader, clock),
      inject: [LedgerReader, CLOCK],
    },
    {
      provide: InfusionActs,
      useFactory: (recorder: Recorder, reader: LedgerReader, infusions: Infusions) =>
        new InfusionActs({ recorder, reader, infusions }),
      inject: [Recorder, LedgerReader, Infusions],
    },
    {
      provide: PatientRecords,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock) =>
        new PatientRecords(statements, keyring, clock),
      inject: [Statements, Keyring, CLOCK],
    },
    {
      provide: Monitored,
      useFactory: (reader: LedgerReader, log: ProcessLog) => new Monitored(reader, log),
      inject: [LedgerReader, PROCESS_LOG],
    },
    {
      provide: FirstLooks,
      useFactory: (
        organisation: OrganisationBook,
        monitored: Monitored,
        clock: Clock,
        log: ProcessLog,
      ) => new FirstLooks({ organisation, monitored, clock, log }),
      inject: [OrganisationBook, Monitored, CLOCK, PROCESS_LOG],
    },
    {
      provide: ScheduledCounts,
      useFactory: (reader: LedgerReader, work: WorkReader) => new ScheduledCounts(reader, work),
      inject: [LedgerReader, WorkReader],
    },
    {
      provide: SiteWork,
      useFactory: (
        reader: LedgerReader,
        work: WorkReader,
        organisation: OrganisationBook,
        credentials: Credentials,
        monitored: Monitored,
        counts: ScheduledCounts,
      ) => new SiteWork({ reader, work, organisation, credentials, monitored, counts }),
      inject: [LedgerReader, WorkReader, OrganisationBook, Credentials, Monitored, ScheduledCounts],
    },
    {
      provide: RunningCounts,
      useFactory: (
        pool: pg.Pool,
        reader: LedgerReader,
        recorder: Recorder,
        organisation: OrganisationBook,
        units: Units,
        clock: Clock,
      ) => {
        const drafts = new CountDrafts(pool);
        return new RunningCounts({ drafts, reader, recorder, organisation, units, clock });
      },
      inject: [POOL, LedgerReader, Recorder, OrganisationBook, Units, CLOCK],
    },
    {
      provide: Recorder,
      useFactory: (
        ledger: Ledger,
        organisation: OrganisationBook,
        units: Units,
        files: FileStore,
        journal: AccessJournal,
      ) => new Recorder({ ledger, organisation, units, files, journal }),
      inject: [Ledger, OrganisationBook, Units, FileStore, AccessJournal],
    },
  ],
  exports: [
    ActForms,
    InfusionActs,
    Infusions,
    LedgerModule,
    LedgerOpening,
    Monitored,
    OrganisationBook,
    CurrentOrganisation,
    PatientRecords,
    PrintedNames,
    Recorder,
    RunningCounts,
    ScheduledCounts,
    SiteWork,
    Units,
  ],
})
export class RegisterModule {}
