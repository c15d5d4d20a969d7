import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { LedgerId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { figuresOf, namesIn, together } from '../counted-lines.js';
import { TallyAnswerDto } from '../counted-place.dto.js';
import { OrganisationBook } from '../organisation-book.js';
import { RunningCounts } from '../running-counts.js';
import { INVENTORY_TALLY, inventoryTallyForm } from './inventory-tally-form.js';
import {
  BeginInventoryDto,
  InventoryTallyDto,
  PlaceToCountDto,
  RunningInventoryDto,
} from './inventory-tally.dto.js';

/** Inventories that assert what is there: people count, blind to the book, and nothing moves. */
@ApiTags('inventories')
@Controller('api/sites/:site/inventories/running')
export class RunningInventoriesController {
  readonly #form: ActForm<'inventory', InventoryTallyDto>;

  constructor(
    @Inject(RunningCounts) private readonly running: RunningCounts,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(LedgerReader) reader: LedgerReader,
    @Inject(CLOCK) clock: Clock,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#form = inventoryTallyForm({ running, reader, organisation, clock });
    forms.define(this.#form, INVENTORY_TALLY);
  }

  @Post()
  @Endpoint({
    says: 'Begin an inventory of the site',
    more: '21 CFR 1304.11. What is there is counted now; what was there at the opening or close of business follows from it.',
    params: SITE_PARAM,
    body: BeginInventoryDto,
    answers: RunningInventoryDto,
    status: 201,
  })
  async begin(
    @Asked() { site, person }: Asking,
    @Body() dto: BeginInventoryDto,
  ): Promise<RunningInventoryDto> {
    const items = (dto.items ?? []).map((item) => asId(item));
    const begun = await this.running.begin(site, person, {
      location: null,
      type: dto.type,
      plan: { asOf: dto.asOf, date: businessDate(dto.date), items },
      recounts: null,
    });
    return { ...begun, places: await this.#places(site) };
  }

  @Get(':inventory')
  @Endpoint({
    says: 'A running inventory: what to count, and never how much there should be',
    params: { ...SITE_PARAM, inventory: 'Id of the running inventory' },
    answers: RunningInventoryDto,
  })
  async show(
    @Asked() { site, person }: Asking,
    @Param('inventory') id: string,
  ): Promise<RunningInventoryDto> {
    const { counter, plan, startedAt, expiresAt } = await this.running.draft(site, id);
    if (counter !== person || plan === null) throw Problem.of('count.not-found');
    return { id, startedAt, expiresAt, places: await this.#places(site) };
  }

  @Post(':inventory/tally')
  @RecordsEntry({
    says: 'Hand in what was counted for an inventory',
    more:
      'The first figures stand. Lines that differ are asked for once more before it is recorded. The second counter signs ' +
      'beforehand, as kind `inventory-tally`, with the id of the running inventory in the body.',
    params: { ...SITE_PARAM, inventory: 'Id of the running inventory' },
    body: InventoryTallyDto,
    answers: TallyAnswerDto,
  })
  tally(
    @AskedToRecord() asking: AskingToRecord,
    @Param('inventory') id: string,
    @Body() dto: InventoryTallyDto,
  ): Promise<TallyAnswerDto> {
    const names = dto.places.map(({ location }) => namesIn(location));
    const figures = together(dto.places.map((place) => figuresOf(place, namesIn(place.location))));
    const told = Object.assign(dto, { inventory: id });
    return this.running.tally(asking, id, { form: this.#form, dto: told, figures, names });
  }

  /** Every storage location of the site. */
  async #places(site: LedgerId): Promise<readonly PlaceToCountDto[]> {
    const facts = (await this.organisation.organisation()).sites.get(site);
    if (facts === undefined) throw Problem.of('site.not-found');
    return Promise.all(
      facts.locations.map(async ({ id }) => ({
        location: id,
        ...(await this.running.toCount(site, id)),
      })),
    );
  }
}
