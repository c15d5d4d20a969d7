import { Controller, Get, Inject } from '@nestjs/common';
import { countsDue, LOOKS_BACK_DAYS } from '../../domain/count-schedule.js';
import type { CountTaken } from '../../domain/count-schedule.js';
import type { LedgerId } from '../../domain/ids.js';
import { addDays } from '../../domain/instant.js';
import type { BusinessDate } from '../../domain/instant.js';
import { LARGEST_PAGE, LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import { CountDueDto, CountsDueDto } from './counts-due.dto.js';

/** Which counts the site's policy asks for, and which were missed. */
@ApiTags('counts')
@Controller('api/sites/:site/counts/due')
export class CountsDueController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
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
    const inventory = (await this.reader.cell(site, 'register', 'register'))?.inventoryLine ?? null;
    const first = inventory === null ? undefined : await this.reader.entry(site, inventory);
    if (first === undefined) return { items: [] };
    const { zone, timeline } = calendar;
    const since = addDays(calendar.dateOf(now), -LOOKS_BACK_DAYS);
    const taken = await this.#takenSince(site, since);
    const due = countsDue({ zone, timeline, now, begun: first.entry.occurredAt }, taken);
    return { items: due.map((each) => new CountDueDto(each)) };
  }

  async #takenSince(site: LedgerId, firstDate: BusinessDate): Promise<readonly CountTaken[]> {
    const counts = await this.reader.entries(site, {
      kinds: ['count', 'recount'],
      firstDate,
      order: 'newest',
      limit: LARGEST_PAGE,
    });
    return counts.flatMap(({ entry: { seq, request, occurredAt } }) =>
      request.kind === 'count' || request.kind === 'recount'
        ? [{ line: seq, location: request.location, type: request.type, at: occurredAt }]
        : [],
    );
  }
}
