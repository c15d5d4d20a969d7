import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import type { Entry } from '../../domain/entry.js';
import { inventoryDue } from '../../domain/counting/inventory-due.js';
import type { SignedCopy } from '../../domain/counting/inventory.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { OrganisationBook } from '../organisation-book.js';
import { SiteCalendar } from '../site-calendar.js';
import { lastOfEverything, TakenInventories } from '../taken-inventories.js';
import {
  InventoryDueDto,
  InventoryPageDto,
  InventorySheetDto,
  ListedInventoryDto,
} from './inventory-sheet.dto.js';
import { SignedCopyDto } from './signed-copies.dto.js';

/** Inventories that were taken, and the next that is due. */
@ApiTags('inventories')
@Controller('api/sites/:site/inventories')
export class InventorySheetsController {
  constructor(
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('due')
  @Endpoint({
    says: 'When the next inventory of everything is due',
    more:
      '21 CFR 1304.11(c): within two years of the one before, or sooner where the site publishes so. Warned of 90, 30 and ' +
      '7 days before the last day.',
    params: SITE_PARAM,
    answers: InventoryDueDto,
  })
  async due(@Asked() { site }: Asking): Promise<InventoryDueDto> {
    const { reader, organisation } = this;
    const calendar = await SiteCalendar.of(site, { reader, organisation });
    const now = this.clock.now();
    const { inventoryMonths: months } = calendar.settingsAt(now);
    const last = lastOfEverything(await new TakenInventories(reader).of(site));
    const today = calendar.dateOf(now);
    return new InventoryDueDto(months, last && inventoryDue(last, { months, today }));
  }

  @Get()
  @Endpoint({
    says: 'Inventories of the site, the newest first',
    params: SITE_PARAM,
    answers: InventoryPageDto,
  })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<InventoryPageDto> {
    const limit = limitOf(page);
    const before = lineOf(page);
    const { reader, organisation } = this;
    const taken = await new TakenInventories(reader).of(site, {
      limit: limit + 1,
      ...(before === undefined ? {} : { to: before }),
    });
    const calendar = await SiteCalendar.of(site, { reader, organisation });
    const items = taken.flatMap(({ entry, copy }) =>
      entry.request.kind === 'inventory'
        ? [new ListedInventoryDto(entry, entry.request, copyOf(entry, copy, calendar))]
        : [],
    );
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }

  @Get(':line')
  @Endpoint({
    says: 'An inventory as its reviewer reads it: what was found, what was taken back, what is stated',
    params: { ...SITE_PARAM, line: 'Line of an inventory that asserts' },
    answers: InventorySheetDto,
  })
  async sheet(@Asked() { site }: Asking, @Param('line') line: string): Promise<InventorySheetDto> {
    const found = /^\d{1,15}$/.test(line) ? await this.reader.entry(site, Number(line)) : undefined;
    const request = found?.entry.request;
    const inventory = found?.entry.effects.states.find((state) => state.noun === 'inventory');
    if (request?.kind !== 'inventory' || inventory?.noun !== 'inventory')
      throw Problem.of('record.not-found');
    return new InventorySheetDto(Number(line), request, inventory);
  }
}

const copyOf = (
  { businessDate }: Entry,
  copy: SignedCopy | null,
  calendar: SiteCalendar,
): SignedCopyDto | null =>
  copy && new SignedCopyDto(copy, { taken: businessDate, filed: calendar.dateOf(copy.filedAt) });
