import { Body, Controller, Delete, Get, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Asked, keyOf } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, NeedsKey, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { ReminderTargets } from './reminder-targets.store.js';
import {
  NewReminderTargetDto,
  ReminderSecretDto,
  ReminderTargetDto,
  ReminderTargetRecordDto,
  ReminderTargetsDto,
  ReminderTargetSettingsDto,
  ReminderTrialDto,
  settingsOf,
} from './reminders.dto.js';
import { expectThere, Reminders } from './reminders.js';

const PARAMS = { ...SITE_PARAM, target: 'Id of the target' };

/** Who is told what is due at a site, by mail or by a signed webhook. No message names a patient. */
@ApiTags('reminder-targets')
@Controller('api/sites/:site/reminder-targets')
export class RemindersController {
  constructor(
    @Inject(Reminders) private readonly reminders: Reminders,
    @Inject(ReminderTargets) private readonly targets: ReminderTargets,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
  ) {}

  @Get()
  @Endpoint({
    says: 'All targets, and whether they are reached',
    params: SITE_PARAM,
    answers: ReminderTargetsDto,
  })
  async list(@Asked() { site }: Asking): Promise<ReminderTargetsDto> {
    return new ReminderTargetsDto(await this.targets.ofSite(site));
  }

  @Post()
  @Endpoint({
    says: 'Add a target',
    more:
      'A webhook is sent POST requests as the Standard Webhooks specification has them, under one id however often one is ' +
      'sent; any 2xx status takes it, 410 refuses it for good, after anything else it is sent again for some hours. ' +
      'Redirects are not followed.',
    status: 201,
    params: SITE_PARAM,
    body: ReminderTargetDto,
    answers: NewReminderTargetDto,
  })
  @NeedsKey()
  async add(
    @Asked() asking: Asking,
    @Req() request: FastifyRequest,
    @Body() dto: ReminderTargetDto,
  ): Promise<NewReminderTargetDto> {
    const { way, address } = dto;
    const target = { ...settingsOf(dto), way, address };
    const added = await this.reminders.add(asking, keyOf(request), target);
    await this.#write(asking, added.id);
    return new NewReminderTargetDto(added);
  }

  @Put(':target')
  @Endpoint({
    says: 'Change of what a target is reminded, and when',
    more: 'Another address is another target.',
    params: PARAMS,
    body: ReminderTargetSettingsDto,
    answers: ReminderTargetRecordDto,
  })
  async change(
    @Asked() asking: Asking,
    @Param('target') id: string,
    @Body() dto: ReminderTargetSettingsDto,
  ): Promise<ReminderTargetRecordDto> {
    const target = await this.reminders.find(asking.site, id);
    expectThere(await this.targets.change(target, settingsOf(dto)));
    await this.#write(asking, id);
    return new ReminderTargetRecordDto(await this.reminders.find(asking.site, id));
  }

  @Delete(':target')
  @Endpoint({
    says: 'Remind a target no more',
    more: 'Messages that wait for it are not sent.',
    status: 204,
    params: PARAMS,
  })
  async end(@Asked() asking: Asking, @Param('target') id: string): Promise<void> {
    const target = await this.reminders.find(asking.site, id);
    expectThere(await this.targets.end(target));
    await this.#write(asking, id);
  }

  @Post(':target/secret')
  @Endpoint({
    says: 'Give a webhook a new secret',
    more:
      'For 24 hours messages are signed with the new secret and with the one before it, two signatures in one header, as the ' +
      'Standard Webhooks specification has it; then with the new one alone. Renewed twice, the first is gone at once.',
    params: PARAMS,
    answers: ReminderSecretDto,
  })
  async renew(@Asked() asking: Asking, @Param('target') id: string): Promise<ReminderSecretDto> {
    const target = await this.reminders.find(asking.site, id);
    if (target.way !== 'webhook') {
      throw Problem.of('reminder.target-not-found', { detail: 'Mail is not signed.' });
    }
    const renewed = await this.targets.renewSecret(target);
    await this.#write(asking, id);
    return new ReminderSecretDto(renewed);
  }

  @Post(':target/trial')
  @Endpoint({
    says: 'Send a target a message without any work in it',
    params: PARAMS,
    answers: ReminderTrialDto,
  })
  async try(@Asked() asking: Asking, @Param('target') id: string): Promise<ReminderTrialDto> {
    const target = await this.reminders.find(asking.site, id);
    const job = await this.reminders.try(asking, target);
    return new ReminderTrialDto(job.id);
  }

  async #write({ site, person, address }: Asking, id: string): Promise<void> {
    await this.journal.write({
      kind: 'reminder-target-changed',
      person,
      site,
      address,
      about: [id],
    });
  }
}
