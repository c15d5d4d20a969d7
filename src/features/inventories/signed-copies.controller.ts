import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { FILING, FilingDto } from './signed-copies.dto.js';

/** Prints of inventories that two people signed by hand. */
@ApiTags('inventories')
@Controller('api/sites/:site/inventories/signed-copies')
export class SignedCopiesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(FILING);
  }

  @Post()
  @RecordsEntry({
    says: 'File the signed copy of an inventory',
    more: 'Upload the scan first, as a file. Filed once more, the newer scan stands, and both stay.',
    params: SITE_PARAM,
    body: FilingDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: FilingDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, FILING, dto));
  }
}
