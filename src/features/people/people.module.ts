import { Module } from '@nestjs/common';
import type { Clock } from '../../platform/clock.js';
import { Credentials } from '../../platform/identity/credentials.js';
import { Sessions } from '../../platform/identity/sessions.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { PrintedNames } from '../printed-names.js';
import { Recorder } from '../recorder.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';

@Module({
  controllers: [PeopleController],
  providers: [
    {
      provide: People,
      useFactory: (
        recorder: Recorder,
        organisation: OrganisationBook,
        names: PrintedNames,
        credentials: Credentials,
        sessions: Sessions,
        journal: AccessJournal,
        clock: Clock,
      ) => new People({ recorder, organisation, names, credentials, sessions, journal, clock }),
      inject: [
        Recorder,
        OrganisationBook,
        PrintedNames,
        Credentials,
        Sessions,
        AccessJournal,
        CLOCK,
      ],
    },
  ],
})
export class PeopleModule {}
