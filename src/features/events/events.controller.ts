import { Controller, Inject, Req, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { rightsOf } from '../../domain/organisation.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { Sessions } from '../../platform/identity/sessions.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { HeadWatch } from './head-watch.js';

const STREAM = 'text/event-stream';
const RECONNECT_MS = 2_000;
/** How soon a stream ends after its session does, and how often a silent line shows that it is there. */
const LOOK_EVERY_MS = 5_000;
/** One for each browser, and some that have not noticed yet that they are gone. */
const MOST_STREAMS_OF_A_SESSION = 6;

/** That something was recorded, told at once: which ledger, and how large it is now. */
@ApiTags('events')
@Controller('api/sites/:site/events')
export class EventsController {
  readonly #streams = new Map<string, number>();

  constructor(
    @Inject(HeadWatch) private readonly heads: HeadWatch,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Sse()
  @ApiProduces(STREAM)
  @Endpoint({
    says: 'A stream of the sizes of the site’s ledger',
    more:
      'Server-sent events. Each carries `{ "ledger": …, "size": … }` and nothing of any line; its id is the size. The first tells ' +
      'the size at once, so that whoever comes back has missed nothing. It ends with the session and when the session locks, ' +
      'and listening does not keep a session open.',
    params: SITE_PARAM,
  })
  stream(@Asked() asking: Asking, @Req() request: FastifyRequest): Observable<MessageEvent> {
    if (!(request.headers.accept ?? '').includes(STREAM)) {
      throw Problem.of('request.invalid', {
        errors: [{ field: 'accept', says: `must be ${STREAM}` }],
      });
    }
    const session = asking.session.hash.toString('base64');
    const open = this.#streams.get(session) ?? 0;
    if (open >= MOST_STREAMS_OF_A_SESSION) {
      throw Problem.of('request.refused', { facts: { most: MOST_STREAMS_OF_A_SESSION } });
    }
    return this.#sizes(asking);
  }

  #sizes({ site, session, person }: Asking): Observable<MessageEvent> {
    const key = session.hash.toString('base64');
    return new Observable((told) => {
      this.#count(key, 1);
      told.next({ retry: RECONNECT_MS });
      const stop = this.heads.watch({
        ledger: site,
        onSize: (size) => {
          told.next({ id: String(size), data: { ledger: site, size } });
        },
        onEnd: () => {
          told.complete();
        },
      });
      const isStillOpen = async (): Promise<boolean> => {
        if (!(await this.sessions.isOpen(session))) return false;
        const organisation = await this.organisation.organisation();
        return rightsOf(organisation, { person, site, at: this.clock.now() }).size > 0;
      };
      const look = setInterval(() => {
        isStillOpen().then(
          (isOpen) => {
            if (isOpen) told.next({ comment: 'open' });
            else told.complete();
          },
          // Whoever comes back is asked again who they are.
          () => {
            told.complete();
          },
        );
      }, LOOK_EVERY_MS);
      return () => {
        stop();
        clearInterval(look);
        this.#count(key, -1);
      };
    });
  }

  #count(session: string, change: 1 | -1): void {
    const open = (this.#streams.get(session) ?? 0) + change;
    if (open > 0) this.#streams.set(session, open);
    else this.#streams.delete(session);
  }
}
