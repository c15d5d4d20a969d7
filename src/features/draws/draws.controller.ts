import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { inProcessAccount } from '../../domain/custody.js';
import { ZERO } from '../../domain/measures/quantity.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { ActForms } from '../act-form.js';
import { Recorder } from '../recorder.js';
import { DRAW, DrawDto, DrawEntryDto, DrawPageDto, StandingDrawDto } from './draws.dto.js';

/** A quantity leaves containers for one infusion order. */
@ApiTags('draws')
@Controller('api/sites/:site/draws')
export class DrawsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DRAW);
  }

  @Post()
  @RecordsEntry({ says: 'Record a draw', params: SITE_PARAM, body: DrawDto, answers: DrawEntryDto })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DrawDto,
  ): Promise<DrawEntryDto> {
    return new DrawEntryDto(await this.recorder.atSite(asking, DRAW, dto));
  }

  @Get()
  @Endpoint({ says: 'Entries that drew, newest first', params: SITE_PARAM, answers: DrawPageDto })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<DrawPageDto> {
    const limit = limitOf(page);
    const to = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['draw'],
      ...(to === undefined ? {} : { to }),
      limit: limit + 1,
      order: 'newest',
    });
    const items = found.map((each) => new DrawEntryDto(each));
    return new DrawPageDto(items.slice(0, limit), nextLine(items, limit));
  }

  @Get(':draw')
  @Endpoint({
    says: 'A draw as it stands now',
    params: { ...SITE_PARAM, draw: 'Id of the draw' },
    answers: StandingDrawDto,
  })
  async one(@Asked() { site }: Asking, @Param('draw') id: string): Promise<StandingDrawDto> {
    const draw = await this.reader.cell(site, 'draw', id);
    if (draw === undefined) throw Problem.of('record.not-found');
    const account = await this.reader.cell(site, 'account', inProcessAccount(draw.id));
    return new StandingDrawDto(draw, account?.quantity ?? ZERO);
  }
}
