import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { Clock } from '../clock.js';
import { CurrentOrganisation } from '../identity/current-organisation.js';
import { IdentityModule } from '../identity/identity.module.js';
import { Sessions } from '../identity/sessions.js';
import { AccessJournal } from '../journal/access-journal.js';
import { CLOCK, CONFIG } from '../platform.module.js';
import { WebFiles } from '../web/web-files.js';
import { WebController } from '../web/web.controller.js';
import { AccessGuard } from './access.guard.js';
import { Cookies } from './cookies.js';
import { DocumentationController } from './documentation.controller.js';
import { Documentation } from './documentation.js';

/** The parts of HTTP that doors and the application share. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [DocumentationController, WebController],
  providers: [
    Documentation,
    WebFiles,
    { provide: Cookies, useFactory: (config: Config) => new Cookies(config), inject: [CONFIG] },
    {
      provide: AccessGuard,
      useFactory: (
        sessions: Sessions,
        cookies: Cookies,
        organisation: CurrentOrganisation,
        journal: AccessJournal,
        clock: Clock,
      ) => new AccessGuard({ sessions, cookies, organisation, journal, clock }),
      inject: [Sessions, Cookies, CurrentOrganisation, AccessJournal, CLOCK],
    },
  ],
  exports: [Cookies, Documentation, AccessGuard],
})
export class HttpModule {}
