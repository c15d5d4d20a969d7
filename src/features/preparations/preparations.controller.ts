import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { PREPARATION, PreparationDto } from './preparations.dto.js';

/** Draws and a diluent become one bag or syringe. */
@ApiTags('preparations')
@Controller('api/sites/:site/preparations')
export class PreparationsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(PREPARATION);
  }

  @Post()
  @RecordsEntry({
    says: 'Record a prepared bag or syringe',
    params: SITE_PARAM,
    body: PreparationDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: PreparationDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, PREPARATION, dto));
  }
}
