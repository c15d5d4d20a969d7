import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Asked, keyOf } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, NeedsKey, SITE_PARAM } from '../../platform/http/endpoint.js';
import { limitOf, lineOf, PageQueryDto } from '../../platform/http/page.dto.js';
import { Problem } from '../../platform/http/problem.js';
import { AccessJournal } from '../../platform/journal/access-journal.js';
import { PatientRecords } from '../patient-records.js';
import {
  PatientChangeDto,
  PatientDto,
  PatientPageDto,
  PatientRecordDto,
  PatientSearchDto,
  readParticulars,
} from './patients.dto.js';

/** Made once: an order of names is dear to make. */
const byName = new Intl.Collator().compare;
const PARAMS = { ...SITE_PARAM, patient: 'Id of the patient' };

/** Patient records of a site. Whoever reads one is written into the access journal before it is shown. */
@ApiTags('patients')
@Controller('api/sites/:site/patients')
export class PatientsController {
  constructor(
    @Inject(PatientRecords) private readonly patients: PatientRecords,
    @Inject(AccessJournal) private readonly journal: AccessJournal,
  ) {}

  @Post()
  @Endpoint({
    says: 'Add a patient',
    status: 201,
    params: SITE_PARAM,
    body: PatientDto,
    answers: PatientRecordDto,
  })
  @NeedsKey()
  async add(
    @Asked() asking: Asking,
    @Req() request: FastifyRequest,
    @Body() dto: PatientDto,
  ): Promise<PatientRecordDto> {
    const record = await this.patients.add(asking.site, keyOf(request), readParticulars(dto));
    await this.#write('patient-changed', asking, [record.id]);
    return new PatientRecordDto(record);
  }

  @Get()
  @Endpoint({ says: 'Patients by name', params: SITE_PARAM, answers: PatientPageDto })
  list(@Asked() asking: Asking, @Query() page: PageQueryDto): Promise<PatientPageDto> {
    return this.#page(asking, page, '');
  }

  @Post('search')
  @Endpoint({
    says: 'Patients whose name contains a text',
    params: SITE_PARAM,
    body: PatientSearchDto,
    answers: PatientPageDto,
  })
  search(@Asked() asking: Asking, @Body() query: PatientSearchDto): Promise<PatientPageDto> {
    return this.#page(asking, query, query.name);
  }

  @Get(':patient')
  @Endpoint({ says: 'One patient', params: PARAMS, answers: PatientRecordDto })
  async one(@Asked() asking: Asking, @Param('patient') id: string): Promise<PatientRecordDto> {
    const record = await this.patients.find(asking.site, id);
    if (record === undefined) throw Problem.of('patient.not-found');
    await this.#write('patients-seen', asking, [record.id]);
    return new PatientRecordDto(record);
  }

  @Put(':patient')
  @Endpoint({
    says: 'Change a patient record',
    more: 'Orders that were recorded keep the particulars of their day.',
    params: PARAMS,
    body: PatientChangeDto,
    answers: PatientRecordDto,
  })
  async change(
    @Asked() asking: Asking,
    @Param('patient') id: string,
    @Body() dto: PatientChangeDto,
  ): Promise<PatientRecordDto> {
    const read = { id, version: dto.version };
    const record = await this.patients.change(asking.site, read, readParticulars(dto));
    if (record === undefined) {
      const isThere = (await this.patients.find(asking.site, id)) !== undefined;
      throw Problem.of(isThere ? 'patient.changed' : 'patient.not-found');
    }
    await this.#write('patient-changed', asking, [record.id]);
    return new PatientRecordDto(record);
  }

  async #page(asking: Asking, page: PageQueryDto, part: string): Promise<PatientPageDto> {
    const found = (await this.patients.all(asking.site))
      .filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()))
      .sort((a, b) => byName(a.name, b.name) || byName(a.id, b.id));
    const from = lineOf(page) ?? 0;
    const to = from + limitOf(page);
    const items = found.slice(from, to).map((record) => new PatientRecordDto(record));
    const ids = items.map(({ id }) => id);
    await this.#write('patients-seen', asking, ids);
    return new PatientPageDto(items, found.length > to ? String(to) : null);
  }

  #write(
    kind: 'patients-seen' | 'patient-changed',
    { person, site, address }: Asking,
    about: readonly string[],
  ): Promise<void> {
    return this.journal.write({ kind, person, site, about, address });
  }
}
