import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { ADMINISTRATION, AdministrationDto } from './administrations.dto.js';

/** What reached the patient. */
@ApiTags('administrations')
@Controller('api/sites/:site/administrations')
export class AdministrationsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(ADMINISTRATION);
  }

  @Post()
  @RecordsEntry({
    says: 'Record what was given',
    params: SITE_PARAM,
    body: AdministrationDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: AdministrationDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, ADMINISTRATION, dto));
  }
}
