import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import type { JournalLine } from '../../platform/journal/access-journal.js';
import { JournalLineDto, JournalPageDto, JournalQueryDto } from './journal.dto.js';

/** Who came, who was turned away, and whose records were looked at. Reading it is written into it. */
@ApiTags('journal')
@Controller('api')
export class JournalController {
  constructor(@Inject(AccessJournal) private readonly journal: AccessJournal) {}

  @Get('journal')
  @Endpoint({ says: 'The whole access journal, newest first', answers: JournalPageDto })
  async all(@Asked() asking: Asking, @Query() query: PageQueryDto): Promise<JournalPageDto> {
    const { person, address } = asking;
    const found = await this.journal.ofAll(pageOf(query));
    await this.journal.write({ kind: 'journal-seen', person, address });
    return answer(found, query);
  }

  @Get('sites/:site/journal')
  @Endpoint({
    says: 'What the access journal says about one site, newest first',
    params: SITE_PARAM,
    answers: JournalPageDto,
  })
  async ofSite(@Asked() asking: Asking, @Query() query: JournalQueryDto): Promise<JournalPageDto> {
    const { person, site, address } = asking;
    const found = await this.journal.ofSite(site, { ...pageOf(query), person: query.person });
    await this.journal.write({ kind: 'journal-seen', person, site, address });
    return answer(found, query);
  }
}

const pageOf = (query: PageQueryDto) => ({
  before: lineOf(query) ?? null,
  limit: limitOf(query) + 1,
});

function answer(found: readonly JournalLine[], query: PageQueryDto): JournalPageDto {
  const limit = limitOf(query);
  const items = found.slice(0, limit).map((line) => new JournalLineDto(line));
  return new JournalPageDto(items, nextLine(found, limit));
}
