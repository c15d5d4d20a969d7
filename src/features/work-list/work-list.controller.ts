import { Controller, Get, Inject, Query } from '@nestjs/common';
import { rightsOf } from '../../domain/organisation.js';
import { workOf } from '../../domain/work/work-list.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteWork } from '../site-work.js';
import { WorkListDto, WorkListQueryDto } from './work-list.dto.js';

/** What waits for somebody. */
@ApiTags('work-list')
@Controller('api/sites/:site/work-list')
export class WorkListController {
  constructor(
    @Inject(SiteWork) private readonly work: SiteWork,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'Everything due, overdue, open, unsigned or expiring that the asking person can act on or must know of',
    more:
      'Each item names its kind, its subject, its clock, who may act on it and the rule behind it. Custodians, registrants ' +
      'and compliance officers are told of everything; what concerns a person is told to nobody who may not take it up.',
    params: SITE_PARAM,
    answers: WorkListDto,
  })
  async list(
    @Asked() { site, person }: Asking,
    @Query() query: WorkListQueryDto,
  ): Promise<WorkListDto> {
    const at = this.clock.now();
    const [items, organisation] = await Promise.all([
      this.work.at(site, at),
      this.organisation.organisation(),
    ]);
    const own = workOf(items, { person, rights: rightsOf(organisation, { person, site, at }) });
    const shown = query.whose === undefined ? own : own.filter(({ whose }) => whose === 'mine');
    return new WorkListDto(at, shown);
  }
}
