import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { SAMPLE, SampleDto } from './samples.dto.js';

/** Drug leaves with an authority or for assay, against a receipt. */
@ApiTags('samples')
@Controller('api/sites/:site/samples')
export class SamplesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(SAMPLE);
  }

  @Post()
  @RecordsEntry({
    says: 'Record drug that an authority took, or that went for assay',
    params: SITE_PARAM,
    body: SampleDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: SampleDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, SAMPLE, dto));
  }
}
