import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { Recorder } from '../recorder.js';
import { WEIGHING, WeighingDto, WeighedDto } from './weighings.dto.js';

/** A container on a balance: evidence that moves nothing. */
@ApiTags('weighings')
@Controller('api/sites/:site/weighings')
export class WeighingsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(WEIGHING);
  }

  @Post()
  @RecordsEntry({
    says: 'Weigh a container',
    more: 'The answer says whether the book lies inside the interval that the balance leaves open.',
    params: SITE_PARAM,
    body: WeighingDto,
    answers: WeighedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: WeighingDto,
  ): Promise<WeighedDto> {
    return new WeighedDto(await this.recorder.atSite(asking, WEIGHING, dto));
  }
}
