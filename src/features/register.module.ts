import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { LedgerReader } from '../ledger/ledger-reader.js';
import { Ledger } from '../ledger/ledger.js';
import type { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { deploymentOrigin } from '../platform/data-folder/data-folder.js';
import { Statements } from '../platform/database/statements.js';
import { CurrentOrganisation } from '../platform/identity/current-organisation.js';
import { AccessJournal } from '../platform/journal/access-journal.js';
import { Keyring } from '../platform/keys/keyring.js';
import { LogKeys } from '../platform/keys/log-keys.js';
import { CLOCK, CONFIG, POOL } from '../platform/platform.module.js';
import { ActForms } from './act-form.js';
import { LedgerOpening } from './ledger-opening.js';
import { OrganisationBook } from './organisation-book.js';
import { PatientRecords } from './patient-records.js';
import { PrintedNames } from './printed-names.js';
import { Recorder } from './recorder.js';
import { Units } from './units.js';

/** Lets every submission that was taken have its answer before the connections are closed. */
@Injectable()
class LedgerCloser implements BeforeApplicationShutdown {
  constructor(@Inject(Ledger) private readonly ledger: Ledger) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.ledger.close();
  }
}

/** The ledger, its reader, and what all doors share. */
@Global()
@Module({
  providers: [
    ActForms,
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
        keys: LogKeys,
        clock: Clock,
        config: Config,
      ) => {
        const deployment = await deploymentOrigin(config.dataFolder, config.origin);
        return new LedgerOpening({ ledger, reader, keys, clock, deployment });
      },
      inject: [Ledger, LedgerReader, LogKeys, CLOCK, CONFIG],
    },
    {
      provide: Units,
      useFactory: (reader: LedgerReader) => new Units(reader),
      inject: [LedgerReader],
    },
    {
      provide: PatientRecords,
      useFactory: (statements: Statements, keyring: Keyring, clock: Clock) =>
        new PatientRecords(statements, keyring, clock),
      inject: [Statements, Keyring, CLOCK],
    },
    {
      provide: Recorder,
      useFactory: (
        ledger: Ledger,
        organisation: OrganisationBook,
        units: Units,
        journal: AccessJournal,
      ) => new Recorder({ ledger, organisation, units, journal }),
      inject: [Ledger, OrganisationBook, Units, AccessJournal],
    },
  ],
  exports: [
    ActForms,
    Ledger,
    LedgerOpening,
    LedgerReader,
    OrganisationBook,
    CurrentOrganisation,
    PatientRecords,
    PrintedNames,
    Recorder,
    Units,
  ],
})
export class RegisterModule {}
