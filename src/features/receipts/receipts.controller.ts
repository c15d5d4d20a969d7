import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MintingDto } from '../minted.dto.js';
import { Recorder } from '../recorder.js';
import { RECEIPT, ReceiptDto } from './receipts.dto.js';

/** Stock comes into custody. */
@ApiTags('receipts')
@Controller('api/sites/:site/receipts')
export class ReceiptsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(RECEIPT);
  }

  @Post()
  @RecordsEntry({
    says: 'Record a delivery',
    params: SITE_PARAM,
    body: ReceiptDto,
    answers: MintingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ReceiptDto,
  ): Promise<MintingDto> {
    return new MintingDto(await this.recorder.atSite(asking, RECEIPT, dto));
  }
}
