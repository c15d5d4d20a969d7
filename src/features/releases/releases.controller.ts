import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { RELEASE, ReleaseDto } from './releases.dto.js';

/** Containers come back from quarantine. */
@ApiTags('releases')
@Controller('api/sites/:site/releases')
export class ReleasesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(RELEASE);
  }

  @Post()
  @RecordsEntry({
    says: 'Take containers back into use',
    params: SITE_PARAM,
    body: ReleaseDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReleaseDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, RELEASE, dto));
  }
}
