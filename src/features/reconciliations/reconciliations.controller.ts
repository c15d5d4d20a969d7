import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/http/described.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine, PageQueryDto } from '../../platform/http/page.dto.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { ChartDto } from './chart.dto.js';
import { Charts } from './charts.js';
import {
  ChartQueryDto,
  questionOf,
  ReconciledPeriodDto,
  ReconciledPeriodPageDto,
  ReconciliationDto,
  reconciliationForm,
} from './reconciliations.dto.js';

/** Counts held against the book over a period, as the computation chart of an accountability audit. */
@ApiTags('reconciliations')
@Controller('api/sites/:site/reconciliations')
export class ReconciliationsController {
  readonly #form: ActForm<'reconciliation', ReconciliationDto>;

  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(Charts) private readonly charts: Charts,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#form = reconciliationForm(charts);
    forms.define(this.#form);
  }

  @Get('chart')
  @Endpoint({
    says: 'The computation chart of an audit item between any two counts or inventories',
    more: 'Every figure names the lines behind it. With `knownAt` of an earlier answer it is the same again.',
    params: SITE_PARAM,
    answers: ChartDto,
  })
  async chart(@Asked() { site }: Asking, @Query() query: ChartQueryDto): Promise<ChartDto> {
    return new ChartDto(await this.charts.draw(site, questionOf(query)));
  }

  @Post()
  @RecordsEntry({
    says: 'Sign a chart',
    more: 'The registrant signs with it, or countersigns it later.',
    params: SITE_PARAM,
    body: ReconciliationDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReconciliationDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, this.#form, dto));
  }

  @Get()
  @Endpoint({
    says: 'Signed charts, the newest first',
    params: SITE_PARAM,
    answers: ReconciledPeriodPageDto,
  })
  async list(
    @Asked() { site }: Asking,
    @Query() page: PageQueryDto,
  ): Promise<ReconciledPeriodPageDto> {
    const limit = limitOf(page);
    const before = lineOf(page);
    const found = await this.reader.entries(site, {
      kinds: ['reconciliation'],
      order: 'newest',
      limit: limit + 1,
      ...(before === undefined ? {} : { to: before }),
    });
    const items = found.flatMap(({ entry }) =>
      entry.effects.states.flatMap((state) =>
        state.noun === 'reconciliation' ? [new ReconciledPeriodDto(state)] : [],
      ),
    );
    return { items: items.slice(0, limit), next: nextLine(items, limit) };
  }
}
