import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { DISCREPANCY, DiscrepancyDto } from './discrepancies.dto.js';
import { DiscrepancyPageDto, DiscrepancyStandingDto } from './discrepancy-standing.dto.js';

/** The life of a discrepancy after it was opened. */
@ApiTags('discrepancies')
@Controller('api/sites/:site/discrepancies')
export class DiscrepanciesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DISCREPANCY);
  }

  @Post()
  @RecordsEntry({
    says: 'Assign, note or close',
    params: SITE_PARAM,
    body: DiscrepancyDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DiscrepancyDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, DISCREPANCY, dto));
  }

  @Get()
  @Endpoint({ says: 'All discrepancies, by id', params: SITE_PARAM, answers: DiscrepancyPageDto })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<DiscrepancyPageDto> {
    const limit = limitOf(page);
    const found = await this.reader.cells(site, 'case', {
      limit: limit + 1,
      ...(page.cursor === undefined ? {} : { after: page.cursor }),
    });
    const items = found.slice(0, limit).map((each) => new DiscrepancyStandingDto(each));
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':case')
  @Endpoint({
    says: 'A discrepancy as it stands',
    params: { ...SITE_PARAM, case: 'Id of the discrepancy' },
    answers: DiscrepancyStandingDto,
  })
  async one(@Asked() { site }: Asking, @Param('case') id: string): Promise<DiscrepancyStandingDto> {
    const found = await this.reader.cell(site, 'case', id);
    if (found === undefined) throw Problem.of('record.not-found');
    return new DiscrepancyStandingDto(found);
  }
}
