import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { Cookies } from '../../platform/http/cookies.js';
import { ApiSecurity, ApiTags } from '../../platform/http/described.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { ProofDto, readProof } from '../../platform/http/proof.dto.js';
import { Credentials } from '../../platform/identity/credentials.js';
import type { OpenedSession, Session } from '../../platform/identity/sessions.js';
import { Sessions } from '../../platform/identity/sessions.js';
import { SignIn } from '../../platform/identity/sign-in.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { grantsOf } from '../grant.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { PrintedNames } from '../printed-names.js';
import { NewSecretsDto, SessionDto, SignInDto } from './sessions.dto.js';

/** Signing in and out, and proving again who one is. */
@ApiTags('session')
@Controller('api/session')
export class SessionsController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(PrintedNames) private readonly names: PrintedNames,
  ) {}

  @Post()
  @ApiSecurity({})
  @Endpoint({
    says: 'Sign in',
    more: 'Whether the name is unknown or the password wrong is not told. Too many failures are answered with 429.',
    body: SignInDto,
    answers: SessionDto,
  })
  async open(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const device = this.cookies.device(request);
    const proved = await this.signIn.signIn(dto, { address: request.ip, device });
    this.cookies.setDevice(reply, proved.device);
    await this.#endEarlier(request);
    return this.#give(reply, await this.sessions.open(proved.credential.person));
  }

  @Get()
  @Endpoint({
    says: 'Who is signed in, and until when',
    more: 'Asking does not keep the session from locking.',
    answers: SessionDto,
  })
  show(@Asked() { session }: Asking): Promise<SessionDto> {
    return this.#describe(session);
  }

  @Delete()
  @Endpoint({ says: 'Sign out', status: 204 })
  async close(
    @Asked() { session, person, address }: Asking,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(session);
    await this.journal.write({ kind: 'signed-out', person, address });
    this.cookies.clearSession(reply);
  }

  @Post('proof')
  @Endpoint({
    says: 'Prove again who one is',
    more: 'For signatures, which policy wants a fresh proof for, and to unlock a session, which takes the password.',
    body: ProofDto,
    answers: SessionDto,
  })
  async prove(
    @Asked() { session, person, address }: Asking,
    @Body() dto: ProofDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const proof = readProof(dto);
    if (session.isLocked && proof.method !== 'password') throw Problem.of('session.locked');
    await this.signIn.prove(person, proof, address);
    await this.journal.write({ kind: 'identity-proved', person, address });
    return this.#give(reply, await this.sessions.renew(session));
  }

  @Put('secrets')
  @Endpoint({
    says: 'Choose a new password, and a PIN',
    more: 'Ends every other session of the person.',
    body: NewSecretsDto,
    answers: SessionDto,
  })
  async change(
    @Asked() { session, person, address }: Asking,
    @Body() dto: NewSecretsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const proof = { method: 'password', secret: dto.current } as const;
    const credential = await this.signIn.prove(person, proof, address);
    const secrets = { password: dto.password, pin: dto.pin ?? null };
    await this.credentials.change(credential, secrets, 'the-person');
    await this.sessions.endAllOf(person);
    await this.journal.write({ kind: 'secrets-changed', person, address });
    return this.#give(reply, await this.sessions.open(person, session.openedAt));
  }

  /** Whoever signs in on a device ends the session that was open there. */
  async #endEarlier(request: FastifyRequest): Promise<void> {
    const token = this.cookies.session(request);
    const earlier = token === undefined ? undefined : await this.sessions.find(token, 'presence');
    if (earlier !== undefined) await this.sessions.end(earlier);
  }

  async #give(reply: FastifyReply, { token, session }: OpenedSession): Promise<SessionDto> {
    this.cookies.setSession(reply, token);
    return this.#describe(session);
  }

  async #describe(session: Session): Promise<SessionDto> {
    const organisation = await this.organisation.organisation();
    const person = organisation.persons.get(session.person);
    if (person === undefined) throw new Error('a session of somebody who is not in the book');
    const printed = await this.names.ofOne(person);
    return new SessionDto(session, printed, grantsOf(organisation, session.person));
  }
}
