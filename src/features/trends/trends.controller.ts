import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { TrendPart } from '../../domain/findings/trend.js';
import type { AuditItem, LedgerId } from '../../domain/ids.js';
import { addMonths, businessDate, businessDateOf, zone } from '../../domain/measures/instant.js';
import type { BusinessDate } from '../../domain/measures/instant.js';
import { auditItemOf } from '../../domain/product.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import {
  ItemTrendDto,
  TrendLineDto,
  TrendLinePageDto,
  TrendLinesQueryDto,
  TrendsDto,
  TrendsQueryDto,
} from './trends.dto.js';
import { Trends } from './trends.js';

const MONTHS = 12;
const MOST_MONTHS = 24;

/** What was drawn and wasted, and what containers held too much or too little, month by month. */
@ApiTags('monitoring')
@Controller('api/sites/:site/trends')
export class TrendsController {
  constructor(
    @Inject(Trends) private readonly trends: Trends,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint({
    says: 'Monthly sums of draws, waste, overfill, hub loss and unexplained, by audit item and person',
    more:
      'A month says what the register says of it now: a correction counts with the line that it corrects. Quantities are in ' +
      'the unit of the item. None of it is a finding.',
    params: SITE_PARAM,
    answers: TrendsDto,
  })
  async sums(@Asked() { site }: Asking, @Query() query: TrendsQueryDto): Promise<TrendsDto> {
    const first = await this.#firstOf(site, Number(query.months ?? MONTHS));
    const { knownAt, parts } = await this.trends.since(site, first);
    const { products } = await this.organisation.organisation();
    const units = new Map([...products.values()].map((each) => [auditItemOf(each), each.unit]));
    const items = [...byItem(parts)].sort(([a], [b]) => (a < b ? -1 : 1));
    return new TrendsDto(
      { knownAt, months: await this.#monthsFrom(site, first) },
      items.map(([item, own]) => new ItemTrendDto(item, units.get(item) ?? 'mL', own)),
    );
  }

  @Get('lines')
  @Endpoint({
    says: 'The lines behind one month of one figure',
    more: 'They add up to the sum of the month; a line that takes back is negative.',
    params: SITE_PARAM,
    answers: TrendLinePageDto,
  })
  async lines(
    @Asked() { site }: Asking,
    @Query() query: TrendLinesQueryDto,
  ): Promise<TrendLinePageDto> {
    const { item, figure, month, person } = query;
    const oldest = await this.#firstOf(site, MOST_MONTHS);
    const first = businessDate(`${month}-01`);
    const { parts } = await this.trends.since(site, first < oldest ? oldest : first);
    const found = parts.filter(
      (part) =>
        part.item === item &&
        part.figure === figure &&
        part.month === month &&
        (person === undefined || part.people.some((each) => each === person)),
    );
    return pageOf(found, query);
  }

  /** The first day of the month with which that many months begin. */
  async #firstOf(site: LedgerId, months: number): Promise<BusinessDate> {
    const where = (await this.organisation.organisation()).sites.get(site)?.zone ?? zone('UTC');
    const today = businessDateOf(this.clock.now(), where);
    return addMonths(businessDate(`${today.slice(0, 7)}-01`), 1 - months);
  }

  async #monthsFrom(site: LedgerId, first: BusinessDate): Promise<readonly string[]> {
    const last = await this.#firstOf(site, 1);
    const months: string[] = [];
    for (let each = first; each <= last; each = addMonths(each, 1)) months.push(each.slice(0, 7));
    return months;
  }
}

function byItem(parts: readonly TrendPart[]): ReadonlyMap<AuditItem, readonly TrendPart[]> {
  const items = new Map<AuditItem, TrendPart[]>();
  for (const part of parts) {
    const own = items.get(part.item);
    if (own === undefined) items.set(part.item, [part]);
    else own.push(part);
  }
  return items;
}

/** A line may have several parts, so the cursor tells how many were shown. */
function pageOf(found: readonly TrendPart[], query: TrendLinesQueryDto): TrendLinePageDto {
  const shown = query.cursor ?? '0';
  if (!/^\d{1,9}$/.test(shown)) {
    throw Problem.of('request.invalid', {
      errors: [{ field: 'cursor', says: 'must be the cursor that the page before gave' }],
    });
  }
  const end = Number(shown) + limitOf(query);
  const items = found.slice(Number(shown), end).map((part) => new TrendLineDto(part));
  return new TrendLinePageDto(items, found.length > end ? String(end) : null);
}
