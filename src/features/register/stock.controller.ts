import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { AuditItem } from '../../domain/ids.js';
import { auditItemOf } from '../../domain/product.js';
import { formatQuantity, ZERO } from '../../domain/quantity.js';
import type { BaseUnit } from '../../domain/quantity.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { QuantityDto } from '../../platform/http/quantity.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { OrderStateDto } from './orders.dto.js';
import {
  BalancesDto,
  ContainerDto,
  ContainerPageDto,
  ContainersQueryDto,
  WholeContainerDto,
} from './stock.dto.js';
import { Stockbook } from './stock.js';

const CONTAINER_ID = /^\d{1,15}-\d{1,5}$/;
const ORDER_ID = /^\d{1,15}$/;

/** What a site has, and what became of what it had: the book as it stands now. */
@ApiTags('register')
@Controller('api/sites/:site')
export class StockController {
  constructor(
    @Inject(Stockbook) private readonly stock: Stockbook,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
  ) {}

  @Get('balances')
  @Endpoint({ says: 'Balances of each audit item', params: SITE_PARAM, answers: BalancesDto })
  async balances(@Asked() { site }: Asking): Promise<BalancesDto> {
    const { products } = await this.organisation.organisation();
    const units = new Map<AuditItem, BaseUnit>();
    for (const product of products.values()) units.set(auditItemOf(product), product.unit);
    const unitOf = (item: AuditItem): BaseUnit => {
      const unit = units.get(item);
      if (unit === undefined) throw new Error(`expected a product of ${item}, found none`);
      return unit;
    };
    return new BalancesDto(await this.stock.balances(site, unitOf));
  }

  @Get('containers')
  @Endpoint({
    says: 'Containers, in the order of their ids',
    more: 'A page may hold fewer than `limit`, or none, and still have a `next`.',
    params: SITE_PARAM,
    answers: ContainerPageDto,
  })
  async containers(
    @Asked() { site }: Asking,
    @Query() query: ContainersQueryDto,
  ): Promise<ContainerPageDto> {
    const { found, next } = await this.stock.containers(
      site,
      {
        status: query.status ?? null,
        item: query.item === undefined ? null : asId(query.item),
        location: query.location === undefined ? null : asId(query.location),
      },
      { after: query.cursor ?? '', limit: limitOf(query) },
    );
    return new ContainerPageDto(
      found.map((each) => new ContainerDto(each)),
      next,
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
    return new WholeContainerDto(found, { movements, closeOut });
  }

  @Get('infusion-orders/:order')
  @Endpoint({
    says: 'An order, and what became of everything that was drawn for it',
    params: { ...SITE_PARAM, order: 'Id of the order: its line' },
    answers: OrderStateDto,
  })
  async order(@Asked() { site }: Asking, @Param('order') id: string): Promise<OrderStateDto> {
    const order = ORDER_ID.test(id) ? await this.reader.cell(site, 'order', id) : undefined;
    if (order === undefined) throw Problem.of('record.not-found');
    return new OrderStateDto(order, await this.stock.draws(site, order));
  }
}
