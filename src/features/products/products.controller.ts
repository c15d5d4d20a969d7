import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { asId } from '../../domain/ids.js';
import type { ProductRequest } from '../../domain/request.js';
import { headOf } from '../../platform/http/act.dto.js';
import { AskedToRecord } from '../../platform/http/asked.js';
import type { AskingToRecord } from '../../platform/http/asked.js';
import { ApiTags } from '../../platform/http/described.js';
import { Endpoint, RecordsEntry } from '../../platform/http/endpoint.js';
import { OrganisationBook } from '../organisation-book.js';
import { RecordedDto } from '../recorded.dto.js';
import { Recorder } from '../recorder.js';
import { CATALOGUE } from './catalogue.js';
import { CatalogueEntryDto } from './catalogue-entry.dto.js';
import {
  ProductDto,
  ProductRecordDto,
  ProductWithdrawalDto,
  readApproval,
} from './products.dto.js';

/** Products that a pharmacist has approved, and public facts to fill the form in with. */
@ApiTags('products')
@Controller('api/products')
export class ProductsController {
  constructor(
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(OrganisationBook) private readonly organisation: OrganisationBook,
  ) {}

  @Get()
  @Endpoint({ says: 'All approved and withdrawn products', answers: [ProductRecordDto] })
  async list(): Promise<readonly ProductRecordDto[]> {
    const { products } = await this.organisation.organisation();
    return [...products.values()].map((product) => new ProductRecordDto(product));
  }

  @Get('catalogue')
  @Endpoint({ says: 'Facts of real packages, each with its source', answers: [CatalogueEntryDto] })
  catalogue(): readonly CatalogueEntryDto[] {
    return CATALOGUE.map((record) => new CatalogueEntryDto(record));
  }

  @Post()
  @RecordsEntry({ says: 'Approve a product', body: ProductDto, answers: RecordedDto })
  async approve(
    @AskedToRecord() asking: AskingToRecord,
    @Body() dto: ProductDto,
  ): Promise<RecordedDto> {
    return new RecordedDto(await this.recorder.inOrganisation(asking, dto, readApproval(dto)));
  }

  @Post(':product/withdrawal')
  @RecordsEntry({
    says: 'Withdraw an approval',
    params: { product: 'Id of the product' },
    body: ProductWithdrawalDto,
    answers: RecordedDto,
  })
  async withdraw(
    @AskedToRecord() asking: AskingToRecord,
    @Param('product') product: string,
    @Body() dto: ProductWithdrawalDto,
  ): Promise<RecordedDto> {
    const request: ProductRequest = {
      ...headOf(dto),
      kind: 'product',
      act: 'withdrawn',
      product: asId(product),
      facts: null,
      productType: 'human',
    };
    return new RecordedDto(await this.recorder.inOrganisation(asking, dto, request));
  }
}
