import { Module } from '@nestjs/common';
import { Credentials } from '../../platform/identity/credentials.js';
import { Sessions } from '../../platform/identity/sessions.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
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
      ) => new People({ recorder, organisation, names, credentials, sessions, journal }),
      inject: [Recorder, OrganisationBook, PrintedNames, Credentials, Sessions, AccessJournal],
    },
  ],
})
export class PeopleModule {}
