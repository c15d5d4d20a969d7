import { Body, Controller, Inject, Post } from '@nestjs/common';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { RecordsEntry, SITE_PARAM } from '../../platform/http/endpoint.js';
import { ActForms } from '../act-form.js';
import { MintingDto } from '../minted.dto.js';
import { Recorder } from '../recorder.js';
import { INVENTORY, InventoryDto } from './inventories.dto.js';

/** The initial or go-live inventory of the site. */
@ApiTags('inventories')
@Controller('api/sites/:site/inventories')
export class InventoriesController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(ActForms) forms: ActForms,
  ) {
    forms.define(INVENTORY);
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
    return new MintingDto(await this.recorder.atSite(asking, INVENTORY, dto));
  }
}
