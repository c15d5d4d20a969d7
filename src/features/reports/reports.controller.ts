import { Controller, Get, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked } from '../../platform/http/asked.js';
import type { Asking } from '../../platform/http/asked.js';
import { ApiProduces, ApiTags } from '../../platform/http/described.js';
import { Endpoint, SITE_PARAM } from '../../platform/http/endpoint.js';
import { Problem } from '../../platform/http/problem.js';
import { Desk } from './desk.js';
import { PrintableListDto } from './document-list.dto.js';
import { DOCUMENT_KINDS, DOCUMENTS, PACKET_KIND } from './documents.js';
import { PageCheckDto, PageCheckQueryDto, readCode } from './page-check.dto.js';
import { askedOf, OwnEntriesQueryDto, readFileName, ReportQueryDto } from './reports.dto.js';
import { FORMATS } from './scope.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OWN: readonly string[] = FORMATS.map((format) => `entries.${format}`);
const LIST = DOCUMENTS.map((name) => `\`${name}\`: ${DOCUMENT_KINDS[name].says}.`).join(' ');
const LONG =
  'A period of more entries than are printed while a document is sent (50,000; a tenth for the packet and its contents; the operator may say otherwise) ' +
  'is refused with `report.long`: ask for it by `POST reports/jobs`.';
const SAME =
  'The same document, period, narrowing, paper and ledger size give the same bytes, which `ETag` names. With `size`, it says what ' +
  'the ledger said at that size, whatever was recorded since. With `signed=true`, a PDF has the signature of the certificate of ' +
  'this deployment as an update after those bytes, and no `ETag`: `report.no-certificate` where there is none, ' +
  '`report.certificate-not-valid` once it has ended. What prints names of patients needs the right to read them as well.';

/** The documents that an audit asks for, printed from the ledger while they are sent. */
@ApiTags('reports')
@Controller('api/sites/:site/reports')
export class ReportsController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @Endpoint({
    says: 'Which documents can be printed, in which forms, and what each is about',
    params: SITE_PARAM,
    answers: PrintableListDto,
  })
  async list(@Asked() asking: Asking): Promise<PrintableListDto> {
    return new PrintableListDto(await this.desk.rightsOf(asking), this.desk.signing);
  }

  @Get('page-check')
  @Endpoint({
    says: 'Whether a page on paper is what the ledger prints',
    more:
      'Takes what the QR code of the page holds, prints the document again up to that page, and compares. The answer has the ' +
      'page as it reads, to be held beside the paper: the code proves what was printed, not what was written on it since. It ' +
      'needs the rights that the document needs. A page of a document too long to be printed meanwhile is refused with ' +
      '`report.long`: ask for it by `POST reports/jobs/page-checks`.',
    params: SITE_PARAM,
    answers: PageCheckDto,
  })
  async pageCheck(
    @Asked() asking: Asking,
    @Query() { code }: PageCheckQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageCheckDto> {
    const read = readCode(code);
    return new PageCheckDto(read, await this.desk.check(asking, read, reply));
  }

  @Get('mine/:file')
  @ApiProduces('application/pdf', 'text/csv', 'application/json', XLSX)
  @Endpoint({
    says: 'What the person who asks made, signed or witnessed, with proofs',
    more:
      'Everybody may have their own entries: it is what they can hold against an accusation. For machines it has the RFC 6962 ' +
      'proof of each line under the checkpoint. It needs the right to read names of patients, which stand in it. ' +
      LONG,
    params: { ...SITE_PARAM, file: `One of ${OWN.join(', ')}` },
  })
  mine(
    @Asked() asking: Asking,
    @Param('file') file: string,
    @Query() query: OwnEntriesQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const named = OWN.includes(file) ? readFileName(file) : undefined;
    if (named === undefined) throw Problem.of('report.not-found');
    const { site, person } = asking;
    const asked = { ...askedOf(query, { site, ...named }), narrow: { person } };
    return this.desk.send(asking, asked, reply);
  }

  @Get(':file')
  @ApiProduces('application/pdf', 'text/csv', 'application/json', 'application/zip', XLSX)
  @Endpoint({
    says: 'A document of the site, on paper or for machines',
    more: `${LIST} \`packet.zip\`: ${PACKET_KIND.says}. ${SAME} ${LONG}`,
    params: {
      ...SITE_PARAM,
      file: `Document and form, such as \`ledger.pdf\`: one of ${DOCUMENTS.join(', ')}; as ${FORMATS.join(', ')}`,
    },
  })
  document(
    @Asked() asking: Asking,
    @Param('file') file: string,
    @Query() query: ReportQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const named = readFileName(file);
    if (named === undefined) throw Problem.of('report.not-found');
    return this.desk.send(asking, askedOf(query, { site: asking.site, ...named }), reply);
  }
}
