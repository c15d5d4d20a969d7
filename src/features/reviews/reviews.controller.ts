import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { ActForms } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { REVIEW, ReviewDto, SignedRangeDto, SignedRangePageDto } from './reviews.dto.js';

/** Ranges of lines that a custodian or registrant has read and signed. */
@ApiTags('reviews')
@Controller('api/sites/:site/reviews')
export class ReviewsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(REVIEW);
  }

  @Post()
  @RecordsEntry({
    says: 'Sign a range of lines, and the closed days in it',
    params: SITE_PARAM,
    body: ReviewDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReviewDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, REVIEW, dto));
  }

  @Get()
  @Endpoint({
    says: 'Signed ranges, the newest first',
    params: SITE_PARAM,
    answers: SignedRangePageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<SignedRangePageDto> {
    const limit = limitOf(page);
    const before = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['review'],
      order: 'newest',
      limit: limit + 1,
      ...(before === undefined ? {} : { to: before }),
    });
    const items = found.flatMap(({ entry }) =>
      entry.effects.states.flatMap((state) =>
        state.noun === 'review' ? [new SignedRangeDto(state)] : [],
      ),
    );
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }
}
