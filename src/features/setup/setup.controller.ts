import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiSecurity, ApiTags } from '../../platform/http/described.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { Attempts, sourceOf } from '../../platform/identity/attempts.js';
import { SetupCode } from '../../platform/identity/setup-code.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { SetupDoneDto, SetupDto, SetupStateDto } from './setup.dto.js';
import { Setup } from './setup.js';

/** The first thing that happens to a deployment, and the only one that a code opens. */
@ApiTags('setup')
@ApiSecurity({})
@Controller('api/setup')
export class SetupController {
  constructor(
    @Inject(Setup) private readonly setup: Setup,
    @Inject(SetupCode) private readonly code: SetupCode,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
  ) {}

  @Get()
  @Endpoint({ says: 'Whether this deployment is set up', answers: SetupStateDto })
  async state(): Promise<SetupStateDto> {
    return new SetupStateDto(await this.setup.state());
  }

  @Post()
  @Endpoint({
    says: 'Set the deployment up: organisation, first person, first site',
    more: 'May be repeated with the same content when it was cut off; what was done is found and the rest is done.',
    status: 201,
    body: SetupDto,
    answers: SetupDoneDto,
  })
  async run(@Body() dto: SetupDto, @Req() request: FastifyRequest): Promise<SetupDoneDto> {
    if ((await this.setup.state()) === 'finished') throw Problem.of('setup.finished');
    const attempt = await this.attempts.take({ kind: 'source', of: sourceOf(request.ip) });
    if (!(await this.code.isRight(dto.code))) throw Problem.of('setup.code-wrong');
    await attempt.succeeded();
    const done = await this.setup.run(dto);
    await this.code.end();
    await this.journal.write({ kind: 'set-up', person: done.person, address: request.ip });
    return new SetupDoneDto(done);
  }
}
