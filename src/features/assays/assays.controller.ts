import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { Recorder } from '../recorder.js';
import { ASSAY, AssayDto, AssayEntryDto } from './assays.dto.js';

/** What a laboratory found in returned waste or in a sample. */
@ApiTags('assays')
@Controller('api/sites/:site/assays')
export class AssaysController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(ASSAY);
  }

  @Post()
  @RecordsEntry({
    says: 'Record the result of an assay',
    more: 'A result outside the tolerance opens a discrepancy about the container, or goes on with the one that is open.',
    params: SITE_PARAM,
    body: AssayDto,
    answers: AssayEntryDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: AssayDto,
  ): Promise<AssayEntryDto> {
    return new AssayEntryDto(await this.recorder.atSite(asking, ASSAY, dto));
  }
}
