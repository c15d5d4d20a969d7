import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { DISPOSAL, DISPOSAL_RETURNED, DisposalDto, DisposalReturnedDto } from './disposals.dto.js';
import { Form41Dto } from './form-41.dto.js';
import { Forms41 } from './form-41.js';

const LINE = /^\d{1,15}$/;

/** Inventory leaves for destruction, before two employees. */
@ApiTags('disposals')
@Controller('api/sites/:site/disposals')
export class DisposalsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Forms41) private readonly forms41: Forms41,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DISPOSAL);
    forms.define(DISPOSAL_RETURNED);
  }

  @Post()
  @RecordsEntry({
    says: 'Dispose of stock',
    more: 'An opened container leaves with what was measured in it; the rest of its book is named as at a close-out.',
    params: SITE_PARAM,
    body: DisposalDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DisposalDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, DISPOSAL, dto));
  }

  @Post('returned')
  @RecordsEntry({
    says: 'Take a refused parcel back into quarantine',
    params: SITE_PARAM,
    body: DisposalReturnedDto,
    answers: MovingDto,
  })
  async takeBack(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DisposalReturnedDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, DISPOSAL_RETURNED, dto));
  }

  @Get(':line/form-41')
  @Endpoint({
    says: 'What DEA Form 41 asks of a destruction or hand-over',
    more: 'Full packages are those that were never opened; partial ones are listed with what was measured in them.',
    params: { ...SITE_PARAM, line: 'Line of the disposal' },
    answers: Form41Dto,
  })
  async form41(@Asked() { site }: Asking, @Param('line') line: string): Promise<Form41Dto> {
    const form = LINE.test(line) ? await this.forms41.of(site, Number(line)) : undefined;
    if (form === undefined) throw Problem.of('record.not-found');
    return form;
  }
}
