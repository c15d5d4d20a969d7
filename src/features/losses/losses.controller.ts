import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { LedgerId } from '../../domain/ids.js';
import { businessDateOf } from '../../domain/measures/instant.js';
import { dutiesOf } from '../../domain/losses/loss-clocks.js';
import type { Loss } from '../../domain/losses/loss.js';
import { unitOfItem } from '../../domain/organisation.js';
import type { Site } from '../../domain/product.js';
import { formatQuantity } from '../../domain/measures/quantity.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import type { Clock } from '../../platform/clock.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK } from '../../platform/platform.module.js';
import { ActForms } from '../act-form.js';
import { OrganisationBook } from '../organisation-book.js';
import { Recorder } from '../recorder.js';
import { Units } from '../units.js';
import {
  ClockDto,
  ClocksDto,
  Form106DraftDto,
  LossEntryDto,
  LossPageDto,
  LossStandingDto,
} from './loss-standing.dto.js';
import { LOSS, LossDto } from './losses.dto.js';

const LOSS_PARAM = { ...SITE_PARAM, loss: 'Id of the loss' };

/** Thefts and losses, with their clocks (21 CFR 1301.76(b)). */
@ApiTags('losses')
@Controller('api/sites/:site/losses')
export class LossesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
    @Inject(Units) private readonly units: Units,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(LOSS);
  }

  @Post()
  @RecordsEntry({
    says: 'Record a step: suspicion, discovery, determination, notice, Form 106, or what was found again',
    more: 'Whoever may look into discrepancies may record a suspicion; every other step is the registrant’s.',
    params: SITE_PARAM,
    body: LossDto,
    answers: LossEntryDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: LossDto,
  ): Promise<LossEntryDto> {
    return new LossEntryDto(await this.recorder.atSite(asking, LOSS, dto));
  }

  @Get()
  @Endpoint({ says: 'All losses, by id', params: SITE_PARAM, answers: LossPageDto })
  async list(@Asked() { site }: Asking, @Query() page: PageQueryDto): Promise<LossPageDto> {
    const limit = limitOf(page);
    const found = await this.reader.cells(site, 'loss', {
      limit: limit + 1,
      ...(page.cursor === undefined ? {} : { after: page.cursor }),
    });
    const items = await this.#standing(site, found.slice(0, limit));
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  @Get(':loss')
  @Endpoint({ says: 'A loss as it stands', params: LOSS_PARAM, answers: LossStandingDto })
  async one(@Asked() asking: Asking, @Param('loss') id: string): Promise<LossStandingDto> {
    const [standing] = await this.#standing(asking.site, [await this.#loss(asking, id)]);
    if (standing === undefined) throw new Error('expected one loss, found none');
    return standing;
  }

  @Get(':loss/clocks')
  @Endpoint({
    says: 'What is due when, and how that was computed',
    more: 'Days are those of the site’s time zone; a last day counts to its end. Nothing is due before the discovery.',
    params: LOSS_PARAM,
    answers: ClocksDto,
  })
  async clocks(@Asked() asking: Asking, @Param('loss') id: string): Promise<ClocksDto> {
    const loss = await this.#loss(asking, id);
    const { zone } = await this.#site(asking);
    return { items: dutiesOf(loss, zone, this.clock.now()).map((duty) => new ClockDto(duty)) };
  }

  @Get(':loss/form-106')
  @Endpoint({
    says: 'The data of DEA Form 106, as they were recorded last',
    params: LOSS_PARAM,
    answers: Form106DraftDto,
  })
  async form106(@Asked() asking: Asking, @Param('loss') id: string): Promise<Form106DraftDto> {
    const { discoveredAt } = await this.#loss(asking, id);
    const report = await this.reader.cell(asking.site, 'loss-report', id);
    if (report === undefined || discoveredAt === null) throw Problem.of('record.not-found');
    const { registrant, address, deaNumber, zone } = await this.#site(asking);
    const discoveredOn = businessDateOf(discoveredAt, zone);
    const organisation = await this.organisation.organisation();
    return {
      registrant,
      address,
      deaNumber,
      discoveredOn,
      occurredOn: report.form.occurredOn ?? discoveredOn,
      earlierLosses: report.earlierLosses,
      products: report.products.map(({ ndc, item, quantity }) => ({
        ndc,
        item,
        quantity: formatQuantity(quantity),
        unit: unitOfItem(organisation, item),
      })),
      form: report.form,
      line: report.line,
      reference: report.submission?.reference ?? null,
      amends: report.amends,
    };
  }

  async #standing(site: LedgerId, losses: readonly Loss[]): Promise<readonly LossStandingDto[]> {
    const parts = losses.flatMap(({ taken, found }) => [...taken, ...found]);
    const units = await this.units.unitsOf(
      site,
      parts.map(({ container }) => container),
    );
    return losses.map((loss) => new LossStandingDto(loss, units));
  }

  async #loss({ site }: Asking, id: string): Promise<Loss> {
    const found = await this.reader.cell(site, 'loss', id);
    if (found === undefined) throw Problem.of('record.not-found');
    return found;
  }

  async #site({ site }: Asking): Promise<Site> {
    const found = (await this.organisation.organisation()).sites.get(site);
    if (found === undefined) throw new Error('a site with a ledger and without facts');
    return found;
  }
}
