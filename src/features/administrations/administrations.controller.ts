import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { InfusionActs } from '../infusion-acts.js';
import { InfusionActDto } from '../infusion.dto.js';
import { ADMINISTRATION, AdministrationDto } from './administrations.dto.js';

/** What reached the patient. */
@ApiTags('administrations')
@Controller('api/sites/:site/administrations')
export class AdministrationsController {
  constructor(
    @Inject(InfusionActs) private readonly acts: InfusionActs,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(ADMINISTRATION);
  }

  @Post()
  @RecordsEntry({
    says: 'Record what was given',
    params: SITE_PARAM,
    body: AdministrationDto,
    answers: InfusionActDto,
  })
  record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: AdministrationDto,
  ): Promise<InfusionActDto> {
    return this.acts.record(asking, ADMINISTRATION, dto);
  }
}
