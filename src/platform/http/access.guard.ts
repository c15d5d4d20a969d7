import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { rightsOf } from '../../domain/organisation.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Right } from '../../domain/person.js';
import type { Clock } from '../clock.js';
import type { CurrentOrganisation } from '../identity/current-organisation.js';
import type { Session, Sessions } from '../identity/sessions.js';
import type { AccessJournal } from '../journal/access-journal.js';
import type { Cookies } from './cookies.js';
import { Problem } from './problem.js';
import { formOfParameter } from './path-parameters.js';
import { ACCESS } from './rights.js';
import type { Access } from './rights.js';

const LEDGER_ID = /^[a-z0-9]{12}$/;

/** Lets a request through to its endpoint when the table of rights says so, and tells the endpoint who asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly parts: {
      readonly sessions: Sessions;
      readonly cookies: Cookies;
      readonly organisation: CurrentOrganisation;
      readonly journal: AccessJournal;
      readonly clock: Clock;
    },
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const endpoint = `${request.method} ${request.routeOptions.url ?? ''}`;
    const access = ACCESS[endpoint];
    if (access === undefined) throw new Error(`no access is defined for ${endpoint}`);
    refuseOddAddress(request);
    if (access.to === 'anyone') return true;
    const { session, organisation } = await this.#whoAsks(request, access);
    request.session = session;
    if (access.to === 'signed-in') return true;
    const where = this.#placeOf(request, access, organisation);
    const rights = rightsOf(organisation, {
      person: session.person,
      site: where,
      at: this.parts.clock.now(),
    });
    const isPermitted = access.to === 'site-member' ? rights.size > 0 : rights.has(access.right);
    if (!isPermitted) await this.#refuse(request, { session, where, access });
    return true;
  }

  async #whoAsks(
    request: FastifyRequest,
    access: Access,
  ): Promise<{ readonly session: Session; readonly organisation: Organisation }> {
    const token = this.parts.cookies.session(request);
    // Asking whether one is still signed in does not keep one signed in, and listening does not either.
    const isPresence = access.to === 'signed-in' && access.even;
    const watches = 'watches' in access && access.watches === true;
    const session =
      token === undefined
        ? undefined
        : await this.parts.sessions.find(token, isPresence || watches ? 'presence' : 'activity');
    const organisation = await this.parts.organisation.get();
    if (session === undefined || organisation === undefined) throw Problem.of('session.missing');
    // A disabled person's sessions are ended; until every instance knows, the organisation's book does.
    if (organisation.persons.get(session.person)?.status !== 'active') {
      throw Problem.of('session.missing');
    }
    if (!isPresence && session.isLocked) throw Problem.of('session.locked');
    if (!isPresence && session.hasTemporarySecrets) throw Problem.of('session.secrets-temporary');
    return { session, organisation };
  }

  #placeOf(
    request: FastifyRequest,
    access: Access,
    organisation: Organisation,
  ): LedgerId | 'organisation' {
    if (access.to === 'organisation') return 'organisation';
    const site = siteOf(request);
    if (site === undefined || !organisation.sites.has(site)) throw Problem.of('site.not-found');
    return site;
  }

  async #refuse(
    request: FastifyRequest,
    refused: {
      readonly session: Session;
      readonly where: LedgerId | 'organisation';
      readonly access: Access;
    },
  ): Promise<never> {
    const { session, where, access } = refused;
    const code = 'site.not-permitted';
    const right: Right | null = 'right' in access ? access.right : null;
    await this.parts.journal.write({
      kind: 'request-refused',
      person: session.person,
      site: where === 'organisation' ? null : where,
      code,
      act: right,
      address: request.ip,
    });
    throw Problem.of(code, { facts: right === null ? {} : { right } });
  }
}

/**
 * Parameters of an address are ids of ours; nothing else may reach the database or an answer. Values of a query are
 * checked by their DTOs, and here for what cannot be stored.
 */
function refuseOddAddress(request: FastifyRequest): void {
  for (const [name, value] of Object.entries(Object(request.params) as Record<string, unknown>)) {
    if (typeof value !== 'string' || !formOfParameter(name).test(value)) {
      throw Problem.of('request.not-found');
    }
  }
  const query = Object(request.query) as Record<string, unknown>;
  // The one name that a validator does not see.
  if (Object.hasOwn(query, '__proto__')) throw Problem.of('request.refused');
  for (const value of Object.values(query).flat()) {
    if (typeof value !== 'string' || /[\x00-\x1f\p{Surrogate}]/u.test(value)) {
      throw Problem.of('request.text-invalid');
    }
  }
}

/** The site that an address names. */
export function siteOf(request: FastifyRequest): LedgerId | undefined {
  const site: unknown = Reflect.get(Object(request.params), 'site');
  return typeof site === 'string' && LEDGER_ID.test(site) ? asId(site) : undefined;
}

/** Refuses to start with an endpoint that has no row in the table of rights, or a row without its endpoint. */
export function compareEndpointsWithRights(instance: FastifyInstance): void {
  const found = new Set<string>();
  instance.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) found.add(`${each} ${url}`);
  });
  instance.addHook('onReady', () => {
    const open = [...found].filter((endpoint) => ACCESS[endpoint] === undefined).sort();
    const empty = Object.keys(ACCESS).filter((endpoint) => !found.has(endpoint));
    if (open.length > 0)
      throw new Error(`endpoints without a row in rights.ts: ${open.join(', ')}`);
    if (empty.length > 0)
      throw new Error(`rows of rights.ts without endpoint: ${empty.join(', ')}`);
    return Promise.resolve();
  });
}
