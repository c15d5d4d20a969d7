import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { COUNTERSIGN, CountersignatureDto } from './countersignatures.dto.js';

/** The second person, later and for one line. */
@ApiTags('countersignatures')
@Controller('api/sites/:site/countersignatures')
export class CountersignaturesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(COUNTERSIGN);
  }

  @Post()
  @RecordsEntry({
    says: 'Sign an earlier line',
    params: SITE_PARAM,
    body: CountersignatureDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: CountersignatureDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, COUNTERSIGN, dto));
  }
}
