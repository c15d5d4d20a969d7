import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { InfusionActs } from '../infusion-acts.js';
import { InfusionActDto } from '../infusion.dto.js';
import { HOLD, HoldDto, OPENING, OpeningDto } from './holds.dto.js';

/** Residue waits in a numbered bag for a second person, in nobody’s hands. */
@ApiTags('holds')
@Controller('api/sites/:site/holds')
export class HoldsController {
  constructor(
    @Inject(InfusionActs) private readonly acts: InfusionActs,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(HOLD);
    forms.define(OPENING);
  }

  @Post()
  @RecordsEntry({
    says: 'Seal residue in a numbered bag',
    more: 'One person does it. The bag leaves the custody of its holder and is opened before a witness.',
    params: SITE_PARAM,
    body: HoldDto,
    answers: InfusionActDto,
  })
  seal(@AskedToRecord() asking: AskingToRecord, @Body() dto: HoldDto): Promise<InfusionActDto> {
    return this.acts.record(asking, HOLD, dto);
  }

  @Post('openings')
  @RecordsEntry({
    says: 'Open a sealed bag before a witness',
    more: 'The witness signs as `witnessed`, having seen the sealed bag. What is measured short stays in process until it is explained.',
    params: SITE_PARAM,
    body: OpeningDto,
    answers: InfusionActDto,
  })
  open(@AskedToRecord() asking: AskingToRecord, @Body() dto: OpeningDto): Promise<InfusionActDto> {
    return this.acts.record(asking, OPENING, dto);
  }
}
