import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { WASTE, WasteDto } from './waste.dto.js';

/** Drug that was not given is made unusable before a witness. */
@ApiTags('waste')
@Controller('api/sites/:site/waste')
export class WasteController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(WASTE);
  }

  @Post()
  @RecordsEntry({ says: 'Record waste', params: SITE_PARAM, body: WasteDto, answers: MovingDto })
  async record(@AskedToRecord() asking: AskingToRecord, @Body() dto: WasteDto): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, WASTE, dto));
  }
}
