import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { businessDate, instant } from '../../domain/measures/instant.js';
import { inOrderOfUse } from '../../domain/stock/order-of-use.js';
import type { IntendedUse } from '../../domain/stock/order-of-use.js';
import { policyAt } from '../../domain/policy.js';
import { unitOfItem } from '../../domain/organisation.js';
import { formatQuantity, parseQuantity, ZERO } from '../../domain/measures/quantity.js';
import { closingRange, limitsOf } from '../../domain/stock/residue.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { ContainerFilter } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { CLOCK } from '../../platform/platform.module.js';
import { Infusions } from '../infusions.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import { ContainerStoryDto } from './container-story.dto.js';
import { storyOf } from './container-story.js';
import { OrderStateDto } from './orders.dto.js';
import {
  BalancesDto,
  ContainerDto,
  ContainerPageDto,
  ContainerListQueryDto,
  NextContainerDto,
  NextContainerQueryDto,
  NextContainersDto,
  WholeContainerDto,
} from './stock.dto.js';
import type { ContainerHistory, FoundContainer } from './stock.dto.js';
import { Stockbook } from './stock.js';

const CONTAINER_ID = /^\d{1,15}-\d{1,5}$/;
const ORDER_ID = /^\d{1,15}$/;
/** Containers of one audit item that are compared, and those of them that are shown. */
const MOST_COMPARED = 900;
const MOST_NEXT = 20;

/** What is asked by expiry is on hand; what is asked by its beyond-use time is open. */
function filterOf(query: ContainerListQueryDto): ContainerFilter {
  const { status, item, location, quarantined, lot, expiresUntil, beyondUseUntil } = query;
  return {
    ...(status === undefined ? {} : { status }),
    ...(item === undefined ? {} : { item: asId(item) }),
    ...(location === undefined ? {} : { location: asId(location) }),
    ...(quarantined === undefined ? {} : { quarantined: quarantined === 'yes' }),
    ...(lot === undefined ? {} : { lot }),
    ...(expiresUntil === undefined
      ? {}
      : { expiresUntil: businessDate(expiresUntil), standing: true }),
    ...(beyondUseUntil === undefined
      ? {}
      : { beyondUseUntil: instant(beyondUseUntil), standing: true }),
  };
}

/** What a site has, and what became of what it had: the book as it stands now. */
@ApiTags('register')
@Controller('api/sites/:site')
export class StockController {
  constructor(
    @Inject(Stockbook) private readonly stock: Stockbook,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(Infusions) private readonly infusions: Infusions,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('balances')
  @Endpoint({ says: 'Balances of each audit item', params: SITE_PARAM, answers: BalancesDto })
  async balances(@Asked() { site }: Asking): Promise<BalancesDto> {
    const organisation = await this.organisation.organisation();
    return new BalancesDto(
      await this.stock.balances(site, (item) => unitOfItem(organisation, item)),
    );
  }

  @Get('containers')
  @Endpoint({
    says: 'Containers, in the order of their ids',
    params: SITE_PARAM,
    answers: ContainerPageDto,
  })
  async containers(
    @Asked() { site }: Asking,
    @Query() query: ContainerListQueryDto,
  ): Promise<ContainerPageDto> {
    const { found, next } = await this.stock.containers(site, filterOf(query), {
      after: query.cursor ?? '',
      limit: limitOf(query),
    });
    return new ContainerPageDto(
      found.map((each) => new ContainerDto(each)),
      next,
    );
  }

  @Get('containers/next')
  @Endpoint({
    says: 'Which containers to use first',
    more: 'Open before sealed, then by the end of use, by expiry and by receipt; what may not be used now is left out.',
    params: SITE_PARAM,
    answers: NextContainersDto,
  })
  async next(
    @Asked() { site }: Asking,
    @Query() { item, location, quantity, patient }: NextContainerQueryDto,
  ): Promise<NextContainersDto> {
    const calendar = await SiteCalendar.of(site, {
      reader: this.reader,
      organisation: this.organisation,
    });
    const of: ContainerFilter = {
      item: asId(item),
      ...(location === undefined ? {} : { location: asId(location) }),
      quarantined: false,
      standing: true,
    };
    const { found } = await this.stock.containers(site, of, { after: '', limit: MOST_COMPARED });
    const use: IntendedUse = {
      at: this.clock.now(),
      zone: calendar.zone,
      patient: patient === undefined ? null : asId(patient),
      quantity: parseQuantity(quantity ?? '0') ?? ZERO,
    };
    const items = inOrderOfUse(found, use).slice(0, MOST_NEXT);
    return new NextContainersDto(
      items.map(({ container, take }) => new NextContainerDto(container, take)),
    );
  }

  @Get('containers/:container')
  @Endpoint({
    says: 'A container from its receipt to its end',
    params: { ...SITE_PARAM, container: 'Id of the container, as on its label' },
    answers: WholeContainerDto,
  })
  async container(
    @Asked() { site }: Asking,
    @Param('container') id: string,
  ): Promise<WholeContainerDto> {
    const found = CONTAINER_ID.test(id) ? await this.stock.container(site, asId(id)) : undefined;
    if (found === undefined) throw Problem.of('record.not-found');
    const { unit } = found.stock;
    const account = `container:${id}`;
    const movements = (await this.stock.movements(site, asId(id))).map((row) => ({
      line: row.seq,
      from: row.movement.from,
      to: row.movement.to,
      quantity: QuantityDto.of(row.movement.quantity, unit),
      remaining: formatQuantity(
        (row.movement.from === account ? row.after.from : row.after.to) ?? ZERO,
      ),
    }));
    const closeOut = await this.reader.cell(site, 'close-out', id);
    const weighing = await this.reader.cell(site, 'weighing', id);
    const expected = await this.#expected(site, found);
    return new WholeContainerDto(found, { movements, closeOut, weighing, expected });
  }

  @Get('containers/:container/story')
  @Endpoint({
    says: 'Every line that tells of a container, from its receipt to its end',
    params: { ...SITE_PARAM, container: 'Id of the container, as on its label' },
    answers: ContainerStoryDto,
  })
  async story(
    @Asked() { site }: Asking,
    @Param('container') id: string,
  ): Promise<ContainerStoryDto> {
    const found = CONTAINER_ID.test(id) ? await this.stock.container(site, asId(id)) : undefined;
    if (found === undefined) throw Problem.of('record.not-found');
    return new ContainerStoryDto(await storyOf(this.reader, site, asId(id)), found.condition);
  }

  /** By the policy in force now, as a close-out of this moment would judge it. */
  async #expected(site: LedgerId, found: FoundContainer): Promise<ContainerHistory['expected']> {
    const { condition, stock, remaining } = found;
    const timeline = await this.reader.cell(site, 'policy', 'timeline');
    if (condition.status !== 'open' || timeline === undefined) return null;
    const { settings } = policyAt(timeline, this.clock.now());
    return closingRange(remaining, condition.draws, limitsOf(stock, settings));
  }

  @Get('infusion-orders/:order')
  @Endpoint({
    says: 'An order, and what became of everything that was drawn for it',
    params: { ...SITE_PARAM, order: 'Id of the order: its line' },
    answers: OrderStateDto,
  })
  async order(@Asked() { site }: Asking, @Param('order') id: string): Promise<OrderStateDto> {
    const found = ORDER_ID.test(id) ? await this.infusions.find(site, id) : undefined;
    if (found === undefined) throw Problem.of('record.not-found');
    return new OrderStateDto(found);
  }
}
