import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { CLOSE_OUT, CloseOutDto } from './close-outs.dto.js';

/** An empty container leaves the shelf, and its residue is named. */
@ApiTags('close-outs')
@Controller('api/sites/:site/close-outs')
export class CloseOutsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(CLOSE_OUT);
  }

  @Post()
  @RecordsEntry({
    says: 'Close a container out',
    params: SITE_PARAM,
    body: CloseOutDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: CloseOutDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, CLOSE_OUT, dto));
  }
}
