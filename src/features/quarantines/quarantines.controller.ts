import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { QUARANTINE, QuarantineDto } from './quarantines.dto.js';

/** Containers that must not be used stay on hand, apart. */
@ApiTags('quarantines')
@Controller('api/sites/:site/quarantines')
export class QuarantinesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(QUARANTINE);
  }

  @Post()
  @RecordsEntry({
    says: 'Set containers apart',
    params: SITE_PARAM,
    body: QuarantineDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: QuarantineDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, QUARANTINE, dto));
  }
}
