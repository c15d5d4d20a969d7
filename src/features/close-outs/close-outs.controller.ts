import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/http/described.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { CLOSE_OUT, CloseOutDto } from './close-outs.dto.js';
import { ExactEndsPageDto } from './exact-ends.dto.js';

/** An empty container leaves the shelf, and its residue is named. */
@ApiTags('close-outs')
@Controller('api/sites/:site/close-outs')
export class CloseOutsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(CLOSE_OUT);
  }

  @Post()
  @RecordsEntry({
    says: 'Close a container out',
    params: SITE_PARAM,
    body: CloseOutDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: CloseOutDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, CLOSE_OUT, dto));
  }

  @Get('people')
  @Endpoint({
    says: 'How the containers ended that each person drew from',
    more: 'Needles keep a little and makers fill a little more: ends at exactly nothing, again and again, are worth a question.',
    params: SITE_PARAM,
    answers: ExactEndsPageDto,
  })
  async people(@Asked() { site }: Asking, @Query() query: PageQueryDto): Promise<ExactEndsPageDto> {
    const limit = limitOf(query);
    const page = { after: query.cursor ?? '', limit: limit + 1 };
    const found = await this.reader.cells(site, 'ends', page);
    const shown = found.slice(0, limit);
    return new ExactEndsPageDto(shown, found.length > limit ? (shown.at(-1)?.id ?? null) : null);
  }
}
