import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { InfusionActs } from '../infusion-acts.js';
import { InfusionActDto } from '../infusion.dto.js';
import { HAND_OVER, HandOverDto } from './hand-overs.dto.js';

/** A patient leaves the clinic, or dies, with the drug running. */
@ApiTags('hand-overs')
@Controller('api/sites/:site/hand-overs')
export class HandOversController {
  constructor(
    @Inject(InfusionActs) private readonly acts: InfusionActs,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(HAND_OVER);
  }

  @Post()
  @RecordsEntry({
    says: 'Record what left with a patient',
    more: 'Not a transfer between registrants. What ran in before departure is an administration of its own. A custodian countersigns.',
    params: SITE_PARAM,
    body: HandOverDto,
    answers: InfusionActDto,
  })
  record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: HandOverDto,
  ): Promise<InfusionActDto> {
    return this.acts.record(asking, HAND_OVER, dto);
  }
}
