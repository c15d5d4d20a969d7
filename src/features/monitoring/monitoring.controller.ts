import { Controller, Get, Inject, Query } from '@nestjs/common';
import { addMonths, businessDateOf, zone } from '../../domain/measures/instant.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { Monitored } from '../monitored.js';
import { OrganisationBook } from '../organisation-book.js';
import { MonitoringDto, MonitoringQueryDto } from './monitoring.dto.js';

const MONTHS = 12;

/** Differences that no tolerance catches, because each one alone is inside it. */
@ApiTags('monitoring')
@Controller('api/sites/:site/monitoring')
export class MonitoringController {
  constructor(
    @Inject(Monitored) private readonly monitored: Monitored,
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
    return new MonitoringDto(from, await this.monitored.since(site, from));
  }
}
