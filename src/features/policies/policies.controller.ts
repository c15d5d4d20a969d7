import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { isAfter } from '../../domain/measures/instant.js';
import { policyAt } from '../../domain/policy.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { POLICY, PolicyDto } from './policies.dto.js';
import { PolicyStandingDto } from './published-policy.dto.js';

/** What the site has decided, from a time on. */
@ApiTags('policies')
@Controller('api/sites/:site/policies')
export class PoliciesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(POLICY);
  }

  @Post()
  @RecordsEntry({
    says: 'Publish a policy',
    params: SITE_PARAM,
    body: PolicyDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: PolicyDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, POLICY, dto));
  }

  @Get()
  @Endpoint({
    says: 'The policy in force, those that are coming, and those that were',
    more: 'Settings are answered in the form in which a policy is published, each with the clause or the choice behind it.',
    params: SITE_PARAM,
    answers: PolicyStandingDto,
  })
  async standing(@Asked() { site }: Asking): Promise<PolicyStandingDto> {
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    if (timeline === undefined) throw Problem.of('record.not-found');
    const now = this.clock.now();
    const inForce = policyAt(timeline, now);
    const others = timeline.policies.filter(({ line }) => line !== inForce.line);
    return new PolicyStandingDto({
      inForce,
      coming: others.filter(({ effectiveFrom }) => isAfter(effectiveFrom, now)),
      earlier: others.filter(({ effectiveFrom }) => !isAfter(effectiveFrom, now)).reverse(),
    });
  }
}
