import { Module } from '@nestjs/common';
import { Ledger } from '../../ledger/ledger.js';
import type { Clock } from '../../platform/clock.js';
import { Credentials } from '../../platform/identity/credentials.js';
import { SignIn } from '../../platform/identity/sign-in.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import { OrganisationBook } from '../organisation-book.js';
import { PrintedNames } from '../printed-names.js';
import { Recorder } from '../recorder.js';
import { SignaturesController } from './signatures.controller.js';
import { Signatures } from './signatures.js';

@Module({
  controllers: [SignaturesController],
  providers: [
    {
      provide: Signatures,
      useFactory: (
        ledger: Ledger,
        recorder: Recorder,
        forms: ActForms,
        credentials: Credentials,
        signIn: SignIn,
        organisation: OrganisationBook,
        names: PrintedNames,
        journal: AccessJournal,
        clock: Clock,
      ) =>
        new Signatures({
          ledger,
          recorder,
          forms,
          credentials,
          signIn,
          organisation,
          names,
          journal,
          clock,
        }),
      inject: [
        Ledger,
        Recorder,
        ActForms,
        Credentials,
        SignIn,
        OrganisationBook,
        PrintedNames,
        AccessJournal,
        CLOCK,
      ],
    },
  ],
})
export class SignaturesModule {}
