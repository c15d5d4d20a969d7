import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '../../platform/http/described.js';
import { asId } from '../../domain/ids.js';
import { rejection } from '../../domain/rejection.js';
import { headOf } from '../../platform/http/act.dto.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { QUARANTINE, QuarantineDto } from './quarantines.dto.js';
import { LotDto, RecallDto, RecalledDto } from './recalls.dto.js';
import { Recalls } from './recalls.js';

/** Containers that must not be used stay on hand, apart. */
@ApiTags('quarantines')
@Controller('api/sites/:site/quarantines')
export class QuarantinesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Recalls) private readonly recalls: Recalls,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(QUARANTINE);
  }

  @Post()
  @RecordsEntry({
    says: 'Set containers apart',
    params: SITE_PARAM,
    body: QuarantineDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: QuarantineDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, QUARANTINE, dto));
  }

  @Post('recalls')
  @RecordsEntry({
    says: 'Set apart everything of a lot that is on hand',
    more: 'What is in quarantine for another reason stays there. Up to 150 containers go in one entry.',
    params: SITE_PARAM,
    body: RecallDto,
    answers: RecalledDto,
  })
  async recall(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: RecallDto,
  ): Promise<RecalledDto> {
    const of = { lot: dto.lot, product: dto.product == null ? null : asId(dto.product) };
    const { containers, more } = await this.recalls.toSetApart(asking.site, asking.entry, of);
    if (containers.length === 0)
      throw Problem.rejected(rejection('container.unknown', { lot: dto.lot }));
    const form: ActForm<'quarantine', RecallDto> = {
      kind: 'quarantine',
      title: 'Recall',
      dto: RecallDto,
      read: () => ({ ...headOf(dto), kind: 'quarantine', containers, why: 'recalled' }),
    };
    return new RecalledDto(await this.recorder.atSite(asking, form, dto), more);
  }

  @Get('recalls/:lot')
  @Endpoint({
    says: 'Where a lot is, and which patients had some of it',
    params: { ...SITE_PARAM, lot: 'The lot, as on the label' },
    answers: LotDto,
  })
  async lot(@Asked() asking: Asking, @Param('lot') lot: string): Promise<LotDto> {
    return this.recalls.lot(asking.site, lot);
  }
}
