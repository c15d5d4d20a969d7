import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { BREAKAGE, BreakageDto } from './breakages.dto.js';

/** Containers break. Two people sign for what they saw. */
@ApiTags('breakages')
@Controller('api/sites/:site/breakages')
export class BreakagesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(BREAKAGE);
  }

  @Post()
  @RecordsEntry({
    says: 'Record a breakage',
    more: 'What was saved stays in custody under the container’s name, in quarantine, for disposal; the rest is spilled.',
    params: SITE_PARAM,
    body: BreakageDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: BreakageDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, BREAKAGE, dto));
  }
}
