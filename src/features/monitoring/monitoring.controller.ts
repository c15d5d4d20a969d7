import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { LedgerId } from '../../domain/ids.js';
import { addMonths, businessDateOf, zone } from '../../domain/instant.js';
import type { BusinessDate } from '../../domain/instant.js';
import { MeasuredIntervals } from '../../domain/measured-intervals.js';
import { monitor } from '../../domain/monitoring.js';
import { policyAt } from '../../domain/policy.js';
import type { Kind } from '../../domain/request.js';
import { LARGEST_PAGE, LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { MonitoringDto, MonitoringQueryDto } from './monitoring.dto.js';

const WATCHED: readonly Kind[] = ['draw', 'count', 'recount', 'close-out', 'discrepancy'];
const MONTHS = 12;
/** One look reads no more lines than this. */
const MOST_LINES = 200_000;

/** Differences that no tolerance catches, because each one alone is inside it. */
@ApiTags('monitoring')
@Controller('api/sites/:site/monitoring')
export class MonitoringController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'What in-tolerance differences add up to, by person, container and month',
    more:
      'Cumulative sums over what went missing between two measures of each opened container. A signal names its lines; it ' +
      'is a question to ask, never a finding.',
    params: SITE_PARAM,
    answers: MonitoringDto,
  })
  async look(
    @Asked() { site }: Asking,
    @Query() { months }: MonitoringQueryDto,
  ): Promise<MonitoringDto> {
    const where = (await this.organisation.organisation()).sites.get(site)?.zone ?? zone('UTC');
    const today = businessDateOf(this.clock.now(), where);
    const from = addMonths(today, -Number(months ?? MONTHS));
    return new MonitoringDto(from, monitor((await this.#read(site, from)).intervals));
  }

  async #read(site: LedgerId, firstDate: BusinessDate): Promise<MeasuredIntervals> {
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    const read = new MeasuredIntervals((at) => {
      if (timeline === undefined) throw new Error('a site without a policy');
      return policyAt(timeline, at).settings;
    });
    for (let from = 0, lines = 0; lines < MOST_LINES;) {
      const page = await this.reader.entries(site, {
        from,
        firstDate,
        kinds: WATCHED,
        limit: LARGEST_PAGE,
      });
      for (const { entry } of page) read.take(entry);
      lines += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < LARGEST_PAGE) return read;
      from = last.entry.seq + 1;
    }
    return read;
  }
}
