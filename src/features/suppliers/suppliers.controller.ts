import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { OrganisationBook } from '../organisation-book.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import {
  factsOf,
  readSupplier,
  SupplierDto,
  SupplierRecordDto,
  SupplierWithdrawalDto,
} from './suppliers.dto.js';

const PARAMS = { supplier: 'Id of the supplier' };

/** Registrants that stock is received from. A line that was received keeps the facts of its day. */
@ApiTags('suppliers')
@Controller('api/suppliers')
export class SuppliersController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
  ) {}

  @Get()
  @Endpoint({ says: 'All suppliers', answers: [SupplierRecordDto] })
  async list(): Promise<readonly SupplierRecordDto[]> {
    const { suppliers } = await this.organisation.organisation();
    return [...suppliers.values()].map((supplier) => new SupplierRecordDto(supplier));
  }

  @Post()
  @RecordsEntry({ says: 'Add a supplier', body: SupplierDto, answers: RecordedDto })
  async add(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: SupplierDto,
  ): Promise<RecordedDto> {
    const request = readSupplier(dto, 'added', { supplier: null, facts: factsOf(dto) });
    return new RecordedDto(await this.recorder.inOrganisation(asking, dto, request));
  }

  @Post(':supplier/facts')
  @RecordsEntry({
    says: 'Change what is known of a supplier',
    params: PARAMS,
    body: SupplierDto,
    answers: RecordedDto,
  })
  async change(
    @AskedToRecord() asking: AskingToRecord,
    @Param('supplier') supplier: string,
    @Body() dto: SupplierDto,
  ): Promise<RecordedDto> {
    const request = readSupplier(dto, 'changed', { supplier, facts: factsOf(dto) });
    return new RecordedDto(await this.recorder.inOrganisation(asking, dto, request));
  }

  @Post(':supplier/withdrawal')
  @RecordsEntry({
    says: 'Stop receiving from a supplier',
    params: PARAMS,
    body: SupplierWithdrawalDto,
    answers: RecordedDto,
  })
  async withdraw(
    @AskedToRecord() asking: AskingToRecord,
    @Param('supplier') supplier: string,
    @Body() dto: SupplierWithdrawalDto,
  ): Promise<RecordedDto> {
    const facts = (await this.organisation.organisation()).suppliers.get(asId(supplier));
    if (facts === undefined) throw Problem.of('record.not-found');
    const { name, address, deaNumber, registrationExpires } = facts;
    const request = readSupplier(dto, 'withdrawn', {
      supplier,
      facts: { name, address, deaNumber, registrationExpires },
    });
    return new RecordedDto(await this.recorder.inOrganisation(asking, dto, request));
  }
}
