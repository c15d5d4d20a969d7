import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { inProcessAccount } from '../../domain/custody.js';
import { asId } from '../../domain/ids.js';
import { businessDate } from '../../domain/measures/instant.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { Asked, AskedToRecord } from '../../platform/http/asked.js';
import type { Asking, AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, nextLine } from '../../platform/http/page.dto.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { PatientRecords } from '../patient-records.js';
import { InfusionActs } from '../infusion-acts.js';
import { InfusionActDto } from '../infusion.dto.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import {
  CancellationDto,
  cancellationForm,
  CLOSING,
  ClosingDto,
  infusionOrderForm,
  InfusionOrderDto,
  ORDER_CHANGE,
  OrderChangeDto,
} from './infusion-orders.dto.js';
import { ListedOrderDto, OrderListQueryDto, OrderPageDto } from './order-list.dto.js';

/** What a practitioner ordered for one infusion of one patient. The line of the order is its id. */
@ApiTags('infusion-orders')
@Controller('api/sites/:site/infusion-orders')
export class InfusionOrdersController {
  readonly #order: ActForm<'infusion-order', InfusionOrderDto>;
  readonly #cancellation: ActForm<'infusion-order', CancellationDto>;

  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(InfusionActs) private readonly acts: InfusionActs,
    @Inject(PatientRecords) patients: PatientRecords,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#order = infusionOrderForm(patients);
    this.#cancellation = cancellationForm(reader);
    forms.define(this.#order);
    forms.define(CLOSING);
  }

  @Get()
  @Endpoint({
    says: 'Infusions of a day or of a patient, and where each stands',
    params: SITE_PARAM,
    answers: OrderPageDto,
  })
  async list(@Asked() { site }: Asking, @Query() query: OrderListQueryDto): Promise<OrderPageDto> {
    const limit = limitOf(query);
    const { date, patient } = query;
    const after = lineOf(query);
    const found = await this.reader.orders(
      site,
      {
        ...(date === undefined ? {} : { date: businessDate(date) }),
        ...(patient === undefined ? {} : { patient: asId(patient) }),
      },
      { ...(after === undefined ? {} : { after }), limit: limit + 1 },
    );
    const accounts = found.flatMap(({ order }) => order.draws.map(inProcessAccount));
    const inProcess = await this.reader.cellsNamed(site, 'account', accounts);
    const items = found.map((each) => {
      const open = each.order.draws.some(
        (draw) => (inProcess.get(inProcessAccount(draw))?.quantity ?? 0n) !== 0n,
      );
      return new ListedOrderDto(each, !open);
    });
    return new OrderPageDto(items.slice(0, limit), nextLine(items, limit));
  }

  @Post()
  @RecordsEntry({
    says: 'Record an order',
    params: SITE_PARAM,
    body: InfusionOrderDto,
    answers: RecordedDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: InfusionOrderDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, this.#order, dto));
  }

  @Post('changes')
  @RecordsEntry({
    says: 'Change an order for the same patient',
    more: 'Every term is stated anew. Allowed while the order is ordered or given; the line says when drug was drawn before.',
    params: SITE_PARAM,
    body: OrderChangeDto,
    answers: RecordedDto,
  })
  async change(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: OrderChangeDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, ORDER_CHANGE, dto));
  }

  @Post('cancellations')
  @RecordsEntry({
    says: 'Withdraw an order that nothing was drawn for',
    params: SITE_PARAM,
    body: CancellationDto,
    answers: RecordedDto,
  })
  async cancel(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: CancellationDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.atSite(asking, this.#cancellation, dto));
  }

  @Post('closings')
  @RecordsEntry({
    says: 'Close an infusion that adds up',
    more: 'Refused while anything drawn for it is not given, wasted, held or handed over, whatever the posture.',
    params: SITE_PARAM,
    body: ClosingDto,
    answers: InfusionActDto,
  })
  close(@AskedToRecord() asking: AskingToRecord, @Body() dto: ClosingDto): Promise<InfusionActDto> {
    return this.acts.record(asking, CLOSING, dto);
  }
}
