import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { HAND_OFF, HandOffDto } from './hand-offs.dto.js';

/** A syringe or bag changes hands inside the clinic. */
@ApiTags('hand-offs')
@Controller('api/sites/:site/hand-offs')
export class HandOffsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(HAND_OFF);
  }

  @Post()
  @RecordsEntry({
    says: 'Hand drawn drug to another person',
    more: 'The taker signs beforehand, as `received`. No quantity moves; the draws have another holder.',
    params: SITE_PARAM,
    body: HandOffDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: HandOffDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, HAND_OFF, dto));
  }
}
