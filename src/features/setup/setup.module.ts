import { Module } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Ledger } from '../../ledger/ledger.js';
import type { Clock } from '../../platform/clock.js';
import { Statements } from '../../platform/database/statements.js';
import { Credentials } from '../../platform/identity/credentials.js';
import { CLOCK } from '../../platform/platform.module.js';
import { LedgerOpening } from '../ledger-opening.js';
import { OrganisationBook } from '../organisation-book.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.js';

@Module({
  controllers: [SetupController],
  providers: [
    {
      provide: Setup,
      useFactory: (
        statements: Statements,
        ledger: Ledger,
        reader: LedgerReader,
        opening: LedgerOpening,
        credentials: Credentials,
        organisation: OrganisationBook,
        clock: Clock,
      ) => new Setup({ statements, ledger, reader, opening, credentials, organisation, clock }),
      inject: [
        Statements,
        Ledger,
        LedgerReader,
        LedgerOpening,
        Credentials,
        OrganisationBook,
        CLOCK,
      ],
    },
  ],
})
export class SetupModule {}
