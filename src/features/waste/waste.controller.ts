import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { InfusionActs } from '../infusion-acts.js';
import { InfusionActDto } from '../infusion.dto.js';
import { WASTE, WasteDto } from './waste.dto.js';

/** Drug that was not given is made unusable before a witness. */
@ApiTags('waste')
@Controller('api/sites/:site/waste')
export class WasteController {
  constructor(
    @Inject(InfusionActs) private readonly acts: InfusionActs,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(WASTE);
  }

  @Post()
  @RecordsEntry({
    says: 'Record waste',
    params: SITE_PARAM,
    body: WasteDto,
    answers: InfusionActDto,
  })
  record(@AskedToRecord() asking: AskingToRecord, @Body() dto: WasteDto): Promise<InfusionActDto> {
    return this.acts.record(asking, WASTE, dto);
  }
}
