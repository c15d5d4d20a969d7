import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { POLICY, PolicyDto } from './policies.dto.js';

/** What the site has decided, from a time on. */
@ApiTags('policies')
@Controller('api/sites/:site/policies')
export class PoliciesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
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
}
