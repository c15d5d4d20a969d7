import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { RETURN, ReturnDto } from './returns.dto.js';

/** Containers that were taken out and not used come back, still sealed. */
@ApiTags('returns')
@Controller('api/sites/:site/returns')
export class ReturnsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(RETURN);
  }

  @Post()
  @RecordsEntry({
    says: 'Return sealed containers to stock',
    more: 'Drawn drug never goes back into a container: it is given, wasted, held or handed over.',
    params: SITE_PARAM,
    body: ReturnDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReturnDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, RETURN, dto));
  }
}
