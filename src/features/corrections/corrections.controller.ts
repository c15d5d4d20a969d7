import { Body, Controller, Inject, Post } from '@nestjs/common';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { PatientRecords } from '../patient-records.js';
import { Recorder } from '../recorder.js';
import { CorrectionDto, correctionForm } from './corrections.dto.js';

/** A new line about a wrong one. */
@ApiTags('corrections')
@Controller('api/sites/:site/corrections')
export class CorrectionsController {
  readonly #correction: ActForm<'correction', CorrectionDto>;

  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(PatientRecords) patients: PatientRecords,
    @Inject(LedgerReader) reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#correction = correctionForm(patients, reader);
    forms.define(this.#correction);
  }

  @Post()
  @RecordsEntry({
    says: 'Correct a line',
    params: SITE_PARAM,
    body: CorrectionDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: CorrectionDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, this.#correction, dto));
  }
}
