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
import {
  DISCLOSURE,
  DisclosureDto,
  DisclosurePageDto,
  ListedDisclosureDto,
} from './disclosures.dto.js';

/** Who outside was given which documents. */
@ApiTags('disclosures')
@Controller('api/sites/:site/disclosures')
export class DisclosuresController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(DISCLOSURE);
  }

  @Post()
  @RecordsEntry({
    says: 'Record that issued documents were handed to somebody outside',
    more: 'The documents are those that were issued before: each is named by the line that did.',
    params: SITE_PARAM,
    body: DisclosureDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: DisclosureDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, DISCLOSURE, dto));
  }

  @Get()
  @Endpoint({
    says: 'Disclosures, the newest first',
    params: SITE_PARAM,
    answers: DisclosurePageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<DisclosurePageDto> {
    const limit = limitOf(page);
    const before = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['disclosure'],
      order: 'newest',
      limit: limit + 1,
      ...(before === undefined ? {} : { to: before }),
    });
    const items = found.flatMap(({ entry }) =>
      entry.request.kind === 'disclosure' ? [new ListedDisclosureDto(entry, entry.request)] : [],
    );
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }
}
