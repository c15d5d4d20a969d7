import { Controller, Get, Inject } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { ScheduledCounts } from '../scheduled-counts.js';
import { SiteCalendar } from '../site-calendar.js';
import { CountDueDto, CountsDueDto } from './counts-due.dto.js';

/** Which counts the site's policy asks for, and which were missed. */
@ApiTags('counts')
@Controller('api/sites/:site/counts/due')
export class CountsDueController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(ScheduledCounts) private readonly counts: ScheduledCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'Scheduled counts: due, overdue and missed',
    more: 'Periods are of business days in the zone of the site, since the schedule was published.',
    params: SITE_PARAM,
    answers: CountsDueDto,
  })
  async due(@Asked() { site }: Asking): Promise<CountsDueDto> {
    const now = this.clock.now();
    const calendar = await SiteCalendar.of(site, {
      reader: this.reader,
      organisation: this.organisation,
    });
    const due = await this.counts.due(site, calendar, now);
    return { items: due.map((each) => new CountDueDto(each)) };
  }
}
