import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { LedgerReader } from '../../ledger/ledger-reader.js';
import { ActForms } from '../act-form.js';
import type { ActForm } from '../act-form.js';
import { MintingDto } from '../minted.dto.js';
import { Recorder } from '../recorder.js';
import { InventoryDto, inventoryForm } from './inventories.dto.js';

/** The first inventory of the site, which brings its stock in. */
@ApiTags('inventories')
@Controller('api/sites/:site/inventories')
export class InventoriesController {
  readonly #form: ActForm<'inventory', InventoryDto>;

  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(LedgerReader) reader: LedgerReader,
    @Inject(ActForms) forms: ActForms,
  ) {
    this.#form = inventoryForm(reader);
    forms.define(this.#form);
  }

  @Post()
  @RecordsEntry({
    says: 'Record the first inventory',
    params: SITE_PARAM,
    body: InventoryDto,
    answers: MintingDto,
  })
  async record(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: InventoryDto,
  ): Promise<MintingDto> {
    return new MintingDto(await this.recorder.atSite(asking, this.#form, dto));
  }
}
