import { Controller, Get, Inject, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Desk } from './desk.js';
import { askedOf, LedgerQueryDto, ReportQueryDto } from './reports.dto.js';

const PDF = 'application/pdf';
const CSV = 'text/csv';
const SAME =
  'The same period, audit item, paper and ledger size give the same bytes, which `ETag` names. With `size`, it says what the ' +
  'ledger said at that size, whatever was recorded since.';
const NAMES = 'Prints names of patients: the right to read them is needed as well.';

/** The documents that an audit asks for, printed from the ledger while they are sent. */
@ApiTags('reports')
@Controller('api/sites/:site/reports')
export class ReportsController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get('ledger.pdf')
  @ApiProduces(PDF)
  @Endpoint({
    says: 'The controlled-substance ledger, on paper',
    more: `${SAME} ${NAMES}`,
    params: SITE_PARAM,
  })
  ledgerPdf(
    @Asked() asking: Asking,
    @Query() query: LedgerQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { site } = asking;
    return this.desk.send(
      asking,
      askedOf(query, { site, document: 'ledger', format: 'pdf' }),
      reply,
    );
  }

  @Get('ledger.csv')
  @ApiProduces(CSV)
  @Endpoint({
    says: 'The lines of the controlled-substance ledger, for machines',
    more: `${SAME} ${NAMES}`,
    params: SITE_PARAM,
  })
  ledgerCsv(
    @Asked() asking: Asking,
    @Query() query: LedgerQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { site } = asking;
    return this.desk.send(
      asking,
      askedOf(query, { site, document: 'ledger', format: 'csv' }),
      reply,
    );
  }

  @Get('dispensing.pdf')
  @ApiProduces(PDF)
  @Endpoint({
    says: 'The dispensing record (21 CFR 1304.22(c)), on paper',
    more: `${SAME} ${NAMES}`,
    params: SITE_PARAM,
  })
  dispensingPdf(
    @Asked() asking: Asking,
    @Query() query: ReportQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const of = { site: asking.site, document: 'dispensing', format: 'pdf' } as const;
    return this.desk.send(asking, askedOf(query, of), reply);
  }

  @Get('dispensing.csv')
  @ApiProduces(CSV)
  @Endpoint({
    says: 'The lines of the dispensing record, for machines',
    more: `${SAME} ${NAMES}`,
    params: SITE_PARAM,
  })
  dispensingCsv(
    @Asked() asking: Asking,
    @Query() query: ReportQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const of = { site: asking.site, document: 'dispensing', format: 'csv' } as const;
    return this.desk.send(asking, askedOf(query, of), reply);
  }

  @Get('discrepancies.pdf')
  @ApiProduces(PDF)
  @Endpoint({
    says: 'The discrepancy report, on paper',
    more: SAME,
    params: SITE_PARAM,
  })
  discrepanciesPdf(
    @Asked() asking: Asking,
    @Query() query: ReportQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const of = { site: asking.site, document: 'discrepancies', format: 'pdf' } as const;
    return this.desk.send(asking, askedOf(query, of), reply);
  }

  @Get('discrepancies.csv')
  @ApiProduces(CSV)
  @Endpoint({
    says: 'The discrepancies of the report, for machines',
    more: SAME,
    params: SITE_PARAM,
  })
  discrepanciesCsv(
    @Asked() asking: Asking,
    @Query() query: ReportQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const of = { site: asking.site, document: 'discrepancies', format: 'csv' } as const;
    return this.desk.send(asking, askedOf(query, of), reply);
  }
}
