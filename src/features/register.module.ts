import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { LedgerReader } from '../ledger/ledger-reader.js';
import { Ledger } from '../ledger/ledger.js';
import type { Clock } from '../platform/clock.js';
import { CurrentOrganisation } from '../platform/identity/current-organisation.js';
import { AccessJournal } from '../platform/journal/access-journal.js';
import { Keyring } from '../platform/keys/keyring.js';
import { CLOCK, POOL } from '../platform/platform.module.js';
import { ActForms } from './act-form.js';
import { OrganisationBook } from './organisation-book.js';
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
      provide: Units,
      useFactory: (reader: LedgerReader) => new Units(reader),
      inject: [LedgerReader],
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
    LedgerReader,
    OrganisationBook,
    CurrentOrganisation,
    PrintedNames,
    Units,
    Recorder,
  ],
})
export class RegisterModule {}
