import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MovingDto } from '../moved.dto.js';
import { Recorder } from '../recorder.js';
import { RETURN_TO_SUPPLIER, ReturnToSupplierDto } from './returns-to-supplier.dto.js';

/** Recalled or unwanted stock goes back to the registrant it came from. */
@ApiTags('returns-to-supplier')
@Controller('api/sites/:site/returns-to-supplier')
export class ReturnsToSupplierController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(RETURN_TO_SUPPLIER);
  }

  @Post()
  @RecordsEntry({
    says: 'Return stock to its supplier',
    params: SITE_PARAM,
    body: ReturnToSupplierDto,
    answers: MovingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReturnToSupplierDto,
  ): Promise<MovingDto> {
    return new MovingDto(await this.recorder.atSite(asking, RETURN_TO_SUPPLIER, dto));
  }
}
