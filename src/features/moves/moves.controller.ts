import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { MOVE, MoveDto } from './moves.dto.js';

/** Containers change their storage location inside the site. */
@ApiTags('moves')
@Controller('api/sites/:site/moves')
export class MovesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(MOVE);
  }

  @Post()
  @RecordsEntry({
    says: 'Move containers to another storage location',
    more: 'Who issues them performs it; who receives them signs as `verified`. No quantity moves.',
    params: SITE_PARAM,
    body: MoveDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: MoveDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, MOVE, dto));
  }
}
